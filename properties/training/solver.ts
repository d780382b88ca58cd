import {
  type Claim, claim, equal, everyCase, type Law, type Plain, type Relation, sampled
} from '../../src/claim/index.js'
import { softmaxCrossEntropy } from '../../src/loss/index.js'
import { linearClassifier } from '../../src/model/index.js'
import { attempt, isLeft, orThrow } from '../../src/prelude/index.js'
import { run, seedOf, uniforms } from '../../src/random/index.js'
import type { Solver, SolverOptions, Solving } from '../../src/solver/index.js'
import * as T from '../../src/tensor/index.js'
import { type accuracy, labelled } from '../../src/train/index.js'
import { seldom, sparsely } from '../cases/sparsely.js'
import { refuses } from '../judges/refuses.js'
import { sameBits } from '../judges/sameBits.js'
import { byHand } from './byHand.js'
import { type Course, courses, entries, net, noise, optionsOf, row, rowOf, ruleOf, states } from './courses.js'

export interface SolverSubject {
  readonly name: string
  readonly solver: (options: SolverOptions) => Solver
  readonly accuracy: typeof accuracy
}

const epochOf = ({ count, batchSize, replacement }: Course): number =>
  (replacement ? Math.max(Math.floor(count / batchSize), 1) : Math.ceil(count / batchSize))

/** When a solver looks: after its first step, after each epoch, and every few steps. */
const looks = (course: Course): ReadonlyArray<number> => {
  const every = epochOf(course)
  return Array.from({ length: course.epochs * every }, (_, t) => t + 1).filter(
    step => step === 1 || step % every === 0 || step % course.checkEvery === 0)
}

const source = 'Notes on CS231n, solver'
const spoken = 'it is about code, files or time'

/** The same options as left out, said. The sizes are such that each shows. */
const saidDefaults = {
  loss: softmaxCrossEntropy, rule: ruleOf('sgd'), learningRate: 0.01, decay: 1, batchSize: 100, replacement: true,
  epochs: 10, trainingSamples: 1000, validationSamples: 1001
}

const many = labelled(run(uniforms([1001, 1]), seedOf(3)), Array.from({ length: 1001 }, (_, i) => i % 2))

const misspelt = [
  'lossFunction', 'penatly', 'rules', 'learning_rate', 'decays', 'batchsize', 'replacment', 'epoch', 'trainingSample',
  'validationSample', 'checksEvery', 'scores'
]

