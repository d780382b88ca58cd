import { orThrow, refuse } from '../prelude/index.js'
import { parseTeX, type Scope, substituted, type Symbol, type Term, type Type } from '../notation/index.js'

// Of a function of which only properties are known, examples are drawn: each line gives one that has the properties, for any values of the
// letters a, b, c, d (as large as x), g, h, s (numbers) and q (not negative). 2 a / (1 + |a|^2) is as long as 1 at most.
const steepestOne = '\\frac{2 a^T x}{1 + \\|a\\|^2} + g'
const steepestTwo = '\\frac{2 b^T x}{1 + \\|b\\|^2} + h'
const examples = {
  any: 'a^T x + g (b^T x)^2 + s (c^T x)^3',
  convex: '\\max(a^T x + g, b^T x + h) + \\frac{q}{2} \\|x - c\\|^2',
  'Lipschitz': `M \\frac{1}{2} \\left(\\max(${steepestOne}, ${steepestTwo}) - \\max(\\frac{2 c^T x}{1 + \\|c\\|^2}, s)\\right)`,
  'convex, Lipschitz': `M \\max(${steepestOne}, ${steepestTwo})`,
  'smooth': '\\frac{M}{2} \\cdot \\frac{2 s}{1 + s^2} \\left(\\frac{2 a^T x}{1 + \\|a\\|^2} + g\\right)^2 + b^T x',
  'convex, smooth': '\\frac{M}{2} \\left(\\frac{2 a^T x}{1 + \\|a\\|^2} + g\\right)^2 + b^T x',
  'strongly convex': '\\frac{M}{2} \\|x\\|^2 + \\max(a^T x + g, b^T x + h)'
} as const

const one: Term = { kind: 'number', text: '1', span: { from: 0, to: 0 } }
const letters = { a: 'array', b: 'array', c: 'array', g: 'number', h: 'number', s: 'number', q: 'nonnegative' } as const

const families: ReadonlyArray<string> = Object.keys(examples)

/** "convex, \rho-Lipschitz" as its properties and the term before the hyphen. */
const propertiesOf = (text: string): { readonly family: string; readonly constant?: string } => {
  const parts = text.split(',').map(part => part.replaceAll('$', '').trim()).filter(part => part !== '' && part !== 'differentiable')
  const withConstant = parts.flatMap(part => /^(.+?)-\s*(Lipschitz|smooth|strongly convex)$/.exec(part)?.slice(1, 3) ?? [])
  const plain = parts.filter(part => !/-\s*(Lipschitz|smooth|strongly convex)$/.test(part))
  const family = [...plain, ...withConstant.slice(1)].join(', ')
  const [constant] = withConstant
  return { family: family === '' ? 'any' : family, ...constant === undefined ? {} : { constant } }
}

/** The scope with a function of which only properties are known: f : \mathbb{R}^n \to \mathbb{R} convex, \rho-Lipschitz. */
export const withFamily = (scope: Scope, name: string, argument: Type, to: string, properties: string, line: string): Scope => {
  const ways = `a function of one argument to \\mathbb{R}, a rule ${name}(x) := ..., or, of a stated line, bind: { ${name}: ... }`
  if (!['\\mathbb{R}', 'ℝ'].includes(to) || /^\s*[\^_]/.test(properties)) return refuse('input', line, ways, 'one of which neither is known')
  const { family, constant } = propertiesOf(properties)
  if (!families.includes(family)) {
    const known = 'properties: convex, L-smooth, \\rho-Lipschitz, convex with one of these, or \\mu-strongly convex'
    return refuse('input', line, known, properties.trim())
  }
  const owned = (letter: string): string => `${name}^{${letter}}`
  const number = { kind: 'variable', type: { rows: one, columns: one } } as const
  const array = { kind: 'variable', type: argument } as const
  const known = Object.entries(letters).map(([letter, kind]): readonly [string, Symbol] =>
    [letter, kind === 'array' ? array : kind === 'number' ? number : { ...number, is: kind }])
  const parameters = new Map<string, Symbol>([...known, ['x', array], ['M', number]])
  const { first: body } = orThrow(parseTeX(examples[family as keyof typeof examples], parameters))
  const bound = constant === undefined ? undefined : orThrow(parseTeX(constant, scope)).first
  if (body === undefined) return refuse('undecided', line, 'a formula', 'none')
  const named = new Map<string, Term>(known.map(([letter]) => [letter, { kind: 'name', name: owned(letter), span: { from: 0, to: 0 } }]))
  const example = substituted(body, new Map([...named, ...bound === undefined ? [] : [['M', bound] as const]]))
  const isNew = bound?.kind === 'name' && !scope.has(bound.name)
  return new Map([
    ...scope, ...isNew ? [[bound.name, { kind: 'variable', type: { rows: one, columns: one }, is: 'positive' }] as const] : [],
    ...known.map(([letter, symbol]) => [owned(letter), symbol] as const),
    [name, { kind: 'definition', parameters: ['x'], body: example, known: properties.trim() }]
  ])
}
