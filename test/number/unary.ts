import type { Analytic } from '../../src/number/index.js'

/** Every function of one number, and where it is defined. */
export const unary: Readonly<Record<string, { f: <A>(N: Analytic<A>, a: A) => A; from: number; to: number }>> = {
  neg: { f: (N, a) => N.neg(a), from: -9, to: 9 }, abs: { f: (N, a) => N.abs(a), from: -9, to: 9 },
  relu: { f: (N, a) => N.relu(a), from: -9, to: 9 }, square: { f: (N, a) => N.square(a), from: -9, to: 9 },
  sqrt: { f: (N, a) => N.sqrt(a), from: 0.01, to: 9 }, exp: { f: (N, a) => N.exp(a), from: -9, to: 9 },
  expm1: { f: (N, a) => N.expm1(a), from: -9, to: 9 }, log: { f: (N, a) => N.log(a), from: 0.01, to: 9 },
  log1p: { f: (N, a) => N.log1p(a), from: -0.99, to: 9 }, log10: { f: (N, a) => N.log10(a), from: 0.01, to: 9 },
  sin: { f: (N, a) => N.sin(a), from: -9, to: 9 }, cos: { f: (N, a) => N.cos(a), from: -9, to: 9 },
  tan: { f: (N, a) => N.tan(a), from: -1.5, to: 1.5 }, asin: { f: (N, a) => N.asin(a), from: -0.99, to: 0.99 },
  acos: { f: (N, a) => N.acos(a), from: -0.99, to: 0.99 }, atan: { f: (N, a) => N.atan(a), from: -9, to: 9 },
  sinh: { f: (N, a) => N.sinh(a), from: -9, to: 9 }, cosh: { f: (N, a) => N.cosh(a), from: -9, to: 9 },
  tanh: { f: (N, a) => N.tanh(a), from: -9, to: 9 }, sigmoid: { f: (N, a) => N.sigmoid(a), from: -9, to: 9 },
  softplus: { f: (N, a) => N.softplus(a), from: -9, to: 9 }, erf: { f: (N, a) => N.erf(a), from: -3, to: 3 },
  'power 0': { f: (N, a) => N.power(a, 0), from: -9, to: 9 },
  'power 1': { f: (N, a) => N.power(a, 1), from: -9, to: 9 },
  'power 5': { f: (N, a) => N.power(a, 5), from: -9, to: 9 },
  'power 6': { f: (N, a) => N.power(a, 6), from: -9, to: 9 },
  'power -3': { f: (N, a) => N.power(a, -3), from: 0.1, to: 9 },
  'a^0.3': { f: (N, a) => N.pow(a, N.decimal('0.3')), from: 0.1, to: 9 },
  '0.3^a': { f: (N, a) => N.pow(N.decimal('0.3'), a), from: -9, to: 9 },
  'a^a': { f: (N, a) => N.pow(a, a), from: 0.1, to: 9 },
  'min(a, 1)': { f: (N, a) => N.min(a, N.of(1)), from: -9, to: 9 },
  'hypot(a, 1)': { f: (N, a) => N.hypot([a, N.of(1)]), from: -9, to: 9 },
  sum: { f: (N, a) => N.sum([a, N.pi(), a]), from: -9, to: 9 },
  'e^a': { f: (N, a) => N.pow(N.e(), a), from: -9, to: 9 }
}
