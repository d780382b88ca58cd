import fc, { type Arbitrary } from 'fast-check'
import * as definition from '../../src/definition/index.js'
import {
  type Claim, claim, equal, equalEntries, everyCase, type Law, type Plain, type Relation, sampled
} from '../../src/claim/index.js'
import { printedConvolution } from '../../proofs-numeric/homework-1/convolution/golden.js'
import { sizeOf } from '../../src/number/index.js'
import * as T from '../../src/tensor/index.js'
import type { Tensor } from '../../src/tensor/index.js'
import { atMostCases } from '../cases/fewer.js'
import { type LayerCase, exponents, largestNumerator } from './exactCases.js'
import { oddQuarters, quarters } from '../cases/quarters.js'
import { roundsEach } from '../judges/roundsEach.js'
import { layerLaws, type OptionedParametricSubject } from './layer.js'
import { sizesOfWindows } from './windows.js'

type Steps = { readonly stride: number; readonly pad: number }
type Params = { readonly w: Tensor; readonly b: Tensor }

/** A convolution of batches of images, as a person might write it. */
export interface ConvolutionSubject {
  readonly name: string
  readonly conv2d: (options: Steps) => (params: Params) => (x: Tensor) => {
    readonly y: Tensor
    readonly pullback: (dy: Tensor) => { readonly dx: Tensor; readonly dp: Params }
  }
}

const upTo = (most: number): Arbitrary<number> => fc.integer({ min: 1, max: most })

// Images and kernels that are no squares, strides 1 to 3 that need not divide, and pads 0 to 3; more filters at times, for the kernel
// takes five together.
const sizes = fc.record({
  n: upTo(2), c: upTo(2), f: fc.oneof({ weight: 7, arbitrary: upTo(2) }, { weight: 1, arbitrary: fc.constant(6) }),
  rows: upTo(3), columns: upTo(3), below: fc.nat(3), beside: fc.nat(3)
})

const options = { stride: upTo(3), pad: fc.nat(3) }

const casesWith = ({ stride, pad }: Steps): Arbitrary<LayerCase<Steps>> =>
  fc.tuple(sizes, exponents, exponents, exponents).chain(([s, ofX, ofW, ofY]) => {
    const { n, c, f, rows, columns } = s
    const [height, width] = [Math.max(1, rows - 2 * pad) + s.below, Math.max(1, columns - 2 * pad) + s.beside]
    const [down, across] = [definition.placesOf(height + 2 * pad, rows, stride), definition.placesOf(
      width + 2 * pad, columns, stride
    )]
    const k = largestNumerator(2 * n * f * down * across * (c * rows * columns + 1))
    const tensors = (draw: typeof quarters) => fc.record({
      x: draw([n, c, height, width], k, ofX), w: draw([f, c, rows, columns], k, ofW), b: draw([f], k, ofX + ofW)
    })
    return fc.record({
      options: fc.constant({ stride, pad }),
      inputs: tensors(quarters),
      directions: tensors(oddQuarters),
      dy: oddQuarters([n, f, down, across], k, ofY)
    })
  })

const cases = fc.record(options).chain(casesWith)

type Drawn = { readonly given: LayerCase<Steps> & { readonly inputs: Inputs; readonly directions: Inputs } }
type Inputs = { readonly x: Tensor; readonly w: Tensor; readonly b: Tensor }

/** The matrix of a convolution of one image: what each entry (c, u, v) of x contributes to each entry (f, i, j) of y. */
const matrixOf = (
  { stride, pad }: Steps, w: Tensor, image: ReadonlyArray<number>, output: ReadonlyArray<number>
): Tensor => {
  const [, , rows = 0, columns = 0] = w.shape
  const entries = T.tabulate([...output, ...image], (f, i, j, c, u, v) => {
    const [k, l] = [u - i * stride + pad, v - j * stride + pad]
    return k >= 0 && k < rows && l >= 0 && l < columns ? T.at(w, [f, c, k, l]) : 0
  })
  return T.reshape(entries, [output.reduce((a, b) => a * b, 1), image.reduce((a, b) => a * b, 1)])
}

const source = 'Notes on CS231n, convolutional layer'

/** A convolution beside its definition, for every stride and pad. */
export const convolutionSubject = ({ name, conv2d }: ConvolutionSubject): OptionedParametricSubject<Steps> => ({
  name,
  layer: conv2d,
  definition: N => definition.conv2d(N),
  options,
  inputs: (chosen: Steps) => casesWith(chosen).map(({ inputs }) => inputs),
  params: { w: [], b: [] },
  finiteUpTo: 1e130,
  source,
  rows: { value: ['N231-CNV-02', 'HW1-MN-16'], pullback: ['N231-CNV-04', 'HW1-SYS-12'] }
})

