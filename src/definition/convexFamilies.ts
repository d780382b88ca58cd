import { type Analytic, dot, type Grid, grid, maximum, minus, norm, normSquared, plus, sum } from '../number/index.js'
import { huber } from './huber.js'
import { logSumExp } from './logSumExp.js'

/** The rows a_1, ..., a_n of a, and the point c where the function has its minimum. */
export interface ConvexData<A> {
  readonly a: Grid<A>
  readonly c: Grid<A>
}

/** Convex functions that differ in their data, and how fast they can change: |f(u) - f(w)| <= rho ||u - w||. */
export interface ConvexFamily {
  readonly name: string
  readonly f: <A>(N: Analytic<A>, data: ConvexData<A>) => (w: Grid<A>) => A
  readonly rho: <A>(N: Analytic<A>, data: ConvexData<A>) => A
}

const rows = <A>(a: Grid<A>): ReadonlyArray<Grid<A>> => {
  const [n = 0, d = 0] = a.shape
  return Array.from({ length: n }, (_, i) => grid([d], (k = 0) => a.at(i, k)))
}

const overRows = <A>(N: Analytic<A>, a: Grid<A>, term: (row: Grid<A>) => A): A => {
  const terms = rows(a).map(term)
  return sum(N)([terms.length], (i = 0) => terms[i] ?? N.of(0))
}

/** ||x||, whose derivative at 0 is taken as 0. */
const length = <A>(N: Analytic<A>, x: Grid<A>): A => {
  const square = normSquared(N)(x)
  return N.where(N.of(0), square, N.of(0), N.sqrt(square))
}

/** f(w) = max(0, max_i <a_i, w - c>) */
const maxOfAffine: ConvexFamily = {
  name: 'max of affine functions',
  f: (N, { a, c }) => w => maximum(N)([N.of(0), ...rows(a).map(row => dot(N)(row, minus(N)(w, c)))]),
  rho: (N, { a }) => maximum(N)(rows(a).map(norm(N)))
}

/** f(w) = sum_i ||w - c - a_i|| + ||w - c + a_i|| */
const norms: ConvexFamily = {
  name: 'norms',
  f: (N, { a, c }) => w => {
    const x = minus(N)(w, c)
    return overRows(N, a, row => N.add(length(N, minus(N)(x, row)), length(N, plus(N)(x, row))))
  },
  rho: (N, { a }) => N.of(2 * rows(a).length)
}

/** f(w) = sum_i huber(<a_i, w - c>), with delta = 1 */
const hubers: ConvexFamily = {
  name: 'Huber',
  f: (N, { a, c }) => w => overRows(N, a, row => huber(N)(N.of(1))(dot(N)(row, minus(N)(w, c)))),
  rho: (N, { a }) => overRows(N, a, norm(N))
}

/** f(w) = sum_i log(1 + exp(x_i)) + log(1 + exp(-x_i)) with x_i = <a_i, w - c>; the second term is the first less x_i */
const logistic: ConvexFamily = {
  name: 'logistic',
  f: (N, { a, c }) => w => overRows(N, a, row => {
    const x = dot(N)(row, minus(N)(w, c))
    return N.sub(N.mul(N.of(2), logSumExp(N)([N.of(0), x])), x)
  }),
  rho: (N, { a }) => overRows(N, a, norm(N))
}

export const convexFamilies: ReadonlyArray<ConvexFamily> = [maxOfAffine, norms, hubers, logistic]
