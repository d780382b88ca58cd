import fc, { type Arbitrary } from 'fast-check'
import { type Claim, claim, equal, everyCase, type Law, type Plain, type Relation, sampled } from '../../src/claim/index.js'
import type { Params } from '../../src/layer/index.js'
import { softmaxCrossEntropy } from '../../src/loss/index.js'
import { fullyConnectedNet, linearClassifier } from '../../src/model/index.js'
import { addParams, adam, type Memory, momentum, nesterov, onEach, type Optimizer, sgd } from '../../src/optimizer/index.js'
import { attempt, isLeft, orThrow } from '../../src/prelude/index.js'
import { choice, permutation, run, seedOf, uniforms } from '../../src/random/index.js'
import type { Labelled, Solver, SolverOptions, Solving } from '../../src/solver/index.js'
import * as T from '../../src/tensor/index.js'
import type { Tensor } from '../../src/tensor/index.js'
import { type accuracy, labelled, objective } from '../../src/train/index.js'
import { seldom, sparsely } from '../cases/sparsely.js'
import { refuses } from '../judges/refuses.js'
import { sameBits } from '../judges/sameBits.js'

export interface SolverSubject {
  readonly name: string
  readonly solver: (options: SolverOptions) => Solver
  readonly accuracy: typeof accuracy
}

type Rule = (learningRate: number) => Optimizer<Tensor, Memory>

const rules: Readonly<Record<string, Rule>> = {
  sgd: learningRate => sgd({ learningRate }), momentum: learningRate => momentum({ learningRate }),
  nesterov: learningRate => nesterov({ learningRate }), adam: learningRate => adam({ learningRate })
}

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

const between = (min: number, max: number): Arbitrary<number> => fc.integer({ min, max })

export const courses: { readonly [K in keyof Course]: Arbitrary<Course[K]> } = {
  seed: between(0, 2 ** 32), count: between(3, 6), rule: fc.constantFrom(...Object.keys(rules)),
  learningRate: fc.constantFrom(0.5, 0.0625), decay: fc.constantFrom(1, 0.5, 0.25), batchSize: between(2, 4),
  replacement: fc.boolean(), epochs: between(0, 3), checkEvery: between(1, 9), samples: between(2, 8)
}

const noise = (seed: number, count: number): Labelled =>
  labelled(run(uniforms([count, 2]), seedOf(seed)), Array.from({ length: count }, (_, i) => i % 3))

/** Everything that a state can hold: running statistics, masks, and what the rules remember. */
const net = fullyConnectedNet(
  { hidden: [2], classes: 3, normalization: 'batchnorm', keepProbability: 0.5, weightScale: 1 }
)

export const optionsOf = ({ seed, count, rule, samples, ...sizes }: Course): SolverOptions => {
  const { learningRate, decay, batchSize, replacement, epochs, checkEvery } = sizes
  return {
    model: net, examples: noise(seed, count), validation: noise(seed + 100, 9), rule: rules[rule] ?? rules['sgd'] as Rule,
    learningRate, decay, batchSize, replacement, epochs, checkEvery, trainingSamples: samples, validationSamples: samples
  }
}

export const entries = (params: Params): ReadonlyArray<number> =>
  params.flatMap(named => Object.values(named).flatMap(({ data }) => Array.from(data)))

export const row = (numbers: ReadonlyArray<number>): Tensor => T.fromFlat([numbers.length], numbers)

/** All that a solver depends on and has noted, as one row of numbers. */
export const rowOf = ({ training, seed, losses, checks, best }: Solving): Tensor => row([
  [training.step], entries(training.params), entries(training.state), entries(training.memory), training.waiting,
  training.seed, seed, losses.flat(), checks.flatMap(found => [found.step, found.epoch, found.training, found.validation]),
  [best.step, best.accuracy], entries(best.params), entries(best.state)
].flat())

/** Where each event leads; the first is the start. */
export const states = (of: Solver, seed: number): ReadonlyArray<Solving> => {
  const start = orThrow(of.begin(seed))
  return [start, ...[...of.events(start)].map(({ solving }) => solving)]
}

export const lastOf = (of: Solver, from: Solving): Solving => [...of.events(from)].at(-1)?.solving ?? from

interface ByHand {
  readonly params: Params
  readonly state: Params
  readonly memory: Params
  readonly waiting: ReadonlyArray<number>
  readonly seed: Solving['seed']
  readonly losses: ReadonlyArray<number>
}

