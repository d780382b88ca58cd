import fc, { type Arbitrary } from 'fast-check'
import type { LinePlot, Series } from '../../src/drawing/index.js'

/** Numbers that lie beside one another, anywhere: so many steps from a number that may be large. */
const near: Arbitrary<ReadonlyArray<number>> = fc.record({
  from: fc.oneof(
    { weight: 3, arbitrary: fc.constant(0) },
    { weight: 1, arbitrary: fc.integer({ min: -99, max: 99 }).map(k => k * 1e4) }),
  exponent: fc.integer({ min: -3, max: 3 }),
  steps: fc.array(fc.integer({ min: -99, max: 99 }), { minLength: 24, maxLength: 24 })
}).map(({ from, exponent, steps }) => steps.map(k => from + Number(`${k}e${exponent}`)))

/** Numbers of any size, above 0. */
const scattered: Arbitrary<ReadonlyArray<number>> = fc.array(
  fc.tuple(fc.integer({ min: 1, max: 99 }), fc.integer({ min: -6, max: 6 })).map(([k, e]) => Number(`${k}e${e}`)),
  { minLength: 24, maxLength: 24 })

/** What has no place on an axis: one number in eight. */
const gaps: Arbitrary<ReadonlyArray<number | undefined>> = fc.array(fc.oneof(
  { weight: 7, arbitrary: fc.constant(undefined) },
  { weight: 1, arbitrary: fc.constantFrom(NaN, Infinity, -Infinity, 1e301, -1e301) }
), { minLength: 24, maxLength: 24 })

interface Axes {
  readonly log: boolean
  readonly numbers: ReadonlyArray<number>
}

const axes: Arbitrary<Axes> = fc.oneof(
  near.map(numbers => ({ log: false, numbers })), scattered.map(numbers => ({ log: true, numbers })))

export interface Drawn {
  readonly x: Axes
  readonly y: Axes
  readonly missing: ReadonlyArray<number | undefined>
  readonly sizes: ReadonlyArray<number>
  readonly marks: ReadonlyArray<boolean>
}

export const drawn: { readonly [K in keyof Drawn]: Arbitrary<Drawn[K]> } = {
  x: axes, y: axes, missing: gaps, sizes: fc.array(fc.nat(5), { minLength: 1, maxLength: 4 }),
  marks: fc.array(fc.boolean(), { minLength: 4, maxLength: 4 })
}

/** Series of those numbers, with a gap where one is missing; where points reach, some down, some up, and some both. */
export const plotOf = ({ x, y, missing, sizes, marks }: Drawn, reaches = false): LinePlot => ({
  title: 'a plot', x: { label: 'x', log: x.log }, y: { label: 'y', log: y.log },
  series: sizes.map((size, i): Series => ({
    label: `series ${i}`, ...(marks[i] === true ? { marks: true } : {}),
    points: Array.from({ length: size }, (_, k) => {
      const at = (axis: Axes, by: number): number => axis.numbers[(5 * i + k + by) % 24] ?? NaN
      const point = { x: missing[(5 * i + k + 12) % 24] ?? at(x, 0), y: missing[5 * i + k] ?? at(y, 0) }
      return !reaches ? point : {
        ...point,
        ...(k % 3 === 2 ? {} : { low: missing[(5 * i + k + 5) % 24] ?? at(y, 7) }),
        ...(k % 2 === 0 ? { high: at(y, 3) } : {})
      }
    })
  }))
})

/** Whether an axis has a place for a number, as the docstring says. */
export const isShown = (log: boolean, value: number): boolean => Math.abs(value) <= 1e300 && (!log || value >= 1e-300)
