import type { Divisible } from '../number/Arithmetic.js'
import { degrees } from '../number/degrees.js'
import { blockLattice, fullGrid, type PointSet } from './points.js'
import type { Relation } from './Relation.js'
import { blocksOf } from './positions.js'
import type { Variables } from './Variable.js'
import { watched } from './watched.js'

/** The relations of a formula, once each number of its inputs is given by its position. */
export type Relations = <A>(N: Divisible<A>, rule: (position: number) => A) => ReadonlyArray<Relation<A>>

/** The smallest set of points that proves the formula, from the degrees that it is found to have; none where it relates nothing. */
export const smallestPointSet = (
  variables: Variables, relations: Relations, cancelled: () => boolean
): PointSet | undefined => {
  const blockOf = blocksOf(variables)
  const [numbers, blocks] = [blockOf.length, Object.keys(variables).length]
  const everything = numbers + blocks
  // Degree is counted for each number, for each variable that it is an entry of, and for all numbers together.
  const counts = everything + 1
  const D = watched(degrees(counts), cancelled)
  const counted = (position: number) => new Set([position, numbers + (blockOf[position] ?? 0), everything])
  const input = (position: number) => {
    const ones = counted(position)
    return { num: Array.from({ length: counts }, (_, i) => (ones.has(i) ? 1 : 0)), den: D.of(1).den }
  }
  const differences = relations(D, input).map(({ left, right }) => D.sub(left, right).num)
  if (differences.length === 0) return undefined
  const degree = (i: number): number => differences.reduce((most, d) => Math.max(most, d[i] ?? 0), 0)
  const sizes = Array.from({ length: blocks }, (_, b) => blockOf.filter(block => block === b).length)
  const candidates = [
    blockLattice(sizes.map((size, b) => ({ size, degree: degree(numbers + b) }))),
    fullGrid(blockOf.map((_, i) => degree(i))),
    blockLattice([{ size: numbers, degree: degree(everything) }])
  ]
  return candidates.reduce((best, candidate) => (candidate.count < best.count ? candidate : best))
}