/** One step by the rule for the rate of this step, of which the rule knows nothing but the number. */
const stepByHand = (course: Course, rate: number) => (now: ByHand): ByHand => {
  const { count, batchSize, replacement } = course
  const order = replacement ? choice(count, batchSize, { replacement: true }) : permutation(count)
  const [waiting, seed] = now.waiting.length > 0 ? [now.waiting, now.seed] : order(now.seed)
  const { x, target } = noise(course.seed, count).take(waiting.slice(0, batchSize))
  const { value, gradient, state } = objective({ model: net, loss: softmaxCrossEntropy })(now.params, now.state)(x, target)
  const [step, memory] = onEach((rules[course.rule] as Rule)(rate)).update(gradient)(now.params)(now.memory)
  const params = addParams(now.params, step)
  return { params, state, memory, waiting: waiting.slice(batchSize), seed, losses: [...now.losses, value] }
}

const byHand = (course: Course, { training: { params, state, seed } }: Solving, steps: number, every: number): ByHand => {
  const fresh = onEach((rules[course.rule] as Rule)(course.learningRate)).init(params)
  return Array.from({ length: steps }, (_, t) => course.learningRate * course.decay ** Math.floor(t / every)).reduce<ByHand>(
    (now, rate) => stepByHand(course, rate)(now), { params, state, memory: fresh, waiting: [], seed, losses: [] })
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
const saidDefaults = { learningRate: 0.01, decay: 1, batchSize: 100, replacement: true, epochs: 10, trainingSamples: 1000 }

const many = labelled(run(uniforms([1001, 1]), seedOf(3)), Array.from({ length: 1001 }, (_, i) => i % 2))

const misspelt = [
  'lossFunction', 'penatly', 'rules', 'learning_rate', 'decays', 'batchsize', 'replacment', 'epoch', 'trainingSample',
  'validationSample', 'checksEvery', 'scores'
]

/** The laws of a solver: what it does at each step, when it looks, and what it keeps. */
export const solverLaws: Law<SolverSubject> = ({ name, solver, accuracy: share }): ReadonlyArray<Claim> => [
  sparsely(claim(
    {
      id: `${name}/steps`, title: 'Each step is that of the rule with the rate of its epoch, on a batch drawn from the seed',
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
      id: `${name}/looks`, title: 'The solver looks after the first step, each epoch and every few steps, and notes each loss',
      statement: String.raw`\text{After step } t \text{ it looks if } t = 1,\ I \mid t \text{ or } k \mid t.`, spoken, source,
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
      id: `${name}/best`, title: 'The best state is the earliest with the highest accuracy, and has it with its own statistics',
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
      return [
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
      const [one, two] = [states(solver(optionsOf(course)), course.seed), states(solver(optionsOf(course)), course.seed)]
      return sameBits(rowOf(one.at(-1) as Solving), rowOf(two.at(-1) as Solving), 'what was done')
    })
  )),
  claim(
    {
      id: `${name}/samples`, title: 'Accuracies are of as many examples as asked for, drawn among all where there are more',
      statement: String.raw`\text{Of 2 examples, one is drawn at each of 60 looks: both are seen. Of 3, all are taken.}`,
      spoken, source, rows: ['N231-SOL-11']
    },
    everyCase('samples of 1 of 2, and of 3 of 3', [{ count: 2, samples: 1 }, { count: 3, samples: 3 }], ({ count, samples }) => {
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
        ...seen.map((taken, look): Relation<Plain> => equal<Plain>(taken.length, samples, `sample of look ${look + 1}`)),
        ...(samples < count ? [] : seen.flatMap((taken, look) => sameBits(row(taken), T.arange(count), `look ${look + 1}`)))
      ]
    })
  ),
  claim(
    {
      id: `${name}/defaults`,
      title: 'Left out: gradient descent at .01, no decay, 10 epochs of batches of 100, 1000 examples for the accuracy',
      statement: String.raw`S() = S(\text{sgd}, .01, 1, 100, 10, 1000, \text{all})`, source, rows: ['N231-SOL-01']
    },
    everyCase('1001 examples', [{ seed: 1 }], ({ seed }) => {
      const given = { model: linearClassifier({ classes: 2 }), examples: many, validation: many }
      const said = { ...given, ...saidDefaults, loss: softmaxCrossEntropy, rule: rules['sgd'] as Rule, validationSamples: 1001 }
      const [left, right] = [states(solver(given), seed).at(-1), states(solver(said), seed).at(-1)]
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
        solver({ model: net, examples, validation: examples, [option]: 1 } as SolverOptions)
      const outcome = attempt(call)
      return [
        refuses(call, 'solver'),
        equal<Plain>(Number(isLeft(outcome) && outcome.left.got.startsWith(option)), 1, `${option} is named`)
      ]
    })
  )
]
