import { letter } from './axes.js'
import { escape } from './escape.js'
import { place } from './place.js'

/** How wide a plot is, and three edges of its frame. */
export const width = 680
export const left = 104
export const right = 640
export const top = 20

/** A place on an axis, and what stands there, as SVG. */
export interface Tick {
  readonly at: number
  readonly label: string
}

interface Side {
  readonly label: string
  readonly ticks: ReadonlyArray<Tick>
}

/** The frame of a plot from its top to a bottom, with a line at each tick, and the labels of both axes. */
export const frame = (bottom: number, x: Side, y: Side): ReadonlyArray<string> => [
  ...x.ticks.map(({ at, label }) => {
    const path = `M${place(at)} ${top}V${place(bottom)}`
    return at + halfOf(label) > width - 2 ? tick(path, width - 2, bottom + belowFrame, 'end', label)
      : tick(path, at, bottom + belowFrame, 'middle', label)
  }),
  ...y.ticks.map(({ at, label }) => tick(`M${left} ${place(at)}H${right}`, left - 8, at + 4, 'end', label, narrowed(label))),
  `<rect class="frame" x="${left}" y="${top}" width="${right - left}" height="${place(bottom - top)}"/>`,
  `<text class="axis" x="${(left + right) / 2}" y="${place(bottom + 58)}" text-anchor="middle">${escape(x.label)}</text>`,
  `<text class="axis" transform="translate(22 ${place((top + bottom) / 2)}) rotate(-90)" text-anchor="middle">${escape(y.label)}</text>`
]

// the lowest label of y and the first of x, 20 high as on a phone, do not touch
const belowFrame = 32

/** How far a number reaches from its middle; a power of ten, which has a tag in it, is short. */
const halfOf = (label: string): number => (label.includes('<') ? 0 : label.length * letter / 2)

// what is left between the label of y, which stands upright, and the frame
const room = 58

/** A number that is too long for the room is set in narrower letters. A power of ten is short. */
const narrowed = (label: string): string =>
  (/^[^<]{7,}$/.test(label) ? ` textLength="${room}" lengthAdjust="spacingAndGlyphs"` : '')

const tick = (path: string, x: number, y: number, anchor: string, label: string, more: string = ''): string =>
  `<path class="grid" d="${path}"/>`
  + `<text class="tick" x="${place(x)}" y="${place(y)}" text-anchor="${anchor}"${more}>${label}</text>`
