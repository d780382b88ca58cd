import type { Place, Plain, Relation } from '../../src/claim/index.js'
import type { Interval } from '../../src/number/index.js'

/** A tensor's entries as they should be, and a further size beside which it shows how far an agreement resolves. */
interface Scale {
  readonly among: ReadonlyArray<Interval>
  readonly size: number
}

/** A double of the function that is judged beside the enclosure in which it should lie. */
export const beside = (
  judged: string, judge: string, float: number, known: Interval, place: Place, { among, size }: Scale
): Relation<Plain> => ({ kind: '=', left: float, right: known, place, sides: [judged, judge], among, size })
