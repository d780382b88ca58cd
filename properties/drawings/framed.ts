import { atMost, equal, type Plain, type Relation } from '../../src/claim/index.js'
import { type Element, numberOf, partsOf, type Place } from './svg.js'

/** A tick: what its label says, and where its line is. */
export interface Tick {
  readonly label: string
  readonly value: number
  readonly at: number
}

/** The edges of a frame. */
export interface Box {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

/** A plot in a frame: its ticks, the labels of its axes, what is drawn in it, and its legend. */
export interface Framed {
  readonly title: string
  readonly spoken: string
  readonly box: Box
  readonly x: ReadonlyArray<Tick>
  readonly y: ReadonlyArray<Tick>
  readonly axes: ReadonlyArray<string>
  readonly behind: ReadonlyArray<Element>
  readonly drawn: ReadonlyArray<Element>
  readonly legend: ReadonlyArray<{ readonly label: string; readonly sample: Element }>
}

export const boxOf = (element: Element): Box => {
  const [left = NaN, top = NaN, wide = NaN, high = NaN] = ['x', 'y', 'width', 'height'].map(key => numberOf(element, key))
  return { left, top, right: left + wide, bottom: top + high }
}

const isTick = ({ attributes: { class: kind } }: Element): boolean => kind === 'grid'

/** The value that a label says: a number, or a power of ten, whose exponent is raised. */
const valueOf = ({ text, children: [power] }: Element): number =>
  (power === undefined ? Number(text) : Number(`1e${power.text}`))

/** The parts of a plot with a legend of so many entries. */
export const framed = ({ attributes, children }: Element, entries: number): Framed => {
  const frame = children.findIndex(({ attributes: { class: kind } }) => kind === 'frame')
  const ticks = children.flatMap((element, k) => {
    const label = children[k + 1]
    const [[from, to] = []] = isTick(element) ? partsOf(element.attributes['d'] ?? '') : []
    if (label === undefined || from === undefined || to === undefined) return []
    const across = from[0] === to[0]
    return [{ across, tick: { label: label.text, value: valueOf(label), at: from[across ? 0 : 1] } }]
  })
  const rest = children.slice(frame + 3)
  const legend = rest.slice(rest.length - 2 * entries)
  return {
    title: children[0]?.text ?? '', spoken: attributes['aria-label'] ?? '', box: boxOf(children[frame] as Element),
    x: ticks.filter(({ across }) => across).map(({ tick }) => tick),
    y: ticks.filter(({ across }) => !across).map(({ tick }) => tick),
    axes: children.slice(frame + 1, frame + 3).map(({ text }) => text),
    behind: children.filter(({ name }) => name === 'image'), drawn: rest.slice(0, rest.length - 2 * entries),
    legend: Array.from({ length: entries }, (_, i) =>
      ({ sample: legend[2 * i] as Element, label: legend[2 * i + 1]?.text ?? '' }))
  }
}

/** Where a value stands by the ticks of its axis, and how far off the printed numbers may be. */
export interface OnAxis {
  readonly at: number
  readonly off: number
}

/**
 * A place by the first and the last tick. A coordinate is printed in hundredths, and so off by less than one: those of the ticks by their
 * shares of the place, and that of what is compared.
 */
export const onAxis = (ticks: ReadonlyArray<Tick>, log: boolean) => (value: number): OnAxis => {
  const along = (v: number): number => (log ? Math.log10(v) : v)
  const [first, last] = [ticks[0], ticks.at(-1)]
  if (first === undefined || last === undefined) return { at: NaN, off: NaN }
  const share = (along(value) - along(first.value)) / (along(last.value) - along(first.value))
  return { at: first.at + share * (last.at - first.at), off: (1 + Math.abs(share) + Math.abs(1 - share)) / 100 }
}

/** That a coordinate is where the axis says. */
export const standsAt = (coordinate: number, { at, off }: OnAxis, what: string): Relation<Plain> =>
  atMost<Plain>(Math.abs(coordinate - at), off, `${what}: how far from where the ticks say`)

/** That the axis has two ticks or more, which all tell the same scale, and that x grows to the right and y upwards. */
export const toldBy = (ticks: ReadonlyArray<Tick>, log: boolean, axis: 'x' | 'y'): ReadonlyArray<Relation<Plain>> => [
  atMost<Plain>(2, ticks.length, `ticks of ${axis}`),
  atMost<Plain>(0, ((ticks.at(-1)?.at ?? NaN) - (ticks[0]?.at ?? NaN)) * (axis === 'x' ? 1 : -1), `how far ${axis} grows`),
  ...ticks.map(({ label, value, at }) => standsAt(at, onAxis(ticks, log)(value), `tick ${label} of ${axis}`))
]

/** That places lie in a box. */
export const within = (
  { left, right, top, bottom }: Box, places: ReadonlyArray<Place>, what: string
): ReadonlyArray<Relation<Plain>> =>
  places.flatMap(([x, y]) => [
    atMost<Plain>(left, x, `${what}, from the left edge`), atMost<Plain>(x, right, `${what}, to the right edge`),
    atMost<Plain>(top, y, `${what}, from the top`), atMost<Plain>(y, bottom, `${what}, to the bottom`)
  ])

/** That two texts are the same. */
export const reads = (found: string, expected: string, what: string): Relation<Plain> =>
  equal<Plain>(Number(found === expected), 1, () => `${what} is ${JSON.stringify(expected)}, not ${JSON.stringify(found)}`)
