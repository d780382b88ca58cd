import { expect, test } from 'vitest'
import { andThen, identity, sequence, Tanh } from '../../src/layer/index.js'
import {
  fullyConnectedNet, parameterCount, reluConvNet, summary, tanhConvNet, threeLayerConvNet, twoLayerConvNet
} from '../../src/model/index.js'
import { orThrow } from '../../src/prelude/index.js'

test('the layers of a convolutional net', () => {
  expect(summary(reluConvNet({ batchNorm: true }), [1, 36, 120]).text).toBe([
    'layer   output    parameters          count',
    'conv1   6x34x118  w 6x1x3x3, b 6         60',
    'relu1   6x34x118                          0',
    'pool1   6x17x59                           0',
    'norm1   6x17x59   gamma 6, beta 6        12',
    'conv2   16x13x55  w 16x6x5x5, b 16     2416',
    'relu2   16x13x55                          0',
    'pool2   16x6x27                           0',
    'norm2   16x6x27   gamma 16, beta 16      32',
    'flat    2592                              0',
    'hidden  256       w 2592x256, b 256  663808',
    'relu3   256                               0',
    'scores  4         w 256x4, b 4         1028',
    'in all                               667356'
  ].join('\n'))
})

test.each([
  [twoLayerConvNet(), [3, 32, 32]], [threeLayerConvNet(), [3, 32, 32]], [tanhConvNet(), [3, 32, 32]],
  [fullyConnectedNet({ hidden: [5, 4], normalization: 'layernorm', keepProbability: 0.5 }), [3, 2]],
  [andThen(Tanh, identity), [2]], [identity, [2]], [sequence({ one: sequence({ two: Tanh }) }), [2, 3]]
])('the count of all is that of the model, and the last output that of the whole: %#', (model, shape) => {
  const { layers, count } = summary(model, shape)
  expect(count).toBe(parameterCount(model, shape))
  expect(layers.map(({ name }) => name)).toEqual(model.names)
  expect(layers.at(-1)?.output ?? shape).toEqual(orThrow(model.build(shape)).output)
})

test('an example that the model does not take is refused', () => {
  expect(() => summary(reluConvNet(), [3])).toThrow(/conv2d: expected/)
})
