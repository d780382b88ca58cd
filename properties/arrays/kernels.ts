import fc, { type Arbitrary } from 'fast-check'
import { type Claim, claim, type Law } from '../../src/claim/index.js'
import { type Shape, sizeOf } from '../../src/number/index.js'
import * as T from '../../src/tensor/index.js'
import type { Convolution } from '../../src/tensor/kernel/chosen/convolution.js'
import type { Entries } from '../../src/tensor/kernel/chosen/entries.js'
import type { gemm } from '../../src/tensor/kernel/gemm.js'
import type { Sliding } from '../../src/tensor/kernel/sliding.js'
import type { Run } from '../../src/tensor/kernel/zip.js'
import { atMostCases } from '../cases/fewer.js'
import { hashed, seeds } from '../cases/hashed.js'
import { sameBits } from '../judges/sameBits.js'
import { sampledFrom } from '../judges/sampledFrom.js'

/** What computes products of matrices, convolutions, and what is done entry by entry. */
export interface Kernel extends Convolution, Entries {
  readonly gemm: typeof gemm
}

/** The kernel that is read, and one that is faster. */
export interface KernelSubject {
  readonly name: string
  readonly plain: Kernel
  readonly fast: Kernel
}

const odd = [NaN, Infinity, -Infinity, -0, 0, Number.MIN_VALUE, -1e-310, 1e308]

/** Numbers of 53 bits; by one seed in four, some that are not finite, not normal or zero among them. */
const filled = (seed: number, name: string, size: number): Float64Array =>
  Float64Array.from({ length: size }, (_, i) => {
    const word = hashed(seed, name, i)
    return seed % 4 === 3 && word % 8 === 0 ? odd[(word >>> 3) % odd.length] ?? 0
      : (word - 2 ** 31) * (1 + hashed(seed, `${name}, last bits`, i) * 2 ** -52)
  })

const upTo = (max: number, min = 1): Arbitrary<number> => fc.integer({ min, max })

/** Tiles have 2 or 4 rows and 4 or 8 columns, and blocks 256 terms: sizes on both sides of each, and none at all. */
const matrices = fc.record({
  m: upTo(9, 0), k: fc.oneof(upTo(9, 0), upTo(259, 254), upTo(515, 511)), n: upTo(19, 0),
  turned: fc.tuple(fc.boolean(), fc.boolean()), seed: seeds
})

/** So many entries that some are left over by pairs, and by the 2048 that are worked on at a time. An operand may be one number for all. */
const entries = fc.record({
  n: fc.oneof(upTo(9), upTo(2050, 2046), upTo(4099, 4095)), ofOne: fc.tuple(fc.boolean(), fc.boolean()),
  from: upTo(3, 0), seed: seeds
})

/** Windows with at least one place. */
const windows: Arbitrary<Sliding> = fc.record({
  channels: upTo(3), size: fc.tuple(upTo(3), upTo(3)), pad: fc.tuple(upTo(2, 0), upTo(2, 0)),
  stride: fc.tuple(upTo(3), upTo(3)), more: fc.tuple(upTo(5, 0), upTo(20, 0))
}).map(({ channels, size: [rows, columns], pad, stride, more }) => {
  const height = Math.max(1, rows - 2 * pad[0]) + more[0]
  const width = Math.max(1, columns - 2 * pad[1]) + more[1]
  return {
    channels, height, width, rows, columns, stride, pad,
    down: Math.floor((height + 2 * pad[0] - rows) / stride[0]) + 1,
    across: Math.floor((width + 2 * pad[1] - columns) / stride[1]) + 1
  }
})

const convolutions = fc.record({ s: windows, examples: upTo(2), filters: upTo(9), seed: seeds })

/** The entries of an input of this name and shape. */
type Drawn = (name: string, shape: Shape) => Float64Array

const tensor = (shape: Shape, data: Float64Array): T.Tensor => T.fromFlat(shape, data)

const source = 'The definition of the product: its terms in order, each rounded, and each sum'

