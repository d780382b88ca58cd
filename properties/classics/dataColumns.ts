import fc, { type Arbitrary } from 'fast-check'
import { equal, type Plain, type Relation } from '../../src/claim/index.js'
import { type Analytic, ball, type Grid, point, toInterval } from '../../src/number/index.js'
import * as T from '../../src/tensor/index.js'
import type { Tensor } from '../../src/tensor/index.js'
import { quarters } from '../cases/quarters.js'

export interface OfData {
  readonly x: Tensor
}

const shape = [4, 3]

/** The last row is above the first, so that no column is constant. */
export const data: { readonly x: Arbitrary<Tensor> } = {
  x: fc.tuple(quarters(shape, 24), fc.integer({ min: 1, max: 24 })).map(([x, gap]) =>
    T.tabulate(shape, (i, d) => (i === 3 ? T.at(x, [0, d]) + gap / 4 : T.at(x, [i, d]))))
}

const coarse = ball(40)

/** What is given lies where 40 bits know the definition to be. */
export const known = (
  given: Tensor, define: <A>(N: Analytic<A>) => (x: Grid<A>) => Grid<A>, x: Tensor, name: string
): ReadonlyArray<Relation<Plain>> => {
  const { entries } = define(coarse)(T.liftGrid(coarse.of)(x))
  return [...given.data].map(
    (value, i) => equal<Plain>(point(value), toInterval(entries[i] ?? coarse.of(NaN)), `${name}[${i}]`)
  )
}