export const convolutionLaws: Law<ConvolutionSubject> = ({ name, conv2d }): ReadonlyArray<Claim> => {
  const law = (
    id: string, title: string, statement: string, rows: ReadonlyArray<string>,
    check: (given: Drawn['given']) => ReadonlyArray<Relation<Plain>>
  ): Claim => claim({ id, title, statement, source, rows },
    sampled<Drawn>({ given: cases as Arbitrary<Drawn['given']> }, ({ given }) => check(given)))
  const [form, pure, value, linearPullback, ...others] = layerLaws(convolutionSubject({ name, conv2d }))
  return [
    claim(
      {
        id: `${name}/size`,
        title: 'The output has an entry for every place of the window on the padded image, rows and columns apart',
        statement: String.raw`H' = \lfloor (H + 2p - K) / s \rfloor + 1`,
        source,
        rows: ['HW1-MN-02', 'C231-CONV-02']
      },
      everyCase('images up to 7x9, pads 0 to 3, strides 1 to 5', sizesOfWindows(3), (
        { image, window, stride, pad, places }
      ) => {
        const { y } = conv2d({ stride, pad })({ w: T.ones([1, 1, ...window]), b: T.zeros([1]) })(
          T.ones([1, 1, ...image])
        )
        return places.map((count, axis) => equal<Plain>(y.shape[axis + 2] ?? NaN, count, `axis ${axis + 2}`))
      })
    ),
    ...[form, pure, linearPullback].flatMap(law => law ?? []),
    law(`${name}/linear`, 'A convolution is linear in the image, and in filters and bias together',
      String.raw`w * (x + x') = w * x + w * x',\quad (w + w') * x = w * x + w' * x`, [],
      ({ options, inputs: { x, w, b }, directions: v }) => {
        const f = conv2d(options)
        const zero = T.zeros(b.shape)
        return [
          ...equalEntries(f({ w, b })(T.add(x, v.x)).y, T.add(f({ w, b })(x).y, f({ w, b: zero })(v.x).y), 'y in x'),
          ...equalEntries(f({ w: T.add(w, v.w), b:
            T.add(b, v.b) })(x).y, T.add(f({ w, b })(x).y, f({ w: v.w, b: v.b })(x).y), 'y in w, b')
        ]
      }),
    atMostCases(250, law(
      `${name}/equivariant`, 'An image moved by the stride, inside a border of zeros, moves the output by one place',
        String.raw`w * S^s x = S (w * x)`, ['A2-CV-02', 'A2-SYS-34'],
        ({ options, inputs: { x, w, b } }) => [2, 3].flatMap(axis => {
          const border = (before: number, after: number): Tensor =>
            T.pad(x, x.shape.map((_, i) => (i === axis ? [before, after] : [0, 0])))
          const f = conv2d(options)({ w, b })
          const [moved, still] = [f(border(options.stride, 0)).y, f(border(0, options.stride)).y]
          const part = (range: T.Range): ReadonlyArray<T.Range> => moved.shape.map((_, i) => (i === axis ? range : {}))
          return equalEntries(
            T.slice(moved, part({ start: 1 })), T.slice(still, part({ stop: -1 })), `y moved along axis ${axis}`
          )
        })
    )),
    law(`${name}/adjoint`, 'The pullback is the adjoint in each argument, as an identity of exact numbers',
      String.raw`\langle dy, w * x\rangle = \langle dx, x\rangle = \langle dw, w\rangle,\quad \langle dy, b\rangle = \langle db, b\rangle`,
      ['HW1-MN-11', 'C231-CONV-03', 'N231-CNV-07'],
      ({ options, inputs: { x, w, b }, directions: v, dy }) => {
        const { y, pullback } = conv2d(options)({ w: v.w, b: T.zeros(b.shape) })(v.x)
        const { dx, dp } = pullback(dy)
        const onlyBias = conv2d(options)({ w: T.zeros(w.shape), b: v.b })(x).y
        return [
          equal<Plain>(T.dot(dx, v.x), T.dot(dy, y), '<dx, x>'),
          equal<Plain>(T.dot(dp.w, v.w), T.dot(dy, y), '<dw, w>'),
          equal<Plain>(T.dot(dp.b, v.b), T.dot(dy, onlyBias), '<db, b>')
        ]
      }),
    law(`${name}/matrix`, 'A convolution of one image is a product with a matrix, its pullback one with the transpose',
      String.raw`\operatorname{vec} y = M_w \operatorname{vec} x + b,\quad \operatorname{vec} dx = M_w^T \operatorname{vec} dy`, [
        'HW1-SYS-14'
      ],
      ({ options, inputs: { x, w, b }, dy }) => {
        const { y, pullback } = conv2d(options)({ w, b })(x)
        const M = matrixOf(options, w, x.shape.slice(1), y.shape.slice(1))
        const rows = (t: Tensor): Tensor => T.reshape(t, [t.shape[0] ?? 0, -1])
        return [
          ...equalEntries(y, T.add(T.reshape(T.matmulNT(rows(x), M), y.shape), T.reshape(b, [-1, 1, 1])), 'y'),
          ...equalEntries(pullback(dy).dx, T.reshape(T.matmul(rows(dy), M), x.shape), 'dx')
        ]
      }),
    claim(
      {
        id: `${name}/golden`,
        title: 'The output that the documents print is what comes out, to its 8 decimals',
        statement: String.raw`s = 2,\ p = 1,\ x_i = -.1 + .6 i / 95,\ w_i = -.2 + .5 i / 143,\ b_i = -.1 + .15 i`,
        source
      },
      everyCase('the printed example', [{ stride: 2, pad: 1 }], options => {
        const spaced = (from: number, to: number, shape: ReadonlyArray<number>): Tensor =>
          T.reshape(T.linspace(from, to, sizeOf(shape)), shape)
        const { y } = conv2d(options)({ w: spaced(-0.2, 0.3, [3, 3, 4, 4]), b: spaced(-0.1, 0.2, [3]) })(
          spaced(-0.1, 0.5, [2, 3, 4, 4])
        )
        return roundsEach(y, printedConvolution, 8, 'y')
      })
    ),
    ...value === undefined ? [] : [value],
    ...others
  ]
}
