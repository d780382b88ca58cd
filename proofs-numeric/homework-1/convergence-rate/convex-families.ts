import { huber, logSumExp } from '../../../src/definition/index.js'
import {
  type Analytic, dot, type Grid, maximum, minus, norm, normSquared, plus, rowsOf
} from '../../../src/number/index.js'

// Functions to draw from, on which the bound of question 3 is tested.

/** The rows a_1, ..., a_n of a, one at least, and the point c where the function has its minimum. */
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

/** ||x||, whose derivative at 0 is taken as 0. */
const length = <A>(N: Analytic<A>, x: Grid<A>): A => {
  const square = normSquared(N)(x)
  return N.where(N.of(0), square, N.of(0), N.sqrt(square))
}

/** f(w) = max(0, max_i <a_i, w - c>) */
const maxOfAffine: ConvexFamily = {
  name: 'max of affine functions',
  f: (N, { a, c }) => {
    const as = rowsOf(a)
    return w => {
      const x = minus(N)(w, c)
      return maximum(N)([N.of(0), ...as.map(ai => dot(N)(ai, x))])
    }
  },
  rho: (N, { a }) => maximum(N)(rowsOf(a).map(norm(N)))
}

/** f(w) = sum_i ||x - a_i|| + ||x + a_i||, with x = w - c */
const norms: ConvexFamily = {
  name: 'norms',
  f: (N, { a, c }) => {
    const as = rowsOf(a)
    return w => {
      const x = minus(N)(w, c)
      return as.map(ai => N.add(length(N, minus(N)(x, ai)), length(N, plus(N)(x, ai)))).reduce(N.add)
    }
  },
  rho: (N, { a }) => N.of(2 * rowsOf(a).length)
}

/** A sum over i of one and the same function of <a_i, w - c>, whose slope is at most 1. */
const sumAlong = (name: string, along: <A>(N: Analytic<A>) => (x: A) => A): ConvexFamily => ({
  name,
  f: (N, { a, c }) => {
    const as = rowsOf(a)
    return w => {
      const x = minus(N)(w, c)
      return as.map(ai => along(N)(dot(N)(ai, x))).reduce(N.add)
    }
  },
  rho: (N, { a }) => rowsOf(a).map(norm(N)).reduce(N.add)
})

const hubers: ConvexFamily = sumAlong('Huber', N => huber(N)(N.of(1)))

// log(1 + exp x) + log(1 + exp -x): two examples with opposite labels; the second term is the first less x
const logistic: ConvexFamily = sumAlong('logistic', N => x => N.sub(N.mul(N.of(2), logSumExp(N)([N.of(0), x])), x))

export const convexFamilies: ReadonlyArray<ConvexFamily> = [maxOfAffine, norms, hubers, logistic]
