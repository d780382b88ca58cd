import fc, { type Arbitrary } from 'fast-check'
import {
  atMost, type Claim, claim, equal, judgedBy, type Law, type Plain, type Relation, sampled
} from '../../src/claim/index.js'
import type { PlanePlot, planePlot } from '../../src/drawing/index.js'
import * as T from '../../src/tensor/index.js'
import { seldom } from '../cases/sparsely.js'
import { sameBits } from '../judges/sameBits.js'
import { boxOf, type Framed, framed, onAxis, reads, standsAt, type Tick, within } from './framed.js'
import { imageIn, images } from './images.js'
import { looksAlike, markStandsAt } from './marks.js'
import { pureLaw } from './pure.js'
import { type Element, partsOf, read } from './svg.js'
import { texts } from './texts.js'

interface PlanePlotSubject {
  readonly name: string
  readonly planePlot: typeof planePlot
}

type Pair = readonly [number, number]

const ranges: Arbitrary<Pair> = fc.tuple(
  fc.integer({ min: -99, max: 99 }), fc.integer({ min: 1, max: 99 }), fc.integer({ min: -3, max: 3 })
).map(([low, wide, e]) => [Number(`${low}e${e}`), Number(`${low + wide}e${e}`)])

/** Hundredths of the way along each range. */
const shares: Arbitrary<Pair> = fc.tuple(fc.nat(100), fc.nat(100))

interface Drawn {
  readonly x: Pair
  readonly y: Pair
  readonly equal: boolean
  readonly bare: boolean
  readonly lines: ReadonlyArray<{ readonly marks: boolean; readonly points: ReadonlyArray<Pair> }>
  readonly bars: ReadonlyArray<readonly [Pair, number]>
  readonly arrows: ReadonlyArray<readonly [Pair, Pair]>
  readonly words: ReadonlyArray<string>
}

const drawn: { readonly [K in keyof Drawn]: Arbitrary<Drawn[K]> } = {
  x: ranges, y: ranges, equal: fc.boolean(), bare: fc.boolean(),
  lines: fc.array(fc.record({ marks: fc.boolean(), points: fc.array(shares, { maxLength: 4 }) }), { maxLength: 6 }),
  bars: fc.array(fc.tuple(shares, fc.nat(100)), { maxLength: 2 }),
  arrows: fc.array(fc.tuple(shares, shares), { maxLength: 2 }),
  words: fc.array(texts, { minLength: 11, maxLength: 11 })
}

const plotOf = ({ x, y, equal: isEqual, bare, lines, bars, arrows, words }: Drawn): PlanePlot => {
  const on = ([low, high]: Pair, share: number): number => low + share / 100 * (high - low)
  const at = ([across, up]: Pair) => ({ x: on(x, across), y: on(y, up) })
  const label = (k: number): string => words[k] ?? ''
  return {
    title: label(0), x: { label: label(1), range: x, bare }, y: { label: label(2), range: y }, equal: isEqual,
    series: lines.map(({ marks, points }, i) => ({ label: label(3 + i), marks, points: points.map(at) })),
    bars: bars.map(([from, to]) => ({ x: at(from).x, low: at(from).y, high: on(y, to) })),
    arrows: arrows.map(([from, to], i) => ({ label: label(9 + i), from: at(from), to: at(to) }))
  }
}

/** The ends of a range, at the edges of the frame. */
const edges = ([low, high]: Pair, from: number, to: number): ReadonlyArray<Tick> =>
  [{ label: 'low', value: low, at: from }, { label: 'high', value: high, at: to }]

interface Found {
  readonly plot: PlanePlot
  readonly found: Framed
  readonly x: ReturnType<typeof onAxis>
  readonly y: ReturnType<typeof onAxis>
}

const plotted = (draw: typeof planePlot, plot: PlanePlot): Found => {
  const found = judgedBy('planePlot', () =>
    framed(read(draw(plot)), (plot.series ?? []).length + (plot.arrows ?? []).length))
  const { left, right, top, bottom } = found.box
  return {
    plot, found, x: onAxis(edges(plot.x.range, left, right), false), y: onAxis(edges(plot.y.range, bottom, top), false)
  }
}

