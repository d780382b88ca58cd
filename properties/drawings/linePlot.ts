import fc from 'fast-check'
import { type Claim, claim, equal, judgedBy, type Law, type Plain, type Relation, sampled } from '../../src/claim/index.js'
import type { LinePlot, linePlot, Series } from '../../src/drawing/index.js'
import { seldom } from '../cases/sparsely.js'
import { type Framed, framed, onAxis, reads, standsAt, toldBy, within } from './framed.js'
import { drawn, type Drawn, isShown, plotOf } from './linePlotCases.js'
import { looksAlike, markAt, markStandsAt } from './marks.js'
import { pureLaw } from './pure.js'
import { type Element, partsOf, type Place, read } from './svg.js'
import { texts } from './texts.js'

interface LinePlotSubject {
  readonly name: string
  readonly linePlot: typeof linePlot
}

interface OfSeries {
  readonly reach?: Element
  readonly line: Element
}

/** What is drawn of each series: its line or its marks, and before them its band or its bars. */
const seriesIn = (elements: ReadonlyArray<Element>): ReadonlyArray<OfSeries> =>
  elements.flatMap((element, k) => {
    const before = elements[k - 1]
    const isReach = (one: Element | undefined): boolean => / (band|bars)$/.test(one?.attributes['class'] ?? '')
    return isReach(element) ? []
      : [{ line: element, ...(before !== undefined && isReach(before) ? { reach: before } : {}) }]
  })

const plotted = (draw: typeof linePlot, plot: LinePlot): Framed =>
  judgedBy('linePlot', () => framed(read(draw(plot)), plot.series.length))

/** The places of a plot by its ticks. */
const scalesOf = (found: Framed, plot: LinePlot) =>
  ({ x: onAxis(found.x, plot.x.log), y: onAxis(found.y, plot.y.log) })

const bothTold = (found: Framed, plot: LinePlot): ReadonlyArray<Relation<Plain>> =>
  [...toldBy(found.x, plot.x.log, 'x'), ...toldBy(found.y, plot.y.log, 'y')]

/** Points in pieces, a new one behind each that is not shown. */
const piecesOf = ({ x, y }: LinePlot, { points }: Series): ReadonlyArray<Series['points']> =>
  points.reduce<ReadonlyArray<Series['points']>>((pieces, p) => {
    const last = pieces.at(-1) ?? []
    return isShown(x.log, p.x) && isShown(y.log, p.y) ? [...pieces.slice(0, -1), [...last, p]] : [...pieces, []]
  }, [[]]).filter(({ length }) => length > 0)

const placesOf = (found: Framed, plot: LinePlot): ReadonlyArray<Relation<Plain>> => {
  const { x, y } = scalesOf(found, plot)
  const of = seriesIn(found.drawn)
  return [equal<Plain>(of.length, plot.series.length, 'series drawn'), ...plot.series.flatMap((s, i) => {
    const { line } = of[i] ?? { line: found.legend[0]?.sample as Element }
    const pieces = piecesOf(plot, s)
    if (s.marks === true) {
      const points = pieces.flat()
      return [
        equal<Plain>(line.children.length, points.length, `marks of series ${i}`),
        ...line.children.flatMap((mark, k) => [
          ...markStandsAt(mark, x(points[k]?.x ?? NaN), y(points[k]?.y ?? NaN), `mark ${k} of series ${i}`),
          ...within(grown(found.box), [markAt(mark).at], `mark ${k} of series ${i}`)
        ])
      ]
    }
    const parts = partsOf(line.attributes['d'] ?? '')
    return [
      equal<Plain>(parts.length, pieces.length, `pieces of series ${i}`),
      ...pieces.flatMap((points, j) => [
        equal<Plain>(parts[j]?.length ?? 0, points.length, `points in piece ${j} of series ${i}`),
        ...points.flatMap((p, k) => {
          const [atX = NaN, atY = NaN] = parts[j]?.[k] ?? []
          const what = `point ${k} of series ${i}`
          return [standsAt(atX, x(p.x), `x of ${what}`), standsAt(atY, y(p.y), `y of ${what}`)]
        })
      ]),
      ...within(found.box, parts.flat(), `series ${i}`)
    ]
  })]
}

/** The corner of a mark is printed to a hundredth, and the middle of a triangle is a pixel from its place. */
const grown = ({ left, right, top, bottom }: Framed['box']): Framed['box'] =>
  ({ left: left - 0.01, right: right + 0.01, top: top - 1.01, bottom: bottom + 1.01 })

/** Where a band or a bar ends: at the edge of the frame where the axis has no place. */
const endsOf = (found: Framed, plot: LinePlot, value: number, coordinate: number, what: string): Relation<Plain> =>
  (isShown(plot.y.log, value) ? standsAt(coordinate, onAxis(found.y, plot.y.log)(value), what)
    : equal<Plain>(coordinate, value > 1 ? found.box.top : found.box.bottom, what))