/** The laws of a solver: what it does at each step, when it looks, and what it keeps. */
export const solverLaws: Law<SolverSubject> = ({ name, solver, accuracy: share }): ReadonlyArray<Claim> => [
  sparsely(claim(
    {
      id: `${name}/steps`,
      title: 'Each step is that of the rule with the rate of its epoch, on a batch drawn from the seed',
      statement: String.raw`\eta_t = \eta_0 \gamma^{\lfloor t / I \rfloor}`, source, rows: ['N231-SOL-04', 'N231-SOL-14']
    },
    sampled<Course>(courses, course => {
      const of = solver(optionsOf(course))
      const [start, last] = [orThrow(of.begin(course.seed)), states(of, course.seed).at(-1) as Solving]
      const every = epochOf(course)
      const found = byHand(course, start, every * course.epochs, every)
      return [
        ...sameBits(row(last.losses.flat()), row(found.losses), 'losses'),
        ...sameBits(row(entries(last.training.params)), row(entries(found.params)), 'parameters'),
        ...sameBits(row(entries(last.training.state)), row(entries(found.state)), 'state')
      ]
    })
  )),
  sparsely(claim(
    {
      id: `${name}/looks`,
      title: 'The solver looks after the first step, each epoch and every few steps, and notes each loss',
      statement: String.raw`\text{After step } t \text{ it looks if } t = 1,\ I \mid t \text{ or } k \mid t.`, spoken,
      source,
      rows: ['N231-SOL-06']
    },
    sampled<Course>(courses, course => {
      const of = solver(optionsOf(course))
      const events = [...of.events(orThrow(of.begin(course.seed)))]
      const last = events.at(-1)?.solving
      const noted = (last?.checks ?? []).map(({ step }) => step)
      const told = events.flatMap(event => (event.tag === 'stepped' && event.check !== undefined ? [event.step] : []))
      const every = epochOf(course)
      return [
        equal<Plain>(events.length, of.steps, 'events'),
        equal<Plain>(of.steps, course.epochs * every, 'steps'),
        equal<Plain>((last?.losses ?? []).flat().length, of.steps, 'losses'),
        ...sameBits(row(noted), row(looks(course)), 'looks'),
        ...sameBits(row(told), row(looks(course)), 'looks that were told'),
        ...events.map((event, t) => equal<Plain>(event.tag === 'stepped' ? event.epoch : NaN,
          Math.floor((t + 1) / every), `epochs over after step ${t + 1}`))
      ]
    })
  )),
  sparsely(claim(
    {
      id: `${name}/best`,
      title: 'The best state is the earliest with the highest accuracy, and has it with its own statistics',
      statement: String.raw`t^* = \min \arg\max_t a(w_t, r_t), \quad \text{kept: } (w_{t^*}, r_{t^*})`, source,
      rows: ['N231-SOL-08', 'N231-SOL-09']
    },
    sampled<Course>(courses, ({ samples: _, ...course }) => {
      const of = solver({ ...optionsOf({ ...course, samples: 9 }), trainingSamples: Infinity })
      const all = states(of, course.seed)
      const { checks, best } = all.at(-1) as Solving
      const highest = checks.reduce((most, { validation }) => Math.max(most, validation), -Infinity)
      const step = checks.find(({ validation }) => validation === highest)?.step ?? 0
      const then = (all[step] as Solving).training
      const never = solver({ ...optionsOf({ ...course, samples: 9 }), score: () => () => 0 })
      const hopeless = states(never, course.seed).at(-1)
      return [
        equal<Plain>(hopeless?.best.step ?? NaN, Math.min(checks.length, 1), 'where no accuracy is above 0'),
        equal<Plain>(best.step, step, 'the step of the best'),
        ...sameBits(row(entries(best.params)), row(entries(then.params)), 'the best parameters'),
        ...sameBits(row(entries(best.state)), row(entries(then.state)), 'the best state'),
        ...(checks.length === 0 ? [] : [
          equal<Plain>(best.accuracy, highest, 'what was recorded'),
          equal<Plain>(share(net, noise(course.seed + 100, 9))(best), highest, 'the accuracy of what is kept')
        ])
      ]
    })
  )),
  seldom(claim(
    { id: `${name}/replay`, title: 'The same seed gives the same bits', statement: String.raw`S(s) = S(s)`, source },
    sampled<Course>(courses, course => {
      const [one, two] = [optionsOf(course), optionsOf(course)].map(options => states(solver(options), course.seed))
      return sameBits(rowOf(one?.at(-1) as Solving), rowOf(two?.at(-1) as Solving), 'what was done')
    })
  )),
  claim(
    {
      id: `${name}/samples`,
      title: 'Accuracies are of as many examples as asked for, drawn among all where there are more',
      statement: String.raw`\text{Of 2 examples, one is drawn at each of 60 looks: both are seen. Of 3, all are taken.}`,
      spoken, source, rows: ['N231-SOL-11']
    },
    everyCase('samples of 1 of 2, and of 3 of 3', [[2, 1], [3, 3]] as const, ([count, samples]) => {
      const seen: Array<ReadonlyArray<number>> = []
      const positions = labelled(T.reshape(T.arange(count), [count, 1]), Array.from({ length: count }, () => 0))
      const of = solver({
        model: linearClassifier({ classes: 2 }), examples: positions, validation: positions, epochs: 60,
        trainingSamples: samples, validationSamples: samples,
        score: (_, { count: size, take }) => () => {
          seen.push(Array.from(take(Array.from({ length: size }, (__, i) => i)).x.data))
          return 0
        }
      })
      states(of, 1)
      const all = new Set(seen.flat())
      return [
        // of two that are equally likely, 120 draws miss one once in 2^119 times; this seed is one of the others
        equal<Plain>(all.size, count, 'examples seen'),
        ...seen.map((taken): Relation<Plain> => equal<Plain>(taken.length, samples, 'size of a sample')),
        ...(samples < count ? [] : seen.flatMap(taken => sameBits(row(taken), T.arange(count), 'all examples')))
      ]
    })
  ),
  claim(
    {
      id: `${name}/defaults`,
      title: 'What is left out is gradient descent at .01 without decay, and 10 epochs of batches of 100',
      statement: String.raw`S() = S(\text{sgd}, .01, 1, 100, 10, 1000, \text{all})`, source, rows: ['N231-SOL-01']
    },
    everyCase('1001 examples', [{ seed: 1 }], ({ seed }) => {
      const given = { model: linearClassifier({ classes: 2 }), examples: many, validation: many }
      const [left, right] = [given, { ...given, ...saidDefaults }].map(options => states(solver(options), seed).at(-1))
      return [
        ...sameBits(rowOf(left as Solving), rowOf(right as Solving), 'what was done'),
        equal<Plain>(left?.training.step ?? NaN, 100, 'steps')
      ]
    })
  ),
  claim(
    {
      id: `${name}/options`, title: 'An option that does not exist is refused, and the one that was meant is told',
      statement: String.raw`f(x) = \text{refusal}`, source, rows: ['N231-SOL-02']
    },
    everyCase(`${misspelt.length} names`, misspelt.map(option => ({ option })), ({ option }) => {
      const examples = noise(1, 3)
      const call = (): unknown =>
        solver({ model: net, examples, validation: examples, [option]: 1 })
      const outcome = attempt(call)
      return [
        refuses(call, 'solver'),
        equal<Plain>(Number(isLeft(outcome) && outcome.left.got.startsWith(option)), 1, `${option} is named`)
      ]
    })
  )
]
