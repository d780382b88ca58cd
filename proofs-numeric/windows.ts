import { everyCase, type Judge, type Plain, type Relation } from '../src/claim/index.js'

// The places of a window on a line, for all small lines.

export interface Line {
  readonly size: number
  readonly window: number
  readonly stride: number
  readonly pad: number
}

export const from = (first: number, last: number): ReadonlyArray<number> =>
  Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => first + i)

/** Every line below 12 entries with its windows, strides below 6 and pads below 4. */
export const lines: ReadonlyArray<Line> = from(1, 11).flatMap(
  size => from(0, 3).flatMap(pad => from(1, 5).flatMap(stride =>
    from(1, size + 2 * pad).map(window => ({ size, window, stride, pad }))))
)

export const onEvery = (scope: string, given: ReadonlyArray<Line>, relation: (line: Line) => Relation<Plain>): Judge =>
  everyCase(scope, given, line => [relation(line)])
