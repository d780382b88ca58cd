import { scaleLinear, scaleLog, type ScaleContinuousNumeric } from 'd3-scale'
import type { Axis } from '../claim/Figure.js'
import { escape } from './escape.js'

export type Scale = ScaleContinuousNumeric<number, number>

// between these ends of a whole power of ten, and twice the largest, are doubles with all their digits
const [smallest, largest] = [1e-300, 1e300]

/** Whether an axis has a place for a number: none larger than 1e300, and on a log axis none below 1e-300. */
export const showable = ({ log }: Axis, value: number): boolean =>
  Math.abs(value) <= largest && (!log || value >= smallest)

/** A coordinate as it is written. */
export const at = (value: number): string => String(Number(value.toFixed(2)))

export const scaleFor = ({ log }: Axis, values: ReadonlyArray<number>, range: readonly [number, number]): Scale => {
  const [lo, hi] = values.reduce<readonly [number, number]>(
    ([a, b], v) => [Math.min(a, v), Math.max(b, v)], [Infinity, -Infinity]
  )
  const domain = lo > hi ? [1, 10] : !log ? widened(lo, hi) : lo === hi ? [lo / 10, hi * 10] : [lo, hi]
  return log ? scaleLog().domain(domain).range(range).nice() : scaleLinear().domain(domain).range(range).nice()
}

/** The ends of a linear axis: further apart where numbers lie so near one another that labels of twelve digits would not tell. */
const widened = (lo: number, hi: number): readonly [number, number] => {
  const size = Math.max(-lo, hi)
  const by = lo === hi ? Math.max(1, size / 1000) : Math.max(smallest, size / 1e9)
  return hi - lo >= by ? [lo, hi] : [lo === 0 ? 0 : lo - by, hi + by]
}

/** As wide as a digit of a wide font where it is largest: on a phone labels are 20 high. */
export const letter = 12.8

/** On a log axis whole powers of ten, at most nine of them. */
export const ticksOf = ({ log }: Pick<Axis, 'log'>, scale: Scale, count: number = 6): ReadonlyArray<number> => {
  if (!log) return scale.ticks(count)
  const [lo = 1, hi = 10] = scale.domain().map(v => Math.round(Math.log10(v)))
  const step = Math.max(1, Math.ceil((hi - lo) / 8))
  return Array.from({ length: Math.floor((hi - lo) / step) + 1 }, (_, i) => Number(`1e${lo + i * step}`))
}

/** The same for an axis that goes across: so few that their labels do not touch. */
export const ticksAcross = (axis: Pick<Axis, 'log'>, scale: Scale): ReadonlyArray<number> =>
  [6, 5, 4, 3, 2, 1].map(count => ticksOf(axis, scale, count)).find(ticks => axis.log || areApart(ticks, scale)) ?? []

const areApart = (ticks: ReadonlyArray<number>, scale: Scale): boolean => {
  const halves = ticks.map(tick => (written(tick).length + 1) * letter / 2)
  return ticks.slice(1).every((tick, k) =>
    scale(tick) - scale(ticks[k] ?? NaN) >= (halves[k] ?? NaN) + (halves[k + 1] ?? NaN))
}

/** A tick has twelve digits at most, as the step of an axis is 1e-10 of its numbers at least; a long one is a power of ten if shorter. */
const written = (value: number): string => {
  const tick = Number(value.toPrecision(12))
  const [plain, power] = [String(tick), tick.toExponential().replace('+', '')]
  return plain.length <= 7 || plain.length <= power.length ? plain : power
}

export const tickLabel = ({ log }: Pick<Axis, 'log'>, value: number): string =>
  log ? `10<tspan class="power" dy="-.4em">${Math.round(Math.log10(value))}</tspan>`
    : escape(written(value))
