import type { Interval } from '../number/Interval.js'

/** A number in at most three digits. */
const short = (x: number): string =>
  x === 0 ? '0' : Number.isInteger(x) && Math.abs(x) < 1e6 ? String(x) : String(Number(x.toPrecision(3)))

/** A number or an enclosure for a line of text: "0.25", "[0.1, 0.2]". */
export const brief = (value: number | Interval): string =>
  typeof value === 'number' ? short(value)
    : short(value.lo) === short(value.hi) ? short(value.lo) : `[${short(value.lo)}, ${short(value.hi)}]`

export const seconds = (s: number): string => s.toFixed(2)
