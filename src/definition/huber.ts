import type { Divisible } from '../number/index.js'

/** x^2 / 2 where |x| <= delta, and delta (|x| - delta / 2) beyond: with s = min(|x|, delta) it is s (|x| - s / 2). */
export const huber = <A>(N: Divisible<A>) => (delta: A) => (x: A): A => {
  const minus = (a: A): A => N.sub(N.of(0), a)
  const size = N.max(x, minus(x))
  const s = minus(N.max(minus(size), minus(delta)))
  return N.mul(s, N.sub(size, N.div(s, N.of(2))))
}
