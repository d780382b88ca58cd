import fc, { type Arbitrary } from 'fast-check'
import * as definition from '../../src/definition/index.js'
import type { MultiHeadGrids, RecurrentGrids } from '../../src/definition/index.js'
import {
  lstm, multiHeadAttention, type MultiHeadOptions, rnn, scaledDotProductAttention
} from '../../src/layer/index.js'
import { type Analytic, type Grid, type Shape, sizeOf } from '../../src/number/index.js'
import * as T from '../../src/tensor/index.js'
import type { Tensor } from '../../src/tensor/index.js'
import { wholeNumbers } from '../cases/numbers.js'
import { type Axes, shapeOf, type Sizes, sizesFor } from '../cases/shapes.js'
import type { OptionedParametricSubject, ParametricSubject } from '../layers/layer.js'
import type { Named } from '../layers/subject.js'

/** Numbers of three digits, below 1/4 or up to 2^most in size: among gates and weights are some that are neither open nor shut. */
const moderate = (shape: Shape, most: number): Arbitrary<Tensor> => fc.tuple(
  fc.array(wholeNumbers, { minLength: sizeOf(shape), maxLength: sizeOf(shape) }),
  fc.integer({ min: -12, max: most - 10 }))
  .map(([ks, e]) => T.fromFlat(shape, ks.map(k => k * 2 ** e)))

const upTo = (most: number): Arbitrary<number> => fc.integer({ min: 1, max: most })

/** A tensor of each name, with axes whose sizes are drawn; what follows from those may be added to them. */
const drawn = (
  axes: Readonly<Record<string, Axes>>, sizes: Readonly<Record<string, Arbitrary<number>>>,
  more: (sizes: Sizes) => Sizes = () => ({}), most = 2
): Arbitrary<Named> => sizesFor([Object.keys(sizes)], sizes).chain(found => fc.record(Object.fromEntries(
  Object.entries(axes).map(([name, of]) => [name, moderate(shapeOf(of, { ...found, ...more(found) }), most)]))))

/** Up to three steps, so that what a step leaves to the next is judged twice over. */
const sequences = (blocks: number): Arbitrary<Named> => drawn(
  { x: ['N', 'T', 'D'], wx: ['D', 'M'], wh: ['H', 'M'], b: ['M'], h0: ['N', 'H'] },
  { N: upTo(2), T: upTo(3), D: upTo(2), H: upTo(2) }, ({ H = 1 }) => ({ M: blocks * H }))

type Recurrent<A> = RecurrentGrids<A> & { readonly h0: Grid<A> }

/** Over three steps cotangents have factors of x or wx, of dy, and of wh twice: 1e60 to the fourth leaves room for the sums of these. */
const recurrent = { params: { wx: [], wh: [], b: [], h0: [] }, finiteUpTo: 1e60, source: 'The usual definition' }

/** The layers that go along a sequence or attend to it, as exported, with their definitions. */
export const sequenceSubjects: ReadonlyArray<ParametricSubject> = [
  {
    ...recurrent, name: 'rnn', layer: rnn, inputs: sequences(1),
    definition: <A>(N: Analytic<A>) => ({ h0, ...weights }: Recurrent<A>) => (x: Grid<A>) =>
      definition.rnn(N)(weights)({ x, h0 })
  },
  {
    ...recurrent, name: 'lstm', layer: lstm, inputs: sequences(4),
    definition: <A>(N: Analytic<A>) => ({ h0, ...weights }: Recurrent<A>) => (x: Grid<A>) =>
      definition.lstm(N)(weights)({ x, h0 })
  },
  {
    name: 'scaledDotProductAttention', layer: scaledDotProductAttention, params: { k: [], v: [] }, finiteUpTo: 1e100,
    source: 'The usual definition',
    // scores of hundreds
    inputs: drawn({ x: ['N', 'T', 'E'], k: ['N', 'S', 'E'], v: ['N', 'S', 'M'] },
      { N: upTo(2), T: upTo(2), S: upTo(3), E: upTo(3), M: upTo(2) }, () => ({}), 4),
    definition: <A>(N: Analytic<A>) => (params: { readonly k: Grid<A>; readonly v: Grid<A> }) => (q: Grid<A>) =>
      definition.scaledDotProductAttention(N)({ q, ...params })
  }
]

/** Self-attention by one head or two, each with one feature or two. */
export const multiHeadSubject: OptionedParametricSubject<MultiHeadOptions> = {
  name: 'multiHeadAttention', layer: multiHeadAttention, options: { heads: upTo(2) },
  params: { wq: [], wk: [], wv: [], wo: [] }, finiteUpTo: 1e40, source: 'The usual definition',
  inputs: ({ heads }: MultiHeadOptions) => drawn(
    { x: ['N', 'T', 'E'], wq: ['E', 'E'], wk: ['E', 'E'], wv: ['E', 'E'], wo: ['E', 'E'] },
    { N: upTo(2), T: upTo(3), S: upTo(2) }, ({ S = 1 }) => ({ E: heads * S })),
  definition: <A>(N: Analytic<A>) => ({ heads }: MultiHeadOptions) => (params: MultiHeadGrids<A>) =>
    definition.multiHeadAttention(N)(params, heads)
}
