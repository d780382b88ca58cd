import type { LinePlot } from '../claim/Figure.js'
import { scaleFor, showable, tickLabel, ticksAcross, ticksOf } from './axes.js'
import { escape } from './escape.js'
import { frame, left, right, top, width } from './frame.js'
import { legend } from './legend.js'
import { drawnSeries, sampleOf } from './series.js'

const bottom = 352

/**
 * A plot as inline SVG; the same data give the same text. Series differ in dashes and marks, not in colour alone. What an axis cannot show
 * is left out, and a line has a gap there: numbers above 1e300 in size, infinite ones among them, and those below 1e-300 on a log axis. A
 * bar or a band that reaches so far ends at the frame.
 *
 * @example
 * const axis = label => ({ label, log: false })
 * const loss = { label: 'loss', points: [{ x: 0, y: 0 }, { x: 1, y: Infinity }, { x: 2, y: 4 }] }
 * const svg = linePlot({ title: 'a < b', x: axis('step'), y: axis('loss'), series: [loss] })
 * svg.includes('<title>a &lt; b</title>') // true
 * svg.includes('d="M104,352ZM640,20Z"') // true
 *
 * @source Standard practice
 */
export const linePlot = ({ title, x, y, series }: LinePlot): string => {
  const isShown = (p: { readonly x: number; readonly y: number }): boolean => showable(x, p.x) && showable(y, p.y)
  const all = series.flatMap(s => s.points.filter(isShown))
  const across = scaleFor(x, all.map(p => p.x), [left, right])
  const heights = all.flatMap(p => [p.y, p.low ?? p.y, p.high ?? p.y]).filter(v => showable(y, v))
  const up = scaleFor(y, heights, [bottom, top])
  const below = legend(bottom, series.map((s, i) =>
    ({ label: s.label, sample: (atX, atY) => sampleOf(s, i, atX, atY) })))
  return [
    `<svg class="plot" viewBox="0 0 ${width} ${below.height}" role="img" aria-label="${escape(title)}">`,
    `<title>${escape(title)}</title>`,
    ...frame(
      bottom, { label: x.label, ticks: ticksAcross(x, across).map(t => ({ at: across(t), label: tickLabel(x, t) })) },
      { label: y.label, ticks: ticksOf(y, up).map(t => ({ at: up(t), label: tickLabel(y, t) })) }
    ),
    ...series.map((s, i) => drawnSeries(s, i, isShown, across, v => (showable(y, v) ? up(v) : v > 1 ? top : bottom))),
    ...below.lines,
    '</svg>'
  ].join('\n')
}
