import { expect, test } from 'vitest'
import {
  fullyConnectedNet, type Normalization, parameterShapes, tanhConvNet, twoLayerConvNet
} from '../../src/model/index.js'
import { orThrow } from '../../src/prelude/index.js'

test('a normalization that nobody knows is refused at once', () => {
  expect(() => fullyConnectedNet({ hidden: [3], normalization: 'bogus' as Normalization }))
    .toThrow('fullyConnectedNet: expected a normalization: batchnorm or layernorm, got "bogus"')
})

test('a net without hidden layers is a linear classifier', () => {
  expect(parameterShapes(fullyConnectedNet({ hidden: [] }), [4])).toEqual({ 'scores.w': [4, 10], 'scores.b': [10] })
})

test('norms have scale and shift, dropout has nothing to learn', () => {
  const net = fullyConnectedNet({ hidden: [5], classes: 2, normalization: 'batchnorm', keepProbability: 0.5 })
  expect(parameterShapes(net, [4])).toEqual(
    {
      'hidden1.affine.w': [4, 5], 'hidden1.affine.b': [5], 'hidden1.norm.gamma': [5], 'hidden1.norm.beta': [5],
      'scores.w': [5, 2], 'scores.b': [2]
    })
})

test('a filter of even size cannot keep the size of the image', () => {
  expect(() => twoLayerConvNet({ filterSize: 4 })).toThrow('twoLayerConvNet: expected an odd filterSize, got 4')
})

test('an image too small for the filters is refused when the model is built', () => {
  expect(() => orThrow(tanhConvNet().build([3, 8, 8]))).toThrow(/conv2d: expected a window of at most 2x2/)
})
