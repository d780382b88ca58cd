import type { Span } from '../prelude/index.js'

export type { Span }

/** The least span that holds all of these. */
export const around = (spans: ReadonlyArray<Span>): Span => ({
  from: spans.reduce((least, { from }) => Math.min(least, from), Infinity),
  to: spans.reduce((most, { to }) => Math.max(most, to), -Infinity)
})