/** Marks stand at the points, or a line goes through them. */
const seriesAt = (
  { plot, x, y }: Found, elements: ReadonlyArray<Element>
): ReadonlyArray<Relation<Plain>> => (plot.series ?? []).flatMap(({ points, marks = false }, i) => {
  const element = elements[i] as Element
  const corners = marks ? [] : partsOf(element.attributes['d'] ?? '').flat()
  return [
    equal<Plain>(marks ? element.children.length : corners.length, points.length, `points of series ${i}`),
    ...points.flatMap((p, k) => {
      const [what, mark, [atX = NaN, atY = NaN] = []] = [`point ${k} of series ${i}`, element.children[k], corners[k]]
      return mark === undefined ? [standsAt(atX, x(p.x), `x of ${what}`), standsAt(atY, y(p.y), `y of ${what}`)]
        : markStandsAt(mark, x(p.x), y(p.y), what)
    })
  ]
})

const barsAt = ({ plot, x, y }: Found, elements: ReadonlyArray<Element>): ReadonlyArray<Relation<Plain>> =>
  (plot.bars ?? []).flatMap((bar, i) => {
    const [[low, high] = []] = partsOf(elements[i]?.attributes['d'] ?? '')
    return [
      standsAt(low?.[0] ?? NaN, x(bar.x), `x of bar ${i}`),
      standsAt(low?.[1] ?? NaN, y(bar.low), `low end of bar ${i}`),
      standsAt(high?.[1] ?? NaN, y(bar.high), `high end of bar ${i}`)
    ]
  })

/**
 * An arrow goes from one point to the other, and its head ends there: the middle of the head's base is 9 back. A distance of two points,
 * each printed in hundredths, is off by less than 3 hundredths, and two of them by 6.
 */
const arrowsAt = ({ plot, x, y }: Found, elements: ReadonlyArray<Element>): ReadonlyArray<Relation<Plain>> =>
  (plot.arrows ?? []).flatMap(({ from, to }, i) => {
    const [shaft, head] = elements[i]?.children ?? []
    const [[start = [NaN, NaN], end = [NaN, NaN]] = []] = partsOf(shaft?.attributes['d'] ?? '')
    const [[tip = [NaN, NaN], one = [NaN, NaN], other = [NaN, NaN]] = []] = partsOf(head?.attributes['d'] ?? '')
    const length = Math.hypot(end[0] - start[0], end[1] - start[1])
    const base = Math.hypot((one[0] + other[0]) / 2 - start[0], (one[1] + other[1]) / 2 - start[1])
    const lies = [
      standsAt(start[0], x(from.x), `x from which arrow ${i} goes`),
      standsAt(start[1], y(from.y), `y from which arrow ${i} goes`),
      standsAt(end[0], x(to.x), `x to which arrow ${i} goes`), standsAt(end[1], y(to.y), `y to which arrow ${i} goes`)
    ]
    return start[0] === end[0] && start[1] === end[1] ? lies : [
      ...lies, equal<Plain>(tip[0], end[0], `x of the tip of arrow ${i}`),
      equal<Plain>(tip[1], end[1], `y of the tip of arrow ${i}`),
      atMost<Plain>(Math.abs(base - Math.abs(length - 9)), 0.06, `the base of the head of arrow ${i}`)
    ]
  })

const ticksAt = ({ plot, found, x, y }: Found): ReadonlyArray<Relation<Plain>> => [
  ...plot.x.bare === true ? [equal<Plain>(found.x.length, 0, 'ticks of a bare axis')] : [],
  ...found.x.map(({ label, value, at }) => standsAt(at, x(value), `tick ${label} of x`)),
  atMost<Plain>(2, found.y.length, 'ticks of y'),
  ...found.y.map(({ label, value, at }) => standsAt(at, y(value), `tick ${label} of y`))
]

/** That a unit is as long on both axes: the height of the frame is printed in hundredths. */
const sameUnits = ({ plot, found }: Found): ReadonlyArray<Relation<Plain>> => {
  const [wide, high] = [plot.x.range[1] - plot.x.range[0], plot.y.range[1] - plot.y.range[0]]
  const { left, right, top, bottom } = found.box
  return plot.equal === true
    ? [atMost<Plain>(Math.abs((bottom - top) - (right - left) * high / wide), 0.01, 'the height of the frame')] : []
}

