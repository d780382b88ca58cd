import type { Refusal } from '../prelude/index.js'
import { placeIn } from './document.js'
import type { Line } from './Line.js'
import type { Place, Reading } from './Reading.js'

/** The reading with more lines. */
export const withLines = (reading: Reading, lines: ReadonlyArray<Line>): Reading =>
  ({ ...reading, lines: [...reading.lines, ...lines] })

/** The line and column of a place in a formula. */
export const placeOf = ({ document, at, source }: Place, from: number): Pick<Line, 'line' | 'column' | 'source'> =>
  ({ ...placeIn(document, at + from), source })

type Told = Readonly<Pick<Refusal, 'expected' | 'got' | 'span'> & Partial<Pick<Refusal, 'place'>>>

/** What is not understood, with what would settle it. */
export const notUnderstood = ({ lost, scope }: Reading, place: Place, { place: of = '', expected, got, span }: Told): Line => {
  const bound = of.includes(', bound to ') ? `${of}: ` : ''
  const ended = lost.has(got) && !scope.has(got) ? '; its declaration ended with its section' : ''
  return { ...placeOf(place, span?.from
    ?? 0), kind: 'not understood', read: '', reason: `${bound}expected ${expected}, got ${got}${ended}` }
}
