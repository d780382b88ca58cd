import { area, line } from 'd3-shape'
import type { PlotPoint, Series } from '../claim/Figure.js'
import { at, type Scale } from './axes.js'

type Place = (value: number) => number

// No two counts have a common factor: pairs of a colour and dashes, or a shape, come back late.
const colours = 6
const dashes = ['', '7 3', '2 3', '9 3 2 3', '14 4', '4 5', '12 3 2 3 2 3'] as const

const colour = (i: number): string => `series series-${i % colours + 1}`
/** The dashes of a line, by which it is told from others without colours. */
export const dashed = (i: number): string => (i % dashes.length === 0 ? '' : ` stroke-dasharray="${dashes[i % dashes.length] ?? ''}"`)

type IsShown = (point: PlotPoint) => boolean

/** A series in the plot, number i of them; of points that are not shown there is no mark, and a line has a gap there. */
export const drawnSeries = (
  { points, marks }: Series, i: number, isShown: IsShown, across: Scale, up: Place
): string => {
  const shown = points.filter(isShown)
  return marks === true ? errorBars(shown, i, across, up) + marksAt(shown.map(p => [across(p.x), up(p.y)]), i)
    : band(shown, i, across, up) + curve(points, i, isShown, across, up)
}

/** A series in the legend. */
export const sampleOf = ({ marks }: Series, i: number, x: number, y: number): string =>
  (marks === true ? marksAt([[x + 12, y]], i) : `<g class="${colour(i)}"${dashed(i)}><path d="M${x} ${y}h24"/></g>`)

const curve = (points: ReadonlyArray<PlotPoint>, i: number, isShown: IsShown, across: Scale, up: Place): string => {
  const path = line<PlotPoint>().defined(isShown).x(p => Number(at(across(p.x)))).y(p => Number(at(up(p.y))))
  return `<path class="${colour(i)}" d="${path(points) ?? ''}"${dashed(i)}/>`
}

const reaches = ({ low, high }: PlotPoint): boolean => low !== undefined || high !== undefined

/** From the lowest to the highest of each point. */
const band = (points: ReadonlyArray<PlotPoint>, i: number, across: Scale, up: Place): string => {
  const edges = area<PlotPoint>().x(p => Number(at(across(p.x))))
    .y0(p => Number(at(up(p.low ?? p.y)))).y1(p => Number(at(up(p.high ?? p.y))))
  return points.some(reaches) ? `<path class="${colour(i)} band" d="${edges(points) ?? ''}"/>` : ''
}

/** A bar with caps for each point that reaches down or up. */
const errorBars = (points: ReadonlyArray<PlotPoint>, i: number, across: Scale, up: Place): string => {
  const bars = points.filter(reaches).map(p => {
    const [x, low, high] = [across(p.x), up(p.low ?? p.y), up(p.high ?? p.y)]
    return `M${at(x)} ${at(low)}V${at(high)}M${at(x - 4)} ${at(low)}h8M${at(x - 4)} ${at(high)}h8`
  })
  return bars.length === 0 ? '' : `<path class="${colour(i)} bars" d="${bars.join('')}"/>`
}

const marksAt = (places: ReadonlyArray<readonly [number, number]>, i: number): string =>
  `<g class="${colour(i)} marks">${places.map(([x, y]) => (shapes[i % shapes.length] as Shape)(x, y)).join('')}</g>`

type Shape = (x: number, y: number) => string

// a circle, a square, a triangle, a diamond, a cross: of about the same area
const shapes: ReadonlyArray<Shape> = [
  (x, y) => `<circle cx="${at(x)}" cy="${at(y)}" r="2.5"/>`,
  (x, y) => `<path d="M${at(x - 2.3)} ${at(y - 2.3)}h4.6v4.6h-4.6z"/>`,
  (x, y) => `<path d="M${at(x)} ${at(y - 3.4)}l3.2 5.6h-6.4z"/>`,
  (x, y) => `<path d="M${at(x)} ${at(y - 3.4)}l3.4 3.4l-3.4 3.4l-3.4 -3.4z"/>`,
  (x, y) => `<path d="M${at(x - 3.2)} ${at(y - 0.9)}h2.3v-2.3h1.8v2.3h2.3v1.8h-2.3v2.3h-1.8v-2.3h-2.3z"/>`
]
