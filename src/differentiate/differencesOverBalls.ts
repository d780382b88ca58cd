import * as D from '../definition/difference.js'
import { type Ball, type Analytic, ball, type Rational } from '../number/index.js'
import type { Difference } from './Answer.js'
import type { Differences } from './differences.js'
import { valueIn } from './modes.js'
import type { Section } from './sections.js'
import { decimals, judged, showBall } from './System.js'

const isKnown = (a: Ball | undefined): a is Ball =>
  a !== undefined && Number.isFinite(a.exp) && (a.mid > a.rad || a.mid < -a.rad)

const middle = (a: Ball): Ball => ({ ...a, rad: 0n })

interface Extrapolated {
  readonly h: Ball
  readonly value: Ball
  readonly moved: Ball
}

/** Richardson's extrapolation of central differences over h, h/2, h/4, ...: the last value, and by how much it moved. */
const extrapolated = (N: Analytic<Ball>, f: (x: Ball) => Ball, x: Ball, levels: number) => (h: Ball): Extrapolated => {
  let row: ReadonlyArray<Ball> = []
  let moved = N.of(0)
  for (let i = 0; i < levels; i++) {
    const above = row
    row = above.reduce<ReadonlyArray<Ball>>((done, neighbour, j) => {
      const last = done[j] as Ball
      return [...done, N.add(last, N.div(N.sub(last, neighbour), N.sub(N.power(N.of(4), j + 1), N.of(1))))]
    }, [D.centralDifference(N)(f)(x, N.div(h, N.power(N.of(2), i)))])
    if (above.length > 0) moved = N.abs(N.sub(row[i] as Ball, above[i - 1] as Ball))
  }
  return { h, value: row[levels - 1] as Ball, moved }
}

/** Whether a is at most b, as far as their digits tell. */
const atMost = (N: Analytic<Ball>, a: Ball, b: Ball): boolean => {
  const { mid, rad, exp } = N.sub(b, a)
  return Number.isFinite(exp) && mid >= -rad
}

// From one first step to the next.
const shrinking = 2 ** -8
const tries = 12

/** With the first of the first steps that moves by less than is asked for, and that a much smaller one confirms as far; else the last. */
const confirmed = (
  N: Analytic<Ball>, at: (h: Ball) => Extrapolated, h: Ball, near: Ball, wanted: Ball, left = tries
): Extrapolated => {
  const found = at(h)
  const trusted = Number.isFinite(found.value.exp) && atMost(N, N.abs(N.sub(found.value, near)), wanted)
    && atMost(N, found.moved, wanted)
  return left === 0 || trusted ? found : confirmed(N, at, N.mul(h, N.of(shrinking)), near, wanted, left - 1)
}

/** The differences over balls: rounded to the digits asked for, as one with so many digits would find them. */
export const differencesOverBalls = (digits: number) => (
  { ballF, x, value, slope, exists, second, third }: Section, h: Rational | undefined
): Differences => {
  const bits = Math.ceil(3.33 * digits) + 8
  const N = ball(bits)
  const wide = ball(2 * bits + 128)
  const system = decimals(digits, 2 * bits + 128)
  const noise = N.mul(N.power(N.of(10), -digits), N.abs(middle(value)))
  const at = middle(valueIn(N, x))
  const scale = at.mid === 0n ? N.of(1) : N.abs(at)
  const typed = h === undefined ? undefined : middle(N.ofRational(h))
  const fallback = (power: number): Ball => N.mul(scale, N.power(N.of(10), -Math.ceil(digits / power)))
  const both = typed ?? (isKnown(third) && isKnown(value)
    ? N.exp(N.div(N.log(N.div(N.mul(N.of(3), noise), N.abs(middle(third)))), N.of(3))) : fallback(3))
  const one = typed ?? (isKnown(second) && isKnown(value)
    ? N.mul(N.of(2), N.sqrt(N.div(noise, N.abs(middle(second))))) : fallback(2))
  const f = ballF(bits)
  const given = (step: Ball, quotient: Ball): Difference | string =>
    !Number.isFinite(quotient.exp) ? 'not defined over the step'
      : { h: showBall(3)(step), value: judged(system, middle(quotient), slope) }
  const [g, there] = [ballF(2 * bits + 128), middle(valueIn(wide, x))]
  const near = D.centralDifference(wide)(g)(there, middle(wide.mul(scale, wide.power(wide.of(2), -bits))))
  const first = wide.mul(wide.of(2 ** -5), wide.max(wide.of(1), middle(scale)))
  const levels = Math.ceil(Math.sqrt(3.33 * digits)) + 6
  const wanted = wide.mul(N.abs(middle(near)), wide.power(wide.of(10), -digits))
  const best = confirmed(wide, extrapolated(wide, g, there, levels), middle(first), near, wanted)
  // three digits round by less than 2^-7
  const error = wide.mul(middle(best.moved), wide.of(1 + 2 ** -7))
  return {
    oneSided: given(one, D.forwardDifference(N)(f)(at, middle(one))),
    backward: given(one, D.backwardDifference(N)(f)(at, middle(one))),
    central: given(both, D.centralDifference(N)(f)(at, middle(both))),
    extrapolated: !Number.isFinite(best.value.exp) ? 'not defined over the step' : {
      h: showBall(3)(best.h), value: judged(system, middle(best.value), slope),
      ...(exists && atMost(wide, wide.abs(wide.sub(middle(best.value), slope)), middle(best.moved))
        ? { error: showBall(3)(error) }
        : {})
    }
  }
}
