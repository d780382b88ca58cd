import fc, { type Arbitrary } from 'fast-check'
import type { Claim } from '../../src/claim/index.js'
import * as definition from '../../src/definition/index.js'
import type { ScaleAndShift } from '../../src/definition/index.js'
import { batchNorm, batchNormInference, groupNorm, layerNorm, spatialBatchNorm } from '../../src/layer/index.js'
import { type Analytic, type Grid, grid, type Shape, sizeOf, sum, zipGrid } from '../../src/number/index.js'
import * as T from '../../src/tensor/index.js'
import { layerLaws, type ParametricSubject } from './layer.js'
import { goldenOfNormalisation } from './normalisationGolden.js'
import { knownOfNormalisation } from './normalisationKnown.js'
import { printedNorm } from './printedNorm.js'
import { quarters, tensors, wholeNumbers } from '../cases/numbers.js'
import type { Named, NamedGrids, Printed } from './subject.js'
import { statisticsLaws } from './runningStatistics.js'
import { sparsely } from '../cases/sparsely.js'

const eps = 1e-5

/** Values up to a hundred deviations away from 0, at scales from 2^-40 to 2^40, with the scale and the shift of each feature. */
const drawn = (shape: Shape): Arbitrary<Named> => {
  const [, features = 0] = shape
  const spread = fc.array(wholeNumbers, { minLength: sizeOf(shape), maxLength: sizeOf(shape) })
  const x = fc.tuple(spread, fc.integer({ min: -57000, max: 57000 }), fc.integer({ min: -48, max: 31 }))
    .map(([ks, mean, e]) => T.fromFlat(shape, ks.map(k => (mean + k) * 2 ** e)))
  return fc.record({ x, gamma: tensors([features], wholeNumbers), beta: tensors([features], wholeNumbers) })
}

type Given<A> = ScaleAndShift<A> & { readonly mean: Grid<A>; readonly variance: Grid<A> }

const params = (features: number): Readonly<Record<string, Shape>> => ({ gamma: [features], beta: [features] })

const statistics: Arbitrary<Named> = fc.record({
  x: tensors([2, 3], quarters), gamma: tensors([3], quarters), beta: tensors([3], quarters), mean: tensors([3], quarters),
  variance: tensors([3], fc.integer({ min: 0, max: 24 }))
})

const printedInference = <A>(N: Analytic<A>) => ({ x, gamma, beta, mean, variance }: NamedGrids<A>): Printed<A> => {
  const [values, features] = [x as Grid<A>, (gamma as Grid<A>).shape]
  const at = (p: Grid<A> | undefined, d = 0): A => p?.at(d) as A
  const deviation = grid(features, d => N.sqrt(N.add(at(variance, d), N.of(eps))))
  const y = grid(values.shape, (n = 0, d = 0) => N.div(N.sub(values.at(n, d), at(mean, d)), deviation.at(d)))
  const perFeature = (t: Grid<A>): Grid<A> => grid(features, (d = 0) => sum(N)([values.shape[0] ?? 0], (n = 0) => t.at(n, d)))
  return {
    y: grid(values.shape, (n = 0, d = 0) => N.add(N.mul(y.at(n, d), at(gamma, d)), at(beta, d))),
    pullback: dy => ({
      x: grid(values.shape, (n = 0, d = 0) => N.div(N.mul(dy.at(n, d), at(gamma, d)), deviation.at(d))),
      gamma: perFeature(zipGrid(N.mul)(dy, y)),
      beta: perFeature(dy)
    })
  }
}

/** The normalisations as exported, with their definitions. */
export const normalisations: ReadonlyArray<ParametricSubject> = [
  {
    name: 'batchNorm', layer: batchNorm, x: [3, 2], params: params(2),
    definition: <A>(N: Analytic<A>) => (p: ScaleAndShift<A>) => definition.batchNorm(N)(p, N.of(eps)),
    inputs: drawn([3, 2]), printed: printedNorm(eps, ([, feature]) => `${feature}`), finiteUpTo: 1e150,
    rows: { pullback: ['N231-BN-05'] }
  },
  {
    name: 'spatialBatchNorm', layer: spatialBatchNorm, x: [2, 2, 1, 2], params: params(2),
    definition: <A>(N: Analytic<A>) => (p: ScaleAndShift<A>) => definition.spatialBatchNorm(N)(p, N.of(eps)),
    inputs: drawn([2, 2, 1, 2]), printed: printedNorm(eps, ([, channel]) => `${channel}`),
    finiteUpTo: 1e150,
    rows: { pullback: ['C231-SBN-03'] }
  },
  {
    name: 'layerNorm', layer: layerNorm, x: [2, 3], params: params(3),
    definition: <A>(N: Analytic<A>) => (p: ScaleAndShift<A>) => definition.layerNorm(N)(p, N.of(eps)),
    inputs: drawn([2, 3]), printed: printedNorm(eps, ([example]) => `${example}`), finiteUpTo: 1e150,
    rows: { pullback: ['N231-LN-02'] }
  },
  {
    name: 'groupNorm', layer: (p: { readonly gamma: T.Tensor; readonly beta: T.Tensor }) => groupNorm(p, { groups: 2 }),
    definition: <A>(N: Analytic<A>) => (p: ScaleAndShift<A>) => definition.groupNorm(N)(p, 2, N.of(eps)),
    x: [2, 4, 1, 2], params: params(4), inputs: drawn([2, 4, 1, 2]),
    printed: printedNorm(eps, ([example, channel = 0]) => `${example} ${Math.floor(channel / 2)}`),
    finiteUpTo: 1e150,
    rows: { value: ['N231-GN-01'], pullback: ['C231-GN-02'] }
  },
  {
    name: 'batchNormInference', layer: batchNormInference, x: [2, 3], params: params(3),
    definition: <A>(N: Analytic<A>) => (p: Given<A>) => definition.batchNormInference(N)(p, N.of(eps)),
    constants: { mean: [3], variance: [3] }, inputs: statistics, printed: printedInference, finiteUpTo: 1e150,
    rows: { pullback: ['N231-BN-07'] }
  }
]

/** The laws of the normalisations as exported. */
export const claims: ReadonlyArray<Claim> = [
  ...normalisations.flatMap(layerLaws),
  ...knownOfNormalisation.map(sparsely),
  ...statisticsLaws.map(sparsely),
  ...goldenOfNormalisation
]