export const planePlotLaws: Law<PlanePlotSubject> = ({ name, planePlot: draw }): ReadonlyArray<Claim> => [
  pureLaw(name, drawn, plotOf, draw),
  seldom(claim(
    {
      id: `${name}/places`, title: 'A point of a plane stands where its frame and its ticks say, to a hundredth of a pixel',
      statement: String.raw`p(v) = \text{left} + \frac{v - a}{b - a} (\text{right} - \text{left})`, source: 'Standard practice'
    },
    sampled<Drawn>(drawn, input => {
      const all = plotted(draw, plotOf(input))
      const { bars, lines } = input
      const { found } = all
      return [
        ...ticksAt(all), ...sameUnits(all), ...barsAt(all, found.drawn),
        ...seriesAt(all, found.drawn.slice(bars.length)),
        ...arrowsAt(all, found.drawn.slice(bars.length + lines.length)),
        ...within(found.box, found.drawn.filter(({ attributes: { d } }) => d !== undefined).slice(bars.length)
          .flatMap(({ attributes: { d = '' } }) => partsOf(d).flat()), 'a line')
      ]
    })
  )),
  seldom(claim(
    {
      id: `${name}/labels`, title: 'The labels of a plane are those given, whatever their marks, and all looks as in the legend',
      statement: String.raw`\mathrm{read}(\mathrm{drawn}(s)) = s`, source: 'Standard practice'
    },
    sampled<Drawn>(drawn, input => {
      const { found, plot } = plotted(draw, plotOf(input))
      const labels = [...plot.series ?? [], ...plot.arrows ?? []].map(({ label }) => label)
      const samples = found.legend.map(({ sample }) => sample)
      // an arrow without a length has no head
      const arrows = (all: ReadonlyArray<Element>): ReadonlyArray<Element> =>
        all.slice(ofSeries).filter((_, i) => hasLength(plot, i))
      const [ofSeries, rest] = [input.lines.length, found.drawn.slice(input.bars.length)]
      return [
        reads(found.title, plot.title, 'the title'), reads(found.spoken, plot.title, 'what is read out'),
        reads(found.axes[0] ?? '', plot.x.label, 'the label of x'),
        reads(found.axes[1] ?? '', plot.y.label, 'the label of y'),
        ...found.legend.map(({ label }, i) => reads(label, labels[i] ?? '', `entry ${i} of the legend`)),
        ...looksAlike(rest.slice(0, ofSeries), samples.slice(0, ofSeries)),
        ...looksAlike(arrows(rest), arrows(samples))
      ]
    })
  )),
  seldom(claim(
    {
      id: `${name}/colours`, title: 'The colours of a plane fill its frame, entry by entry, and marks upon them have an edge',
      statement: String.raw`\mathrm{read}(\mathrm{drawn}(x)) = x`, source: 'Standard practice'
    },
    sampled<{ readonly image: T.Tensor }>({ image: images(fc.constant(3)) }, ({ image }) => {
      const { found } = plotted(draw, {
        title: '', x: { label: '', range: [0, 1] }, y: { label: '', range: [0, 1] }, colours: image,
        series: [{ label: '', marks: true, points: [{ x: 0, y: 0 }] }]
      })
      const [behind] = found.behind
      const box = behind === undefined ? undefined : boxOf(behind)
      return [
        equal<Plain>(found.behind.length, 1, 'images'), ...(['left', 'right', 'top', 'bottom'] as const).map(edge =>
          equal<Plain>(box?.[edge] ?? NaN, found.box[edge], edge)),
        ...behind === undefined ? [] : sameBits(judgedBy('planePlot', () => imageIn(behind)), image, 'the colours'),
        reads(found.drawn[0]?.attributes['stroke'] ?? 'none', '#222', 'the edge of a mark')
      ]
    })
  ))
]

const hasLength = ({ arrows = [] }: PlanePlot, i: number): boolean => {
  const { from, to } = arrows[i] ?? {}
  return from?.x !== to?.x || from?.y !== to?.y
}
