import { given, tabulate } from '../prelude/index.js'
import type { Finding } from './Study.js'

/** What a finding says before anything is counted. */
export interface Told {
  readonly id: string
  /** The rows of the document's ledger that it settles. */
  readonly rows: ReadonlyArray<string>
  readonly statement: string
  /** "holds" unless said. */
  readonly expected?: Finding['expected']
}

/** A case in which a statement held, or not, and what was seen. */
export interface Case {
  readonly name: string
  readonly holds: boolean
  readonly found: string
}

/**
 * A statement about cases that were all run: it holds in every one, or in `least` of them.
 *
 * @example
 * const cases = [1, 2, 3].map(seed => ({ name: `seed ${seed}`, holds: seed < 3, found: `${seed} %` }))
 * everyCase({ id: 'a', rows: [], statement: 'the error is below 3 %' }, cases).found // 'fails for seed 3: 3 %'
 * everyCase({ id: 'a', rows: [], statement: 'mostly' }, cases, 2).verdict // 'supported'
 */
export const everyCase = (told: Told, cases: ReadonlyArray<Case>, least: number = cases.length): Finding => {
  given.number('everyCase', 'at least one case', cases.length, cases.length > 0)
  given.whole('everyCase', 'least', least, 1)
  const [right, wrong] = [cases.filter(({ holds }) => holds), cases.filter(({ holds }) => !holds)]
  const shown = (some: ReadonlyArray<Case>) => some.slice(0, shownAtMost).map(({ name, found }) => `${name}: ${found}`).join('; ')
    + (some.length > shownAtMost ? `; and ${some.length - shownAtMost} more` : '')
  return {
    ...about(told), verdict: right.length >= least ? 'supported' : 'refuted',
    found: wrong.length === 0 ? shown(right)
      : `${least < cases.length ? `${right.length} of ${cases.length}; ` : ''}fails for ${shown(wrong)}`
  }
}

const shownAtMost = 8

const about = ({ id, rows, statement, expected = 'holds' }: Told): Pick<Finding, 'id' | 'rows' | 'statement' | 'expected'> =>
  ({ id, rows, statement, expected })

// What is true is refuted by chance at most this often, as where draws are judged.
const mostFalseAlarms = 1e-9
const confidence = 0.95

/**
 * A statement about a probability p: an event has at least this probability in a draw, such as a seed.
 *
 * It is refuted where so few events, `hits` of `draws`, have a probability of less than 1e-9 if p is as claimed. It is undecided where no
 * event at all would not refute it. Told with them: the exact (Clopper-Pearson) interval for p at 95 %.
 *
 * @example
 * const told = { id: 'a', rows: [], statement: 'at least 80 % of seeds end without an error' }
 * shareOf(told, { hits: 38, draws: 40, least: 0.8 }).found // '38 of 40, p from 0.831 to 0.994 (95 %); so few or fewer: 9.99e-1 if p = 0.8'
 * shareOf(told, { hits: 2, draws: 40, least: 0.8 }).verdict // 'refuted'
 * shareOf(told, { hits: 5, draws: 5, least: 0.8 }).verdict // 'undecided'
 *
 * @source Clopper and Pearson 1934
 */
export const shareOf = (
  told: Told, { hits, draws, least }: { readonly hits: number; readonly draws: number; readonly least: number }
): Finding => {
  given.whole('shareOf', 'draws', draws, 1)
  given.whole('shareOf', 'hits', hits, 0)
  given.number('shareOf', 'hits of the draws', hits, hits <= draws)
  given.number('shareOf', 'a probability from 0 to 1', least, least >= 0 && least <= 1)
  const tail = atMost(hits, draws, least)
  const [low, high] = interval(hits, draws)
  const isBlind = atMost(0, draws, least) >= mostFalseAlarms
  return {
    ...about(told), verdict: tail < mostFalseAlarms ? 'refuted' : isBlind ? 'undecided' : 'supported',
    found: `${hits} of ${draws}, p from ${low.toFixed(3)} to ${high.toFixed(3)} (95 %); so few or fewer: ${tail.toExponential(2)} if p = ${least}`
      + (isBlind ? `; ${draws} draws are too few to refute it` : '')
  }
}

/** The probability of at most k events in n draws. */
const atMost = (k: number, n: number, p: number): number =>
  tabulate(k + 1, i => Math.exp(logChoose(n, i) + logPower(p, i) + logPower(1 - p, n - i))).reduce((a, b) => a + b, 0)

// 0^0 is 1
const logPower = (base: number, exponent: number): number => (exponent === 0 ? 0 : exponent * Math.log(base))

const logChoose = (n: number, k: number): number =>
  tabulate(k, i => Math.log((n - i) / (i + 1))).reduce((a, b) => a + b, 0)

/** All p for which neither so few nor so many events are rarer than half of what the confidence leaves. */
const interval = (hits: number, draws: number): readonly [number, number] => {
  const rare = (1 - confidence) / 2
  return [
    hits === 0 ? 0 : rootOf(p => 1 - atMost(hits - 1, draws, p) - rare),
    hits === draws ? 1 : rootOf(p => rare - atMost(hits, draws, p))
  ]
}

/** Where an increasing function on [0, 1] becomes positive, to 2^-40. */
const rootOf = (f: (p: number) => number): number =>
  tabulate(40, k => 2 ** -(k + 1)).reduce((low, step) => (f(low + step) < 0 ? low + step : low), 0)
