import type { Analytic } from '../number/Arithmetic.js'
import { interval } from '../number/intervalArithmetic.js'
import { type Interval, point } from '../number/Interval.js'
import { largest } from '../prelude/index.js'
import type { Evidence, Judge, Judgement } from './Claim.js'
import type { Relation } from './Relation.js'
import { show } from './show.js'
import { intervals, measure, type Measured } from './System.js'

/** For each variable the smallest and largest value it may take. */
export type Box<K extends string> = Readonly<Record<K, readonly [number, number]>>

/** An inequality between real functions of one number a variable. */
export type BoxFormula<K extends string> = <A>(N: Analytic<A>, given: Readonly<Record<K, A>>) => Relation<A>

// Past this many pieces the enclosures are too wide for the claim, or it is false by too little to see.
const mostPieces = 50_000

/** Proves an inequality everywhere on a box: the box is cut until the enclosure of each piece decides. */
export const enclosed = <K extends string>(box: Box<K>, formula: BoxFormula<K>): Judge => ({ cancelled }) => {
  const names = Object.keys(box) as unknown as ReadonlyArray<K>
  const at = (piece: ReadonlyArray<Interval>): Measured =>
    measure(intervals)(formula(interval, Object.fromEntries(names.map((name, i) => [name, piece[i]])) as Record<K, Interval>))
  const open: Array<ReadonlyArray<Interval>> = [names.map(name => ({ lo: box[name][0], hi: box[name][1] }))]
  const scope = names.map(name => `${name} in [${box[name].join(', ')}]`).join(', ')
  let pieces = 0
  let smallest: Interval | null = null
  const evidence = (undecidedCases: number): Evidence =>
    ({ strength: 'enclosed', scope: `all ${scope}`, cases: pieces, undecidedCases, slack: smallest, resolution: 0 })
  for (let piece = open.pop(); piece !== undefined; piece = open.pop()) {
    pieces += 1
    if (cancelled() || pieces > mostPieces) {
      const reason = cancelled() ? 'interrupted' : 'the enclosures are too wide'
      return { verdict: 'undecided', evidence: evidence(open.length + 1), reason }
    }
    const found = at(piece)
    const middle = piece.map(({ lo, hi }) => point(lo / 2 + hi / 2))
    const violated = [found, at(middle)].find(m => m.outcome === 'violated')
    if (violated !== undefined) return refutedAt(names, found === violated ? piece : middle, violated, evidence(0))
    if (found.outcome !== 'holds') for (const half of halves(piece)) open.push(half)
    else if (smallest === null || found.slack.lo < smallest.lo) smallest = found.slack
  }
  return { verdict: 'proved', evidence: evidence(0) }
}

const halves = (piece: ReadonlyArray<Interval>): ReadonlyArray<ReadonlyArray<Interval>> => {
  const widths = piece.map(({ lo, hi }) => hi - lo)
  const widest = widths.indexOf(largest(widths))
  const cut = (side: (whole: Interval, middle: number) => Interval) =>
    piece.map((whole, i) => (i === widest ? side(whole, whole.lo / 2 + whole.hi / 2) : whole))
  return [cut(({ hi }, middle) => ({ lo: middle, hi })), cut(({ lo }, middle) => ({ lo, hi: middle }))]
}

const refutedAt = (
  names: ReadonlyArray<string>, piece: ReadonlyArray<Interval>, { slack, left, right }: Measured, evidence: Evidence
): Judgement => ({
  verdict: 'refuted',
  evidence: { ...evidence, slack },
  counterexample: {
    input: names.map((name, i) => `${name} = ${show(piece[i])}`).join(', '),
    slack,
    detail: `left ${show(left)}, right ${show(right)}`
  }
})
