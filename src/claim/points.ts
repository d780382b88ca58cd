/**
 * Sets of points on which a polynomial of known degree cannot vanish without vanishing everywhere. Points are given as whole numbers
 * that number the nodes of each variable, the smallest points first.
 */
export interface PointSet {
  readonly name: 'basis' | 'grid' | 'lattice'
  readonly count: number
  readonly points: () => Iterable<ReadonlyArray<number>>
}

const choose = (n: number, k: number): number =>
  Array.from({ length: k }, (_, i) => i).reduce((product, i) => (product * (n - i)) / (i + 1), 1)

/** All ways to give m variables whole numbers >= 0 of sum at most d. */
function* simplex(m: number, d: number): Iterable<ReadonlyArray<number>> {
  if (m === 0) yield []
  else for (let k = 0; k <= d; k++) for (const rest of simplex(m - 1, d - k)) yield [k, ...rest]
}

function* product(parts: ReadonlyArray<() => Iterable<ReadonlyArray<number>>>): Iterable<ReadonlyArray<number>> {
  const [first, ...others] = parts
  if (first === undefined) yield []
  else for (const head of first()) for (const tail of product(others)) yield [...head, ...tail]
}

/** Variables of a block, and the joint degree of the polynomial in them: C(m + d, d) points a block. */
export const blockLattice = (blocks: ReadonlyArray<{ readonly size: number; readonly degree: number }>): PointSet => ({
  name: blocks.length === 1 ? 'lattice' : blocks.every(b => b.degree <= 1) ? 'basis' : 'lattice',
  count: blocks.reduce((count, { size, degree }) => count * choose(size + degree, Math.min(degree, size)), 1),
  points: () => product(blocks.map(({ size, degree }) => () => simplex(size, degree)))
})

/** Each variable with its own degree: d + 1 points a variable. */
export const fullGrid = (degrees: ReadonlyArray<number>): PointSet => ({
  name: 'grid',
  count: degrees.reduce((count, degree) => count * (degree + 1), 1),
  points: () => product(degrees.map(degree => () => simplex(1, degree)))
})

/** The same set with no more than the first of its points. */
export const firstOf = (set: PointSet, most: number): PointSet => ({
  ...set,
  points: function* () {
    let left = most
    for (const point of set.points()) {
      if (left-- <= 0) return
      yield point
    }
  }
})
