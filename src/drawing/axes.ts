import { scaleLinear, scaleLog, type ScaleContinuousNumeric } from 'd3-scale'
import type { Axis } from '../claim/Figure.js'
import { escape } from './escape.js'

export type Scale = ScaleContinuousNumeric<number, number>

export const showable = ({ log }: Axis, value: number): boolean => Number.isFinite(value) && (!log || value > 0)

/** A coordinate as it is written. */
export const at = (value: number): string => String(Number(value.toFixed(2)))

export const scaleFor = ({ log }: Axis, values: ReadonlyArray<number>, range: readonly [number, number]): Scale => {
  const [lo, hi] = values.reduce<readonly [number, number]>(
    ([a, b], v) => [Math.min(a, v), Math.max(b, v)], [Infinity, -Infinity]
  )
  const around = log ? [lo / 10, hi * 10] : [lo === 0 ? 0 : lo - 1, hi + 1]
  const domain = lo > hi ? [1, 10] : lo === hi ? around : [lo, hi]
  return log ? scaleLog().domain(domain).range(range).nice() : scaleLinear().domain(domain).range(range).nice()
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

const written = (value: number): string => String(Number(value.toPrecision(6)))

export const tickLabel = ({ log }: Pick<Axis, 'log'>, value: number): string =>
  log ? `10<tspan class="power" dy="-.4em">${Math.round(Math.log10(value))}</tspan>`
    : escape(written(value))
