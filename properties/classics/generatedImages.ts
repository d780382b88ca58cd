import fc from 'fast-check'
import {
  atMost, type Claim, claim, equal, frequency, type Law, type Plain, type Relation, sampled
} from '../../src/claim/index.js'
import type { LabelledImages } from '../../src/data/index.js'
import { type Random, run, seedOf } from '../../src/random/index.js'
import * as T from '../../src/tensor/index.js'
import type { Tensor } from '../../src/tensor/index.js'

/** Images that are made, not taken. */
export interface GeneratedSubject {
  readonly name: string
  readonly gratings: (count: number) => Random<LabelledImages>
  readonly eyes: (count: number) => Random<LabelledImages>
  readonly noisePixels: (size: ReadonlyArray<number>) => Random<Tensor>
  readonly randomLabels: (count: number, classes: number) => Random<ReadonlyArray<number>>
}

const seeds = fc.integer({ min: 0, max: 2 ** 32 })

const formOf = (
  { images, labels }: LabelledImages, shape: ReadonlyArray<number>, classes: number
): ReadonlyArray<Relation<Plain>> => [
  ...shape.map((size, axis) => equal<Plain>(images.shape[axis] ?? NaN, size, `size of axis ${axis}`)),
  equal<Plain>(labels.length, shape[0] ?? NaN, 'number of labels'),
  ...labels.map((label, i) => equal<Plain>(label, i % classes, `label ${i}`)),
  equal<Plain>(T.at(T.sum(T.map(images, a => Number(!Number.isInteger(a)))), []), 0, 'entries that are not whole'),
  ...(images.data.length === 0 ? [] : [
    atMost<Plain>(0, T.at(T.min(images), []), 'the smallest entry'),
    atMost<Plain>(T.at(T.max(images), []), 255, 'the largest entry')
  ])
]

/** The cosines and sines of 32 steps of a wave. */
interface Turns {
  readonly cos: Float64Array
  readonly sin: Float64Array
}

const turnsBy = (step: number): Turns => ({
  cos: Float64Array.from({ length: 32 }, (_, k) => Math.cos(2 * Math.PI * step * k)),
  sin: Float64Array.from({ length: 32 }, (_, k) => Math.sin(2 * Math.PI * step * k))
})

/** Waves of each class, down and to the right: five of the directions that they may have, and four of the lengths. */
const waves: ReadonlyArray<ReadonlyArray<readonly [Turns, Turns]>> = Array.from({ length: 10 }, (_, label) =>
  [-2, -1, 0, 1, 2].flatMap(turn => [0, 1, 2, 3].map(k => {
    const angle = Math.PI / 180 * (36 * (label % 5) + 5 * turn)
    const length = (label < 5 ? 1 : 2) * (3.2 + 0.4 * k)
    return [turnsBy(Math.sin(angle) / length), turnsBy(Math.cos(angle) / length)]
  })))

/** How much of a wave is in the first channel of an image, by the waves along its columns and its rows. */
const powerOf = ({ data }: Tensor, mean: number, [down, right]: readonly [Turns, Turns]): number => {
  let [even, odd] = [0, 0]
  for (let h = 0; h < 32; h++) {
    let [cos, sin] = [0, 0]
    for (let w = 0; w < 32; w++) {
      const a = (data[32 * h + w] ?? NaN) - mean
      cos += a * (right.cos[w] ?? NaN)
      sin += a * (right.sin[w] ?? NaN)
    }
    const [c = NaN, s = NaN] = [down.cos[h], down.sin[h]]
    even += cos * c - sin * s
    odd += sin * c + cos * s
  }
  return even ** 2 + odd ** 2
}

export const generatedLaws: Law<GeneratedSubject> = ({
  name, gratings, eyes, noisePixels, randomLabels
}): ReadonlyArray<Claim> => [
  claim(
    {
      id: `${name}/gratings`, title: 'Gratings are of the classes in turn, with whole entries from 0 to 255',
      source: 'Sinusoidal gratings', statement: String.raw`x_{ichw} \in \{0, \dots, 255\},\quad y_i = i \bmod 10`
    },
    sampled<{ readonly seed: number; readonly count: number }>({ seed: seeds, count: fc.nat(11) }, ({ seed, count }) =>
      formOf(run(gratings(count), seedOf(seed)), [count, 3, 32, 32], 10))
  ),
  claim(
    {
      id: `${name}/waves`, title: 'The strongest wave of a grating has the direction and the width of its class',
      source: 'Sinusoidal gratings',
      statement: String.raw`\arg\max_k \max_{f \in F_k} \left|\sum_{hw} (x_{hw} - \bar x)\, e^{2 \pi i f \cdot (h, w)}\right| = y`
    },
    sampled<{ readonly seed: number; readonly label: number }>({ seed: seeds, label: fc.nat(9) }, ({ seed, label }) => {
      const image = T.row(run(gratings(label + 1), seedOf(seed)).images, label)
      const mean = T.at(T.mean(T.row(image, 0)), [])
      const powers = waves.map(ofClass => Math.max(...ofClass.map(wave => powerOf(image, mean, wave))))
      return [equal<Plain>(powers.indexOf(Math.max(...powers)), label, 'the class of the strongest wave')]
    })
  ),
  claim(
    {
      id: `${name}/eyes`, title: 'Eyes are of the classes in turn, with whole entries from 0 to 255',
      source: 'Gaze assignment, the shape and the classes of the data',
      statement: String.raw`x_{i1hw} \in \{0, \dots, 255\},\quad y_i = i \bmod 4`
    },
    sampled<{ readonly seed: number; readonly count: number }>({ seed: seeds, count: fc.nat(6) }, ({ seed, count }) =>
      formOf(run(eyes(count), seedOf(seed)), [count, 1, 36, 120], 4))
  ),
  claim(
    {
      id: `${name}/noise`, title: 'An entry of noise is below 64 as often as one in four',
      source: 'Images of uniform noise', statement: String.raw`P(x < 64) = \tfrac14`
    },
    frequency({ draw: seeds, event: seed => T.at(run(noisePixels([1]), seedOf(seed)), [0]) < 64, probability: 0.25 })
  ),
  claim(
    {
      id: `${name}/labels`, title: 'A random label is each of five classes equally often',
      source: 'Experiments with random labels', statement: String.raw`P(y = 4) = \tfrac15`
    },
    frequency({ draw: seeds, event: seed => run(randomLabels(1, 5), seedOf(seed))[0] === 4, probability: 0.2 })
  )
]
