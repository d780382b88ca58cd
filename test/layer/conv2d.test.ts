import { describe, expect, test } from 'vitest'
import { convolutionLaws } from '../../properties/index.js'
import { printedConvolution } from '../../proofs-numeric/homework-1/convolution/golden.js'
import * as definition from '../../src/definition/index.js'
import { relativeError } from '../../src/difference/index.js'
import { float64 } from '../../src/number/index.js'
import { Conv2d, conv2d, type ConvolutionOptions, type ConvolutionParams } from '../../src/layer/index.js'
import { isLeft, orThrow } from '../../src/prelude/index.js'
import * as R from '../../src/random/index.js'
import * as T from '../../src/tensor/index.js'
import type { Tensor } from '../../src/tensor/index.js'

const draw = (seed: number, shape: ReadonlyArray<number>): Tensor => R.run(R.normals(shape), R.seedOf(seed))

describe('conv2d', () => {
  test.each([
    [{ stride: 1, pad: 0 }, [2, 3, 7, 5], [4, 3, 3, 2]],
    [{ stride: 2, pad: 1 }, [3, 2, 9, 10], [5, 2, 3, 3]],
    [{ stride: 3, pad: 3 }, [1, 1, 4, 6], [2, 1, 5, 1]]
  ])('has the bits of the definition run in doubles: %o on %o with %o', (options, image, filters) => {
    const [x, w, b] = [draw(1, image), draw(2, filters), draw(3, [filters[0] ?? 0])]
    const known = definition.conv2d(float64)(options)({ w: T.toGrid(w), b: T.toGrid(b) })(T.toGrid(x))
    expect(T.identical(conv2d(options)({ w, b })(x).y, T.fromGrid(known))).toBe(true)
  })

  test('an example has the same bits alone as in its batch', () => {
    const [x, w, b] = [draw(1, [6, 3, 9, 9]), draw(2, [8, 3, 3, 3]), draw(3, [8])]
    const f = conv2d({ pad: 1 })({ w, b })
    expect(T.identical(T.slice(f(x).y, [{ start: 4, stop: 5 }]), f(T.slice(x, [{ start: 4, stop: 5 }])).y)).toBe(true)
  })

  test('the relative error in print comes back to the seven digits that are no rounding', () => {
    const spaced = (from: number, to: number, shape: ReadonlyArray<number>): Tensor =>
      T.reshape(T.linspace(from, to, shape.reduce((a, b) => a * b)), shape)
    const params = { w: spaced(-0.2, 0.3, [3, 3, 4, 4]), b: T.linspace(-0.1, 0.2, 3) }
    const { y } = conv2d({ stride: 2, pad: 1 })(params)(spaced(-0.1, 0.5, [2, 3, 4, 4]))
    expect(relativeError(y, T.fromFlat(y.shape, printedConvolution.map(Number))).toPrecision(7)).toBe('2.212148e-8')
  })

  test('a batch of none gives none', () => {
    const { y, pullback } = conv2d()({ w: T.ones([2, 1, 2, 2]), b: T.ones([2]) })(T.zeros([0, 1, 3, 3]))
    expect(y.shape).toEqual([0, 2, 2, 2])
    expect(T.toNested(pullback(y).dp.b)).toEqual([0, 0])
  })

  const params: ConvolutionParams = { w: T.ones([2, 3, 3, 2]), b: T.zeros([2]) }
  test.each<[string, ConvolutionOptions, ConvolutionParams, ReadonlyArray<number>, string]>([
    ['another number of channels', {}, params, [1, 4, 5, 5], 'expected x with 3 channels, as the filters have, got 4'],
    [
      'a filter larger than the image', {}, params, [1, 3, 2, 5], 'expected a window of at most 2x5, the image, got 3x2'
    ],
    ['a filter larger than the padded image', { pad: 1 }, { w: T.ones([1, 1, 3, 6]), b: T.ones([1]) }, [1, 1, 1, 3],
      'expected a window of at most 3x5, the image with its pad of 1, got 3x6'],
    ['stride 0', { stride: 0 }, params, [1, 3, 5, 5], 'expected stride: a whole number from 1, got 0'],
    ['half a stride', { stride: 0.5 }, params, [1, 3, 5, 5], 'expected stride: a whole number from 1, got 0.5'],
    ['a negative pad', { pad: -1 }, params, [1, 3, 5, 5], 'expected pad: a whole number from 0, got -1'],
    ['a single image without a batch', {}, params, [3, 5, 5], 'expected x of shape (N, C, H, W), got 3x5x5'],
    ['a bias for other filters', {}, { ...params, b: T.zeros([3]) }, [1, 3, 5, 5],
      'w of shape (F, C, HH, WW) and b of shape (F), got w 2x3x3x2 and b 3']
  ])('refuses %s', (_name, options, given, shape, message) => {
    expect(() => conv2d(options)(given)(T.zeros(shape))).toThrow(message)
  })

  test('refuses a cotangent of another shape', () => {
    expect(() => conv2d()(params)(T.zeros([1, 3, 5, 5])).pullback(T.zeros([1, 2, 4, 3])))
      .toThrow('conv2d: expected dy of shape 1x2x3x4, the shape of y, got 1x2x4x3')
  })
})

