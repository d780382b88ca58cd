import type { Analytic } from '../number/Arithmetic.js'
import { interval } from '../number/intervalArithmetic.js'
import { type Interval, point } from '../number/Interval.js'
import { refuse } from '../prelude/index.js'
import type { Evidence, Judge, Judgement } from './Claim.js'
import { describe, type Measured, measure } from './Measured.js'
import { asRaised } from './raised.js'
import { type Relation, relationsOf } from './Relation.js'
import { show } from './show.js'
import { type Checked, noticed, noticing } from './slips.js'
import { intervals } from './System.js'

/** For each variable the smallest and largest value it may take. */
export type Box<K extends string> = Readonly<Record<K, readonly [number, number]>>

/** An inequality between real functions of one number a variable. */
export type BoxFormula<K extends string> = <A>(N: Analytic<A>, given: Readonly<Record<K, A>>) => Relation<A>

export interface EnclosedOptions {
  /** Whether the sides must differ too. */
  readonly isStrict?: boolean
  /** Past this many pieces the enclosures are too wide for the claim, or it is false by too little to see. */
  readonly mostPieces?: number
}

/**
 * Proves an inequality everywhere on a box: the box is cut until the enclosure of each piece decides. The formula must be defined on all
 * of it; a corner of a piece where it is not refuses the box.
 *
 * @example
 * const bound = (N, { x }) => atMost(N.sub(x, N.sin(x)), N.of(1))
 * enclosed({ x: [0, 1] }, bound)(effort(), 'sine/near').verdict // 'proved'
 */
export const enclosed = <K extends string>(
  box: Box<K>, formula: BoxFormula<K>, { isStrict = false, mostPieces = 50_000 }: EnclosedOptions = {}
): Judge => {
  const names = Object.keys(box) as unknown as ReadonlyArray<K>
  for (const name of names) {
    const [lo, hi] = box[name]
    if (!(Number.isFinite(lo) && Number.isFinite(hi) && lo <= hi)) {
      refuse('domain', `enclosed: ${name}`, 'a range from a finite number up to another', `[${lo}, ${hi}]`)
    }
  }
  return ({ cancelled }) => {
    const at = (piece: ReadonlyArray<Interval>): Measured => {
      const found = relationsOf(
        formula(intervals.N, Object.fromEntries(names.map((name, i) => [name, piece[i]])) as Record<K, Interval>)
      )
      const [relation] = found
      return relation !== undefined && found.length === 1 && relation.kind === '<='
        ? asked(measure(intervals)(relation), isStrict)
          : refuse('undecided', 'enclosed', 'one inequality, by atMost', toldOf(found))
    }
    const notice = (): void => {
      const found = formula(
        noticing, Object.fromEntries(names.map(name => [name, noticing.of(box[name][0])])) as Record<K, Checked>
      )
      noticed(relationsOf(found).flatMap(({ left, right }) => [left, right]))
    }
    return cut(names, names.map(name => ({ lo: box[name][0], hi: box[name][1] })), at, notice, cancelled, mostPieces)
  }
}

/** Where sides must differ, those that are equal do not hold, and those that may be are open. */
const asked = (found: Measured, isStrict: boolean): Measured =>
  (isStrict && found.outcome === 'holds' && found.slack.lo <= 0
    ? { ...found, outcome: found.slack.hi <= 0 ? 'violated' : 'open' }
    : found)

const toldOf = (found: ReadonlyArray<Relation<Interval>>): string =>
  found.length === 1 ? 'an equality: no cutting makes its enclosure a point'
    : `${found.length} relations: claim each on its own`

type Piece = ReadonlyArray<Interval>

const cut = (
  names: ReadonlyArray<string>, whole: Piece, at: (piece: Piece) => Measured, notice: () => unknown,
  cancelled: () => boolean,
  mostPieces: number
): Judgement => {
  const open: Array<Piece> = []
  const scope =
    `all ${names.map((name, i) => `${name} in [${whole[i]?.lo ?? NaN}, ${whole[i]?.hi ?? NaN}]`).join(', ')}`
  let pieces = 0
  let smallest: Interval | null = null
  const evidence = (undecidedCases: number): Evidence =>
    ({ strength: 'enclosed', scope, cases: pieces, undecidedCases, slack: smallest, resolution: 0 })
  const undecided = (reason: string): Judgement =>
    ({ verdict: 'undecided', evidence: evidence(open.length + 1), reason })
  try {
    notice()
    for (let piece: Piece | undefined = whole; piece !== undefined; piece = open.pop()) {
      pieces += 1
      if (cancelled()) return undecided('interrupted')
      const found = at(piece)
      if (pieces > mostPieces) {
        const why = found.outcome === 'perhaps' ? 'the formula may be undefined' : 'the enclosures are too wide'
        return undecided(`${why} near ${inputAt(names, piece)}`)
      }
      if (found.outcome === 'holds') {
        if (smallest === null || found.slack.lo < smallest.lo) smallest = found.slack
        continue
      }
      for (const place of placesIn(piece, found, pieces === 1)) {
        const there = place === piece ? found : at(place)
        if (there.outcome === 'violated') return refutedAt(names, place, there, evidence(0))
        if (there.outcome === 'nowhere') {
          return {
            verdict: 'vacuous', evidence: evidence(1), reason: `the formula is undefined at ${inputAt(names, place)}`
          }
        }
      }
      if (names.length === 0) return undecided('too close to call')
      for (const half of halves(piece)) open.push(half)
    }
    return { verdict: 'proved', evidence: evidence(0) }
  } catch (error) {
    return undecided(asRaised('the formula', error, interval).message)
  }
}

// between the least doubles half of each is 0
const middleOf = ({ lo, hi }: Interval): number => Math.min(hi, Math.max(lo, lo / 2 + hi / 2))

/**
 * Where a piece is looked at more closely: all of it where it is wrong, else its middle; its corners too where it may be undefined, or is
 * the whole box.
 */
const placesIn = (piece: Piece, { outcome }: Measured, isAll: boolean): ReadonlyArray<Piece> => {
  if (outcome === 'violated') return [piece]
  const middle = piece.map(side => point(middleOf(side)))
  return outcome === 'open' && !isAll ? [middle] : [middle, ...piece.reduce<ReadonlyArray<Piece>>(
    (corners, { lo, hi }) => corners.flatMap(corner => [...new Set([lo, hi])].map(end => [...corner, point(end)])),
    [[]])]
}

const halves = (piece: Piece): ReadonlyArray<Piece> => {
  const widths = piece.map(({ lo, hi }) => hi - lo)
  const widest = widths.reduce((best, width, i) => (width > (widths[best] ?? 0) ? i : best), 0)
  const part = (side: (whole: Interval) => Interval): Piece =>
    piece.map((whole, i) => (i === widest ? side(whole) : whole))
  return [part(whole => ({ lo: middleOf(whole), hi: whole.hi })), part(
    whole => ({ lo: whole.lo, hi: middleOf(whole) })
  )]
}

const inputAt = (names: ReadonlyArray<string>, piece: Piece): string =>
  names.map((name, i) => `${name} = ${show(piece[i])}`).join(', ')

const refutedAt = (names: ReadonlyArray<string>, piece: Piece, measured: Measured, evidence: Evidence): Judgement => ({
  verdict: 'refuted',
  evidence: { ...evidence, slack: measured.slack },
  counterexample: { input: inputAt(names, piece), slack: measured.slack, detail: describe(measured) }
})
