import fc from 'fast-check'
import {
  atMost, type Claim, claim, equal, frequency, type Law, type Plain, type Relation, sampled
} from '../../src/claim/index.js'
import type { Points } from '../../src/data/index.js'
import { type Random, run, seedOf } from '../../src/random/index.js'
import * as T from '../../src/tensor/index.js'

/** A generator of the double moon, as a person might write it. */
export interface DoubleMoonSubject {
  readonly name: string
  readonly doubleMoon: (perClass: number) => Random<Points>
}

const source = 'Object recognition assignment 2, question 1, the data'

const seeds = fc.integer({ min: 0, max: 2 ** 32 })

const [radius, jitter] = [2, 0.6]

/** The centre of a class, and on which side of it its half circle lies. */
const moonOf = (label: number): { readonly centre: readonly [number, number]; readonly side: number } =>
  (label === -1 ? { centre: [0, 0], side: 1 } : { centre: [0.8, -1.8], side: -1 })

// A point less what was added lies on the half circle: so the circle passes through the square that the point leaves for it. Fewer than
// 16 operations on numbers below 8 round by at most 2^-51 each, the sine and cosine by a unit.
const rounding = 16 * 2 ** -50

const length = (x: number, y: number): number => Math.sqrt(x * x + y * y)

const onItsMoon = (x: number, y: number, label: number): ReadonlyArray<Relation<Plain>> => {
  const { centre: [a, b], side } = moonOf(label)
  const range = (from: number): readonly [number, number] => [from - jitter, from]
  const [across, up] = [range(x - a), range(y - b)]
  const nearest = ([low, high]: readonly [number, number]): number => (low > 0 ? low : high < 0 ? -high : 0)
  const farthest = ([low, high]: readonly [number, number]): number => Math.max(Math.abs(low), Math.abs(high))
  return [
    atMost<Plain>(length(nearest(across), nearest(up)), radius + rounding, 'the circle from inside'),
    atMost<Plain>(radius - rounding, length(farthest(across), farthest(up)), 'the circle from outside'),
    atMost<Plain>(-rounding, side === 1 ? across[1] : -across[0], 'the side of the half circle')
  ]
}

export const doubleMoonLaws: Law<DoubleMoonSubject> = ({ name, doubleMoon }): ReadonlyArray<Claim> => [
  claim(
    {
      id: `${name}/classes`, title: 'As many points of the one class as of the other, each with two coordinates',
      source,
      statement: String.raw`N_{-1} = N_{+1}`
    },
    sampled<{ readonly seed: number; readonly perClass: number }>(
      { seed: seeds, perClass: fc.nat(5) }, ({ seed, perClass }) => {
        const { x, labels } = run(doubleMoon(perClass), seedOf(seed))
        return [
          ...[-1, 1].map(
            label => equal<Plain>(labels.filter(l => l === label).length, perClass, `points of class ${label}`)
          ),
          ...[2 * perClass, 2].map((size, axis) => equal<Plain>(x.shape[axis] ?? NaN, size, `size of axis ${axis}`))
        ]
      }
    )
  ),
  claim(
    {
      id: `${name}/moons`,
      title: 'Every point is on the half circle of its class, once what was added to it is taken off', source,
      statement: String.raw`x = c + 2 (\cos t, \sin t) + u,\quad u \in [0, 0.6)^2`,
      rows: ['A2-SYS-30']
    },
    sampled<{ readonly seed: number }>({ seed: seeds }, ({ seed }) => {
      const { x, labels } = run(doubleMoon(3), seedOf(seed))
      return labels.flatMap((label, i) => onItsMoon(T.at(x, [i, 0]), T.at(x, [i, 1]), label))
    })
  ),
  ...([[`${name}/symmetric-minus`, -1], [`${name}/symmetric-plus`, 1]] as const).map(([id, label]) => {
    const { centre: [, b] } = moonOf(label)
    return claim(
      {
        id, source,
        title: `Half of the points of class ${label} lie above the middle of their moon`,
        statement: String.raw`P(y > c_2 + 0.3) = \tfrac12`
      },
      frequency({
        draw: seeds,
        event: seed => {
          const { x, labels } = run(doubleMoon(1), seedOf(seed))
          return T.at(x, [labels.indexOf(label), 1]) > b + jitter / 2
        },
        probability: 0.5
      }))
  })
]
