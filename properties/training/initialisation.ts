import fc, { type Arbitrary } from 'fast-check'
import { type Claim, claim, equal, type Law, type Plain, type Relation, sampled } from '../../src/claim/index.js'
import type { Layer, Params } from '../../src/layer/index.js'
import type { Loss } from '../../src/loss/index.js'
import { ball, toInterval, point } from '../../src/number/index.js'
import { addParams, onEach, sgd } from '../../src/optimizer/index.js'
import * as T from '../../src/tensor/index.js'
import type { Tensor } from '../../src/tensor/index.js'
import { objective } from '../../src/train/index.js'
import { quarters } from '../cases/quarters.js'
import { sameBits } from '../judges/sameBits.js'
import { sparsely } from '../cases/sparsely.js'

/** A net of two affine layers with rectifiers between, two inputs and three classes, and what it is trained by. */
export interface TwoLayerSubject {
  readonly name: string
  readonly net: (hidden: number) => Layer
  readonly loss: Loss<ReadonlyArray<number>>
}

const [hidden, classes, examples, steps] = [3, 3, 2, 2]

const source = 'Notes on CS231n, weight initialisation'

interface Drawn {
  readonly x: Tensor
  readonly labels: ReadonlyArray<number>
}

interface Equal extends Drawn {
  /** The weights into each hidden unit, its bias, and the weights out of it. */
  readonly into: Tensor
  readonly bias: Tensor
  readonly out: Tensor
}

const drawn = {
  x: quarters([examples, 2], 12),
  labels: fc.array(fc.nat({ max: classes - 1 }), { minLength: examples, maxLength: examples })
}

const rules: Arbitrary<number> = fc.constantFrom(0.25, 0.5, 1)

const objectiveOf = ({ net, loss }: TwoLayerSubject, { x, labels }: Drawn) => (params: Params) =>
  objective({ model: net(hidden), loss })(params, params.map(() => ({})))(x, labels)

/** The parameters after some steps of gradient descent. */
const descended = (subject: TwoLayerSubject, given: Drawn, start: Params, learningRate: number): Params => {
  const rule = onEach(sgd({ learningRate }))
  return Array.from({ length: steps }).reduce<Params>(params =>
    addParams(params, rule.update(objectiveOf(subject, given)(params).gradient)(params)(rule.init(params))[0]), start)
}

const entry = (params: Params, layer: number, name: string): Tensor => params[layer]?.[name] as Tensor

/** Every hidden unit the same. */
const alike = ({ into, bias, out }: Equal): Params => [
  { w: T.tile(T.expandDims(into, 1), [1, hidden]), b: T.tile(bias, [hidden]) }, {},
  { w: T.tile(T.expandDims(out, 0), [hidden, 1]), b: T.zeros([classes]) }
]

const coarse = ball(40)

/** The gradient of the last bias where all scores are equal: 1 / classes, less the share of the examples with that label. */
const lastBias = (labels: ReadonlyArray<number>, found: Tensor): ReadonlyArray<Relation<Plain>> =>
  [...found.data].map((d, c) => {
    const share = labels.filter(label => label === c).length / labels.length
    return equal<Plain>(
      point(d), toInterval(coarse.sub(coarse.div(coarse.of(1), coarse.of(classes)), coarse.of(share))), `db2[${c}]`
    )
  })

export const initialisationLaws: Law<TwoLayerSubject> = (subject): ReadonlyArray<Claim> => [
  sparsely(claim(
    {
      id: `${subject.name}/equal-units`,
      title: 'Hidden units that begin equal stay equal, bit for bit, however long they are trained',
      statement:
        String.raw`W_1 = u \mathbf 1^T,\ W_2 = \mathbf 1 v^T \Rightarrow W_1' = u' \mathbf 1^T,\ W_2' = \mathbf 1 v'^T`,
      source,
      rows: ['N231-INI-01']
    },
    sampled<Equal & { readonly rate: number }>(
      { ...drawn, into: quarters([2], 12), bias: quarters([1], 12), out: quarters([classes], 12), rate: rules },
      ({ rate, ...given }) => {
        const params = descended(subject, given, alike(given), rate)
        const [w1, b1, w2] = [entry(params, 0, 'w'), entry(params, 0, 'b'), entry(params, 2, 'w')]
        const first = { start: 0, stop: 1 }
        return [
          ...sameBits(w1, T.tile(T.slice(w1, [{}, first]), [1, hidden]), 'w1'),
          ...sameBits(b1, T.tile(T.slice(b1, [first]), [hidden]), 'b1'),
          ...sameBits(w2, T.tile(T.slice(w2, [first]), [hidden, 1]), 'w2')
        ]
      })
  )),
  sparsely(claim(
    {
      id: `${subject.name}/zeros`,
      title: 'From weights and biases of 0 only the last bias moves, and learns the shares of the labels',
      statement: String.raw`\nabla W_1 = 0,\ \nabla b_1 = 0,\ \nabla W_2 = 0,\ \nabla b_{2c} = \tfrac1C - \tfrac{n_c}N`,
      source,
      rows: ['N231-INI-01']
    },
    sampled<Drawn & { readonly rate: number }>({ ...drawn, rate: rules }, ({ rate, ...given }) => {
      const zeros: Params = alike({ ...given, into: T.zeros([2]), bias: T.zeros([1]), out: T.zeros([classes]) })
      const params = descended(subject, given, zeros, rate)
      return [
        ...sameBits(entry(params, 0, 'w'), T.zeros([2, hidden]), 'w1'),
        ...sameBits(entry(params, 0, 'b'), T.zeros([hidden]), 'b1'),
        ...sameBits(entry(params, 2, 'w'), T.zeros([hidden, classes]), 'w2'),
        ...lastBias(given.labels, entry(objectiveOf(subject, given)(zeros).gradient, 2, 'b'))
      ]
    })
  ))
]
