import fc from 'fast-check'
import { indicesOf } from '../../src/number/index.js'
import { isLeft } from '../../src/prelude/index.js'
import type { Tensor } from '../../src/tensor/index.js'
import type { Share } from '../contracts/Contract.js'
import { mostFalseAlarms, tailOf } from '../judges/frequencies.js'
import type { Draws, Over } from './drawn.js'
import { type Finding, noRemarks } from './Finding.js'
import { forwardAt, type Subject } from './Subject.js'

// As many calls as show a share that is off by a fortieth.
const calls = 50

/** Whether an entry of a matrix was kept, whatever is outside of it. */
const keptIn = ({ shape: [, columns = 0], data }: Tensor) =>
  (i: number, j: number): boolean => data[i * columns + j] !== 0

/** What is asked of the entry at a row and a column, where it is asked. */
interface Event {
  readonly what: string
  readonly isAsked: (i: number, j: number) => boolean
  readonly happens: (kept: (i: number, j: number) => boolean, i: number, j: number) => boolean
  readonly probability: number
}

/** Each entry stays with its probability, and disjoint pairs of neighbours are alike as often as independent ones are. */
const eventsFor = (kept: number): ReadonlyArray<Event> => {
  const alike = kept * kept + (1 - kept) * (1 - kept)
  return [
    { what: 'the share of entries that stay', isAsked: () => true, happens: (at, i, j) => at(i, j), probability: kept },
    {
      what: 'the share of neighbours in a row that both stay or both go', isAsked: (_, j) => j % 2 === 0,
      happens: (at, i, j) => at(i, j) === at(i, j + 1), probability: alike
    },
    {
      what: 'the share of neighbours in a column that both stay or both go', isAsked: i => i % 2 === 0,
      happens: (at, i, j) => at(i, j) === at(i + 1, j), probability: alike
    }
  ]
}

/** That random entries are kept as a contract says: refuted where the chance of a share as far off as the one found is below 1e-9. */
export const shareOver = (subject: Subject, { result, caseFor, kept }: Share, { seed }: Draws): Over => {
  const answers = fc.sample(fc.nat(2 ** 30), { seed, numRuns: calls }).map(k => forwardAt(subject, caseFor(k)))
  const failed = answers.find(isLeft)
  if (failed !== undefined) return { finding: { ...failed.left, case: caseFor(1) }, remarks: noRemarks }
  const drawn = answers.flatMap(answer => (isLeft(answer) ? [] : [answer.right.results[result] as Tensor]))
  const events = eventsFor(kept)
  const off = events.flatMap(({ what, isAsked, happens, probability }): ReadonlyArray<Finding> => {
    const seen = drawn.flatMap(t => {
      const index = indicesOf(t.shape)
      const places = Array.from(t.data, (_, k) => index(k) as readonly [number, number])
      return places.filter(([i, j]) => isAsked(i, j)).map(([i, j]) => happens(keptIn(t), i, j))
    })
    const share = seen.filter(Boolean).length / seen.length
    if (tailOf(seen.length, share, probability, events.length) >= mostFalseAlarms) return []
    const got = share.toFixed(3)
    return [{
      verdict: 'wrong', law: 'share', got, want: String(probability), case: caseFor(1),
      says: `${what} is ${got} of ${seen.length}, and should be near ${probability}`
    }]
  })[0]
  return { ...off === undefined ? {} : { finding: off }, remarks: noRemarks }
}
