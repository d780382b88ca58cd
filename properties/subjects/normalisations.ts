import fc, { type Arbitrary } from 'fast-check'
import * as definition from '../../src/definition/index.js'
import type { ScaleAndShift } from '../../src/definition/index.js'
import { batchNorm, batchNormInference, groupNorm, layerNorm, spatialBatchNorm } from '../../src/layer/index.js'
import { type Analytic, type Grid, grid, type Shape, sizeOf, sum, zipGrid } from '../../src/number/index.js'
import * as T from '../../src/tensor/index.js'
import { type Axes, type DrawnSizes, shapeOf, sizesFor } from '../cases/shapes.js'
import type { OptionedParametricSubject } from '../layers/layer.js'
import { printedNorm } from './printedNorm.js'
import { numerators, tensors, wholeNumbers } from '../cases/numbers.js'
import type { Named, NamedGrids, Printed } from '../layers/subject.js'

/** Values up to a hundred deviations away from 0, at scales from 2^-40 to 2^40, with the scale and the shift of each feature. */
const drawn = (shape: Shape): Arbitrary<Named> => {
  const [, features = 0] = shape
  const spread = fc.array(wholeNumbers, { minLength: sizeOf(shape), maxLength: sizeOf(shape) })
  const x = fc.tuple(spread, fc.integer({ min: -57000, max: 57000 }), fc.integer({ min: -48, max: 31 }))
    .map(([ks, mean, e]) => T.fromFlat(shape, ks.map(k => (mean + k) * 2 ** e)))
  return fc.record({ x, gamma: tensors([features], wholeNumbers), beta: tensors([features], wholeNumbers) })
}

/** The same for drawn sizes. */
const shaped = (axes: Axes, sizes: DrawnSizes = {}): Arbitrary<Named> =>
  sizesFor([axes], sizes).chain(found => drawn(shapeOf(axes, found)))

interface Eps {
  readonly eps: number
}

type Grouped = Eps & { readonly groups: number }

const eps = fc.constantFrom(1e-5, 1, 0.25, 1e-3)

const images = ['N', 'C', 'H', 'W']

/** The options and inputs of a normalisation: any eps, and its images or rows. */
const withEps = (axes: Axes) =>
  ({ options: { eps }, params: { gamma: [], beta: [] }, inputs: shaped(axes), finiteUpTo: 1e150 })

type Given<A> = ScaleAndShift<A> & { readonly mean: Grid<A>; readonly variance: Grid<A> }

const statistics: Arbitrary<Named> = sizesFor([['N', 'D']]).chain(({ N: n = 1, D: d = 1 }) => fc.record({
  x: tensors([n, d], numerators), gamma: tensors([d], numerators), beta: tensors([d], numerators),
  mean: tensors([d], numerators),
  variance: tensors([d], fc.integer({ min: 0, max: 24 }))
}))

const printedInference = <A>(N: Analytic<A>) =>
  ({ eps: added }: Eps) => ({ x, gamma, beta, mean, variance }: NamedGrids<A>): Printed<A> => {
    const [values, features] = [x as Grid<A>, (gamma as Grid<A>).shape]
    const at = (p: Grid<A> | undefined, d = 0): A => p?.at(d) as A
    const deviation = grid(features, d => N.sqrt(N.add(at(variance, d), N.of(added))))
    const y = grid(values.shape, (n, d) => N.div(N.sub(values.at(n, d), at(mean, d)), deviation.at(d)))
    const perFeature = (t: Grid<A>): Grid<A> => grid(features, d => sum(N)([values.shape[0] ?? 0], n => t.at(n, d)))
    return {
      y: grid(values.shape, (n, d) => N.add(N.mul(y.at(n, d), at(gamma, d)), at(beta, d))),
      pullback: dy => ({
        x: grid(values.shape, (n, d) => N.div(N.mul(dy.at(n, d), at(gamma, d)), deviation.at(d))),
        gamma: perFeature(zipGrid(N.mul)(dy, y)),
        beta: perFeature(dy)
      })
    }
  }

/** The normalisations as exported, with their definitions. */
export const normalisations: ReadonlyArray<OptionedParametricSubject<Eps>> = [
  {
    ...withEps(['N', 'D']), name: 'batchNorm', layer: batchNorm,
    definition: <A>(N: Analytic<A>) => (o: Eps) => (p: ScaleAndShift<A>) => definition.batchNorm(N)(p, N.of(o.eps)),
    printed: N => o => printedNorm(o.eps, ([, feature]) => `${feature}`)(N), rows: { pullback: ['N231-BN-05'] }
  },
  {
    ...withEps(images), name: 'spatialBatchNorm', layer: spatialBatchNorm,
    definition: <A>(N: Analytic<A>) =>
      (o: Eps) => (p: ScaleAndShift<A>) => definition.spatialBatchNorm(N)(p, N.of(o.eps)),
    printed: N => o => printedNorm(o.eps, ([, channel]) => `${channel}`)(N), rows: { pullback: ['C231-SBN-03'] }
  },
  {
    ...withEps(['N', 'D']), name: 'layerNorm', layer: layerNorm,
    definition: <A>(N: Analytic<A>) => (o: Eps) => (p: ScaleAndShift<A>) => definition.layerNorm(N)(p, N.of(o.eps)),
    printed: N => o => printedNorm(o.eps, ([example]) => `${example}`)(N), rows: { pullback: ['N231-LN-02'] }
  },
  {
    ...withEps(['N', 'D']), name: 'batchNormInference', layer: batchNormInference,
    definition: <A>(N: Analytic<A>) => (o: Eps) => (p: Given<A>) => definition.batchNormInference(N)(p, N.of(o.eps)),
    constants: { mean: ['D'], variance: ['D'] }, inputs: statistics, printed: printedInference,
    rows: { pullback: ['N231-BN-07'] }
  }
]

const perGroup = fc.integer({ min: 1, max: 2 })

/** Group normalisation, for one group of channels up to three. */
export const groupNormSubject: OptionedParametricSubject<Grouped> = {
  name: 'groupNorm', layer: groupNorm,
  definition: <A>(N: Analytic<A>) =>
    (o: Grouped) => (p: ScaleAndShift<A>) => definition.groupNorm(N)(p, o.groups, N.of(o.eps)),
  options: { eps, groups: fc.integer({ min: 1, max: 3 }) }, params: { gamma: [], beta: [] }, finiteUpTo: 1e150,
  inputs: ({ groups }: Grouped) => shaped(images, { C: perGroup.map(size => groups * size) }),
  printed: <A>(N: Analytic<A>) => (o: Grouped) => (all: NamedGrids<A>) => {
    const size = ((all['gamma'] as Grid<A>).shape[0] ?? 0) / o.groups
    return printedNorm(o.eps, ([example, channel = 0]) => `${example} ${Math.floor(channel / size)}`)(N)(all)
  },
  rows: { value: ['N231-GN-01'], pullback: ['C231-GN-02'] }
}
