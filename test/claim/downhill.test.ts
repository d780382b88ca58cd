import { describe, expect, test } from 'vitest'
import { arrayOf, atMost, closely, effort, within } from '../../src/claim/index.js'
import { type Analytic, dot, fromEntries, type Grid } from '../../src/number/index.js'

// What holds at nearly all points, and fails only where cases of a formula meet: judged from ten seeds each.

const seeds = Array.from({ length: 10 }, (_, k) => k + 1)
const inSpace = arrayOf([3], within('-3', '3'))
const inThePlane = arrayOf([2], within('-3', '3'))

/** 1{w1 + 2 w2 + 3 w3 >= .3} is at most so many times |w - u| above the same of u. */
const step = (times: number) => closely({ w: inSpace, u: inSpace }, (N, { w, u }) => {
  const at = (x: typeof w) =>
    N.where(N.sum(x.entries.map((entry, i) => N.mul(N.of(i + 1), entry))), N.decimal('0.3'), N.of(1), N.of(0))
  return atMost(N.sub(at(w), at(u)), N.mul(N.of(times), N.hypot(w.entries.map((x, i) => N.sub(x, u.at(i))))))
})

describe.each([30, 100])('a step of 1 against %d times the distance of two points near each other', times => {
  test.each(seeds)('is found from seed %d', seed => {
    expect(step(times)({ ...effort(), seed }, 'step').verdict).toBe('refuted')
  })
})

/** <a, x - c> */
const along = <A>(N: Analytic<A>, a: Grid<A>, x: Grid<A>, c: Grid<A>): A =>
  dot(N)(a, fromEntries([2], x.entries.map((each, i) => N.sub(each, c.at(i)))))

/** The sum of two of Huber's functions lies above its tangents, where their border is not at 1 and they fall. */
const tangent = (border: string) => closely(
  { w: inThePlane, u: inThePlane, a: inThePlane, b: inThePlane, c: inThePlane }, (N, { w, u, a, b, c }) => {
    const [half, at] = [N.of(0.5), N.decimal(border)]
    const value = (t: typeof half) => N.where(at, N.abs(t), N.mul(half, N.square(t)), N.sub(N.abs(t), half))
    const slope = (t: typeof half) => N.where(at, N.abs(t), t, N.where(t, N.of(0), N.of(1), N.of(-1)))
    const slacks = [a, b].map(by => {
      const [s, t] = [along(N, by, w, c), along(N, by, u, c)]
      return N.sub(N.mul(slope(s), N.sub(s, t)), N.sub(value(s), value(t)))
    })
    return atMost(N.of(0), N.sum(slacks))
  }
)

describe.each(['0.5', '0.9'])('tangents beside a border at %s', border => {
  test.each(seeds)('are found from seed %d', seed => {
    expect(tangent(border)({ ...effort(), seed }, 'tangent').verdict).toBe('refuted')
  })
})
