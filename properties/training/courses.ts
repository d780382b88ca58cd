import fc, { type Arbitrary } from 'fast-check'
import type { Layer, Params } from '../../src/layer/index.js'
import { fullyConnectedNet } from '../../src/model/index.js'
import { adam, type Memory, momentum, nesterov, type Optimizer, sgd } from '../../src/optimizer/index.js'
import { orThrow, refuse } from '../../src/prelude/index.js'
import { run, seedOf, uniforms } from '../../src/random/index.js'
import type { Labelled, Solver, SolverOptions, Solving } from '../../src/solver/index.js'
import * as T from '../../src/tensor/index.js'
import type { Tensor } from '../../src/tensor/index.js'
import { labelled } from '../../src/train/index.js'

type Rule = (learningRate: number) => Optimizer<Tensor, Memory>

const rules: Readonly<Record<string, Rule>> = {
  sgd: learningRate => sgd({ learningRate }), momentum: learningRate => momentum({ learningRate }),
  nesterov: learningRate => nesterov({ learningRate }), adam: learningRate => adam({ learningRate })
}

export const ruleOf = (name: string): Rule => rules[name] ?? refuse('input', 'rules', 'a rule by its name', name)

/** What a solver is drawn with. Rates and decays are powers of 2, so that their products are exact. */
export interface Course {
  readonly seed: number
  readonly count: number
  readonly rule: string
  readonly learningRate: number
  readonly decay: number
  readonly batchSize: number
  readonly replacement: boolean
  readonly epochs: number
  readonly checkEvery: number
  readonly samples: number
}

const whole = (min: number, max: number): Arbitrary<number> => fc.integer({ min, max })

export const courses: { readonly [K in keyof Course]: Arbitrary<Course[K]> } = {
  seed: whole(0, 2 ** 32), count: whole(3, 9), rule: fc.constantFrom(...Object.keys(rules)),
  learningRate: fc.constantFrom(0.5, 0.0625), decay: fc.constantFrom(1, 0.5, 0.25), batchSize: whole(2, 4),
  replacement: fc.boolean(), epochs: whole(0, 3), checkEvery: whole(1, 5), samples: whole(2, 8)
}

export const noise = (seed: number, count: number): Labelled =>
  labelled(run(uniforms([count, 2]), seedOf(seed)), Array.from({ length: count }, (_, i) => i % 3))

/** Everything that a state can hold: running statistics, masks, and what the rules remember. */
export const net: Layer = fullyConnectedNet(
  { hidden: [2], classes: 3, normalization: 'batchnorm', keepProbability: 0.5, weightScale: 1 }
)

export const optionsOf = ({ seed, count, rule, samples, ...sizes }: Course): SolverOptions => {
  const { learningRate, decay, batchSize, replacement, epochs, checkEvery } = sizes
  return {
    model: net, examples: noise(seed, count), validation: noise(seed + 100, 9), rule: ruleOf(rule),
    learningRate, decay, batchSize, replacement, epochs, checkEvery,
    trainingSamples: samples, validationSamples: samples
  }
}

export const entries = (params: Params): ReadonlyArray<number> =>
  params.flatMap(named => Object.values(named).flatMap(({ data }) => Array.from(data)))

export const row = (numbers: ReadonlyArray<number>): Tensor => T.fromFlat([numbers.length], numbers)

/** All that a solver depends on and has noted, as one row of numbers. */
export const rowOf = ({ training, seed, losses, checks, best }: Solving): Tensor => row([
  [training.step], entries(training.params), entries(training.state), entries(training.memory), training.waiting,
  training.seed, seed, losses.flat(),
  checks.flatMap(found => [found.step, found.epoch, found.training, found.validation]),
  [best.step, best.accuracy], entries(best.params), entries(best.state)
].flat())

/** Where each event leads; the first is the start. */
export const states = (of: Solver, seed: number): ReadonlyArray<Solving> => {
  const start = orThrow(of.begin(seed))
  return [start, ...[...of.events(start)].map(({ solving }) => solving)]
}

export const lastOf = (of: Solver, from: Solving): Solving => [...of.events(from)].at(-1)?.solving ?? from
