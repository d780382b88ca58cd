import fc, { type Arbitrary } from 'fast-check'
import type { Claim } from '../src/claim/index.js'
import * as definition from '../src/definition/index.js'
import type { ScaleAndShift } from '../src/definition/index.js'
import { batchNorm, batchNormInference, groupNorm, layerNorm, spatialBatchNorm } from '../src/layer/index.js'
import { type Analytic, type Grid, type Shape, sizeOf } from '../src/number/index.js'
import * as T from '../src/tensor/index.js'
import { layerLaws } from './layer.js'
import { knownOfNormalisation } from './normalisationKnown.js'
import { printedNorm } from './printedNorm.js'
import { type Named, quarters, tensors } from './subject.js'
import { statisticsLaws } from './runningStatistics.js'

const eps = 1e-5

/** Values up to a hundred deviations away from 0, at scales from 2^-40 to 2^40, with the scale and the shift of each feature. */
const drawn = (shape: Shape): Arbitrary<Named> => {
  const [, features = 0] = shape
  const spread = fc.array(quarters, { minLength: sizeOf(shape), maxLength: sizeOf(shape) })
  const x = fc.tuple(spread, fc.integer({ min: -350, max: 350 }), fc.integer({ min: -38, max: 38 }))
    .map(([ks, mean, e]) => T.fromFlat(shape, ks.map(k => (mean + k / 4) * 2 ** e)))
  return fc.record({ x, gamma: tensors([features], quarters), beta: tensors([features], quarters) }) as unknown as Arbitrary<Named>
}

type Given<A> = ScaleAndShift<A> & { readonly mean: Grid<A>; readonly variance: Grid<A> }

const params = (features: number): Readonly<Record<string, Shape>> => ({ gamma: [features], beta: [features] })

const statistics = fc.record({
  x: tensors([2, 3], quarters), gamma: tensors([3], quarters), beta: tensors([3], quarters), mean: tensors([3], quarters),
  variance: tensors([3], fc.integer({ min: 0, max: 24 }))
}) as unknown as Arbitrary<Named>

/** The laws of the normalisations as exported. */
export const claims: ReadonlyArray<Claim> = [
  ...layerLaws({
    name: 'batchNorm', layer: batchNorm, x: [3, 2], params: params(2),
    definition: <A>(N: Analytic<A>) => (p: ScaleAndShift<A>) => definition.batchNorm(N)(p, N.of(eps)),
    inputs: drawn([3, 2]), printed: printedNorm(eps, ([, feature]) => `${feature}`), rows: { pullback: ['N231-BN-05'] }
  }),
  ...layerLaws({
    name: 'spatialBatchNorm', layer: spatialBatchNorm, x: [2, 2, 1, 2], params: params(2),
    definition: <A>(N: Analytic<A>) => (p: ScaleAndShift<A>) => definition.spatialBatchNorm(N)(p, N.of(eps)),
    inputs: drawn([2, 2, 1, 2]), printed: printedNorm(eps, ([, channel]) => `${channel}`),
    rows: { pullback: ['C231-SBN-03'] }
  }),
  ...layerLaws({
    name: 'layerNorm', layer: layerNorm, x: [2, 3], params: params(3),
    definition: <A>(N: Analytic<A>) => (p: ScaleAndShift<A>) => definition.layerNorm(N)(p, N.of(eps)),
    inputs: drawn([2, 3]), printed: printedNorm(eps, ([example]) => `${example}`), rows: { pullback: ['N231-LN-02'] }
  }),
  ...layerLaws({
    name: 'groupNorm', layer: (p: { readonly gamma: T.Tensor; readonly beta: T.Tensor }) => groupNorm(p, { groups: 2 }),
    definition: <A>(N: Analytic<A>) => (p: ScaleAndShift<A>) => definition.groupNorm(N)(p, 2, N.of(eps)), x: [2, 4, 1, 2], params: params(4), inputs: drawn([2, 4, 1, 2]),
    printed: printedNorm(eps, ([example, channel = 0]) => `${example} ${Math.floor(channel / 2)}`),
    rows: { value: ['N231-GN-01'], pullback: ['C231-GN-02'] }
  }),
  ...layerLaws({
    name: 'batchNormInference', layer: batchNormInference, x: [2, 3], params: params(3),
    definition: <A>(N: Analytic<A>) => (p: Given<A>) => definition.batchNormInference(N)(p, N.of(eps)),
    constants: { mean: [3], variance: [3] }, inputs: statistics, rows: { pullback: ['N231-BN-07'] }
  }),
  ...knownOfNormalisation,
  ...statisticsLaws
]
