import fc from 'fast-check'
import { type Claim, claim, equal, equalEntries, type Plain, type Relation, sampled } from '../../src/claim/index.js'
import * as layer from '../../src/layer/index.js'
import type { Layer, Named } from '../../src/layer/index.js'
import { fullyConnectedNet, gazeConvNet, tanhConvNet } from '../../src/model/index.js'
import type { Shape } from '../../src/number/index.js'
import { orThrow } from '../../src/prelude/index.js'
import { bernoulli, normals, run, seedOf } from '../../src/random/index.js'
import * as T from '../../src/tensor/index.js'
import type { Tensor } from '../../src/tensor/index.js'
import { rarely } from '../cases/sparsely.js'

/** A model that divides, takes roots or draws, and what the documents print of it, written with the plain functions. */
interface Wiring {
  readonly name: string
  readonly model: Layer
  readonly shape: Shape
  readonly formula: (p: (name: string) => Named) => (x: Tensor) => Tensor
}

const halves = { height: 2, width: 2, stride: 2 }

const affine = ({ w, b }: Named) => (x: Tensor): Tensor => layer.affine({ w: w as Tensor, b: b as Tensor })(x).y
const conv = ({ w, b }: Named) => (x: Tensor): Tensor => layer.conv2d()({ w: w as Tensor, b: b as Tensor })(x).y
const pool = (x: Tensor): Tensor => layer.maxPool2d(halves)(x).y
const relu = (x: Tensor): Tensor => layer.relu(x).y
const spatial = ({ gamma, beta }: Named) => (x: Tensor): Tensor =>
  layer.spatialBatchNorm({ gamma: gamma as Tensor, beta: beta as Tensor })(x).y
const norm = ({ gamma, beta }: Named) => (x: Tensor): Tensor => layer.layerNorm({ gamma: gamma as Tensor, beta: beta as Tensor })(x).y

// The mask that a fresh dropout layer of this seed draws first.
const dropped = (seed: number) => (x: Tensor): Tensor =>
  layer.dropout({ keepProbability: 0.5, mask: run(bernoulli(x.shape, 0.5), seedOf(seed)) })(x).y

const inOrder = (...steps: ReadonlyArray<(x: Tensor) => Tensor>) => (x: Tensor): Tensor => steps.reduce((y, step) => step(y), x)

const wirings: ReadonlyArray<Wiring> = [
  {
    name: 'fullyConnectedNet', shape: [3],
    model: fullyConnectedNet({ hidden: [4, 5], classes: 2, normalization: 'layernorm', keepProbability: 0.5, weightScale: 1, seed: 8 }),
    formula: p => inOrder(
      affine(p('hidden1.affine')), norm(p('hidden1.norm')), relu, dropped(8),
      affine(p('hidden2.affine')), norm(p('hidden2.norm')), relu, dropped(9), affine(p('scores')))
  },
  {
    name: 'gazeConvNet', shape: [1, 16, 18],
    model: gazeConvNet({ filters: [2, 3], hidden: 4, classes: 2, batchNorm: true, weightScale: 1 }),
    formula: p => inOrder(
      conv(p('conv1')), relu, pool, spatial(p('norm1')), conv(p('conv2')), relu, pool, spatial(p('norm2')),
      affine(p('hidden')), relu, affine(p('scores')))
  },
  {
    name: 'tanhConvNet', shape: [2, 17, 16], model: tanhConvNet({ filters: [2, 3], hidden: 4, classes: 2, weightScale: 0.5 }),
    formula: p => inOrder(
      conv(p('conv1')), pool, T.tanh, conv(p('conv2')), pool, T.tanh, affine(p('hidden')), T.tanh, affine(p('scores')))
  }
]

const relations = ({ name, model, shape, formula }: Wiring, drawn: number): ReadonlyArray<Relation<Plain>> => {
  const { init, state } = orThrow(model.build(shape))
  const [params, seed] = init(seedOf(drawn))
  const [x] = normals([3, ...shape])(seed)
  const named = (wanted: string): Named => params[model.names.indexOf(wanted)] ?? {}
  return [
    ...equalEntries(model.train(params, run(state, seed))(x).y, formula(named)(x), `${name} y`),
    equal<Plain>(Number(model.names.length === new Set(model.names).size), 1, `${name}: every layer has a name of its own`)
  ]
}

export const claims: ReadonlyArray<Claim> = [rarely(claim(
  {
    id: 'models/wiring',
    title: 'The models with norm, dropout and tanh have their layers in the printed order, each mask with a seed of its own',
    statement: String.raw`\{\text{affine} - [\text{norm}] - \text{relu} - [\text{dropout}]\} \times (L - 1) - \text{affine}`,
    source: 'Notes on CS231n, fully connected nets; gaze assignment, question 2; object recognition assignment 2, question 3',
    rows: ['A2-CI-10']
  },
  sampled<{ readonly seed: number }>({ seed: fc.nat() }, ({ seed }) => wirings.flatMap(wiring => relations(wiring, seed)))
))]
