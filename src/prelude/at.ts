import { refuse } from './Refusal.js'

/** The item at a place of a list, the first at 0; a place that the list has not is refused, for it is a slip and no value. */
export const at = <A>(list: ReadonlyArray<A>, place: number): A =>
  Number.isInteger(place) && place >= 0 && place < list.length
    ? list[place] as A
    : refuse('shape', 'at', `a place below ${list.length}`, String(place))