const reachesOf = (found: Framed, plot: LinePlot): ReadonlyArray<Relation<Plain>> => {
  const { x } = scalesOf(found, plot)
  return plot.series.flatMap((s, i) => {
    const points = piecesOf(plot, s).flat()
    const parts = partsOf(seriesIn(found.drawn)[i]?.reach?.attributes['d'] ?? '')
    // a band goes along its upper edge and back along the lower one; a bar is a line, with a cap at its low and one at its high end
    const ends = points.map((_, k): ReadonlyArray<Place | undefined> => (s.marks === true
      ? [parts[3 * k]?.[1], parts[3 * k]?.[0]] : [parts[0]?.[k], parts[0]?.[2 * points.length - 1 - k]]))
    return points.flatMap((p, k) => [['high', p.high ?? p.y], ['low', p.low ?? p.y]].flatMap(([which, value], side) => {
      const [atX = NaN, atY = NaN] = ends[k]?.[side] ?? []
      const what = `the ${which} end at point ${k} of series ${i}`
      return [standsAt(atX, x(p.x), `x of ${what}`), endsOf(found, plot, value as number, atY, what)]
    }))
  })
}

interface Numbers {
  readonly x: ReadonlyArray<number>
  readonly y: ReadonlyArray<number>
  readonly logs: readonly [boolean, boolean]
}

export const linePlotLaws: Law<LinePlotSubject> = ({ name, linePlot: draw }): ReadonlyArray<Claim> => [
  pureLaw(name, drawn, input => plotOf(input, true), draw),
  seldom(claim(
    {
      id: `${name}/places`, title: 'A point of a plot stands where its ticks say, to a hundredth of a pixel, or there is a gap',
      statement: String.raw`p(v) = p(t_0) + \frac{v - t_0}{t_1 - t_0} (p(t_1) - p(t_0))`, source: 'Standard practice'
    },
    sampled<Drawn>(drawn, input => {
      const plot = plotOf(input)
      const found = plotted(draw, plot)
      return [...bothTold(found, plot), ...placesOf(found, plot)]
    })
  )),
  seldom(claim(
    {
      id: `${name}/reaches`, title: 'A band or a bar reaches from the low to the high end of a point, and no further than the frame',
      statement: String.raw`[p(l), p(h)] \cap [\text{bottom}, \text{top}]`, source: 'Standard practice'
    },
    sampled<Drawn>(drawn, input => {
      const plot = plotOf(input, true)
      const found = plotted(draw, plot)
      return [...bothTold(found, plot), ...reachesOf(found, plot)]
    })
  )),
  seldom(claim(
    {
      id: `${name}/labels`, title: 'Titles and labels are those given, whatever their marks, and each series looks as in the legend',
      statement: String.raw`\mathrm{read}(\mathrm{drawn}(s)) = s`, source: 'Standard practice'
    },
    sampled<{ readonly input: Drawn; readonly words: ReadonlyArray<string> }>(
      { input: fc.record(drawn), words: fc.array(texts, { minLength: 7, maxLength: 7 }) }, ({ input, words }) => {
        const [title = '', x = '', y = '', ...labels] = words
        const drawnPlot = plotOf(input)
        const plot = {
          title, x: { ...drawnPlot.x, label: x }, y: { ...drawnPlot.y, label: y },
          series: drawnPlot.series.map((s, i) => ({ ...s, label: labels[i] ?? '' }))
        }
        const found = plotted(draw, plot)
        return [
          reads(found.title, title, 'the title'), reads(found.spoken, title, 'what is read out'),
          reads(found.axes[0] ?? '', x, 'the label of x'), reads(found.axes[1] ?? '', y, 'the label of y'),
          ...found.legend.map(({ label }, i) => reads(label, labels[i] ?? '', `entry ${i} of the legend`)),
          ...looksAlike(seriesIn(found.drawn).map(({ line }) => line), found.legend.map(({ sample }) => sample))
        ]
      })
  )),
  claim(
    {
      id: `${name}/any-numbers`, title: 'Whatever the numbers, each that has a place on its axes is drawn, and within the frame',
      statement: String.raw`|v| \le 10^{300} \Rightarrow p(v) \in [\text{left}, \text{right}]`, source: 'Standard practice'
    },
    sampled<Numbers>(
      {
        x: fc.array(fc.double(), { minLength: 1, maxLength: 4 }),
        y: fc.array(fc.double(), { minLength: 4, maxLength: 4 }),
        logs: fc.tuple(fc.boolean(), fc.boolean())
      }, ({ x, y, logs }) => {
        const points = x.map((value, k) => ({ x: value, y: y[k] ?? NaN }))
        const found = plotted(draw, {
          title: '', x: { label: 'x', log: logs[0] }, y: { label: 'y', log: logs[1] }, series: [{ label: '', points }]
        })
        const places = partsOf(found.drawn[0]?.attributes['d'] ?? '').flat()
        return [
          equal<Plain>(places.length, points.filter(p => isShown(logs[0], p.x) && isShown(logs[1], p.y)).length, 'points'),
          equal<Plain>(new Set(found.y.map(({ label }) => label)).size, found.y.length, 'labels of y that differ'),
          ...within(found.box, places, 'the points')
        ]
      })
  )
]
