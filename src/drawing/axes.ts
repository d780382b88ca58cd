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
  const around = log ? [lo / 10, hi * 10] : [lo - 1, hi + 1]
  const domain = lo > hi ? [1, 10] : lo === hi ? around : [lo, hi]
  return log ? scaleLog().domain(domain).range(range).nice() : scaleLinear().domain(domain).range(range).nice()
}

/** On a log axis whole powers of ten, at most nine of them. */
export const ticksOf = ({ log }: Axis, scale: Scale): ReadonlyArray<number> => {
  if (!log) return scale.ticks(6)
  const [lo = 1, hi = 10] = scale.domain().map(v => Math.round(Math.log10(v)))
  const step = Math.max(1, Math.ceil((hi - lo) / 8))
  return Array.from({ length: Math.floor((hi - lo) / step) + 1 }, (_, i) => Number(`1e${lo + i * step}`))
}

export const tickLabel = ({ log }: Axis, value: number): string =>
  log ? `10<tspan class="power" dy="-.55em">${Math.round(Math.log10(value))}</tspan>`
    : escape(String(Number(value.toPrecision(6))))
