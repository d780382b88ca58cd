import type { Analytic } from '../number/index.js'
import type { Ref } from './record.js'

/** A function that a person may call. Lists among its arguments are spread, but for `dot`, which takes two of them. */
export interface Callable {
  readonly least: number
  readonly most: number
  readonly apply: (N: Analytic<Ref>, args: ReadonlyArray<ReadonlyArray<Ref>>) => Ref
}

const unary = (name: 'exp' | 'expm1' | 'log' | 'log10' | 'log1p' | 'sqrt' | 'sin' | 'cos' | 'tan' | 'asin' | 'acos' | 'atan'
| 'sinh' | 'cosh' | 'tanh' | 'abs' | 'relu' | 'sigmoid' | 'softplus' | 'erf'): Callable =>
  ({ least: 1, most: 1, apply: (N, [arg = []]) => N[name](arg[0] ?? 0) })

const many = (apply: (N: Analytic<Ref>, entries: ReadonlyArray<Ref>) => Ref): Callable =>
  ({ least: 1, most: Infinity, apply: (N, args) => apply(N, args.flat()) })

const hypot = many((N, entries) => N.hypot(entries))

export const callables: Readonly<Record<string, Callable>> = {
  exp: unary('exp'), expm1: unary('expm1'), log: unary('log'), ln: unary('log'), log10: unary('log10'), log1p: unary('log1p'),
  sqrt: unary('sqrt'), sin: unary('sin'), cos: unary('cos'), tan: unary('tan'), asin: unary('asin'), acos: unary('acos'),
  atan: unary('atan'), sinh: unary('sinh'), cosh: unary('cosh'), tanh: unary('tanh'), abs: unary('abs'), relu: unary('relu'),
  sigmoid: unary('sigmoid'), σ: unary('sigmoid'), softplus: unary('softplus'), erf: unary('erf'),
  max: many((N, entries) => entries.reduce((a, b) => N.max(a, b))),
  min: many((N, entries) => entries.reduce((a, b) => N.min(a, b))),
  sum: many((N, entries) => N.sum(entries)),
  hypot,
  norm: hypot,
  dot: {
    least: 2,
    most: 2,
    apply: (N, [x = [], y = []]) => N.sum(x.map((a, i) => N.mul(a, y[i] ?? 0)))
  }
}

/** Which of them take lists. */
export const takesLists: ReadonlySet<string> = new Set(['max', 'min', 'sum', 'hypot', 'norm', 'dot'])

export const isCallable = (name: string): boolean => Object.hasOwn(callables, name)

export const isConstant = (name: string): boolean => name === 'pi' || name === 'π' || name === 'e'
