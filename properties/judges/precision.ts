/** The numbers in which a function computes: their digits, the least of them above 0, and where they end. */
export interface Precision {
  readonly bits: number
  readonly least: number
  /** From here on a partial result may leave the range: nothing is then said of the whole. */
  readonly largest: number
}

export type PrecisionName = 'double' | 'single'

export const double: Precision = { bits: 53, least: 2 ** -1074, largest: 2 ** 1023 }

const single: Precision = { bits: 24, least: 2 ** -149, largest: 2 ** 127 }

/** Doubles as if their range had no ends: beside what is said to be right up to them. */
export const unending: Precision = { bits: 53, least: 0, largest: Infinity }

export const precisions: Readonly<Record<PrecisionName, Precision>> = { double, single }