describe('Conv2d', () => {
  test('is built for images, and refuses what has no place for its filters', () => {
    const layer = Conv2d(6, [3, 5], { stride: 2, pad: 1 })
    const { output, init, state } = orThrow(layer.build([3, 8, 9]))
    const params = R.run(init, R.seedOf(1))
    expect(output).toEqual([6, 4, 4])
    expect(params.map(p => [p['w']?.shape, p['b']?.shape])).toEqual([[[6, 3, 3, 5], [6]]])
    expect(layer.infer(params, R.run(state, R.seedOf(1)))(draw(2, [2, 3, 8, 9])).shape).toEqual([2, 6, 4, 4])
    expect(isLeft(layer.build([3, 8, 2]))).toBe(true)
    expect(isLeft(layer.build([24]))).toBe(true)
  })
})

// The scales of the inputs of the law go from 2^-40 to 2^40 each.
describe('the law of the pullback sees every entry that is wrong by a relative 1e-8', () => {
  const corrupted = (which: 'x' | 'w' | 'b', part: number) => {
    const seen = { wrong: false }
    const spoil = (t: Tensor): Tensor => {
      const at = Math.floor(part * t.data.length)
      const entry = t.data[at] ?? 0
      if (entry !== 0) seen.wrong = true
      return T.fromFlat(t.shape, Array.from(t.data, (d, i) => (i === at ? d * (1 + 1e-8) : d)))
    }
    const layer: typeof conv2d = options => params => x => {
      const { y, pullback } = conv2d(options)(params)(x)
      return {
        y,
        pullback: dy => {
          const { dx, dp } = pullback(dy)
          return which === 'x' ? { dx: spoil(dx), dp } : { dx, dp: { ...dp, [which]: spoil(dp[which]) } }
        }
      }
    }
    return { seen, layer }
  }
  const places = (['x', 'w', 'b'] as const).flatMap(which => [0, 0.5, 0.99].map(part => ({ which, part })))
  test.each(places)('$which at $part of its entries', ({ which, part }) => {
    const outcomes = Array.from({ length: 40 }, (_, seed) => {
      const { seen, layer } = corrupted(which, part)
      const law = convolutionLaws({ name: 'corrupted', conv2d: layer }).find(({ id }) => id === 'corrupted/pullback')
      return { refuted: law?.judge({ seed, runs: 1, cancelled: () => false }).verdict === 'refuted', wrong: seen.wrong }
    })
    expect(outcomes.filter(({ refuted, wrong }) => refuted !== wrong)).toEqual([])
    expect(outcomes.filter(({ wrong }) => wrong).length).toBeGreaterThan(20)
  })
})
