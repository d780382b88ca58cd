import { describe, expect, test } from 'vitest'
import {
  backwardDifference, bestStep, centralDifference, extrapolatedDifference, forwardDifference,
  numericGradient, numericPullback, relativeError
} from '../../src/difference/index.js'
import * as T from '../../src/tensor/index.js'

const all = { forwardDifference, backwardDifference, centralDifference, extrapolatedDifference }

describe.each(Object.entries(all))('%s', (name, difference) => {
  test('without options is near the derivative, and its estimate says how near', () => {
    const { value, error } = difference(Math.exp)(1)
    expect(Math.abs(value - Math.E)).toBeLessThanOrEqual(error)
    expect(error).toBeLessThan(1e-6)
  })

  test.each([0, -1, NaN, Infinity])('refuses the step %d', h => {
    expect(() => difference(Math.exp, { h })(1)).toThrow(`${name}: expected a finite step h above 0, got ${h}`)
  })

  test.each([-1, NaN, Infinity])('refuses the noise %d', noise => {
    expect(() => difference(Math.exp, { noise })(1)).toThrow(
      `${name}: expected a finite relative noise of at least 0, got ${noise}`
    )
  })

  test('refuses a step that rounding makes 0', () => {
    expect(() => difference(Math.sin, { h: 1e-9 })(1e8)).toThrow(
      `${name}: expected a step h that changes x, got one that rounding makes 0`
    )
  })

  test('refuses a value that is not finite, and says where', () => {
    expect(() => difference(x => (x === 2 ? 1 : NaN), { h: 0.5 })(2)).toThrow(
      /: expected f finite at x = (1.5|2.5), got NaN/
    )
  })
})

test('a difference that overflows is refused', () => {
  expect(() => centralDifference(x => 1e308 * Math.sign(x), { h: 0.5 })(0)).toThrow(
    'centralDifference: expected a finite difference'
  )
  expect(() => forwardDifference(() => 1, { h: 1e308 })(1.7e308)).toThrow(
    'forwardDifference: expected a finite difference'
  )
})

test('a step with no double at its half has an unknown error', () => {
  expect(forwardDifference(x => x, { h: 2 ** -52 })(1)).toEqual({ value: 1, error: Infinity })
})

test('the estimate grows with the noise that f is said to have', () => {
  const [silent, noisy] = [0, 2 ** -20].map(noise => centralDifference(Math.exp, { noise })(0).error)
  expect(noisy).toBeGreaterThan(1e3 * (silent ?? NaN))
})

test('across a kink a central difference is the derivative on neither side', () => {
  expect(centralDifference(x => Math.max(0, x), { h: 1e-5 })(1e-6).value).toBeCloseTo(0.55, 10)
})

test.each([[0, 1], [1, 0], [NaN, 1], [1, Infinity]])('no best step for value %d and derivative %d', (
  value, derivative
) => {
  expect(() => bestStep('central', { value, derivative })).toThrow(
    'bestStep: expected value, derivative and noise finite and other than 0'
  )
})

test('the model at sin 1', () => {
  const [value, third] = [Math.sin(1), Math.cos(1)]
  expect(bestStep('one-sided', { value, derivative: -value }).error).toBeCloseTo(1.77e-8, 10)
  expect(bestStep('central', { value, derivative: -third }).error).toBeCloseTo(1.74e-11, 13)
})

describe('relativeError', () => {
  test('of no entries is 0', () => expect(relativeError(T.zeros([0]), T.zeros([0]))).toBe(0))
  test('does not overflow', () => {
    expect(relativeError(Number.MAX_VALUE, -Number.MAX_VALUE)).toBe(1)
    expect(relativeError(Number.MAX_VALUE, Number.MAX_VALUE / 3)).toBeCloseTo(0.5, 12)
  })
  test('refuses other shapes', () => {
    expect(() => relativeError(T.zeros([2]), T.zeros([2, 1]))).toThrow(
      'relativeError: expected two arrays of shape 2, got 2x1'
    )
    expect(() => relativeError(1, T.zeros([1]))).toThrow('relativeError: expected two arrays of shape scalar, got 1')
  })
  test('refuses what is not finite, and names the entry', () => {
    expect(() => relativeError(T.zeros([2, 2]), T.fromNested([[0, 0], [NaN, 0]])))
      .toThrow('relativeError: expected finite numbers at [1,0], got 0 and NaN')
  })
})

describe('numericGradient', () => {
  const x = T.fromNested([[1, 2, 3]])

  test('without a step has one for the scale of each entry', () => {
    const scales = T.fromNested([1e-3, 1, 1e6, 1e12])
    expect(relativeError(numericPullback(at => T.mul(at, at))(scales)(T.ones([4])), T.mul(scales, 2))).toBeLessThan(
      1e-8
    )
  })

  test('of nothing is nothing', () => expect(numericGradient(() => 1)(T.zeros([0]))).toEqual(T.zeros([0])))

  test('of a number', () => expect(T.item(numericGradient(at => T.item(at) ** 2, { h: 0.5 })(T.scalar(3)))).toBe(6))

  test.each([0, -1, NaN, Infinity])('refuses the step %d', h => {
    expect(() => numericGradient(at => T.dot(at, at), { h })(x)).toThrow(
      `numericGradient: expected a finite step h above 0, got ${h}`
    )
  })

  test('refuses a step that rounding makes 0, and names the entry', () => {
    expect(() => numericGradient(at => T.dot(at, at), { h: 1e-9 })(T.fromNested([0, 1e8])))
      .toThrow('numericGradient: expected a step that changes x[1], got 1e-9 at 100000000')
  })

  test('refuses a value that is not finite, and names the entry', () => {
    const undefinedAbove = (at: T.Tensor): number => ((at.data[1] ?? 0) > 2 ? NaN : 0)
    expect(() => numericGradient(undefinedAbove, { h: 0.5 })(x)).toThrow(
      'numericGradient: expected f finite at x[0,1] = 2.5, got NaN'
    )
  })

  test('numericPullback refuses a cotangent of another shape than that of f', () => {
    expect(() => numericPullback(at => at)(x)(T.ones([3])))
      .toThrow('numericPullback: expected f of shape 3, that of the cotangent, got 1x3')
  })
})
