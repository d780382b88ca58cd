import { equal, type Place, type Plain, type Relation } from '../../src/claim/index.js'
import type { Interval } from '../../src/number/index.js'

/** A double beside the enclosure in which it should lie. */
export const beside = (float: number, known: Interval, place: Place): Relation<Plain> => equal<Plain>(float, known, place)
