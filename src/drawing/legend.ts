import { letter } from './axes.js'
import { escape } from './escape.js'
import { left, right } from './frame.js'
import { place } from './place.js'

/** What is drawn with a label, such as a line with its dashes, from a place to the right. */
export interface Entry {
  readonly label: string
  readonly sample: (x: number, y: number) => string
}

const rowHeight = 26
const besideSample = 32

interface Legend {
  /** Where the picture ends. */
  readonly height: number
  readonly lines: ReadonlyArray<string>
}

/** Below a frame that ends at bottom: two entries to a row, or one where a label needs the room. */
export const legend = (bottom: number, entries: ReadonlyArray<Entry>): Legend => {
  const half = (right - left) / 2
  const columns = entries.some(({ label }) => besideSample + label.length * letter > half) ? 1 : 2
  const first = bottom + 80
  return {
    height: first + Math.ceil(entries.length / columns) * rowHeight - 10,
    lines: entries.map(({ label, sample }, i) => {
      const [x, y] = [left + (i % columns) * half, first + Math.floor(i / columns) * rowHeight]
      return `${sample(x, y)}<text class="tick" x="${x + besideSample}" y="${place(y + 5)}">${escape(label)}</text>`
    })
  }
}
