import fc from 'fast-check'
import { type Claim, claim, equal, equalEntries, everyCase, type Plain, sampled } from '../../../src/claim/index.js'
import { linearSoftmax, linearSvm, predictLinear } from '../../../src/classic/index.js'
import {
  affine as affineDefinition, gradientOf, gradientStep, held, multiclassSvm as svmDefinition
} from '../../../src/definition/index.js'
import type { Named } from '../../../src/layer/index.js'
import { l2Penalty, multiclassSvm, softmaxCrossEntropy } from '../../../src/loss/index.js'
import { linearClassifier } from '../../../src/model/index.js'
import {
  type Analytic, type Ball, ball, dualAnalytic, type Grid, normSquared, point, toInterval
} from '../../../src/number/index.js'
import { onEach, sgd } from '../../../src/optimizer/index.js'
import { orThrow } from '../../../src/prelude/index.js'
import { choice, normals, run, type Seed, seedOf } from '../../../src/random/index.js'
import * as T from '../../../src/tensor/index.js'
import type { Tensor } from '../../../src/tensor/index.js'
import {
  accuracy, advance, begin, type Examples, type Experiment, labelled, objective, unfold
} from '../../../src/train/index.js'
import { quarters } from '../../../properties/cases/quarters.js'
import { refuses } from '../../../properties/judges/refuses.js'
import { rarely, sparsely } from '../../../properties/cases/sparsely.js'

const source = 'Notes on CS231n, training a linear classifier'

const centres = [[4, 0], [-4, 4], [-4, -4]]

/** Four points around each of three centres, so near that straight lines part them. */
const clusters = (seed: number): Examples<ReadonlyArray<number>> => {
  const labels = Array.from({ length: 12 }, (_, i) => i % 3)
  const spread = run(normals([12, 2]), seedOf(seed))
  return labelled(T.add(T.take(T.fromNested(centres), labels), T.mul(spread, 0.25)), labels)
}

/** The support vector machine, trained as in the notes: by batches drawn with replacement, from weights of this size. */
const machine = (
  examples: Examples<ReadonlyArray<number>>, batchSize: number, weightScale: number, penalty: number
): Experiment<ReadonlyArray<number>> => ({
  model: linearClassifier({ classes: 3, weightScale }),
  loss: multiclassSvm,
  penalty: l2Penalty(penalty, 'full'),
  optimizer: onEach(sgd({ learningRate: 0.125 })),
  examples,
  batchSize,
  order: n => choice(n, batchSize, { replacement: true })
})

// Few digits against the 53 of doubles: what some steps of descent round stays within.
const coarse = ball(40)

/** The losses of the definition on the way of descent from these weights, on all examples at each step. */
const lossesOfDescent = (
  x: Tensor, labels: ReadonlyArray<number>, { w = x, b = x }: Named, steps: number
): ReadonlyArray<Ball> => {
  const [N, lambda, eta] = [coarse, 2 ** -10, 0.125]
  const loss = <A>(M: Analytic<A>) => (weights: Grid<A>, bias: Grid<A>): A => M.add(
    svmDefinition(M)(labels)(affineDefinition(M)({ w: weights, b: bias })(T.liftGrid(M.of)(x))),
    M.mul(M.of(lambda), normSquared(M)(weights)))
  const along = dualAnalytic(N)
  const descend = (weights: Grid<Ball>, bias: Grid<Ball>, left: number): ReadonlyArray<Ball> => left === 0 ? [] : [
    loss(N)(weights, bias),
    ...descend(
      gradientStep(N)(N.of(eta))(weights, gradientOf(N)(v => loss(along)(v, held(N)(bias)))(weights)),
      gradientStep(N)(N.of(eta))(bias, gradientOf(N)(v => loss(along)(held(N)(weights), v))(bias)), left - 1)
  ]
  return descend(T.liftGrid(N.of)(w), T.liftGrid(N.of)(b), steps)
}

interface Drawn {
  readonly x: Tensor
  readonly w: Tensor
  readonly labels: ReadonlyArray<number>
  readonly lambda: number
}

