import fc, { type Arbitrary } from 'fast-check'
import { between, type Claim, claim, equal, type Plain, type Relation, sampled } from '../../../src/claim/index.js'
import * as definition from '../../../src/definition/index.js'
import {
  AffineNormReluDropout, AffineRelu, BatchNorm, ConvNormRelu, ConvRelu, ConvReluPool, Dropout, GroupNorm, type Layer,
  LayerNorm,
  SpatialBatchNorm
} from '../../../src/layer/index.js'
import { parameterShapes } from '../../../src/model/index.js'
import {
  type Analytic, ball, type Dual, dual, dualAnalytic, fromEntries, type Grid, type Interval, point, type Shape,
  toInterval
} from '../../../src/number/index.js'
import { orThrow, refuse } from '../../../src/prelude/index.js'
import { bernoulli, run, seedOf } from '../../../src/random/index.js'
import * as T from '../../../src/tensor/index.js'
import type { Tensor } from '../../../src/tensor/index.js'
import { byName, paramsOf } from '../../../properties/models/namedParams.js'
import { numerators, tensors } from '../../../properties/cases/numbers.js'
import type { Named, NamedGrids } from '../../../properties/layers/subject.js'

/** The definitions that sandwiches are made of, given the parameters by name. */
type Step<A> = (x: Grid<A>) => Grid<A>
type StepName =
  'affine' | 'conv' | 'relu' | 'batchNorm' | 'spatialBatchNorm' | 'layerNorm' | 'groupNorm' | 'dropped' | 'pool'
type Steps<A> = Readonly<Record<StepName, Step<A>>>

/** A composition as exported, the shape of a batch, and its formula as the notes have it. */
interface Sandwich {
  readonly layer: Layer
  readonly x: Shape
  readonly formula: <A>(s: Steps<A>) => Step<A>
}

// With this eps a constant column is divided by 1/2 exactly, so that what is 0 then is 0 in doubles too.
const [seed, eps] = [3, 0.25]

const stepsOver = <A>(N: Analytic<A>, p: NamedGrids<A>): Steps<A> => {
  const of = (name: string): Grid<A> =>
    p[name] ?? refuse('input', 'sandwiches', `a parameter ${name}`, Object.keys(p).join(', '))
  const weights = (layer: string) => ({ w: of(`${layer}.w`), b: of(`${layer}.b`) })
  const scaleAndShift = () => ({ gamma: of('norm.gamma'), beta: of('norm.beta') })
  return {
    affine: x => definition.affine(N)(weights('affine'))(x),
    conv: x => definition.conv2d(N)({ stride: 1, pad: 0 })(weights('conv'))(x),
    relu: definition.relu(N),
    batchNorm: x => definition.batchNorm(N)(scaleAndShift(), N.of(eps))(x),
    spatialBatchNorm: x => definition.spatialBatchNorm(N)(scaleAndShift(), N.of(eps))(x),
    layerNorm: x => definition.layerNorm(N)(scaleAndShift(), N.of(eps))(x),
    groupNorm: x => definition.groupNorm(N)(scaleAndShift(), 1, N.of(eps))(x),
    // the mask that a fresh dropout layer of this seed draws first
    dropped: x =>
      definition.dropout(N)({ keepProbability:
        N.of(0.5), mask: T.liftGrid(N.of)(run(bernoulli(x.shape, 0.5), seedOf(seed))) })(x),
    pool: definition.maxPool2d(N)({ height: 2, width: 2, stride: 2 })
  }
}

// Means of powers of two of values: what is 0 is then known to be 0, and no kink is in doubt.
const sandwiches: Readonly<Record<string, Sandwich>> = {
  'affine-relu': { layer: AffineRelu(2), x: [2, 3], formula: s => x => s.relu(s.affine(x)) },
  'affine-batchNorm-relu-dropout': {
    layer: AffineNormReluDropout(2, { norm: BatchNorm({ eps }), dropout: Dropout({ keepProbability: 0.5, seed }) }),
    x: [4, 2],
    formula: s => x => s.dropped(s.relu(s.batchNorm(s.affine(x))))
  },
  'affine-layerNorm-relu': {
    layer: AffineNormReluDropout(4, { norm: LayerNorm({ eps }) }), x: [1, 2],
    formula: s => x => s.relu(s.layerNorm(s.affine(x)))
  },
  'conv-relu': { layer: ConvRelu(2, 2), x: [1, 1, 3, 3], formula: s => x => s.relu(s.conv(x)) },
  'conv-batchNorm-relu': {
    layer: ConvNormRelu(2, 2, { norm: SpatialBatchNorm({ eps }) }), x: [2, 1, 3, 2],
    formula: s => x => s.relu(s.spatialBatchNorm(s.conv(x)))
  },
  'conv-groupNorm-relu': {
    layer: ConvNormRelu(2, 2, { norm: GroupNorm({ groups: 1, eps }) }), x: [1, 1, 3, 2],
    formula: s => x => s.relu(s.groupNorm(s.conv(x)))
  },
  'conv-relu-pool': { layer: ConvReluPool(2, 2), x: [1, 1, 3, 5], formula: s => x => s.pool(s.relu(s.conv(x))) }
}

