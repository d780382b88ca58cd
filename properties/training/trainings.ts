import fc from 'fast-check'
import * as definition from '../../src/definition/index.js'
import { between, type Claim, claim, equal, equalEntries, type Plain, sampled } from '../../src/claim/index.js'
import { l2Penalty, logisticLoss, softmaxCrossEntropy } from '../../src/loss/index.js'
import type { Params } from '../../src/layer/index.js'
import { fullyConnectedNet, logisticNet } from '../../src/model/index.js'
import {
  type Analytic, ball, type Dual, dual, dualAnalytic, fromEntries, type Grid, point, type Shape, sizeOf, toInterval
} from '../../src/number/index.js'
import { decayed, momentum, onEach, sgd } from '../../src/optimizer/index.js'
import { run, seedOf, uniforms } from '../../src/random/index.js'
import * as T from '../../src/tensor/index.js'
import { advance, begin, type Experiment, labelled } from '../../src/train/index.js'
import { orThrow } from '../../src/prelude/index.js'
import { seldom } from '../cases/sparsely.js'
import { trainingLaws, type TrainingOptions } from './training.js'

// Everything that a state can hold: running statistics, masks, velocities, a schedule.
const examples = labelled(run(uniforms([5, 2]), seedOf(7)), [0, 1, 1, 0, 2])

const whole = ({ learningRate, batchSize }: TrainingOptions): Experiment<ReadonlyArray<number>> => ({
  model: fullyConnectedNet({ hidden: [2], classes: 3, normalization: 'batchnorm', keepProbability: 0.5, weightScale: 1 }),
  loss: softmaxCrossEntropy,
  penalty: l2Penalty(0.25, 'half'),
  optimizer: onEach(decayed(momentum({ learningRate }), { factor: 0.5, every: 2 })),
  examples,
  batchSize
})

type Values<A> = Readonly<Record<string, Grid<A>>>

const lambda = 0.5

/** The logistic loss of the net with one hidden layer, and lambda / 2 times the sum of the squared weights. */
const objective = <A>(N: Analytic<A>, x: Grid<A>, labels: ReadonlyArray<number>, p: Values<A>): A => {
  const layer = (name: string) => ({ w: p[`${name}.w`] as Grid<A>, b: p[`${name}.b`] as Grid<A> })
  const scores = definition.affine(N)(layer('output'))(definition.relu(N)(definition.affine(N)(layer('hidden'))(x)))
  const squares = ['hidden.w', 'output.w'].flatMap(name => (p[name] as Grid<A>).entries).map(w => N.mul(w, w)).reduce(N.add, N.of(0))
  return N.add(definition.logisticLoss(N)(labels)(scores), N.mul(N.of(lambda / 2), squares))
}

const coarse = ball(40)
type Coarse = ReturnType<typeof coarse.of>

const shapes: Readonly<Record<string, Shape>> = { 'hidden.w': [2, 1], 'hidden.b': [1], 'output.w': [1, 1], 'output.b': [1] }

const quarters = (length: number) => fc.array(fc.integer({ min: -8, max: 8 }).map(k => k / 4), { minLength: length, maxLength: length })

const twoSigns = fc.array(fc.constantFrom(-1, 1), { minLength: 2, maxLength: 2 })

const paramsOf = (values: ReadonlyArray<number>): Params => {
  const [a = 0, b = 0, c = 0, d = 0, e = 0] = values
  return [{ w: T.fromFlat([2, 1], [a, b]), b: T.fromFlat([1], [c]) }, {}, { w: T.fromFlat([1, 1], [d]), b: T.fromFlat([1], [e]) }]
}

const lifted = <A>(of: (x: number, position: number) => A, values: ReadonlyArray<number>): Values<A> => {
  const sizes = Object.values(shapes).map(sizeOf)
  return Object.fromEntries(Object.entries(shapes).map(([name, shape], k) => {
    const first = sizes.slice(0, k).reduce((n, size) => n + size, 0)
    return [name, fromEntries(shape, values.slice(first, first + (sizes[k] ?? 0)).map((x, i) => of(x, first + i)))]
  }))
}

const placed = (params: Params): ReadonlyArray<{ readonly w: number; readonly place: string }> => {
  const numbers = params.flatMap(named => Object.values(named).flatMap(p => T.toGrid(p).entries))
  const places = Object.entries(shapes).flatMap(([name, shape]) => Array.from({ length: sizeOf(shape) }, () => name))
  return numbers.map((w, k) => ({ w, place: places[k] ?? '' }))
}

