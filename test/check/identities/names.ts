import type { Formula } from './Formula.js'

/** The variables of the documents, by what they are. */
export const names = {
  number: ['a', 'b', 'c', 's', '\\alpha'],
  positive: ['p', 'q', 'r', '\\eta'],
  vector: ['x', 'y', 'z', 'u'],
  short: ['v'],
  square: ['A', 'B', 'C'],
  tall: ['M']
} as const

/** What a document declares of them. */
export const declarations: string = [
  'sizes n = 1..3, m = 2',
  `${names.number.join(', ')}, t \\in \\mathbb{R}`,
  ...names.positive.map(name => `${name} > 0`),
  `${names.vector.join(', ')}, w \\in \\mathbb{R}^n`,
  'v \\in \\mathbb{R}^m',
  `${names.square.join(', ')} \\in \\mathbb{R}^{n \\times n}`,
  'M \\in \\mathbb{R}^{m \\times n}',
  '\\sigma(z) := \\frac{1}{1 + e^{-z}}'
].join('\n')

type Size = '1' | 'n' | 'm'
export type Shape = readonly [Size, Size]

/** Rows and columns. */
export const shapeOf = (f: Formula): Shape => {
  const of = (k: number): Shape => shapeOf(f.parts[k] as Formula)
  switch (f.operation) {
    case 'variable': {
      const is = (kind: keyof typeof names): boolean => (names[kind] as ReadonlyArray<string>).includes(f.name)
      if (is('vector') || f.name === 'w') return ['n', '1']
      return is('short') ? ['m', '1'] : is('square') ? ['n', 'n'] : is('tall') ? ['m', 'n'] : ['1', '1']
    }
    case 'identity': case 'diag': return ['n', 'n']
    case 'add': case 'subtract': case 'negate': case 'divide': case 'entrywise': case 'function': case 'softmax': case 'sum':
    case 'product': return of(0)
    case 'multiply': return isNumber(of(0)) ? of(1) : isNumber(of(1)) ? of(0) : [of(0)[0], of(1)[1]]
    case 'transpose': return [of(0)[1], of(0)[0]]
    case 'gradient': return ['n', '1']
    default: return ['1', '1']
  }
}

const isNumber = ([rows, columns]: Shape): boolean => rows === '1' && columns === '1'
export const isNumeric = (f: Formula): boolean => isNumber(shapeOf(f))
