import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Analytic } from '../../src/number/Arithmetic.js'
import { type Interval, contains } from '../../src/number/Interval.js'
import { type AssumedFunction, doublesBeyond, enclosingFloat, floatRun } from '../../src/number/assumptions.js'
import { float64 } from '../../src/number/float64.js'
import { interval } from '../../src/number/intervalArithmetic.js'
import { doubles } from './doubles.js'
import { fewer } from './fewer.js'

const everywhere = doubles(10000, 300, 31).concat(
  [0, -0, 1, -1, 5e-324, -5e-324, 1e308, -1e308, 710, -746, Infinity, -Infinity]
)
const names = Object.keys(doublesBeyond) as ReadonlyArray<AssumedFunction>

describe.each(names)('Math.%s', name => {
  test('lies where the assumption says, at ten thousand points', () => {
    const outside = everywhere.filter(x => {
      const y = Math[name](x)
      return !Number.isNaN(y) && !contains(enclosingFloat(name, x), y)
    })
    expect(outside).toEqual([])
  })
})

test('the pad of tanh is needed: without it the assumption is refuted', () => {
  expect(everywhere.some(x => !contains(interval.tanh(interval.of(x)), Math.tanh(x)))).toBe(true)
})

const softmaxEntropy = <A>(N: Analytic<A>) => (x: ReadonlyArray<A>): A => {
  const top = x.reduce(N.max)
  const powers = x.map(v => N.exp(N.sub(v, top)))
  const total = powers.reduce(N.add)
  return powers.map(p => N.div(p, total)).reduce((sum, p) => N.sub(sum, N.mul(p, N.log(p))), N.of(0))
}
const wave = <A>(N: Analytic<A>) => (x: ReadonlyArray<A>): A =>
  x.reduce((sum, v) => N.add(N.mul(sum, N.tanh(N.sin(v))), N.sqrt(N.add(N.mul(v, v), N.cos(N.mul(v, sum))))), N.of(0.1))
const branching = <A>(N: Analytic<A>) => (x: ReadonlyArray<A>): A =>
  x.reduce((best, v) => N.where(v, best, N.div(v, N.add(N.of(3), N.exp(best))), N.tanh(v)), N.of(0))

describe('a float run lies in the interval run of the same formula', () => {
  const inputs = fc.array(fc.double({ min: -700, max: 700, noNaN: true }), { minLength: 1, maxLength: 8 })
  test.each([['softmax entropy', softmaxEntropy], ['wave', wave], ['branching', branching]] as const)(
    '%s', (_, formula) => {
      fc.assert(fc.property(inputs, x => {
        const float = formula(float64)(x)
        const run: Interval = formula(floatRun)(x.map(floatRun.of))
        expect(Number.isNaN(float) || contains(run, float)).toBe(true)
      }), { numRuns: fewer(1500), seed: 17 })
    }
  )
})
