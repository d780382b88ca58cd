/** All real numbers from lo to hi, both ends included; the ends may be infinite. A point has lo === hi and is exact. */
export interface Interval {
  readonly lo: number
  readonly hi: number
}

export const point = (x: number): Interval => ({ lo: x, hi: x })

/** Every real number: nothing is known of the value, not even whether it is defined. */
export const wholeLine: Interval = { lo: -Infinity, hi: Infinity }

/** No number: the value of a formula that is defined for none of its arguments. A NaN, as a point, is this. */
export const nowhere: Interval = { lo: NaN, hi: NaN }

export const isNowhere = ({ lo }: Interval): boolean => lo !== lo

export const isWholeLine = ({ lo, hi }: Interval): boolean => lo === -Infinity && hi === Infinity

/** For how many of its arguments a formula is defined, as far as its value tells: all, perhaps not all, none. */
export type Grade = 'defined' | 'perhaps' | 'nowhere'

export const gradeOf = (x: Interval): Grade => (isNowhere(x) ? 'nowhere' : isWholeLine(x) ? 'perhaps' : 'defined')

export const contains = ({ lo, hi }: Interval, x: number): boolean => lo <= x && x <= hi

export const disjoint = (a: Interval, b: Interval): boolean => a.hi < b.lo || b.hi < a.lo

/** The smallest interval around both, or the whole line when one of them alone is undefined. */
export const hull = (a: Interval, b: Interval): Interval => {
  const lo = Math.min(a.lo, b.lo)
  return lo === lo ? { lo, hi: Math.max(a.hi, b.hi) } : isNowhere(a) && isNowhere(b) ? nowhere : wholeLine
}

/** The largest absolute value in the interval. */
export const magnitude = ({ lo, hi }: Interval): number => Math.max(Math.abs(lo), Math.abs(hi))
