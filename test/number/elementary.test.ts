import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fromInterval, toInterval } from '../../src/number/ball.js'
import {
  type Analytic, ball, dual, dualAnalytic, float64, floatRun, type Interval, interval, point
} from '../../src/number/index.js'
import { contains, disjoint } from '../../src/number/Interval.js'
import { nextDown, nextUp } from '../../src/number/ulp.js'
import { doubles } from './doubles.js'
import { oracle } from './oracle.js'
import { unary } from './unary.js'

const O = oracle(160)
type Name = 'expm1' | 'log1p' | 'log10' | 'tan'
  | 'asin' | 'acos' | 'atan' | 'sinh' | 'cosh' | 'tanh' | 'sigmoid' | 'softplus' | 'erf'
const one = O.of(1)
type Big = ReturnType<typeof O.of>
const sigmoid = (x: Big): Big => one.div(one.plus(x.neg().exp()))
// by the alternating Taylor series, with digits to spare
const erf = (x: Big): Big => {
  let [term, sum] = [x, x]
  for (let n = 1; n < 400; n++) {
    term = term.times(x).times(x).neg().div(n)
    sum = sum.plus(term.div(2 * n + 1))
  }
  return sum.times(2).div(one.atan().times(4).sqrt())
}
const unit = doubles(100, 12, 3).map(x => x % 1)
const subjects: ReadonlyArray<{ name: Name; truth: (x: Big) => Big; points: ReadonlyArray<number> }> = [
  { name: 'expm1', truth: x => x.exp().minus(1), points: doubles(100, 10, 1).filter(
    x => x < 700 && Math.abs(x) > 1e-20
  ) },
  { name: 'log1p', truth: x => x.plus(1).ln(), points: doubles(100, 10, 2).filter(x => x > -1 && Math.abs(x) > 1e-20) },
  { name: 'log10', truth: x => x.log(10), points: doubles(100, 300, 2).map(Math.abs) },
  { name: 'tan', truth: x => x.tan(), points: doubles(100, 6, 4) },
  { name: 'asin', truth: x => x.asin(), points: unit },
  { name: 'acos', truth: x => x.acos(), points: unit },
  { name: 'atan', truth: x => x.atan(), points: doubles(100, 20, 5) },
  { name: 'sinh', truth: x => x.sinh(), points: doubles(100, 10, 6).filter(x => Math.abs(x) < 700) },
  { name: 'cosh', truth: x => x.cosh(), points: doubles(100, 10, 7).filter(x => Math.abs(x) < 700) },
  { name: 'tanh', truth: x => x.tanh(), points: doubles(100, 10, 8).filter(x => Math.abs(x) < 100) },
  { name: 'sigmoid', truth: sigmoid, points: doubles(100, 3, 9).filter(x => Math.abs(x) < 600) },
  { name: 'softplus', truth: x => x.exp().plus(1).ln(), points: doubles(100, 3, 10).filter(x => x > -100 && x < 100) },
  { name: 'erf', truth: erf, points: doubles(100, 6, 11).filter(x => Math.abs(x) < 6) }
]
const call = <A>(N: Analytic<A>, name: Name, x: number): A => N[name](N.of(x))
const B = ball(200)

describe.each(subjects)('$name', ({ name, truth, points }) => {
  test('the ball contains the true value and has at least 150 correct bits', () => {
    const wrong = points.filter(x => {
      const { mid, exp, rad } = call(B, name, x)
      const [t, u] = [truth(O.of(x)), O.big('2').pow(exp)]
      const off = O.big(String(mid)).times(u).minus(t).abs()
      const slack = t.abs().times(O.big('1e-95'))
      return off.gt(O.big(String(rad)).times(u).plus(slack))
        || O.big(String(rad)).times(u).gt(t.abs().times(O.big('2').pow(-150)))
    })
    expect(wrong).toEqual([])
  })

  test('the interval meets the ball, and has at most one double inside', () => {
    const wrong = points.filter(x => {
      const around = call(interval, name, x)
      return disjoint(around, toInterval(call(B, name, x))) || nextDown(around.hi) > nextUp(around.lo)
    })
    expect(wrong).toEqual([])
  })

  test('the float run contains the ball and the float, and is a few units wide', () => {
    const wrong = points.filter(x => {
      const wide = call(floatRun, name, x)
      const ball = toInterval(call(B, name, x))
      const float = call(float64, name, x)
      return !contains(wide, float) || disjoint(wide, ball) || wide.hi - wide.lo > 2 ** -46 * Math.abs(float) + 1e-322
    })
    expect(wrong).toEqual([])
  })
})

test('the functions of a wide ball contain those of its points', () => {
  const wide = (x: number) => ({ mid: BigInt(Math.round(x * 1024)), exp: -10, rad: 40n })
  const wrong = subjects.flatMap(({ name }) => [-0.75, -0.1, 0, 0.3, 0.8].flatMap(x =>
    [-40, -13, 0, 7, 40].map(by => ({ name, x, by })).filter(({ by }) => {
      const all = toInterval(B[name](wide(x)))
      const one = toInterval(B[name]({ mid: wide(x).mid + BigInt(by), exp: -10, rad: 0n }))
      return !(name === 'log10' && x <= 0) && !(all.lo <= one.lo && one.hi <= all.hi)
    })))
  expect(wrong).toEqual([])
})

describe.each(Object.entries(unary))('%s', (_, { f, from, to }) => {
  const x = fc.double({ min: from, max: to, noNaN: true })
  test('over a wide interval or ball contains what it is at each point', () => {
    fc.assert(fc.property(x, x, x, (a, b, c) => {
      const [lo = 0, at = 0, hi = 0] = [a, b, c].sort((p, q) => p - q)
      const value = toInterval(f(B, B.of(at)))
      const meets = (known: Interval): void => { expect(known.lo <= value.hi && value.lo <= known.hi).toBe(true) }
      meets(f(interval, { lo, hi }))
      meets(f(floatRun, { lo, hi }))
      meets(toInterval(f(B, fromInterval({ lo, hi }, 200))))
      expect(contains(f(floatRun, point(at)), f(float64, at))).toBe(true)
    }), { numRuns: 60, seed: 3 })
  })
  test('over duals has the slope that the mean value theorem asks for, unless a kink is between', () => {
    const step = { mid: 1n, exp: -60, rad: 0n }
    const beside = { mid: 1n, exp: -61, rad: 1n }
    fc.assert(fc.property(x.filter(a => Math.min(Math.abs(a), Math.abs(a - 1)) > 2 ** -50), a => {
      const at = B.of(a)
      const slope = B.div(B.sub(f(B, B.add(at, step)), f(B, at)), step)
      const { value, tangent } = f(dualAnalytic(B), dual(B.add(at, beside), B.of(1)))
      expect(disjoint(toInterval(tangent), toInterval(slope))).toBe(false)
      // as narrow as the step, up to what the second derivative makes of it
      expect(toInterval(tangent).hi - toInterval(tangent).lo).toBeLessThan(
        2 ** -30 * (1 + Math.abs(toInterval(slope).lo))
      )
      expect(disjoint(toInterval(value), toInterval(f(B, at)))).toBe(false)
    }), { numRuns: 40, seed: 4 })
  })
})
