import { atMost, between, equal, type Place, type Plain, type Relation } from '../../src/claim/index.js'
import {
  type Analytic, disjoint, dual, type Dual, dualAnalytic, dualsAlongAll, fromEntries, hull, interval, type Interval,
  point, sizeOf, vectorOf
} from '../../src/number/index.js'
import type { Tensor } from '../../src/tensor/index.js'
import { exactDoubles, isExact, type SumOfProducts } from '../judges/exactDoubles.js'
import { inAnyOrder } from '../judges/inAnyOrder.js'
import { cotangentName } from './answer.js'
import type { Bound } from './bound.js'
import { along, type Direction, unit } from './derivative.js'
import type { Define, Named } from './subject.js'

type Where<A> = Analytic<A>['where']

/** The number system with another branch, and with all that bends made of it. */
export const branching = <A>(N: Analytic<A>, where: Where<A>): Analytic<A> => {
  const zero = N.of(0)
  return {
    ...N,
    where,
    max: (a, b) => where(a, b, a, b),
    min: (a, b) => where(b, a, a, b),
    relu: a => where(zero, a, zero, a),
    abs: a => where(a, N.neg(a), a, N.neg(a))
  }
}

/** Duals that take, where two sides are equal, the branch that lies ahead along the tangent: their derivative is the one-sided one. */
const ahead = <A>(N: Analytic<A>): Analytic<Dual<A>> => {
  const where = (a: Dual<A>, b: Dual<A>, x: Dual<A>, y: Dual<A>): Dual<A> => {
    const pick = (s: A, t: A): A => N.where(
      a.value, b.value, N.where(b.value, a.value, N.where(a.tangent, b.tangent, s, t), s), t
    )
    return dual(pick(x.value, y.value), pick(x.tangent, y.tangent))
  }
  return branching(dualAnalytic(N), where)
}

/** The derivatives of <dy, f> ahead along v and behind: two numbers at a kink that v crosses, else one. */
const bothSides = (
  { precision }: Bound, define: Define, inputs: Named, dy: Tensor, v: Direction
): readonly [Interval, Interval] => {
  const back: Direction = (name, i) => 0 - v(name, i)
  const found = inAnyOrder(N => vectorOf([
    along(N, define, inputs, dy, v, ahead(N)), N.sub(N.of(0), along(N, define, inputs, dy, back, ahead(N)))
  ]), precision)
  return [found.at(0), found.at(1)]
}

const isOne = ([right, left]: readonly [Interval, Interval]): boolean => !disjoint(right, left)

const shown = ({ lo, hi }: Interval): string => (lo === hi ? `${lo}` : `[${lo}, ${hi}]`)

/** What a failure should say of an entry where the definition, or a part of it, has a kink: which slope is whose. */
export const kinkNote = (bound: Bound, inputs: Named, dy: Tensor, name: string, i: number): string => {
  const { define, precision } = bound
  if (define === undefined) return ''
  const sides = bothSides(bound, define, inputs, dy, unit(name, i))
  if (!isOne(sides)) {
    return `, at a kink of the definition, which takes one slope there; to the right it is ${shown(sides[0])}, to the left `
      + `${shown(sides[1])} (atKinks: 'any' accepts all between)`
  }
  const taken = inAnyOrder(N => vectorOf([along(N, define, inputs, dy, unit(name, i))]), precision).at(0)
  return !disjoint(taken, sides[0]) ? ''
    : `, at a kink of parts of the definition, whose conventions give ${shown(taken)} there; the slope on both `
      + `sides is ${shown(sides[0])}, and that is the derivative (atKinks: 'any' accepts it alone)`
}

interface Entry {
  readonly name: string
  readonly position: number
}

const entriesOf = ({ varying }: Bound, inputs: Named): ReadonlyArray<Entry> => varying.flatMap(name =>
  Array.from({ length: sizeOf(inputs[name]?.shape ?? []) }, (_, position) => ({ name, position })))

