import fc from 'fast-check'
import * as definition from '../../src/definition/index.js'
import { atMost, type Claim, claim, equal, type Law, type Plain, sampled } from '../../src/claim/index.js'
import { ball, point, toInterval } from '../../src/number/index.js'
import * as T from '../../src/tensor/index.js'
import type { Tensor } from '../../src/tensor/index.js'
import { quarterList } from '../cases/quarters.js'

/** A relative error as a person might write it. */
export interface RelativeErrorSubject {
  readonly name: string
  readonly relativeError: (x: Tensor, y: Tensor) => number
}

const source = 'Deep learning homework 1, modular networks'

interface Pair {
  readonly x: ReadonlyArray<number>
  readonly y: ReadonlyArray<number>
  readonly e: number
}

// Pairs of numbers that are often equal, often of opposite sign, at all scales, of which some are below the floor.
const entries = quarterList(4, 39)
const pairs = (exponents: { readonly min: number; readonly max: number }) =>
  ({ x: entries, y: entries, e: fc.integer(exponents) })
const finite = fc.tuple(fc.integer({ min: -999, max: 999 }), fc.integer({ min: -324, max: 305 })).map(
  ([k, e]) => Number(`${k}e${e}`)
)
const anyScale = { min: -60, max: 40 }

const matrix = (entries: ReadonlyArray<number>, e: number): Tensor => T.fromFlat([2, 2], entries.map(x => x * 2 ** e))
const of = ({ relativeError }: RelativeErrorSubject, { x, y, e }: Pair): number =>
  relativeError(matrix(x, e), matrix(y, e))

// A quotient rounds once; 40 bits against the 53 of a double leave room for that, and none for another formula.
const coarse = ball(40)

export const relativeErrorLaws: Law<RelativeErrorSubject> = (subject): ReadonlyArray<Claim> => [
  claim(
    {
      id: `${subject.name}/relative-error-range`,
      title: 'The relative error is symmetric, between 0 and 1, and 0 for equal arrays alone',
      statement: String.raw`r(x, y) = r(y, x), \quad 0 \le r \le 1, \quad r(x, y) = 0 \iff x = y`,
      source,
      rows: ['HW1-MN-01', 'E228-REL-01']
    },
    sampled<{ x: number; y: number }>({ x: finite, y: finite }, ({ x, y }) => {
      const r = (a: number, b: number): number => subject.relativeError(T.fromNested([a, 1]), T.fromNested([b, 1]))
      return [
        equal(r(x, y), r(y, x), 'the other way round'),
        atMost(r(x, y), 1, 'at most 1'),
        equal(r(x, x), 0, 'of equal arrays'),
        atMost(x === y ? 0 : Number.MIN_VALUE, r(x, y), 'of different arrays')
      ]
    })
  ),
  claim(
    {
      id: `${subject.name}/relative-error-scale`,
      title: 'Above the floor the relative error does not depend on scale; below it is in proportion to it',
      statement: String.raw`|x_i| + |y_i| \ge 10^{-8}: \; r(sx, sy) = r(x, y); \quad |2x_i| + |2y_i| \le 10^{-8}: \; r(2x, 2y) = 2\, r(x, y)`,
      source,
      rows: ['HW1-MN-01', 'E228-REL-01']
    },
    sampled<Pair>(pairs({ min: -20, max: 40 }), ({ x, y, e }) => {
      const at = (exponent: number): number => of(subject, { x, y, e: exponent })
      // entries of at least 2^-22, or both 0; at 2^-40 all sums are below 10^-8
      return [equal(at(e), at(0), 'above the floor'), equal(at(-39), 2 * at(-40), 'below the floor')]
    })
  ),
  claim(
    {
      id: `${subject.name}/relative-error`,
      title: 'The relative error is that of the definition, above and below the floor',
      statement: String.raw`\max_i \frac{|x_i - y_i|}{\max(10^{-8}, |x_i| + |y_i|)}`,
      source,
      rows: ['HW1-MN-01', 'HW1-SYS-10', 'E228-REL-01']
    },
    sampled<Pair>(pairs(anyScale), given => {
      const [x, y] = [T.liftGrid(coarse.of)(matrix(given.x, given.e)), T.liftGrid(coarse.of)(matrix(given.y, given.e))]
      return equal<Plain>(point(of(subject, given)), toInterval(definition.relativeError(coarse)(x, y)))
    })
  )
]
