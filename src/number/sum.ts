import { refuse } from '../prelude/index.js'
import type { Arithmetic } from './Arithmetic.js'
import { type Index, indicesOf, type Shape, sizeOf } from './Shape.js'

/** The sigma of the books: `sum(N)([n], i => N.mul(x.at(i), y.at(i)))` adds over i = 0 .. n - 1, in order, from the left. */
export const sum = <A>(N: Arithmetic<A>) => <const S extends Shape>(sizes: S, term: (...index: Index<S>) => A): A => {
  const [count, index] = [sizeOf(sizes), indicesOf(sizes)]
  const at = sizes.length === 1 ? term as (position: number) => A : (position: number): A => term(...index(position))
  if (count === 0) return N.of(0)
  let total = at(0)
  for (let position = 1; position < count; position++) total = N.add(total, at(position))
  return total
}

/** The largest of one or more values, the first of equals. */
export const maximum = <A>(N: Arithmetic<A>) =>
  (values: ReadonlyArray<A>): A => values.reduce((best, value) => N.max(best, value))

/** a to a whole power k >= 0, by repeated squaring; other exponents are refused. `N.power` takes negative ones too. */
export const power = <A>(N: Pick<Arithmetic<A>, 'of' | 'mul' | 'square'>) => (a: A, k: number): A =>
  Number.isSafeInteger(k) && k >= 0 ? powerOf(N, a, k)
    : refuse('domain', 'power', 'a whole exponent from 0 to 2^53', String(k))

const powerOf = <A>(N: Pick<Arithmetic<A>, 'of' | 'mul' | 'square'>, a: A, k: number): A => {
  if (k === 0) return N.of(1)
  if (k === 1) return a
  const square = N.square(powerOf(N, a, Math.floor(k / 2)))
  return k % 2 === 0 ? square : N.mul(square, a)
}