/** Of each tie that the definition passes, how its two sides draw apart: the derivative of their difference by each entry. */
const tiesOf = (define: Define, inputs: Named, entries: ReadonlyArray<Entry>): ReadonlyArray<ReadonlyArray<number>> => {
  type All = Dual<SumOfProducts, ReadonlyArray<SumOfProducts>>
  const [N, D] = [exactDoubles, dualsAlongAll(exactDoubles)]
  let ties: ReadonlyArray<ReadonlyArray<number>> = []
  const where = (a: All, b: All, x: All, y: All): All => {
    if (isExact(a.value) && isExact(b.value) && a.value.value === b.value.value) {
      ties = [...ties, entries.map((_, k) => (a.tangent[k]?.value ?? 0) - (b.tangent[k]?.value ?? 0))]
    }
    return D.where(a, b, x, y)
  }
  const lifted = Object.fromEntries(
    Object.entries(inputs).map(([name, t]) => [name, fromEntries(t.shape, Array.from(t.data, (x, i) =>
      dual(N.of(x), entries.map(entry => N.of(entry.name === name && entry.position === i ? 1 : 0)))))])
  )
  define(branching(D, where))(lifted)
  return ties.filter(tie => tie.some(a => a !== 0))
}

/** Vectors that no row changes along: a basis of the null space, by elimination. */
const nullSpace = (rows: ReadonlyArray<ReadonlyArray<number>>, size: number): ReadonlyArray<ReadonlyArray<number>> => {
  const reduced = rows.reduce<ReadonlyArray<{ readonly pivot: number; readonly row: ReadonlyArray<number> }>>(
    (found, row) => {
      const rest = found.reduce((r, { pivot, row: known }) => minus(r, known, r[pivot] ?? 0), row)
      const pivot = rest.findIndex(a => a !== 0)
      if (pivot < 0) return found
      const normal = rest.map(a => a / (rest[pivot] ?? 1))
      return [...found.map(known => ({ ...known, row: minus(known.row, normal, known.row[pivot] ?? 0) })), {
        pivot, row: normal
      }]
    }, []
  )
  const isPivot = (k: number): boolean => reduced.some(({ pivot }) => pivot === k)
  return Array.from({ length: size }, (_, k) => k).filter(k => !isPivot(k)).map(free =>
    Array.from({ length: size }, (_, k) =>
      (k === free ? 1 : 0 - (reduced.find(({ pivot }) => pivot === k)?.row[free] ?? 0))))
}

const minus = (a: ReadonlyArray<number>, b: ReadonlyArray<number>, times: number): ReadonlyArray<number> =>
  a.map((x, i) => x - times * (b[i] ?? 0))

/**
 * Where any slope is accepted at kinks: each entry lies between the slopes on either side, and along every direction that keeps ties, where
 * there is one slope only, the entries together have that slope. Nothing where there is no kink, or the definition's own is asked for.
 */
export const acceptedAtKinks = (
  bound: Bound, inputs: Named, dy: Tensor, pulled: Named
): ReadonlyArray<Relation<Plain>> | undefined => {
  const { atKinks, define } = bound
  if (atKinks !== 'any' || define === undefined) return undefined
  const entries = entriesOf(bound, inputs)
  const ties = tiesOf(define, inputs, entries)
  if (ties.length === 0) return undefined
  const judged = (given: Interval, v: Direction, place: string): ReadonlyArray<Relation<Plain>> => {
    const sides = bothSides(bound, define, inputs, dy, v)
    const one = between('the layer gives', 'the one slope there is', equal<Plain>(given, sides[0], place))
    return isOne(sides) ? [one] : betweenSlopes(given, hull(...sides), place)
  }
  const given = ({ name, position }: Entry): Interval => point(pulled[name]?.data[position] ?? NaN)
  const spelled = ({ name, position }: Entry): string => `${cotangentName(name)} entry ${position}`
  return [
    ...entries.flatMap(entry => judged(given(entry), unit(entry.name, entry.position), spelled(entry))),
    ...nullSpace(ties, entries.length).filter(v => v.filter(a => a !== 0).length > 1).flatMap(v => {
      const together = entries.filter((_, k) => v[k] !== 0)
      const weight: Direction = (name, position) =>
        v[entries.findIndex(entry => entry.name === name && entry.position === position)] ?? 0
      const total = together.map(entry => interval.mul(point(weight(entry.name, entry.position)), given(entry))).reduce(
        interval.add
      )
      return judged(total, weight, `${together.map(spelled).join(' with ')}, tied together`)
    })
  ]
}

/** That a slope lies between those on either side of a kink. */
export const betweenSlopes = (given: Plain, { lo, hi }: Interval, place: Place): ReadonlyArray<Relation<Plain>> => [
  between('the least slope on either side is', 'the layer gives', atMost<Plain>(lo, given, place)),
  between('the layer gives', 'the largest slope on either side is', atMost<Plain>(given, hi, place))
]