/** What the notes say of the class that trains linear classifiers, of the trainer with that model. */
export const claims: ReadonlyArray<Claim> = [
  claim(
    {
      id: 'cs231n-notes/linear-training/losses',
      title: 'Training has a loss a step; three clusters are learned from the loss C - 1 to none, all right',
      statement:
        '\\text{A support vector machine is trained for 40 steps, from weights 0, ' +
        'on twelve points in three clusters, by three seeds: there are 40 losses, ' +
        'the first is 2 and the last 0, and every point is classified right.}',
      spoken: 'it is about code, files or time',
      source, rows: ['N231-LC-01']
    },
    everyCase('three clusters of four points, three seeds', [1, 2, 3], seed => {
      const examples = clusters(seed)
      const experiment = machine(examples, 20, 0, 0)
      const progress = [...unfold(experiment, orThrow(begin(experiment, seed)), 40)]
      const last = progress[progress.length - 1]
      return [
        equal<Plain>(progress.length, 40, 'losses'),
        equal<Plain>(progress[0]?.loss ?? NaN, 2, 'first loss'),
        equal<Plain>(last?.loss ?? NaN, 0, 'last loss'),
        equal<Plain>(last === undefined ? NaN : accuracy(experiment.model, examples)(last.training), 1, 'accuracy')
      ]
    })
  ),
  sparsely(claim(
    {
      id: 'cs231n-notes/linear-training/objective',
      title: 'Support vector machine and softmax classifier are one model under two losses',
      statement:
        '\\text{On two drawn points with three classes, value and gradient of ' +
        'the objective of one linear classifier under either loss are exactly ' +
        'those of the two classifiers as exported, and so are its classes.}',
      spoken: 'it is about code, files or time',
      source,
      rows: ['N231-LC-06']
    },
    sampled<Drawn>(
      {
        x: quarters([2, 2], 12), w: quarters([2, 3], 12), lambda: fc.constantFrom(0, 0.5, 2),
        labels: fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 2, maxLength: 2 })
      },
      ({ x, w, labels, lambda }) => {
        const model = linearClassifier({ classes: 3 })
        const params = [{ w, b: T.zeros([3]) }]
        const forms = [{ loss: multiclassSvm, form: linearSvm }, { loss: softmaxCrossEntropy, form: linearSoftmax }]
        return [
          ...forms.flatMap(({ loss, form }, k) => {
            const trained = objective({ model, loss, penalty: l2Penalty(lambda, 'full') })(params, [{}])(x, labels)
            const { value, gradient } = form({ x, labels, lambda })(w)
            return [
              equal<Plain>(trained.value, value, `loss ${k + 1}`),
              ...equalEntries(trained.gradient[0]?.['w'] ?? T.zeros([0]), gradient, `gradient ${k + 1}`)
            ]
          }),
          ...equalEntries(T.argmax(model.infer(params, [{}])(x), { axis: 1 }), predictLinear(w)(x), 'class')
        ]
      })
  )),
  rarely(claim(
    {
      id: 'cs231n-notes/linear-training/warm-start',
      title: 'A second training goes on from the weights of the first, as the definition does',
      statement:
        '\\text{Two trainings of one or two steps each follow one another: their ' +
        'losses lie in the enclosures of the losses on the way of descent by the ' +
        'definition. The label 3 is refused where there are three classes.}',
      spoken: 'it is about code, files or time',
      source,
      rows: ['N231-LC-02']
    },
    sampled<{ readonly seed: number; readonly m: number; readonly n: number }>(
      { seed: fc.integer({ min: 0, max: 2 ** 32 }), m: fc.integer({ min: 1, max: 2 }), n: fc.integer(
        { min: 1, max: 2 }
      ) },
      ({ seed, m, n }) => {
        const all = Array.from({ length: 12 }, (_, i) => i)
        const inOrder = (state: Seed): [ReadonlyArray<number>, Seed] => [all, state]
        const experiment = { ...machine(clusters(1), 12, 1e-3, 2 ** -10), order: () => inOrder }
        const start = orThrow(begin(experiment, seed))
        const first = [...unfold(experiment, start, m)]
        const second = [...unfold(experiment, first[m - 1]?.training ?? start, n)]
        const { x, target } = clusters(1).take(all)
        const larger = machine(labelled(T.zeros([1, 2]), [3]), 1, 1e-3, 0)
        const known = lossesOfDescent(x, target, start.params[0] ?? {}, m + n)
        return [
          equal<Plain>(first.length + second.length, m + n, 'losses'),
          ...[...first, ...second].map(
            ({ loss }, t) => equal<Plain>(point(loss), toInterval(known[t] ?? coarse.of(NaN)), `loss ${t + 1}`)
          ),
          refuses(() => advance(larger)(start), 'multiclassSvm')
        ]
      })
  ))
]
