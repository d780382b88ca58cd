import { expect, test } from 'vitest'
import { layerLaws, lossLaws } from '../../properties/index.js'
import { effort } from '../../src/claim/index.js'
import { float64 } from '../../src/number/index.js'
import * as layers from '../../src/layer/index.js'
import { logisticLoss, softmaxCrossEntropy } from '../../src/loss/index.js'
import * as T from '../../src/tensor/index.js'
import type { Tensor } from '../../src/tensor/index.js'
import { labels } from '../../properties/losses/loss.js'

const swish = (derivative: (x: number, s: number) => number) => (x: Tensor) => {
  const sigmoid = T.map(x, a => 1 / (1 + Math.exp(-a)))
  return { y: T.mul(x, sigmoid), pullback: (dy: Tensor) => ({ dx: T.mul(dy, T.zip(x, sigmoid, derivative)) }) }
}

const density = (x: number): number => Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI)

/** x times the normal distribution, which cancels in its tail. */
const gelu = (x: Tensor) => {
  const share = T.map(x, a => 0.5 * (1 + float64.erf(a / Math.SQRT2)))
  return {
    y: T.mul(x, share), pullback: (dy: Tensor) => ({ dx: T.mul(dy, T.zip(x, share, (a, s) => s + a * density(a))) })
  }
}

const found = (laws: ReturnType<typeof layerLaws>, runs = 200) =>
  Object.fromEntries(laws.map(({ id, judge }) => [id.split('/')[1], judge(effort(runs))]))

test.each([
  ['relu', { layer: layers.relu }], ['tanh', { layer: layers.tanh }], ['softmax', { layer: layers.softmax }],
  ['swish', { layer: swish((x, s) => s + x * s * (1 - s)) }]
])('%s is supported by differences of its own values, and the strength says so', (name, subject) => {
  const { form, pure, pullback, 'linear-pullback': linear, ...others } = found(layerLaws({ name, ...subject }))
  expect([form, pure, linear, pullback].map(judgement => judgement?.verdict)).toEqual(
    ['supported', 'supported', 'supported', 'supported']
  )
  expect(pullback?.evidence.strength).toBe('estimated')
  expect(others).toEqual({})
})

test('a function that cancels in its tail is supported', () => {
  expect(found(layerLaws({ name: 'gelu', layer: gelu }), 20)['pullback']?.verdict).toBe('supported')
})

test('a layer with parameters needs no definition either', () => {
  const { pullback } = found(
    layerLaws({ name: 'affine', layer: layers.affine, x: [2, 3], params: { w: [3, 2], b: [2] } })
  )
  expect([pullback?.verdict, pullback?.evidence.strength]).toEqual(['supported', 'estimated'])
})

test('a term left out, and a slope of another size at a kink, are refuted', () => {
  const slope = (x: Tensor) =>
    ({ ...layers.relu(x), pullback: (dy: Tensor) => ({ dx: T.where(T.greaterEqual(x, 0), T.mul(dy, 2), 0) }) })
  const wrong = [swish((_, s) => s), slope].map(layer => found(layerLaws({ name: 'wrong', layer }))['pullback'])
  expect(wrong.map(judgement => judgement?.verdict)).toEqual(['refuted', 'refuted'])
})

test('the gradient of a loss is judged by differences of its values', () => {
  const signs = (examples: number) => labels(examples, 2).map(ys => ys.map(y => 2 * y - 1))
  const laws = [
    lossLaws({ name: 'softmaxCrossEntropy', loss: softmaxCrossEntropy, targets: labels }),
    lossLaws({ name: 'logisticLoss', loss: logisticLoss, targets: signs, scores: 1 }),
    lossLaws({
      name: 'half', targets: signs, scores: 1,
      loss: ys => s => ({ ...logisticLoss(ys)(s), gradient: T.mul(logisticLoss(ys)(s).gradient, 0.5) })
    })
  ].map(laws => found(laws))
  expect(laws.map(({ gradient }) => gradient?.verdict)).toEqual(['supported', 'supported', 'refuted'])
  expect(laws.map(({ gradient }) => gradient?.evidence.strength)).toEqual(['estimated', 'estimated', 'estimated'])
})