/** That a faster kernel gives the bits of the plain one: signs of zero, infinities and NaN too. */
export const kernelLaws: Law<KernelSubject> = ({ name, plain, fast }): ReadonlyArray<Claim> => {
  const each = (
    title: string, id: string, statement: string,
    of: (kernel: Kernel, s: Sliding, examples: number, filters: number, drawn: Drawn) => T.Tensor
  ): Claim => atMostCases(300, claim(
    { id: `${name}/${id}`, title, statement, source },
    sampledFrom(convolutions, ({ s, examples, filters, seed }) => {
      const drawn: Drawn = (part, shape) => filled(seed, part, sizeOf(shape))
      return sameBits(of(fast, s, examples, filters, drawn), of(plain, s, examples, filters, drawn), id)
    })
  ))
  const images = (s: Sliding): Shape => [s.channels, s.height, s.width]
  const weights = (s: Sliding, filters: number): Shape => [filters, s.channels, s.rows, s.columns]
  return [
    atMostCases(300, claim(
      {
        id: `${name}/product`, title: 'The product of two matrices has the same bits from each kernel',
        statement: String.raw`c_{ij} = \sum_k a_{ik} b_{kj}`, source
      },
      sampledFrom(matrices, ({ m, k, n, turned: [isLeft, isRight], seed }) => {
        const a = { data: filled(seed, 'a', m * k), ...isLeft ? { row: 1, column: m } : { row: k, column: 1 } }
        const b = { data: filled(seed, 'b', k * n), ...isRight ? { row: 1, column: k } : { row: n, column: 1 } }
        return sameBits(tensor([m, n], fast.gemm(m, k, n, a, b)), tensor([m, n], plain.gemm(m, k, n, a, b)), 'c')
      })
    )),
    each(
      'A convolution has the same bits from each kernel', 'convolve', String.raw`y_{fq} = b_f + \sum_t w_{ft} x_{tq}`,
      (kernel, s, examples, filters, drawn) => tensor([examples, filters, s.down, s.across], kernel.convolve(
        s, examples, filters, drawn('x', [examples, ...images(s)]), drawn('w', weights(s, filters)), drawn('b', [filters])
      ))
    ),
    each(
      'The cotangent of filters has the same bits from each kernel', 'filters-back',
      String.raw`dw_{ft} = \sum_n \sum_q dy_{nfq} x_{ntq}`,
      (kernel, s, examples, filters, drawn) => tensor(weights(s, filters), kernel.filtersBack(
        s, examples, filters, drawn('x', [examples, ...images(s)]), drawn('dy', [examples, filters, s.down, s.across])
      ))
    ),
    each(
      'The cotangent of images has the same bits from each kernel', 'images-back',
      String.raw`dx_{tq} = \sum_f w_{ft} dy_{fq}`,
      (kernel, s, examples, filters, drawn) => tensor([examples, ...images(s)], kernel.imagesBack(
        s, examples, filters, drawn('w', weights(s, filters)), drawn('dy', [examples, filters, s.down, s.across])
      ))
    ),
    atMostCases(300, claim(
      {
        id: `${name}/entries`, title: 'What is chosen of two entries has the same bits from each kernel',
        statement: String.raw`\max(a_i, b_i),\ [a_i > b_i],\ a_i \text{ if } c_i \text{ else } b_i`, source: 'The order of the doubles'
      },
      sampledFrom(entries, ({ n, ofOne, from, seed }) => {
        const [s, t] = ofOne.map(isOne => (isOne ? 0 : 1)) as [0 | 1, 0 | 1]
        const [a, b, c] = ['a', 'b', 'c'].map(part => filled(seed, part, from + n)) as [Float64Array, Float64Array, Float64Array]
        const ran = (run: Run): T.Tensor => {
          const out = new Float64Array(from + n)
          run(out, from, n, a, from, s, b, from, t)
          return tensor([from + n], out)
        }
        const chosen = ({ select }: Kernel): T.Tensor =>
          tensor([from + n], select(c.map(x => Math.trunc(x % 2)), { data: a, step: s }, { data: b, step: t }))
        return [
          ...sameBits(ran(fast.maximumRun), ran(plain.maximumRun), 'the larger'),
          ...sameBits(ran(fast.greaterRun), ran(plain.greaterRun), 'whether greater'),
          ...sameBits(chosen(fast), chosen(plain), 'what is chosen')
        ]
      })
    ))
  ]
}
