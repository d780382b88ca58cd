import * as layer from '../../src/layer/index.js'
import type { Named } from '../../src/layer/index.js'
import { fullyConnectedNet, reluConvNet, tanhConvNet } from '../../src/model/index.js'
import { bernoulli, run, seedOf } from '../../src/random/index.js'
import * as T from '../../src/tensor/index.js'
import type { Tensor } from '../../src/tensor/index.js'
import type { Wiring } from '../models/index.js'

const halves = { height: 2, width: 2, stride: 2 }

const affine = ({ w, b }: Named) => (x: Tensor): Tensor => layer.affine({ w: w as Tensor, b: b as Tensor })(x).y
const conv = ({ w, b }: Named) => (x: Tensor): Tensor => layer.conv2d()({ w: w as Tensor, b: b as Tensor })(x).y
const pool = (x: Tensor): Tensor => layer.maxPool2d(halves)(x).y
const relu = (x: Tensor): Tensor => layer.relu(x).y
const spatial = ({ gamma, beta }: Named) => (x: Tensor): Tensor =>
  layer.spatialBatchNorm()({ gamma: gamma as Tensor, beta: beta as Tensor })(x).y
const norm = ({ gamma, beta }: Named) =>
  (x: Tensor): Tensor => layer.layerNorm()({ gamma: gamma as Tensor, beta: beta as Tensor })(x).y

// The mask that a fresh dropout layer of this seed draws first.
const dropped = (seed: number) => (x: Tensor): Tensor =>
  layer.dropout({ keepProbability: 0.5, mask: run(bernoulli(x.shape, 0.5), seedOf(seed)) })(x).y

const inOrder = (...steps: ReadonlyArray<(x: Tensor) => Tensor>) =>
  (x: Tensor): Tensor => steps.reduce((y, step) => step(y), x)

/** The models that divide, take roots or draw, as exported, and what the documents print of them. */
export const wirings: ReadonlyArray<Wiring> = [
  {
    name: 'fullyConnectedNet', shape: [3],
    model: fullyConnectedNet(
      { hidden: [4, 5], classes: 2, normalization: 'layernorm', keepProbability: 0.5, weightScale: 1, seed: 8 }
    ),
    formula: p => inOrder(
      affine(p('hidden1.affine')), norm(p('hidden1.norm')), relu, dropped(8),
      affine(p('hidden2.affine')), norm(p('hidden2.norm')), relu, dropped(9), affine(p('scores')))
  },
  {
    name: 'reluConvNet', shape: [1, 16, 18],
    model: reluConvNet({ filters: [2, 3], hidden: 4, classes: 2, batchNorm: true, weightScale: 1 }),
    formula: p => inOrder(
      conv(p('conv1')), relu, pool, spatial(p('norm1')), conv(p('conv2')), relu, pool, spatial(p('norm2')),
      affine(p('hidden')), relu, affine(p('scores')))
  },
  {
    name: 'tanhConvNet', shape: [2, 17, 16],
    model: tanhConvNet({ filters: [2, 3], hidden: 4, classes: 2, weightScale: 0.5 }),
    formula: p => inOrder(
      conv(p('conv1')), pool, T.tanh, conv(p('conv2')), pool, T.tanh, affine(p('hidden')), T.tanh, affine(p('scores')))
  }
]
