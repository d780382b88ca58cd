import { scaleLinear } from 'd3-scale'
import { given } from '../prelude/index.js'
import type { Tensor } from '../tensor/index.js'
import type { Series } from '../claim/Figure.js'
import { arrowHead } from './arrowHead.js'
import { type Scale, tickLabel, ticksAcross, ticksOf } from './axes.js'
import type { Point } from './boundary.js'
import { escape } from './escape.js'
import { frame, left, right, top, width } from './frame.js'
import { imageUri } from './imageUri.js'
import { type Entry, legend } from './legend.js'
import { mark } from './marks.js'
import { place } from './place.js'
import { dashed } from './series.js'

export interface PlaneAxis {
  readonly label: string
  readonly range: readonly [number, number]
  /** Whether its numbers are left out, for where they mean nothing. */
  readonly bare?: boolean
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

const usual = 340
const colours = 6
const linear = { log: false }

/**
 * A part of the plane as inline SVG: its colours, lines, clouds of points, bars and arrows. The same data give the same text. The frame is
 * the part that the ranges say; what lies beyond them is drawn beyond it. Refuses a range that does not go from a number up to another.
 *
 * @example
 * const axis = label => ({ label, range: [0, 10] })
 * const way = { label: 'way', points: [{ x: 0, y: 0 }, { x: 10, y: 5 }] }
 * planePlot({ title: 'a way', x: axis('x'), y: axis('y'), series: [way] }).includes('d="M104 360L640 190"') // true
 *
 * @source Standard practice
 */
export const planePlot = (plot: PlanePlot): string => {
  const { title, x, y, equal = false, series = [], arrows = [], bars = [] } = plot
  for (const { range: [low, high] } of [x, y]) {
    given.number('planePlot', 'a range up to a larger number', high, high - low > 0 && high - low < Infinity)
  }
  const wide = right - left
  const high = equal ? wide * (y.range[1] - y.range[0]) / (x.range[1] - x.range[0]) : usual
  const bottom = top + high
  const across = scaleLinear().domain(x.range).range([left, right])
  const up = scaleLinear().domain(y.range).range([bottom, top])
  const below = legend(bottom, [...series.map(entryOf), ...arrows.map(entryOfArrow)])
  const side = ({ label, bare = false }: PlaneAxis, ticks: ReadonlyArray<number>, scale: Scale) =>
    ({ label, ticks: bare ? [] : ticks.map(t => ({ at: scale(t), label: tickLabel(linear, t) })) })
  return [
    `<svg class="plot" viewBox="0 0 ${width} ${place(below.height)}" role="img" aria-label="${escape(title)}">`,
    `<title>${escape(title)}</title>`,
    ...plot.colours === undefined ? [] : [
      `<image x="${left}" y="${top}" width="${wide}" height="${place(high)}" preserveAspectRatio="none" `
      + `style="image-rendering: pixelated" href="${imageUri(plot.colours)}"/>`
    ],
    ...frame(bottom, side(x, ticksAcross(linear, across), across), side(y, ticksOf(linear, up), up)),
    ...bars.map(bar => barOf(bar, across, up)),
    ...series.map((s, i) => seriesOf(s, i, plot.colours !== undefined, across, up)),
    ...arrows.map(({ from, to }, i) => arrowOf(i, across(from.x), up(from.y), across(to.x), up(to.y))),
    ...below.lines,
    '</svg>'
  ].join('\n')
}

const colour = (i: number): string => `series-${i % colours + 1}`

/** Marks upon colours have a dark edge, for a page may be dark or light. */
const seriesOf = (
  { points, marks = false }: Series, i: number, isOnColours: boolean, across: Scale, up: Scale
): string => (marks
  ? `<g class="${colour(i)}" fill="var(--colour)"${isOnColours ? ' stroke="#222"' : ''}>`
    + `${points.map(p => mark(i, across(p.x), up(p.y))).join('')}</g>`
  : `<path class="series ${colour(i)}"${dashed(i)} d="M${points.map(p => `${place(across(p.x))} ${place(up(p.y))}`).join('L')}"/>`)

const barOf = ({ x, low, high }: Bar, across: Scale, up: Scale): string => {
  const at = across(x)
  return `<path class="series series-2" d="M${place(at)} ${place(up(low))}V${place(up(high))}`
    + `M${place(at - 4)} ${place(up(low))}h8M${place(at - 4)} ${place(up(high))}h8"/>`
}

const arrowOf = (i: number, x: number, y: number, toX: number, toY: number): string =>
  `<g class="${colour(i)}"><path class="series"${dashed(i)} d="M${place(x)} ${place(y)}L${place(toX)} ${place(toY)}"/>`
  + `<path fill="var(--colour)" d="${arrowHead(x, y, toX, toY)}"/></g>`

const entryOf = ({ label, marks = false }: Series, i: number): Entry => ({
  label,
  sample: (x, y) => {
    const drawn = marks ? `<g fill="var(--colour)">${mark(i, x + 12, y)}</g>`
      : `<path class="series"${dashed(i)} d="M${x} ${place(y)}h24"/>`
    return `<g class="${colour(i)}">${drawn}</g>`
  }
})

const entryOfArrow = ({ label }: Arrow, i: number): Entry => ({ label, sample: (x, y) => arrowOf(i, x, y, x + 24, y) })
