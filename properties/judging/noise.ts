import type { Interval } from '../../src/number/index.js'
import { hashed } from '../cases/hashed.js'
import type { Case } from '../contracts/Contract.js'
import * as T from '../../src/tensor/index.js'
import type { Tensor } from '../../src/tensor/index.js'
import { arraysIn } from './called.js'
import type { Look } from './drawn.js'

// A number outside the room of the definition is a wrong formula, or the roundings of another one. Neighbours tell: the error of a wrong
// formula is nearly the same there, roundings have either sign.

/** So many neighbours: roundings have one sign at all of them once in 2^31 times. */
const neighbours = 32

/** An error that is so many times that of all neighbours is none of the roundings that they have, but one of this case alone. */
const alone = 2 ** 10

/** How far neighbours are: from parts of 2^-8, at which single and half precision round otherwise too, to parts of 2^-20. */
const reachOf = (seed: number): number => 2 ** -(8 + 4 * (seed % 4))

const nextTo = (seed: number, name: string) => (x: number, i: number): number =>
  x * (1 + reachOf(seed) * (hashed(seed, name, i) / 2 ** 31 - 1))

/** The array with each entry moved a little; what is 0 stays. */
export const neighbour = (seed: number, name: string, { shape, data }: Tensor): Tensor =>
  T.fromFlat(shape, Array.from(data, nextTo(seed, name)))

/** The case with all of its doubles moved a little. */
export const neighbourOf = (seed: number, given: Case): Case => ({
  ...given,
  ...Object.fromEntries(Object.entries(arraysIn(given)).map(([name, t]) => [name, neighbour(seed, name, t)]))
})

/** An entry that lies outside its room: how far, and how wide the room is. */
export interface Outside {
  readonly name: string
  readonly position: number
  readonly by: number
  readonly room: number
  readonly value: number
  /** The size of the largest entry of the array. */
  readonly largest: number
}

// Single precision has 24 bits, of which sums may cost four.
const single = 2 ** -20

/**
 * Whether the entry is a number of single precision, and off by no more than a few roundings of these: constants, too, may be rounded so,
 * and err to one side at each neighbour.
 */
const isSingle = ({ value, by, largest }: Outside): boolean => Math.fround(value) === value && by <= single * largest

/** Whether roundings of single precision may err so much, where no number on the way is larger than the array's entries, or than 1. */
const isFine = ({ by, largest }: Outside): boolean => by <= single * Math.max(1, largest)

/** Whether errors are no larger than what roundings are known to lose, by less than a digit: then they say nothing. */
export const areNoise = (entries: ReadonlyArray<Outside>, { noise }: Look): boolean =>
  entries.every(({ by, room }) => digitsOf(by, room) <= noise + 1)

// Single precision costs 29 of the 53 bits, nearly nine digits, and its sums may cost two more. What costs as many is no rounding.
export const allDigits = 11

const digitsOf = (error: number, room: number): number =>
  (Number.isNaN(error) ? Infinity : Math.max(0, Math.floor(Math.log10(error / room))))

/** What the errors at neighbours say. */
export interface Errors {
  /** Whether they are those of a wrong formula, and no roundings. */
  readonly isSignal: boolean
  /** How many digits are lost, of those that the definition keeps. */
  readonly digits: number
  /** Whether none is larger than roundings of single precision. */
  readonly isFine: boolean
}

/**
 * Whether entries that lie outside their rooms are wrong or only rounded. `residualsAt` gives what the entries are too large by at a
 * neighbour, enclosed; or undefined where there is no result.
 */
export const errorsOf = (
  entries: ReadonlyArray<Outside>, residualsAt: (seed: number) => ReadonlyArray<Interval> | undefined
): Errors => {
  const largest = entries.reduce((most, { by, room }) => Math.max(most, digitsOf(by, room)), 0)
  const size = { isFine: entries.every(isFine) }
  // be it by roundings or not, such a number is wrong
  if (largest >= allDigits) return { isSignal: true, digits: largest, ...size }
  if (entries.every(isSingle)) return { isSignal: false, digits: largest, ...size }
  const all = Array.from({ length: neighbours }, (_, k) => residualsAt(k + 1))
  const isWhole = !all.includes(undefined)
  const each = entries.map(({ by, room }, i) => {
    const residuals = isWhole ? all.map(here => (here as ReadonlyArray<Interval>)[i] as Interval) : []
    const largest = residuals.reduce((most, { lo, hi }) => Math.max(most, Math.abs(lo), Math.abs(hi)), 0)
    const isMixed = residuals.some(({ hi }) => hi < 0) && residuals.some(({ lo }) => lo > 0)
    const isNoise = isMixed && by <= alone * largest
    return isNoise ? { isSignal: false, digits: digitsOf(Math.max(by, largest), room) }
      : { isSignal: true, digits: digitsOf(by, room) }
  })
  const signals = each.filter(({ isSignal }) => isSignal)
  const isSignal = signals.length > 0
  const digits = (isSignal ? signals : each).reduce((most, each) => Math.max(most, each.digits), 0)
  return { isSignal, digits, ...size }
}
