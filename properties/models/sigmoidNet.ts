import fc from 'fast-check'
import * as definition from '../../src/definition/index.js'
import { type Claim, claim, equal, type Law, type Plain, sampled } from '../../src/claim/index.js'
import type { Layer } from '../../src/layer/index.js'
import {
  type Analytic, ball, fromEntries, type Grid, mapGrid, plus, point, toInterval
} from '../../src/number/index.js'
import { orThrow } from '../../src/prelude/index.js'
import * as T from '../../src/tensor/index.js'
import type { Tensor } from '../../src/tensor/index.js'
import { quarters } from '../cases/quarters.js'
import { sparsely } from '../cases/sparsely.js'

/** A net of three affine layers with sigmoids between: 3 inputs, twice 4 hidden units, 1 output. */
export interface SigmoidNetSubject {
  readonly name: string
  readonly net: Layer
}

/** The weights as the notes have them, with a row for each unit, and the biases. */
interface Unit {
  readonly w: Tensor
  readonly b: Tensor
}

const sizes = [3, 4, 4, 1]

const units = fc.tuple(...sizes.slice(1).map((outputs, k) => fc.record<Unit>({
  w: quarters([outputs, sizes[k] ?? 0], 12), b: quarters([outputs], 12)
})))

/** out = W3 f(W2 f(W1 x + b1) + b2) + b3. */
const forward = <A>(N: Analytic<A>, layers: ReadonlyArray<Unit>, x: Grid<A>): Grid<A> =>
  layers.reduce((h, { w, b }, k) => {
    const input = k === 0 ? h : mapGrid(definition.sigmoid(N))(h)
    return plus(N)(definition.applied(N)(T.liftGrid(N.of)(w), input), T.liftGrid(N.of)(b))
  }, x)

const coarse = ball(40)

export const sigmoidNetLaws: Law<SigmoidNetSubject> = ({ name, net }): ReadonlyArray<Claim> => [
  sparsely(claim(
    {
      id: `${name}/sigmoid-net`,
      title: 'A net 3-4-4-1 takes three numbers to one, by weights of 4 x 3, 4 x 4 and 1 x 4 and sigmoids between',
      statement: String.raw`W_3 \sigma(W_2 \sigma(W_1 x + b_1) + b_2) + b_3`,
      source: 'Notes on CS231n, neural network architectures',
      rows: ['N231-NN-08']
    },
    sampled<{ readonly x: Tensor; readonly layers: ReadonlyArray<Unit> }>(
      { x: quarters([3], 12), layers: units }, ({ x, layers }) => {
        const params = layers.flatMap(({ w, b }, k) => [...(k === 0 ? [] : [{}]), { w: T.transpose(w), b }])
        const found = net.infer(params, params.map(() => ({})))(T.reshape(x, [1, 3]))
        const [known] = forward(coarse, layers, fromEntries([3], [...x.data].map(coarse.of))).entries
        return [
          equal<Plain>(orThrow(net.build([3])).output[0] ?? NaN, 1, 'outputs'),
          equal<Plain>(point(T.item(found)), toInterval(known ?? coarse.of(NaN)), 'out')
        ]
      }
    )
  ))
]
