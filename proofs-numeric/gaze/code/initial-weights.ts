import fc from 'fast-check'
import { atMost, type Claim, claim, equalEntries, type Plain, sampled } from '../../../src/claim/index.js'
import { Affine, Conv2d, type Layer, type Params } from '../../../src/layer/index.js'
import type { Shape } from '../../../src/number/index.js'
import { orThrow } from '../../../src/prelude/index.js'
import { run, seedOf } from '../../../src/random/index.js'
import * as T from '../../../src/tensor/index.js'
import type { Tensor } from '../../../src/tensor/index.js'
import { rarely, sparsely } from '../../../properties/cases/sparsely.js'

/** A layer with so many weights, of a deviation that is asked for, for examples of a shape. */
interface Fresh {
  readonly name: string
  readonly layer: (size: number, weightScale: number) => Layer
  readonly example: Shape
}

const layers: ReadonlyArray<Fresh> = [
  { name: 'Affine', layer: (size, weightScale) => Affine(size, { weightScale }), example: [1] },
  { name: 'Conv2d', layer: (size, weightScale) => Conv2d(size, 1, { weightScale }), example: [1, 1, 1] }
]

const begun = ({ layer, example }: Fresh, size: number, weightScale: number, seed: number): Params =>
  run(orThrow(layer(size, weightScale).build(example)).init, seedOf(seed))

const parameter = (params: Params, name: string): Tensor => params[0]?.[name] ?? T.zeros([0])

/** The share of normal numbers below each number of deviations, to seven digits. */
const normal = [[-2, 0.0227501], [-1, 0.1586553], [
  -0.5, 0.3085375
], [0, 0.5], [0.5, 0.6914625], [1, 0.8413447], [2, 0.9772499]] as const

const draws = 20000

// Dvoretzky, Kiefer and Wolfowitz: no share is farther from its probability than this but once in 10^9 times; and half of the last digit.
const farthest = Math.sqrt(Math.log(2e9) / (2 * draws)) + 0.5e-7

const source = 'Gaze assignment, question 1, two-layer net'

/** How the weights of a layer begin. */
export const claims: ReadonlyArray<Claim> = [
  sparsely(claim(
    {
      id: 'gaze/initial-weights/scale',
      title: 'A fresh layer\'s biases are 0, and its weights in proportion to the deviation asked for, bit for bit',
      statement: String.raw`\text{in fresh affine and convolutional layers of a drawn seed, with a deviation of 2 to the power k, each bias is 0 and each weight is 2 to the power k times that of deviation 1, for k from -12 to 12}`,
      source, spoken: 'it is about code, files or time'
    },
    sampled<{ readonly seed: number; readonly k: number }>(
      { seed: fc.integer({ min: 0, max: 2 ** 32 }), k: fc.integer({ min: -12, max: 12 }) },
      ({ seed, k }) => layers.flatMap(fresh => {
        const [one, scaled] = [begun(fresh, 3, 1, seed), begun(fresh, 3, 2 ** k, seed)]
        return [
          ...equalEntries(parameter(scaled, 'w'), T.mul(parameter(one, 'w'), 2 ** k), `${fresh.name} w`),
          ...equalEntries(parameter(scaled, 'b'), T.zeros([3]), `${fresh.name} b`)
        ]
      }))
  )),
  rarely(claim(
    {
      id: 'gaze/initial-weights/normal',
      title: 'Fresh weights are normal, of mean 0 and the deviation asked for: not uniform',
      statement: String.raw`\text{of 20000 fresh weights, divided by the deviation asked for, the share below each of seven numbers is so near to the normal one that chance takes it farther once in a thousand million times}`,
      source, spoken: 'it is about code, files or time'
    },
    sampled<{ readonly seed: number }>(
      { seed: fc.integer({ min: 0, max: 2 ** 32 }) }, ({ seed }) => layers.flatMap(fresh => {
        const weights = T.div(parameter(begun(fresh, draws, 0.25, seed), 'w'), 0.25)
        return normal.map(([z, probability]) =>
          atMost<Plain>(
            Math.abs(T.item(T.mean(T.less(weights, z))) - probability), farthest, `${fresh.name}: the share below ${z}`
          ))
      })
    )
  ))
]
