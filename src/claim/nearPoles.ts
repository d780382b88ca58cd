import { type Interval, point } from '../number/Interval.js'
import { attempt, isLeft } from '../prelude/index.js'
import { drawnPoints, inside, type Point, type Side } from './chosen.js'
import type { Formula } from './forAll.js'
import { type Measured, measure } from './Measured.js'
import { liftBy } from './positions.js'
import { outside, relationsOf } from './Relation.js'
import { intervals } from './System.js'
import type { Variables } from './Variable.js'

/** What lies between two corners: a box, or the line from one to the other. */
interface Piece {
  readonly from: Point
  readonly to: Point
}

/** Of more numbers than these it is looked along lines alone. */
const mostSides = 3
const lines = 4

/** So often each side is cut in halves; of the pieces so many are kept that have a pole in the middle, and so many others. */
const rounds = 64
const kept = { inTheMiddle: 3, elsewhere: 4 }

/**
 * A point near a pole at which relations are wrong, if one is found. The box of all values, or lines between drawn ones, are cut in halves;
 * pieces on which the sides have bounds are left out, and of the others those are cut again in whose middle the relations are closest to
 * being wrong.
 */
export const nearPoles = <V extends Variables>(
  variables: V, formula: Formula<V>, sides: ReadonlyArray<Side>, seed: number, cancelled: () => boolean
): Point | undefined => {
  const isBox = sides.length <= mostSides
  const at = (piece: ReadonlyArray<Interval>): ReadonlyArray<Measured> => {
    const found = attempt(() => formula(intervals.N, liftBy(variables, k => piece[k] as Interval)))
    return isLeft(found) || found.right === outside ? [] : relationsOf(found.right).map(measure(intervals))
  }
  const look = (pieces: ReadonlyArray<Piece>, left: number): Point | undefined => {
    const open = pieces.filter(({ from, to }) => hasPole(at(from.map((a, k) => between(a, to[k] as number)))))
      .map(piece => ({ piece, middle: middleOf(piece) }))
      .map(each => ({ ...each, found: at(each.middle.map(point)) }))
    const wrong = open.find(({ found }) => found.some(({ outcome }) => outcome === 'violated'))
    if (wrong !== undefined) return wrong.middle
    const ranked = open.map(each => ({ ...each, slack: leastOf(each.found) })).sort((a, b) => a.slack - b.slack)
    const [poles, others] = [ranked.filter(({ slack }) => slack === -Infinity), ranked.filter(
      ({ slack }) => slack > -Infinity
    )]
    const next = [...poles.slice(0, kept.inTheMiddle), ...others.slice(0, kept.elsewhere)]
      .flatMap(({ piece, middle }) => halves(piece, middle, isBox))
    return left === 0 || next.length === 0 || cancelled() ? undefined : look(next, left - 1)
  }
  const box = { from: sides.map(([lo]) => lo), to: sides.map(([, hi]) => hi) }
  return look(isBox ? [box] : linesIn(drawnPoints(variables, sides, seed, 2 * lines), sides), rounds
    * (isBox ? sides.length : 1))
}

/** Lines between drawn points, and from some to 0. */
const linesIn = (points: ReadonlyArray<Point>, sides: ReadonlyArray<Side>): ReadonlyArray<Piece> => {
  const zero = inside(sides, sides.map(() => 0))
  return Array.from({ length: lines }, (_, k) =>
    ({ from: points[2 * k] ?? zero, to: (k % 2 === 0 ? points[2 * k + 1] : undefined) ?? zero }))
}

const between = (a: number, b: number): Interval => ({ lo: Math.min(a, b), hi: Math.max(a, b) })

/** Whether the enclosures have no bound, though something is defined. */
const hasPole = (found: ReadonlyArray<Measured>): boolean =>
  found.some(({ outcome }) => outcome !== 'holds') && !found.some(({ outcome }) => outcome === 'nowhere')
    && leastOf(found) === -Infinity

const leastOf = (found: ReadonlyArray<Measured>): number => found.reduce(
  (known, { outcome, slack }) => Math.min(known, outcome === 'nowhere' || outcome === 'perhaps' ? -Infinity : slack.lo),
  Infinity)

const middleOf = ({ from, to }: Piece): Point => from.map((a, k) => {
  const { lo, hi } = between(a, to[k] as number)
  return Math.min(hi, Math.max(lo, lo / 2 + hi / 2))
})

/** A box is cut across its widest side, a line through all; a piece between neighbours is not cut. */
const halves = ({ from, to }: Piece, middle: Point, isBox: boolean): ReadonlyArray<Piece> => {
  const widths = from.map((a, k) => Math.abs((to[k] as number) - a))
  const widest = widths.indexOf(widths.reduce((most, width) => Math.max(most, width), 0))
  const cut = (corner: Point): Point => corner.map((x, k) => (isBox && k !== widest ? x : middle[k] as number))
  const isCut = middle.some((x, k) => (!isBox || k === widest) && x !== from[k] && x !== to[k])
  return isCut ? [{ from, to: cut(to) }, { from: cut(from), to }] : []
}
