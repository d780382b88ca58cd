import { atMost, type Claim, claim, equalEntries, everyCase, type Plain } from '../../../src/claim/index.js'
import { numericGradient, relativeError } from '../../../src/difference/index.js'
import { Affine, type Params, sequence } from '../../../src/layer/index.js'
import { l2Penalty, softmaxCrossEntropy } from '../../../src/loss/index.js'
import * as T from '../../../src/tensor/index.js'
import type { Tensor } from '../../../src/tensor/index.js'
import { objective } from '../../../src/train/index.js'
import { twoLayerTest } from './two-layer-net.js'

/** The gradients of the printed test by every parameter, of its net and of the same two affine maps with nothing between. */
const gradients = (reg: number): readonly [Params, Params] => {
  const { net, state, params, x, labels } = twoLayerTest
  const [first = {}, , last = {}] = params
  const linear = sequence({ hidden: Affine(50), scores: Affine(7) })
  const penalty = l2Penalty(reg, 'half')
  const whole = objective({ model: net, loss: softmaxCrossEntropy, penalty })(params, state)(x, labels).gradient
  const without =
    objective({ model: linear, loss: softmaxCrossEntropy, penalty })([first, last], [{}, {}])(x, labels).gradient
  return [whole.filter((_, k) => k !== 1), without]
}

/** The relative error of central differences of the loss by the last bias. */
const errorOfBias = (reg: number): number => {
  const { net, state, params, x, labels } = twoLayerTest
  const [first = {}, , last = {}] = params
  const at = (b: Tensor) =>
    objective({ model: net, loss: softmaxCrossEntropy, penalty:
      l2Penalty(reg, 'half') })([first, {}, { ...last, b }], state)(x, labels)
  const bias = last['b'] ?? T.zeros([0])
  return relativeError(numericGradient(b => at(b).value, { h: 1e-5 })(bias), at(bias).gradient[2]?.['b'] ?? bias)
}

export const claims: ReadonlyArray<Claim> = [
  claim(
    {
      id: 'gaze/two-layer-gradients/blind',
      title: 'The printed gradient checks pass, and they pass without the ReLU as well: all gradients are the same',
      source: 'Gaze assignment, question 1, test of the two-layer net',
      statement: String.raw`\text{in the printed test, with the penalties 0 and .7, all gradients of our two-layer net are those of its two affine layers with nothing between; differences by the last biases are off by at most 1e-7}`,
      spoken: 'it is about code, files or time',
      rows: ['E228-TL-04']
    },
    everyCase('the printed test, regularisation 0 and .7', [0, 0.7], reg => {
      const [whole, without] = gradients(reg)
      return [
        ...whole.flatMap((named, k) => Object.entries(named).flatMap(([name, g]) =>
          equalEntries(g, without[k]?.[name] ?? T.zeros([0]), `d${name}${k + 1}`))),
        atMost<Plain>(errorOfBias(reg), 1e-7, 'error of b2, asked to be about 1e-7 or less')
      ]
    })
  )
]
