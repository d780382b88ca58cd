import type { Analytic } from '../number/Arithmetic.js'
import { type Formal, formals } from '../number/formal.js'
import { disjoint, point } from '../number/Interval.js'
import { attempt, isLeft } from '../prelude/index.js'
import type { Measured } from './Measured.js'
import { outside, type Relation } from './Relation.js'

type Found<A> = ReadonlyArray<Relation<A>> | typeof outside

/**
 * What was measured at one point, where sides that no number of bits tells apart may be one number by the laws of their functions, as
 * log exp 3 and 3 are. Both sides are known to be defined there.
 */
export const settledByLaws = (
  formula: <A>(N: Analytic<A>) => Found<A>, looked: ReadonlyArray<Measured> | typeof outside
): ReadonlyArray<Measured> | typeof outside => {
  if (looked === outside || !looked.some(isOpen)) return looked
  const { N, compare } = formals(true)
  const isSame = (a: Formal, b: Formal): boolean => compare(a, b) === 'same'
  const found = attempt(
    () => formula<Formal>({ ...N, where: (a, b, x, y) => (isSame(a, b) ? x : N.where(a, b, x, y)) })
  )
  if (isLeft(found) || found.right === outside) return looked
  const relations = found.right
  return looked.map((measured, k): Measured => {
    const { left, right } = relations[k] as Relation<Formal>
    if (!isOpen(measured)) return measured
    if (measured.outcome === 'wide' && disjoint(left.near, right.near)) {
      return { ...measured, outcome: 'violated', left: left.near, right: right.near }
    }
    const same = attempt(() => isSame(left, right))
    return !isLeft(same) && same.right ? { ...measured, outcome: 'holds', slack: point(0), resolution: 0 } : measured
  })
}

const isOpen = ({ outcome }: Measured): boolean => outcome === 'open' || outcome === 'wide'
