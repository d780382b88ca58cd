import type { LinePlot } from '../claim/Figure.js'
import { at, scaleFor, showable, tickLabel, ticksOf } from './axes.js'
import { escape } from './escape.js'
import { drawnSeries, sampleOf } from './series.js'

// The whole drawing, and the edges of the frame in it.
const size = { width: 680, height: 412 }
const [left, right, top, bottom] = [96, 648, 16, 348]
const rowHeight = 26

/**
 * A plot as inline SVG; the same data give the same text. Series differ in dashes and marks, not in colour alone. What an axis cannot show
 * is left out: infinite numbers, and those not above 0 on a log axis. A bar or a band that reaches so far ends at the frame.
 */
export const linePlot = ({ title, x, y, series }: LinePlot): string => {
  const shown = series.map(s => ({ ...s, points: s.points.filter(p => showable(x, p.x) && showable(y, p.y)) }))
  const all = shown.flatMap(s => s.points)
  const across = scaleFor(x, all.map(p => p.x), [left, right])
  const heights = all.flatMap(p => [p.y, p.low ?? p.y, p.high ?? p.y]).filter(v => showable(y, v))
  const up = scaleFor(y, heights, [bottom, top])
  const legend = legendOf(shown)
  return [
    `<svg class="plot" viewBox="0 0 ${size.width} ${size.height + legend.height}" role="img" aria-label="${escape(title)}">`,
    `<title>${escape(title)}</title>`,
    ...ticksOf(x, across).map(t => verticalTick(across(t), tickLabel(x, t))),
    ...ticksOf(y, up).map(t => horizontalTick(up(t), tickLabel(y, t))),
    frame,
    `<text class="axis" x="${(left + right) / 2}" y="${size.height - 10}" text-anchor="middle">${escape(x.label)}</text>`,
    `<text class="axis" transform="translate(20 ${(top + bottom) / 2}) rotate(-90)" text-anchor="middle">${escape(y.label)}</text>`,
    ...shown.map((s, i) => drawnSeries(s, i, across, v => (showable(y, v) ? up(v) : v > 0 ? top : bottom))),
    ...legend.lines,
    '</svg>'
  ].join('\n')
}

const verticalTick = (x: number, label: string): string =>
  `<path class="grid" d="M${at(x)} ${top}V${bottom}"/>` +
  `<text class="tick" x="${at(x)}" y="${bottom + 24}" text-anchor="middle">${label}</text>`

const horizontalTick = (y: number, label: string): string =>
  `<path class="grid" d="M${left} ${at(y)}H${right}"/>` +
  `<text class="tick" x="${left - 8}" y="${at(y + 4)}" text-anchor="end">${label}</text>`

const frame = `<rect class="frame" x="${left}" y="${top}" width="${right - left}" height="${bottom - top}"/>`

/** Below the plot, two to a row. */
const legendOf = (series: LinePlot['series']): { readonly height: number; readonly lines: ReadonlyArray<string> } => {
  const half = (size.width - left) / 2
  return {
    height: Math.ceil(series.length / 2) * rowHeight + 10,
    lines: series.map((s, i) => {
      const [x, y] = [left + (i % 2) * half, size.height + Math.floor(i / 2) * rowHeight + 10]
      return `${sampleOf(s, i, x, y)}<text class="tick" x="${x + 32}" y="${y + 5}">${escape(s.label)}</text>`
    })
  }
}
