import { scaleLinear, type ScaleContinuousNumeric } from 'd3-scale'
import type { Tensor } from '../tensor/index.js'
import type { Series } from '../claim/Figure.js'
import { arrowHead } from './arrowHead.js'
import type { Point } from './boundary.js'
import { escape } from './escape.js'
import { imageUri } from './imageUri.js'
import { mark } from './marks.js'
import { place } from './place.js'

export interface PlaneAxis {
  readonly label: string
  readonly range: readonly [number, number]
}

export interface Arrow {
  readonly label: string
  readonly from: Point
  readonly to: Point
}

interface Bar {
  readonly x: number
  readonly low: number
  readonly high: number
}

/** A part of the plane, and what lies in it. */
export interface PlanePlot {
  readonly title: string
  readonly x: PlaneAxis
  readonly y: PlaneAxis
  /** Whether a unit is as long on both axes. */
  readonly equal?: boolean
  /** The colours of the plane (H, W, 3), from above, such as `classColours`. */
  readonly colours?: Tensor
  readonly series?: ReadonlyArray<Series>
  /** From `low` to `high` at an x, such as a mean less and plus a deviation. */
  readonly bars?: ReadonlyArray<Bar>
  readonly arrows?: ReadonlyArray<Arrow>
}

type Scale = ScaleContinuousNumeric<number, number>

const width = 680
const [left, right, top] = [80, 648, 16]
const usual = 340
const rowHeight = 24
const colours = 6

/** A part of the plane as inline SVG: its colours, lines, clouds of points, bars and arrows. The same data give the same text. */
export const planePlot = (plot: PlanePlot): string => {
  const { title, x, y, equal = false, series = [], arrows = [], bars = [] } = plot
  const wide = right - left
  const high = equal ? wide * (y.range[1] - y.range[0]) / (x.range[1] - x.range[0]) : usual
  const across = scaleLinear().domain(x.range).range([left, right])
  const up = scaleLinear().domain(y.range).range([top + high, top])
  const named = [...series.map(sample), ...arrows.map(arrowSample)]
  const legendTop = top + high + 62
  const height = legendTop + Math.ceil(named.length / 2) * rowHeight
  const legend = named.map((draw, k) => draw(left + (k % 2) * wide / 2, legendTop + Math.floor(k / 2) * rowHeight))
  return [
    `<svg class="plot" viewBox="0 0 ${width} ${place(height)}" role="img" aria-label="${escape(title)}">`,
    `<title>${escape(title)}</title>`,
    ...plot.colours === undefined ? [] : [
      `<image x="${left}" y="${top}" width="${wide}" height="${place(high)}" preserveAspectRatio="none" `
      + `style="image-rendering: pixelated" href="${imageUri(plot.colours)}"/>`
    ],
    ...across.ticks(6).map(t => tick(`M${place(across(t))} ${top}v${place(high)}`, across(t), top + high + 20, 'middle', t)),
    ...up.ticks(6).map(t => tick(`M${left} ${place(up(t))}h${wide}`, left - 8, up(t) + 4, 'end', t)),
    `<rect class="frame" x="${left}" y="${top}" width="${wide}" height="${place(high)}"/>`,
    `<text class="axis" x="${(left + right) / 2}" y="${place(top + high + 42)}" text-anchor="middle">${escape(x.label)}</text>`,
    `<text class="axis" transform="translate(20 ${place(top + high / 2)}) rotate(-90)" text-anchor="middle">${escape(y.label)}</text>`,
    ...bars.map(bar => barOf(bar, across, up)),
    ...series.map((s, i) => seriesOf(s, i, plot.colours !== undefined, across, up)),
    ...arrows.map(({ from, to }, i) => arrowOf(i, across(from.x), up(from.y), across(to.x), up(to.y))),
    ...legend,
    '</svg>'
  ].join('\n')
}

const tick = (path: string, x: number, y: number, anchor: string, value: number): string =>
  `<path class="grid" d="${path}"/><text class="tick" x="${place(x)}" y="${place(y)}" text-anchor="${anchor}">`
  + `${Number(value.toPrecision(6))}</text>`

const colour = (i: number): string => `series-${i % colours + 1}`

/** Every second line is dashed, so that two can be told apart without colours. */
const dashes = (i: number): string => (i % 2 === 1 ? ' stroke-dasharray="6 3"' : '')

/** Marks upon colours have a dark edge, for a page may be dark or light. */
const seriesOf = (
  { points, marks = false }: Series, i: number, isOnColours: boolean, across: Scale, up: Scale
): string => (marks
  ? `<g class="${colour(i)}" fill="var(--colour)"${isOnColours ? ' stroke="#222"' : ''}>`
    + `${points.map(p => mark(i, across(p.x), up(p.y))).join('')}</g>`
  : `<path class="series ${colour(i)}"${dashes(i)} d="M${points.map(p => `${place(across(p.x))} ${place(up(p.y))}`).join('L')}"/>`)

const barOf = ({ x, low, high }: Bar, across: Scale, up: Scale): string => {
  const at = across(x)
  return `<path class="series series-2" d="M${place(at)} ${place(up(low))}V${place(up(high))}`
    + `M${place(at - 4)} ${place(up(low))}h8M${place(at - 4)} ${place(up(high))}h8"/>`
}

const arrowOf = (i: number, x: number, y: number, toX: number, toY: number): string =>
  `<g class="${colour(i)}"><path class="series"${dashes(i)} d="M${place(x)} ${place(y)}L${place(toX)} ${place(toY)}"/>`
  + `<path fill="var(--colour)" d="${arrowHead(x, y, toX, toY)}"/></g>`

type Sample = (x: number, y: number) => string

const sample = ({ label, marks = false }: Series, i: number): Sample => (x, y) => {
  const drawn = marks ? `<g fill="var(--colour)">${mark(i, x + 12, y)}</g>`
    : `<path class="series"${dashes(i)} d="M${x} ${place(y)}h24"/>`
  return `<g class="${colour(i)}">${drawn}</g>${words(label, x, y)}`
}

const arrowSample = ({ label }: Arrow, i: number): Sample => (x, y) =>
  arrowOf(i, x, y, x + 24, y) + words(label, x, y)

const words = (label: string, x: number, y: number): string =>
  `<text class="tick" x="${place(x + 32)}" y="${place(y + 4)}">${escape(label)}</text>`
