/** All real numbers from lo to hi, both ends included; the ends may be infinite. A point has lo === hi and is exact. */
export interface Interval {
  readonly lo: number
  readonly hi: number
}

export const point = (x: number): Interval => ({ lo: x, hi: x })

/** Every real number: what is known of a value of which nothing is known. */
export const wholeLine: Interval = { lo: -Infinity, hi: Infinity }

export const contains = ({ lo, hi }: Interval, x: number): boolean => lo <= x && x <= hi

export const disjoint = (a: Interval, b: Interval): boolean => a.hi < b.lo || b.hi < a.lo

export const hull = (a: Interval, b: Interval): Interval => ({ lo: Math.min(a.lo, b.lo), hi: Math.max(a.hi, b.hi) })

/** The largest absolute value in the interval. */
export const magnitude = ({ lo, hi }: Interval): number => Math.max(Math.abs(lo), Math.abs(hi))
