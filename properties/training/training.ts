import fc from 'fast-check'
import {
  claim, equal, equalEntries, type Law, outside, type Plain, type Relation, sampled
} from '../../src/claim/index.js'
import type { Params } from '../../src/layer/index.js'
import { orThrow } from '../../src/prelude/index.js'
import * as T from '../../src/tensor/index.js'
import type { Tensor } from '../../src/tensor/index.js'
import { seldom, sparsely } from '../cases/sparsely.js'
import { sameBits } from '../judges/sameBits.js'
import {
  advance, begin, type Examples, type Experiment, type Progress, train, type Training
} from '../../src/train/index.js'

export interface TrainingOptions {
  readonly learningRate: number
  readonly batchSize: number
}

/** An experiment of anyone's own, made anew at each call, so that nothing survives in a closure. */
export interface TrainingSubject<Target> {
  readonly name: string
  readonly experiment: (options: TrainingOptions) => Experiment<Target>
}

const entries = (params: Params): ReadonlyArray<number> => {
  const all: Array<number> = []
  for (const named of params) for (const { data } of Object.values(named)) {
    for (let i = 0; i < data.length; i++) all.push(data[i] as number)
  }
  return all
}

/** All that a training depends on, as one row of numbers. */
const stateOf = ({ step, params, state, memory, waiting, seed }: Training): ReadonlyArray<number> =>
  [[step], entries(params), entries(state), entries(memory), waiting, seed].flat()

const row = (numbers: ReadonlyArray<number>): Tensor => T.fromFlat([numbers.length], numbers)

const sameProgress = (left: Progress, right: Progress): ReadonlyArray<Relation<Plain>> => [
  equal<Plain>(Number(left.tag === 'diverged'), Number(right.tag === 'diverged'), 'diverged'),
  ...sameBits(row(stateOf(left.training)), row(stateOf(right.training)), 'training')
]

interface Noted<Target> {
  readonly examples: Examples<Target>
  readonly taken: ReadonlyArray<ReadonlyArray<number>>
}

/** The same examples, with a note of which were taken. */
const noting = <Target>(examples: Examples<Target>): Noted<Target> => {
  const taken: Array<ReadonlyArray<number>> = []
  return {
    taken,
    examples: {
      ...examples,
      take: positions => {
        taken.push(positions)
        return examples.take(positions)
      }
    }
  }
}

const draws = {
  seed: fc.integer({ min: 0, max: 2 ** 32 }), batchSize: fc.integer({ min: 1, max: 6 }),
  learningRate: fc.constantFrom(0.5, 0.0625),
  m: fc.integer({ min: 0, max: 2 }), n: fc.integer({ min: 0, max: 2 })
}

type Drawn = {
  readonly seed: number; readonly batchSize: number; readonly learningRate: number; readonly m: number;
  readonly n: number
}

const source = 'Notes on CS231n, solver'

/** The laws that every training obeys: it is a pure unfolding of its state. */
export const trainingLaws = <Target>(
  { name, experiment }: TrainingSubject<Target>
): ReturnType<Law<TrainingSubject<Target>>> => {
  const start = (options: TrainingOptions, seed: number): Training => orThrow(begin(experiment(options), seed))
  return [
    sparsely(claim(
      {
        id: `${name}/resumes`,
        title: 'Training for m + n steps is training for m, putting the state away, and going on for n: bit for bit',
        statement: String.raw`\mathrm{train}_{m+n} = \mathrm{train}_n \circ \mathrm{train}_m`,
        source,
        rows: ['A2-SYS-31']
      },
      sampled<Drawn>(draws, ({ seed, m, n, ...options }) => {
        const from = start(options, seed)
        const put = structuredClone(train(experiment(options), m)(from).training)
        return sameProgress(train(experiment(options), n)(put), train(experiment(options), m + n)(from))
      })
    )),
    seldom(claim(
      { id: `${name}/replay`, title: 'The same seed gives the same bits', statement:
        String.raw`\mathrm{train}(s) = \mathrm{train}(s)`, source },
      sampled<Drawn>(draws, ({ seed, m, ...options }) => {
        const [one, two] = [start(options, seed), start(options, seed)]
        return sameProgress(train(experiment(options), m)(one), train(experiment(options), m)(two))
      })
    )),
    seldom(claim(
      {
        id: `${name}/standstill`,
        title: 'A learning rate of 0 leaves every parameter as it is',
        statement: String.raw`\eta = 0 \Rightarrow w^{t+1} = w^t`,
        source
      },
      sampled<Drawn>(draws, ({ seed, m, batchSize }) => {
        const options = { batchSize, learningRate: 0 }
        const from = start(options, seed)
        return sameBits(
          row(entries(train(experiment(options), m)(from).training.params)), row(entries(from.params)), 'parameter'
        )
      })
    )),
    seldom(claim(
      {
        id: `${name}/order`,
        title: 'Each pass takes every example once, in the order of the state, in batches of the size asked for',
        statement: String.raw`\bigcup_b B_b = \{0, \ldots, N - 1\}`,
        source,
        rows: ['HW1-SYS-19']
      },
      sampled<Drawn>(draws, ({ seed, ...options }) => {
        const given = experiment(options)
        const { examples, taken } = noting(given.examples)
        const { count } = examples
        const steps = Math.ceil(count / options.batchSize)
        const first = train({ ...given, examples }, 1)(start(options, seed)).training
        train({ ...given, examples }, steps - 1)(first)
        const [batch = [], ...rest] = taken
        return [
          ...equalEntries(row(rest.flat()), row(first.waiting), 'taken after the first batch'),
          ...equalEntries(row([...batch, ...rest.flat()].sort((a, b) => a - b)), T.arange(count), 'taken, in order'),
          ...taken.map((positions, k) =>
            equal<Plain>(
              positions.length, Math.min(options.batchSize, count - k * options.batchSize), `size of batch ${k + 1}`
            ))
        ]
      })
    )),
    sparsely(claim(
      {
        id: `${name}/divergence`,
        title: 'A training that diverges says at which step, and keeps the state before it',
        statement:
          String.raw`\mathrm{train}_n \text{ diverges at } s \Rightarrow \text{its state is } \mathrm{train}_{s-1}`,
        source
      },
      sampled<Omit<Drawn, 'learningRate'> & { readonly power: number }>(
        { seed: draws.seed, batchSize: draws.batchSize, m: draws.m, n: draws.n, power: fc.integer(
          { min: 500, max: 1000 }
        ) },
        ({ seed, batchSize, power }) => {
          const options = { batchSize, learningRate: 2 ** power }
          const from = start(options, seed)
          const ended = train(experiment(options), 8)(from)
          if (ended.tag === 'stepped') return outside
          const before = train(experiment(options), ended.step - 1)(from)
          const again = advance(experiment(options))(ended.training)
          return [
            ...sameProgress({ ...ended, tag: 'diverged' }, { ...ended, training: before.training }),
            equal<Plain>(Number(before.tag === 'stepped'), 1, 'the step before was taken'),
            equal<Plain>(Number(again.tag === 'diverged' && again.cause === ended.cause), 1, 'it diverges there again'),
            ...entries(ended.training.params).map((p, i) => equal<Plain>(p * 0, 0, `parameter ${i} times 0`))
          ]
        })
    ))
  ]
}
