import fc, { type Arbitrary } from 'fast-check'
import { type Claim, claim, equalEntries, erratum, type Judge, sampled } from '../../../src/claim/index.js'
import {
  Affine, Conv2d, conv2d, Flatten, type Layer, MaxPool2d, type Params, sequence
} from '../../../src/layer/index.js'
import * as T from '../../../src/tensor/index.js'
import type { Tensor } from '../../../src/tensor/index.js'
import { quarters } from '../../../properties/cases/quarters.js'
import { sparsely } from '../../../properties/cases/sparsely.js'

// What is left of a net without its non-linear functions. Inputs are quarters, for which doubles are exact.

const source = 'Object recognition assignment 2, task 3.3'

interface TwoConvolutions {
  readonly x: Tensor
  readonly w1: Tensor
  readonly b1: Tensor
  readonly w2: Tensor
  readonly b2: Tensor
}

const upTo = (most: number): Arbitrary<number> => fc.integer({ min: 1, max: most })

// Up to 2 * 3 * 3 products in each of the two sums: with numerators up to 39 all is far below 2^53.
const cases: Arbitrary<TwoConvolutions> = fc.record(
  { c: upTo(2), m: upTo(2), f: upTo(2), k1: upTo(3), k2: upTo(3), more: fc.nat(2) }
)
  .chain(({ c, m, f, k1, k2, more }) => fc.record({
    x: quarters([1, c, k1 + k2 - 1 + more, k1 + k2 - 1], 39, 0),
    w1: quarters([m, c, k1, k1], 39, 0), b1: quarters([m], 39, 0), w2: quarters([f, m, k2, k2], 39, 0),
    b2: quarters([f], 39, 0)
  }))

/** The one convolution that two are: each filter of the second adds up those of the first, each moved by its own place. */
const together = ({ w1, b1, w2, b2 }: TwoConvolutions): { readonly w: Tensor; readonly b: Tensor } => {
  const [[middle = 0, channels = 0, k1 = 0], [filters = 0, , k2 = 0]] = [w1.shape, w2.shape]
  const moved = (f: number, m: number, i: number, j: number): Tensor =>
    T.mul(T.pad(T.row(w1, m), [[0, 0], [i, k2 - 1 - i], [j, k2 - 1 - j]]), T.at(w2, [f, m, i, j]))
  const places = Array.from(
    { length: middle * k2 * k2 }, (_, p) => [Math.floor(p / (k2 * k2)), Math.floor(p / k2) % k2, p % k2] as const
  )
  const size = k1 + k2 - 1
  return {
    w: T.stack(Array.from({ length: filters }, (_, f) =>
      places.reduce((total, [m, i, j]) => T.add(total, moved(f, m, i, j)), T.zeros([channels, size, size])))),
    b: T.add(b2, T.matmul(T.sum(w2, { axis: [2, 3] }), b1))
  }
}

const convolutions: Claim = sparsely(claim(
  {
    id: 'object-recognition-2/linear-collapse/convolutions',
    title: 'Two convolutions with nothing in between are one, whose filters have K1 + K2 - 1 rows: 9 for 5 and 5',
    statement: String.raw`\text{two of our convolutions in a row make of drawn images exactly what one makes: each of its filters is the sum of those of the first, moved to each place of the second and times the weight there}`,
    spoken: 'it is about code, files or time',
    source,
    rows: ['A2-CI-12']
  },
  sampled<{ readonly given: TwoConvolutions }>({ given: cases }, ({ given }) => {
    const { x, w1, b1, w2, b2 } = given
    const valid = conv2d({ stride: 1, pad: 0 })
    return equalEntries(valid({ w: w2, b: b2 })(valid({ w: w1, b: b1 })(x).y).y, valid(together(given))(x).y, 'y')
  })
))

const image = [1, 3, 3]

const nets = {
  pooled: sequence(
    { conv: Conv2d(2, 2), pool: MaxPool2d({ height: 2, width: 2, stride: 1 }), flat: Flatten, scores: Affine(1) }
  ),
  convolved: sequence({ conv: Conv2d(2, 2), conv2: Conv2d(1, 2), flat: Flatten, scores: Affine(1) })
}

const weights = {
  w1: quarters([2, 1, 2, 2], 8, 0), b1: quarters([2], 8, 0), w2: quarters([1, 2, 2, 2], 8, 0), b2: quarters([1], 8, 0),
  w: quarters([2, 1], 8, 0), b: quarters([1], 8, 0), x: quarters([1, ...image], 8, 0),
  other: quarters([1, ...image], 8, 0)
}

type Drawn = { readonly [K in keyof typeof weights]: Tensor }

const paramsOf = (name: keyof typeof nets, { w1, b1, w2, b2, w, b }: Drawn): Params => name === 'pooled'
  ? [{ w: w1, b: b1 }, {}, {}, { w, b }]
  : [{ w: w1, b: b1 }, { w: w2, b: b2 }, {}, { w: T.slice(w, [{ stop: 1 }]), b }]

/** That f is linear but for f(0), which its biases make. */
const isAffine = (name: keyof typeof nets): Judge => sampled<Drawn>(weights, given => {
  const net: Layer = nets[name]
  const params = paramsOf(name, given)
  const f = net.infer(params, params.map(() => ({})))
  return equalEntries(
    T.add(f(T.add(given.x, given.other)), f(T.zeros([1, ...image]))), T.add(f(given.x), f(given.other)), 'y'
  )
})

const affineNet: Claim = sparsely(erratum(
  {
    id: 'object-recognition-2/linear-collapse/affine',
    title: 'A ConvNet without tanh is a linear map plus f(0) only if its max pooling goes too',
    statement: String.raw`\text{a ConvNet of our layers makes of the sum of two drawn images, plus what it makes of 0, exactly the sum of what it makes of each of them}`,
    spoken: 'it is about code, files or time',
    source,
    rows: ['A2-CI-12']
  },
  {
    printed: { text: 'without tanh, with pooling, it is linear but for f(0)', tex:
      String.raw`\text{without } \tanh \text{, with pooling, it is linear but for } f(0)`, judge: isAffine('pooled') },
    corrected: { text: 'without tanh and without pooling it is', judge: isAffine('convolved') }
  }
))

export const claims: ReadonlyArray<Claim> = [convolutions, affineNet]
