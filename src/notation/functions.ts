/** Functions that every formula may use, by each of their spellings: the name under which they are evaluated. */
const spellings: Readonly<Record<string, string>> = {
  exp: 'exp', log: 'log', ln: 'log', sin: 'sin', cos: 'cos', tan: 'tan', arcsin: 'asin', arccos: 'acos', arctan: 'atan',
  sinh: 'sinh',
  cosh: 'cosh', tanh: 'tanh', sqrt: 'sqrt', abs: 'abs', relu: 'relu', ReLU: 'relu', sigmoid: 'sigmoid',
  softplus: 'softplus', erf: 'erf',
  expm1: 'expm1', log1p: 'log1p', softmax: 'softmax', max: 'max', min: 'min', tr: 'tr', trace: 'tr', Tr: 'tr',
  diag: 'diag',
  asin: 'asin', acos: 'acos', atan: 'atan', log10: 'log10', norm: 'norm', norm1: 'norm1', normInfinity: 'normInfinity',
  sum: 'sum',
  mean: 'mean', hypot: 'hypot', onehot: 'onehot', rows: 'rows', columns: 'columns', σ: 'sigmoid'
}

/** The known function that a word names. */
export const functionNamed = (word: string): string | undefined =>
  (Object.hasOwn(spellings, word) ? spellings[word] : undefined)

const functions: ReadonlySet<string> = new Set([...Object.values(spellings), 'e', 'pi'])

/**
 * Whether a call with this name is known: a constant is one without arguments.
 *
 * @example
 * isKnownFunction('softmax') // true
 */
export const isKnownFunction = (name: string): boolean => functions.has(name)

/**
 * Words that a person wrote letter by letter, as "sin" is without its backslash.
 *
 * @example
 * knownWords.includes('sin') // true
 */
export const knownWords: ReadonlyArray<string> = Object.keys(spellings).filter(word => word.length > 1)

/** Those that act on each entry of an array. */
export const elementwise: ReadonlySet<string> = new Set([
  'exp', 'log', 'sin', 'cos', 'tan', 'asin', 'acos', 'atan', 'sinh', 'cosh', 'tanh', 'sqrt', 'abs', 'relu', 'sigmoid',
  'softplus', 'erf',
  'expm1', 'log1p', 'log10'
])