interface OneStep {
  readonly values: ReadonlyArray<number>
  readonly x: ReadonlyArray<number>
  readonly labels: ReadonlyArray<number>
}

const step: Claim = seldom(claim(
  {
    id: 'training/step',
    title: 'One step of descent is minus the learning rate times the derivative of loss and penalty, for every parameter',
    statement: String.raw`w' = w - \eta \frac{\partial}{\partial w}\Big(\frac1N \sum_i \log(1 + e^{-y_i s_i}) + \frac\lambda2 \|W\|^2\Big)`,
    source: 'Notes on CS231n, two-layer net',
    rows: ['E228-FCN-01', 'N231-NET-02', 'A2-NN-02']
  },
  sampled<OneStep>({ values: quarters(5), x: quarters(4), labels: twoSigns }, ({ values, x, labels }) => {
    const [points, learningRate] = [T.fromFlat([2, 2], x), 0.5]
    const experiment: Experiment<ReadonlyArray<number>> = {
      model: logisticNet({ hidden: 1 }), loss: logisticLoss, penalty: l2Penalty(lambda, 'half'), optimizer: onEach(sgd({ learningRate })),
      examples: labelled(points, labels), batchSize: 2
    }
    const after = advance(experiment)({ ...orThrow(begin(experiment, 1)), params: paramsOf(values) })
    const known = (k: number): Coarse => objective(
      dualAnalytic(coarse), fromEntries([2, 2], x.map(v => dual(coarse.of(v), coarse.of(0)))), labels,
      lifted<Dual<Coarse>>((v, i) => dual(coarse.of(v), coarse.of(i === k ? 1 : 0)), values)).tangent
    const value = objective(coarse, fromEntries([2, 2], x.map(coarse.of)), labels, lifted(coarse.of, values))
    return [
      between('the trainer has', 'the definition', equal<Plain>(point(after.loss), toInterval(value), 'loss')),
      ...placed(after.training.params).map(({ w, place }, k) => between('the trainer goes to', 'the definition', equal<Plain>(
        point(w), toInterval(coarse.sub(coarse.of(values[k] ?? NaN), coarse.mul(coarse.of(learningRate), known(k)))), place)))
    ]
  })
))

const firstStep: Claim = claim(
  {
    id: 'training/first-step',
    title: 'From hidden weights at random and all else at 0, the loss is log 2, and the first step moves the output\'s parameters alone',
    statement: String.raw`W_o' = \frac\eta2 Y H, \quad b_o' = \frac\eta2 Y, \quad W_i' = W_i, \quad b_i' = b_i = 0`,
    source: 'Object recognition assignment 2, question 1, training',
    rows: ['A2-TR-02']
  },
  sampled<{ readonly seed: number; readonly x: ReadonlyArray<number>; readonly label: number }>(
    { seed: fc.integer({ min: 0, max: 2 ** 32 }), x: quarters(2), label: fc.constantFrom(-1, 1) }, ({ seed, x, label }) => {
      const learningRate = 0.25
      const experiment: Experiment<ReadonlyArray<number>> = {
        model: logisticNet({ hidden: 3 }), loss: logisticLoss, optimizer: onEach(sgd({ learningRate })),
        examples: labelled(T.fromFlat([1, 2], x), [label]), batchSize: 1
      }
      const start = orThrow(begin(experiment, seed))
      const { loss, training } = advance(experiment)(start)
      const [hidden = {}] = start.params
      const h = T.maximum(0, T.matmul(T.fromFlat([1, 2], x), hidden['w'] ?? T.zeros([2, 3])))
      const expected = [
        ...(hidden['w']?.data ?? []), 0, 0, 0, ...T.mul(h, learningRate / 2 * label).data, learningRate / 2 * label
      ]
      return [
        equal<Plain>(point(loss), toInterval(coarse.log(coarse.of(2))), 'loss'),
        ...equalEntries(T.fromNested(placed(training.params).map(({ w }) => w)), T.fromNested(expected), 'parameter')
      ]
    })
)

/** The laws of the trainer, on a net that has all that a state can hold, and on the logistic net. */
export const claims: ReadonlyArray<Claim> = [
  ...trainingLaws({ name: 'training', experiment: whole }),
  step,
  firstStep
]