interface Drawn {
  readonly name: string
  readonly inputs: Named
  readonly dy: Tensor
  /** A direction of the inputs, by its number. */
  readonly v: number
}

/** The direction, of which no entry is 0. */
const directionOf = (v: number) =>
  (name: string, i: number): number => 2 * ((v + 7 * name.length + i * (v + 3 * i + 1)) % 12) - 11

const casesOf = (name: string, { layer, x }: Sandwich): Arbitrary<Drawn> => {
  const shapes = Object.entries({ x, ...parameterShapes(layer, x.slice(1)) })
  const { output } = orThrow(layer.build(x.slice(1)))
  return fc.record({
    name: fc.constant(name),
    inputs: fc.record(Object.fromEntries(shapes.map(([key, shape]) => [key, tensors(shape, numerators)]))),
    dy: tensors([x[0] ?? 0, ...output], numerators),
    v: fc.nat({ max: 99 })
  })
}

const draws = { given: fc.oneof(...Object.entries(sandwiches).map(([name, sandwich]) => casesOf(name, sandwich))) }

// 40 bits of the 53 that doubles have: room for their roundings, and where 40 suffice for an exact result, for none.
const N = ball(40)
type Coarse = ReturnType<typeof N.of>

/** The sandwich beside its formula over dual numbers: each entry of the value, and the derivative along a direction. */
const besideFormula = ({ name, inputs, dy, v }: Drawn): ReadonlyArray<Relation<Plain>> => {
  const { layer, formula } = sandwiches[name] ?? refuse('input', 'sandwiches', 'a sandwich by its name', name)
  const { x, ...named } = inputs
  const state = run(orThrow(layer.build((x as Tensor).shape.slice(1))).state, seedOf(1))
  const { y, pullback } = layer.train(paramsOf(layer, named), state)(x as Tensor)
  const { dx, dp } = pullback(dy)
  const direction = directionOf(v)
  const lifted = Object.fromEntries(Object.entries(inputs).map(([key, t]) =>
    [key, fromEntries(t.shape, Array.from(t.data, (a, i) => dual(N.of(a), N.of(direction(key, i)))))]))
  const { entries } = formula(stepsOver(dualAnalytic(N), lifted))(lifted['x'] as Grid<Dual<Coarse>>)
  const total = (pairs: ReadonlyArray<readonly [Coarse, Coarse]>): Interval =>
    toInterval(pairs.map(([a, b]) => N.mul(a, b)).reduce(N.add, N.of(0)))
  const pulled = Object.entries({ x: dx, ...byName(layer, dp) }).flatMap(([key, d]) =>
    Array.from(d.data, (a, i) => [N.of(a), N.of(direction(key, i))] as const))
  return [
    ...entries.map(({ value }, i) => equal<Plain>(point(y.data[i] ?? NaN), toInterval(value), `${name}: y entry ${i}`)),
    equal<Plain>(total(pulled), total(entries.map((
      { tangent }, i
    ) => [N.of(dy.data[i] ?? NaN), tangent])), `${name}: <pullback(dy), v>`)
  ].map(relation => between('the sandwich gives', 'its formula', relation))
}

/** The laws of the sandwiches as exported: each is the composition of its parts, forward and backward. */
export const claims: ReadonlyArray<Claim> = [
  // of seven sandwiches one at a time is drawn
  claim(
    {
      id: 'cs231n-notes/sandwiches/composed',
      title: 'Each sandwich has the value of the definitions of its parts in turn, and their derivative',
      statement:
        '\\text{For seven sandwiches and drawn inputs, the output lies in the enclosure of the definitions of ' +
        'the parts in turn, and the pullback, along a direction, in that of their derivative by dual numbers.}',
      spoken: 'it is about code, files or time',
      source: 'Notes on CS231n, sandwich layers',
      rows: ['N231-LU-01', 'N231-LU-02', 'N231-LU-03']
    },
    sampled<{ readonly given: Drawn }>(draws, ({ given }) => besideFormula(given)))
]
