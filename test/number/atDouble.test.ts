import { describe, expect, test } from 'vitest'
import type { BigNumber } from 'mathjs'
import { type Interval, nowhere } from '../../src/number/Interval.js'
import { expAt, expm1At, log1pAt, logAt, sineAt, tanhAt } from '../../src/number/atDouble.js'
import { nextDown, nextUp } from '../../src/number/ulp.js'
import { doubles } from './doubles.js'
import { encloses, oracle } from './oracle.js'

const O = oracle(90)
// log (1 + x) and e^x - 1 lose digits near 0, the sine of 1e308 those of its whole part
const between = oracle(160)
const wide = oracle(450)
const sinAt = (x: number): Interval => sineAt(x, 0)
const cosAt = (x: number): Interval => sineAt(x, 1)
const adjacent = ({ lo, hi }: Interval): boolean => lo === hi || nextUp(lo) === hi

const subjects = [
  { name: 'exp', at: expAt, truth: O.exp, points: doubles(1500, 3, 1).filter(x => Math.abs(x) < 709) },
  { name: 'log', at: logAt, truth: O.log, points: doubles(1500, 300, 2).map(Math.abs).filter(x => x > 0) },
  { name: 'log near 1', at: logAt, truth: O.log, points: doubles(500, 15, 3).map(x => 1 + x / 1e16).filter(
    x => x > 0
  ) },
  { name: 'sin', at: sinAt, truth: O.sin, points: doubles(1500, 20, 4) },
  { name: 'cos', at: cosAt, truth: O.cos, points: doubles(1500, 20, 5) },
  { name: 'tanh', at: tanhAt, truth: O.tanh, points: doubles(1500, 20, 6).filter(x => Math.abs(x) < 100) },
  {
    name: 'expm1', at: expm1At, truth: (x: BigNumber) => between.exp(x).minus(1),
    points: doubles(300, 30, 7).filter(x => Math.abs(x) < 100 && Math.abs(x) > 1e-60)
  },
  {
    name: 'log1p', at: log1pAt, truth: (x: BigNumber) => between.log(between.of(1).plus(x)),
    points: doubles(300, 30, 8).filter(x => x > -1 && Math.abs(x) > 1e-60)
  }
]

describe.each(subjects)('$name', ({ at, truth, points }) => {
  test('encloses the true value between adjacent doubles', () => {
    const wrong = points.filter(x => !encloses(O)(at(x), truth(O.of(x))) || !adjacent(at(x)))
    expect(wrong).toEqual([])
  })
})

describe('extremes', () => {
  test('the sine of huge numbers', () => {
    const points = [1e22, 1e300, 1e308, -1e308, Number.MAX_VALUE, 2 ** 1023, 6381956970095103 * 2 ** 797]
    expect(points.filter(x => !encloses(wide)(sinAt(x), wide.sin(wide.of(x))) || !adjacent(sinAt(x)))).toEqual([])
    expect(points.filter(x => !encloses(wide)(cosAt(x), wide.cos(wide.of(x))) || !adjacent(cosAt(x)))).toEqual([])
  })

  test('the double closest to a multiple of pi/2 has the known cosine', () => {
    expect(cosAt(6381956970095103 * 2 ** 797).lo).toBeCloseTo(-4.68716592425462761112e-19, 30)
  })

  test('tiny arguments keep their side', () => {
    expect(sinAt(5e-324)).toMatchObject({ lo: 0, hi: 5e-324 })
    expect(sinAt(1e-100)).toMatchObject({ lo: nextDown(1e-100), hi: 1e-100 })
    expect(tanhAt(-1e-100)).toEqual({ lo: -1e-100, hi: -nextDown(1e-100) })
    expect(expAt(1e-200)).toEqual({ lo: 1, hi: nextUp(1) })
    expect(expAt(-1e-200)).toEqual({ lo: nextDown(1), hi: 1 })
    expect(cosAt(1e-20)).toMatchObject({ lo: nextDown(1), hi: 1 })
    expect(expm1At(1e-300)).toEqual({ lo: 1e-300, hi: nextUp(1e-300) })
    expect(log1pAt(-1e-300)).toEqual({ lo: nextDown(-1e-300), hi: -1e-300 })
  })

  test('overflow and underflow', () => {
    expect(expAt(709.782712893384).hi).toBeLessThan(Infinity)
    expect(expAt(709.7827128933841)).toEqual({ lo: Number.MAX_VALUE, hi: Infinity })
    expect(expAt(710)).toEqual({ lo: Number.MAX_VALUE, hi: Infinity })
    expect(expAt(Infinity)).toEqual({ lo: Number.MAX_VALUE, hi: Infinity })
    expect(expAt(-746)).toEqual({ lo: 0, hi: 5e-324 })
    expect(expAt(-745.1332191019412)).toEqual({ lo: 0, hi: 5e-324 })
    expect(expAt(-744)).toEqual({ lo: 5e-324, hi: 1e-323 })
    expect(encloses(O)(expAt(-740.5), O.exp(O.of(-740.5)))).toBe(true)
    expect(encloses(O)(logAt(5e-324), O.log(O.of(5e-324)))).toBe(true)
    expect(tanhAt(1e300)).toEqual({ lo: nextDown(1), hi: 1 })
    expect(tanhAt(-30)).toEqual({ lo: -1, hi: -nextDown(1) })
    expect(expm1At(-800)).toEqual({ lo: -1, hi: nextUp(-1) })
  })

  test('exact values', () => {
    expect([expAt(0), expAt(-0), logAt(1), sinAt(0), cosAt(0), tanhAt(0), expm1At(0), log1pAt(0)].map(
      ({ lo, hi }) => [lo, hi]
    ))
      .toEqual([[1, 1], [1, 1], [0, 0], [0, 0], [1, 1], [0, 0], [0, 0], [0, 0]])
  })

  test('outside the domain: nowhere', () => {
    expect([logAt(-1), logAt(0), logAt(NaN), expAt(NaN), expm1At(NaN), tanhAt(NaN), log1pAt(-1), log1pAt(NaN)])
      .toEqual(Array(8).fill(nowhere))
    expect(logAt(Infinity)).toEqual({ lo: logAt(Number.MAX_VALUE).lo, hi: Infinity })
  })
})
