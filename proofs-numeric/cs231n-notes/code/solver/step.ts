import fc from 'fast-check'
import { between, type Claim, claim, equal, type Plain, sampled } from '../../../../src/claim/index.js'
import * as definition from '../../../../src/definition/index.js'
import type { Params } from '../../../../src/layer/index.js'
import { l2Penalty, logisticLoss } from '../../../../src/loss/index.js'
import { logisticNet } from '../../../../src/model/index.js'
import {
  type Analytic, ball, type Dual, dual, dualAnalytic, fromEntries, type Grid, point, type Shape, sizeOf, toInterval
} from '../../../../src/number/index.js'
import { onEach, sgd } from '../../../../src/optimizer/index.js'
import { orThrow } from '../../../../src/prelude/index.js'
import * as T from '../../../../src/tensor/index.js'
import { advance, begin, type Experiment, labelled } from '../../../../src/train/index.js'
import { quarterList } from '../../../../properties/cases/quarters.js'
import { seldom } from '../../../../properties/cases/sparsely.js'

type Values<A> = Readonly<Record<string, Grid<A>>>

const lambda = 0.5

/** The logistic loss of the net with one hidden layer, and lambda / 2 times the sum of the squared weights. */
const objective = <A>(N: Analytic<A>, x: Grid<A>, labels: ReadonlyArray<number>, p: Values<A>): A => {
  const layer = (name: string) => ({ w: p[`${name}.w`] as Grid<A>, b: p[`${name}.b`] as Grid<A> })
  const scores = definition.affine(N)(layer('output'))(definition.relu(N)(definition.affine(N)(layer('hidden'))(x)))
  const squares = ['hidden.w', 'output.w'].flatMap(name => (p[name] as Grid<A>).entries).map(w => N.mul(w, w)).reduce(
    N.add, N.of(0)
  )
  return N.add(definition.logisticLoss(N)(labels)(scores), N.mul(N.of(lambda / 2), squares))
}

const coarse = ball(40)
type Coarse = ReturnType<typeof coarse.of>

const shapes: Readonly<Record<string, Shape>> = {
  'hidden.w': [2, 1], 'hidden.b': [1], 'output.w': [1, 1], 'output.b': [1]
}

const twoSigns = fc.array(fc.constantFrom(-1, 1), { minLength: 2, maxLength: 2 })

const paramsOf = (values: ReadonlyArray<number>): Params => {
  const [a = 0, b = 0, c = 0, d = 0, e = 0] = values
  return [{ w: T.fromFlat([2, 1], [a, b]), b: T.fromFlat([1], [c]) }, {}, {
    w: T.fromFlat([1, 1], [d]), b: T.fromFlat([1], [e])
  }]
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

export const claims: ReadonlyArray<Claim> = [seldom(claim(
  {
    id: 'cs231n-notes/solver/step',
    title: 'A step of descent is minus the learning rate times the derivative of loss and penalty',
    statement:
      '\\text{A net with one hidden unit takes one step on two drawn points: its loss and its new parameters ' +
      'lie in the enclosures of the definition, which takes off half of the derivative of loss and penalty.}',
    spoken: 'it is about code, files or time',
    source: 'Notes on CS231n, two-layer net',
    rows: ['E228-FCN-01', 'N231-NET-02', 'A2-NN-02']
  },
  sampled<OneStep>({ values: quarterList(5, 8), x: quarterList(4, 8), labels: twoSigns }, ({ values, x, labels }) => {
    const [points, learningRate] = [T.fromFlat([2, 2], x), 0.5]
    const experiment: Experiment<ReadonlyArray<number>> = {
      model: logisticNet({ hidden: 1 }), loss: logisticLoss, penalty: l2Penalty(lambda, 'half'),
      optimizer: onEach(sgd({ learningRate })),
      examples: labelled(points, labels), batchSize: 2
    }
    const after = advance(experiment)({ ...orThrow(begin(experiment, 1)), params: paramsOf(values) })
    const known = (k: number): Coarse => objective(
      dualAnalytic(coarse), fromEntries([2, 2], x.map(v => dual(coarse.of(v), coarse.of(0)))), labels,
      lifted<Dual<Coarse>>((v, i) => dual(coarse.of(v), coarse.of(i === k ? 1 : 0)), values)).tangent
    const value = objective(coarse, fromEntries([2, 2], x.map(coarse.of)), labels, lifted(coarse.of, values))
    return [
      between('the trainer has', 'the definition', equal<Plain>(point(after.loss), toInterval(value), 'loss')),
      ...placed(after.training.params).map(({ w, place }, k) =>
        between('the trainer goes to', 'the definition', equal<Plain>(
          point(w), toInterval(coarse.sub(coarse.of(values[k] ?? NaN), coarse.mul(coarse.of(learningRate), known(k)))),
          place)))
    ]
  })
))]
