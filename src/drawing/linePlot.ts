import { scaleLinear, scaleLog, type ScaleContinuousNumeric } from 'd3-scale'
import { line } from 'd3-shape'
import type { Axis, LinePlot, Series } from '../claim/Figure.js'
import { escape } from './escape.js'

type Scale = ScaleContinuousNumeric<number, number>

// The whole drawing, and the edges of the frame in it.
const size = { width: 680, height: 412 }
const [left, right, top, bottom] = [96, 648, 16, 348]
const rowHeight = 26
const colours = 6

/**
 * A plot as inline SVG; the same data give the same text. What an axis cannot show is left out: infinite numbers, and those not above 0
 * on a log axis.
 */
export const linePlot = ({ title, x, y, series }: LinePlot): string => {
  const shown = series.map(s => ({ ...s, points: s.points.filter(p => showable(x, p.x) && showable(y, p.y)) }))
  const all = shown.flatMap(s => s.points)
  const across = scaleFor(x, all.map(p => p.x), [left, right])
  const up = scaleFor(y, all.map(p => p.y), [bottom, top])
  const legend = legendOf(shown)
  return [
    `<svg class="plot" viewBox="0 0 ${size.width} ${size.height + legend.height}" role="img" aria-label="${escape(title)}">`,
    `<title>${escape(title)}</title>`,
    ...ticksOf(x, across).map(t => verticalTick(across(t), tickLabel(x, t))),
    ...ticksOf(y, up).map(t => horizontalTick(up(t), tickLabel(y, t))),
    frame,
    `<text class="axis" x="${(left + right) / 2}" y="${size.height - 10}" text-anchor="middle">${escape(x.label)}</text>`,
    `<text class="axis" transform="translate(20 ${(top + bottom) / 2}) rotate(-90)" text-anchor="middle">${escape(y.label)}</text>`,
    ...shown.map((s, i) => (s.marks === true ? marksOf(s, i, across, up) : curveOf(s, i, across, up))),
    ...legend.lines,
    '</svg>'
  ].join('\n')
}

const showable = ({ log }: Axis, value: number): boolean => Number.isFinite(value) && (!log || value > 0)

const at = (value: number): string => String(Number(value.toFixed(2)))

const scaleFor = ({ log }: Axis, values: ReadonlyArray<number>, range: readonly [number, number]): Scale => {
  const [lo, hi] = values.reduce<readonly [number, number]>(
    ([a, b], v) => [Math.min(a, v), Math.max(b, v)], [Infinity, -Infinity]
  )
  const around = log ? [lo / 10, hi * 10] : [lo - 1, hi + 1]
  const domain = lo > hi ? [1, 10] : lo === hi ? around : [lo, hi]
  return log ? scaleLog().domain(domain).range(range).nice() : scaleLinear().domain(domain).range(range).nice()
}

/** On a log axis whole powers of ten, at most nine of them. */
const ticksOf = ({ log }: Axis, scale: Scale): ReadonlyArray<number> => {
  if (!log) return scale.ticks(6)
  const [lo = 1, hi = 10] = scale.domain().map(v => Math.round(Math.log10(v)))
  const step = Math.max(1, Math.ceil((hi - lo) / 8))
  return Array.from({ length: Math.floor((hi - lo) / step) + 1 }, (_, i) => Number(`1e${lo + i * step}`))
}

const tickLabel = ({ log }: Axis, value: number): string =>
  log ? `10<tspan class="power" dy="-.55em">${Math.round(Math.log10(value))}</tspan>`
    : escape(String(Number(value.toPrecision(6))))

const verticalTick = (x: number, label: string): string =>
  `<path class="grid" d="M${at(x)} ${top}V${bottom}"/>` +
  `<text class="tick" x="${at(x)}" y="${bottom + 24}" text-anchor="middle">${label}</text>`

const horizontalTick = (y: number, label: string): string =>
  `<path class="grid" d="M${left} ${at(y)}H${right}"/>` +
  `<text class="tick" x="${left - 8}" y="${at(y + 4)}" text-anchor="end">${label}</text>`

const frame = `<rect class="frame" x="${left}" y="${top}" width="${right - left}" height="${bottom - top}"/>`

const colour = (i: number): string => `series series-${i % colours + 1}${i < colours ? '' : ' dashed'}`

const curveOf = ({ points }: Series, i: number, across: Scale, up: Scale): string => {
  const path = line<{ readonly x: number; readonly y: number }>().x(p => Number(at(across(p.x)))).y(
    p => Number(at(up(p.y)))
  )
  return `<path class="${colour(i)}" d="${path(points) ?? ''}"/>`
}

const marksOf = ({ points }: Series, i: number, across: Scale, up: Scale): string =>
  `<g class="${colour(i)} marks">${points.map(p => `<circle cx="${at(across(p.x))}" cy="${at(up(p.y))}" r="2.5"/>`)
    .join('')}</g>`

/** Below the plot, two to a row. */
const legendOf = (
  series: ReadonlyArray<Series>
): { readonly height: number; readonly lines: ReadonlyArray<string> } => {
  const half = (size.width - left) / 2
  return {
    height: Math.ceil(series.length / 2) * rowHeight + 10,
    lines: series.map(({ label, marks }, i) => {
      const [x, y] = [left + (i % 2) * half, size.height + Math.floor(i / 2) * rowHeight + 10]
      const sample = marks === true ? `<circle cx="${x + 12}" cy="${y}" r="2.5"/>` : `<path d="M${x} ${y}h24"/>`
      const kind = marks === true ? ' marks' : ''
      return `<g class="${colour(i)}${kind}">${sample}</g><text class="tick" x="${x + 32}" y="${y + 5}">${escape(label)}</text>`
    })
  }
}
