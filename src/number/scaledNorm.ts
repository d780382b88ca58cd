import type { Arithmetic, Radical } from './Arithmetic.js'

// Squares of doubles beyond 2^+-500 come near overflow or underflow; a power of two as factor rounds nothing.
const scaleFor = (largest: number): number =>
  (largest > 2 ** 500 ? 2 ** -600 : largest > 0 && largest < 2 ** -500 ? 2 ** 600 : 1)

/** The Euclidean norm of entries whose largest has this size, by squares that neither overflow nor underflow. */
export const scaledNorm = <A>(
  N: Pick<Arithmetic<A>, 'of' | 'add' | 'mul' | 'square'> & Pick<Radical<A>, 'div' | 'sqrt'>, largest: number,
  entries: ReadonlyArray<A>
): A => {
  const scale = N.of(scaleFor(largest))
  return N.div(N.sqrt(entries.map(a => N.square(N.mul(a, scale))).reduce(N.add, N.of(0))), scale)
}
