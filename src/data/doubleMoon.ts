import { given } from '../prelude/index.js'
import { map, type Random, uniforms } from '../random/index.js'
import * as T from '../tensor/index.js'
import type { Tensor } from '../tensor/index.js'

/** Points in the plane (N, 2), and the class of each: -1 or +1. */
export interface Points {
  readonly x: Tensor
  readonly labels: ReadonlyArray<number>
}

const radius = 2
const thickness = 0.6

// The half circle of class -1 opens to the left, that of class +1 to the right and lower, so that they reach into each other.
const moons = [
  { label: -1, centre: [0, 0], from: -Math.PI / 2 },
  { label: 1, centre: [0.8, -1.8], from: Math.PI / 2 }
] as const

/**
 * Two half circles that reach into each other, each a class that no line separates from the other: first `perClass` points of class -1,
 * then as many of class +1.
 *
 * Class -1: 2 (cos t, sin t) with t uniform in [-pi/2, pi/2]; class +1: (0.8, -1.8) + 2 (cos t, sin t) with t uniform in [pi/2, 3 pi/2]. To
 * each coordinate an independent number uniform in [0, 0.6) is added. Refuses `perClass` that is no whole number from 0.
 *
 * @example
 * const { x, labels } = R.run(doubleMoon(2), R.seedOf(1))
 * x.shape // [4, 2]
 * labels // [-1, -1, 1, 1]
 *
 * @source Object recognition assignment 2, question 1
 */
export const doubleMoon = (perClass: number): Random<Points> =>
  moonsOf(given.whole('doubleMoon', 'perClass', perClass, 0))

const moonsOf = (perClass: number): Random<Points> => map((draws: Tensor): Points => ({
  x: T.tabulate([moons.length * perClass, 2], (i, axis) => {
    const { centre, from } = moons[i < perClass ? 0 : 1]
    const angle = from + Math.PI * T.at(draws, [i, 2])
    return (centre[axis] ?? NaN) + radius * (axis === 0 ? Math.cos(angle) : Math.sin(angle))
      + thickness * T.at(draws, [i, axis])
  }),
  labels: moons.flatMap(({ label }) => Array.from({ length: perClass }, () => label))
}))(uniforms([moons.length * perClass, 3]))
