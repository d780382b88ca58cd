import { place } from './place.js'

/** Marks of the same size that can be told apart without colours. */
const shapes: ReadonlyArray<(x: number, y: number) => string> = [
  (x, y) => `<circle cx="${place(x)}" cy="${place(y)}" r="3.2"/>`,
  (x, y) => `<path d="M${place(x - 3)} ${place(y - 3)}h6v6h-6z"/>`,
  (x, y) => `<path d="M${place(x)} ${place(y - 4)}l4 7h-8z"/>`,
  (x, y) => `<path d="M${place(x)} ${place(y - 4.2)}l4.2 4.2l-4.2 4.2l-4.2 -4.2z"/>`,
  (x, y) => `<path d="M${place(x - 1)} ${place(y - 4)}h2v3h3v2h-3v3h-2v-3h-3v-2h3z"/>`,
  (x, y) => `<path d="M${place(x)} ${place(y + 4)}l4 -7h-8z"/>`
]

/** The mark of the series with this number. */
export const mark = (series: number, x: number, y: number): string => shapes[series % shapes.length]!(x, y)
