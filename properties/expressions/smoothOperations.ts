import type { Analytic } from '../../src/number/index.js'

/** A function of one number that uses one operation, and where it is judged. */
export interface SmoothOperation {
  readonly name: string
  readonly formula: <A>(N: Analytic<A>, x: A) => A
  readonly from: number
  readonly to: number
}

type UnaryName = 'exp' | 'expm1' | 'log' | 'log10' | 'log1p' | 'sqrt' | 'sin' | 'cos' | 'tan' | 'asin' | 'acos' | 'atan'
  | 'sinh' | 'cosh' | 'tanh' | 'sigmoid' | 'softplus' | 'erf' | 'neg' | 'abs' | 'relu'

const unary = (name: UnaryName, from: number, to: number): SmoothOperation =>
  ({ name, formula: (N, x) => N[name](x), from, to })

const two = <A>(N: Analytic<A>): A => N.of(2)

/** Every operation, along each of its operands; away from corners. */
export const smoothOperations: ReadonlyArray<SmoothOperation> = [
  unary('exp', -5, 5), unary('expm1', -5, 5), unary('log', 0.1, 9), unary('log10', 0.1, 9), unary('log1p', -0.9, 9),
  unary('sqrt', 0.1, 9),
  unary('sin', -9, 9), unary('cos', -9, 9), unary('tan', -1.5, 1.5), unary('asin', -0.9, 0.9), unary('acos', -0.9, 0.9),
  unary('atan', -9, 9),
  unary('sinh', -5, 5), unary('cosh', -5, 5), unary('tanh', -5, 5), unary('sigmoid', -9, 9), unary('softplus', -9, 9),
  unary('erf', -4, 4),
  unary('neg', -9, 9), unary('abs', -9, -1), unary('relu', 1, 9),
  { name: 'a x', formula: (N, x) => N.mul(two(N), x), from: -9, to: 9 },
  { name: 'x a', formula: (N, x) => N.mul(x, two(N)), from: -9, to: 9 },
  { name: 'x / a', formula: (N, x) => N.div(x, two(N)), from: -9, to: 9 },
  { name: 'a / x', formula: (N, x) => N.div(two(N), x), from: 0.5, to: 9 },
  { name: 'a - x', formula: (N, x) => N.sub(two(N), x), from: -9, to: 9 },
  { name: 'x^5', formula: (N, x) => N.power(x, 5), from: -3, to: 3 },
  { name: 'x^-3', formula: (N, x) => N.power(x, -3), from: 0.5, to: 3 },
  { name: 'x^a', formula: (N, x) => N.pow(x, N.of(1.5)), from: 0.5, to: 9 },
  { name: 'a^x', formula: (N, x) => N.pow(N.of(1.5), x), from: -5, to: 5 },
  { name: 'hypot(x, a)', formula: (N, x) => N.hypot([x, two(N)]), from: -9, to: 9 },
  { name: 'max(x, a)', formula: (N, x) => N.max(x, two(N)), from: 3, to: 9 },
  { name: 'min(a, x)', formula: (N, x) => N.min(two(N), x), from: -9, to: 1 },
  { name: 'sum', formula: (N, x) => N.sum([two(N), x, x]), from: -9, to: 9 }
]
