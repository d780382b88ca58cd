import type { Analytic } from '../number/index.js'

/** What an operation gives, and its derivative by each operand: the local derivatives on the edges of the graph. */
export interface Rule {
  /** The number of operands; 0 for any number. */
  readonly arity: number
  readonly value: <A>(N: Analytic<A>, x: ReadonlyArray<A>, exponent: number) => A
  /** Given the operands and the value y. */
  readonly partials: <A>(N: Analytic<A>, x: ReadonlyArray<A>, y: A, exponent: number) => ReadonlyArray<A>
}

type UnaryName =
  'neg' | 'exp' | 'expm1' | 'log' | 'log10' | 'log1p' | 'sqrt' | 'sin' | 'cos' | 'tan' | 'asin' | 'acos' | 'atan'
    | 'sinh' | 'cosh' | 'tanh' | 'abs' | 'relu' | 'sigmoid' | 'softplus' | 'erf'
type BinaryName = 'add' | 'sub' | 'mul' | 'div' | 'max' | 'min' | 'pow'

export type OperationName = UnaryName | BinaryName | 'power' | 'sum' | 'hypot' | 'where'

const unary = (name: UnaryName, slope: <A>(N: Analytic<A>, x: A, y: A) => A): Rule => ({
  arity: 1,
  value: (N, [x]) => N[name](x as NonNullable<typeof x>),
  partials: (N, [x], y) => [slope(N, x as NonNullable<typeof x>, y)]
})

const binary = (name: BinaryName, slopes: <A>(N: Analytic<A>, a: A, b: A, y: A) => readonly [A, A]): Rule => ({
  arity: 2,
  value: (N, [a, b]) => N[name](a as NonNullable<typeof a>, b as NonNullable<typeof b>),
  partials: (N, [a, b], y) => slopes(N, a as NonNullable<typeof a>, b as NonNullable<typeof b>, y)
})

const one = <A>(N: Analytic<A>): A => N.of(1)
const over = <A>(N: Analytic<A>, a: A): A => N.div(N.of(1), a)
/** 1 - x^2, without cancellation near 1. */
const coSquare = <A>(N: Analytic<A>, x: A): A => N.mul(N.sub(one(N), x), N.add(one(N), x))
/** 1 where a >= b, else 0; and the opposite. */
const indicator = <A>(N: Analytic<A>, a: A, b: A): A => N.where(a, b, N.of(1), N.of(0))
const opposite = <A>(N: Analytic<A>, a: A, b: A): A => N.where(a, b, N.of(0), N.of(1))

/**
 * All operations. Conventions where there is no derivative: abs'(0) = relu'(0) = 0, and max and min have that of the first of equals.
 */
export const rules: Readonly<Record<OperationName, Rule>> = {
  neg: unary('neg', N => N.of(-1)),
  add: binary('add', N => [one(N), one(N)]),
  sub: binary('sub', N => [one(N), N.of(-1)]),
  mul: binary('mul', (_, a, b) => [b, a]),
  div: binary('div', (N, _, b, y) => [over(N, b), N.neg(N.div(y, b))]),
  exp: unary('exp', (_N, _x, y) => y),
  expm1: unary('expm1', (N, x) => N.exp(x)),
  log: unary('log', (N, x) => over(N, x)),
  log10: unary('log10', (N, x) => over(N, N.mul(x, N.log(N.of(10))))),
  log1p: unary('log1p', (N, x) => over(N, N.add(one(N), x))),
  sqrt: unary('sqrt', (N, _, y) => over(N, N.mul(N.of(2), y))),
  sin: unary('sin', (N, x) => N.cos(x)),
  cos: unary('cos', (N, x) => N.neg(N.sin(x))),
  tan: unary('tan', (N, _, y) => N.add(one(N), N.power(y, 2))),
  asin: unary('asin', (N, x) => over(N, N.sqrt(coSquare(N, x)))),
  acos: unary('acos', (N, x) => N.neg(over(N, N.sqrt(coSquare(N, x))))),
  atan: unary('atan', (N, x) => over(N, N.add(one(N), N.power(x, 2)))),
  sinh: unary('sinh', (N, x) => N.cosh(x)),
  cosh: unary('cosh', (N, x) => N.sinh(x)),
  // 1 - tanh^2 would lose its digits where tanh is near 1
  tanh: unary('tanh', (N, x) => N.power(N.cosh(x), -2)),
  abs: unary('abs', (N, x) => N.sub(opposite(N, N.of(0), x), opposite(N, x, N.of(0)))),
  relu: unary('relu', (N, x) => opposite(N, N.of(0), x)),
  // sigmoid (1 - sigmoid), likewise
  sigmoid: unary('sigmoid', (N, x) => N.mul(N.sigmoid(x), N.sigmoid(N.neg(x)))),
  softplus: unary('softplus', (N, x) => N.sigmoid(x)),
  erf: unary('erf', (N, x) => N.mul(N.div(N.of(2), N.sqrt(N.pi())), N.exp(N.neg(N.power(x, 2))))),
  max: binary('max', (N, a, b) => [indicator(N, a, b), opposite(N, a, b)]),
  min: binary('min', (N, a, b) => [indicator(N, b, a), opposite(N, b, a)]),
  pow: binary('pow', (N, a, b, y) => [N.mul(b, N.div(y, a)), N.mul(y, N.log(a))]),
  power: {
    arity: 1,
    value: (N, [x], n) => N.power(x as NonNullable<typeof x>, n),
    partials: (N, [x], _, n) => [n === 0 ? N.of(0) : N.mul(N.of(n), N.power(x as NonNullable<typeof x>, n - 1))]
  },
  sum: { arity: 0, value: (N, terms) => N.sum(terms), partials: (N, terms) => terms.map(() => one(N)) },
  hypot: {
    arity: 0,
    value: (N, entries) => N.hypot(entries),
    partials: (N, entries, y) => entries.map(x => N.div(x, y))
  },
  where: {
    arity: 4,
    value: (N, [a, b, x, y]) => {
      type B = NonNullable<typeof a>
      return N.where(a as B, b as B, x as B, y as B)
    },
    partials: (N, [a, b]) => {
      type B = NonNullable<typeof a>
      return [N.of(0), N.of(0), indicator(N, a as B, b as B), opposite(N, a as B, b as B)]
    }
  }
}
