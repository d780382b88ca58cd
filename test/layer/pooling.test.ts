import { describe, expect, test } from 'vitest'
import { printedPooling } from '../../proofs-numeric/homework-1/convolution/golden.js'
import * as definition from '../../src/definition/index.js'
import { relativeError } from '../../src/difference/index.js'
import { float64 } from '../../src/number/index.js'
import {
  averagePool2d, AveragePool2d, Flatten, flatten, maxPool2d, MaxPool2d, type PoolOptions
} from '../../src/layer/index.js'
import { isLeft, orThrow } from '../../src/prelude/index.js'
import * as R from '../../src/random/index.js'
import * as T from '../../src/tensor/index.js'

const x = R.run(R.normals([2, 3, 7, 8]), R.seedOf(1))
const windows: ReadonlyArray<PoolOptions> = [
  { height: 2, width: 2, stride: 2 }, { height: 3, width: 2, stride: 1 }, { height: 1, width: 3, stride: 3 }
]

test.each(windows)('pooling with %o has the bits of its definition run in doubles', window => {
  expect(T.identical(maxPool2d(window)(x).y, T.fromGrid(definition.maxPool2d(float64)(window)(T.toGrid(x))))).toBe(true)
  expect(T.identical(averagePool2d(window)(x).y, T.fromGrid(definition.averagePool2d(float64)(window)(T.toGrid(x)))))
    .toBe(true)
})

test('the relative error in print comes back to the digits that are no rounding', () => {
  const { y } = maxPool2d({ height: 2, width: 2, stride: 2 })(T.reshape(T.linspace(-0.3, 0.4, 96), [2, 3, 4, 4]))
  expect(relativeError(y, T.fromFlat(y.shape, printedPooling.map(Number))).toPrecision(6)).toBe('4.16667e-8')
})

test('a NaN under a window is its largest entry, the first one if there are two', () => {
  const { y, pullback } = maxPool2d({ height: 1, width: 3, stride: 1 })(T.fromNested([[[[1, NaN, 2, 3, NaN]]]]))
  expect(T.toNested(y)).toEqual([[[[NaN, NaN, NaN]]]])
  expect(T.toNested(pullback(T.ones([1, 1, 1, 3])).dx)).toEqual([[[[0, 2, 0, 0, 1]]]])
  expect(T.toNested(maxPool2d({ height: 1, width: 2, stride: 1 })(T.fromNested([[[[-Infinity, -Infinity]]]])).y))
    .toEqual([[[[-Infinity]]]])
})

describe.each([['maxPool2d', maxPool2d, MaxPool2d], ['averagePool2d', averagePool2d, AveragePool2d]] as const)(
  '%s', (name, pool, Pool) => {
    test.each<[PoolOptions, string]>([
      [{ height: 8, width: 2, stride: 1 }, 'expected a window of at most 7x8, the image, got 8x2'],
      [{ height: 2, width: 2, stride: 0 }, 'expected stride: a whole number from 1, got 0'],
      [{ height: 0, width: 2, stride: 1 }, 'expected height: a whole number from 1, got 0']
    ])('refuses %o', (window, message) => {
      expect(() => pool(window)(x)).toThrow(`${name}: ${message}`)
    })

    test('refuses a cotangent of another shape, and what is no batch of images', () => {
      expect(() => pool({ height: 2, width: 2, stride: 2 })(x).pullback(x))
        .toThrow(`${name}: expected dy of shape 2x3x3x4, the shape of y, got 2x3x7x8`)
      expect(() => pool({ height: 2, width: 2, stride: 2 })(T.zeros([7, 8]))).toThrow(
        'expected x of shape (N, C, H, W), got 7x8'
      )
    })

    test('is built for images as a layer', () => {
      const layer = Pool({ height: 3, width: 2, stride: 2 })
      expect(orThrow(layer.build([5, 7, 8])).output).toEqual([5, 3, 4])
      expect(layer.infer([{}], [{}])(x).shape).toEqual([2, 3, 3, 4])
      expect(isLeft(layer.build([5, 2, 8]))).toBe(true)
    })
  }
)

test('Flatten is built for examples of any shape; a scalar is refused', () => {
  expect(orThrow(Flatten.build([16, 3, 4])).output).toEqual([192])
  expect(orThrow(Flatten.build([])).output).toEqual([1])
  expect(Flatten.infer([{}], [{}])(x).shape).toEqual([2, 168])
  expect(() => flatten(T.scalar(1))).toThrow('flatten: expected a batch of examples, got a scalar')
})
