import fc from 'fast-check'
import { expect, test } from 'vitest'
import { layerLaws } from '../../properties/index.js'
import type { AnyLayerSubject } from '../../properties/layers/layer.js'
import * as definition from '../../src/definition/index.js'
import type { ScaleAndShift } from '../../src/definition/index.js'
import { effort, type Judgement } from '../../src/claim/index.js'
import * as layers from '../../src/layer/index.js'
import { type Analytic, type Grid, vectorOf } from '../../src/number/index.js'
import * as T from '../../src/tensor/index.js'
import type { Tensor } from '../../src/tensor/index.js'
import { each, entrywise, sigmoid, softplus, swish, tensors } from './wrongLayers.js'

const anyDouble = fc.double({ noNaN: true, noDefaultInfinity: true })
const selu = { alpha: 1.6732632423543772, scale: 1.0507009873554805 }
const fround = Math.fround
const relu = { name: 'relu', layer: layers.relu, definition: definition.relu }
const affine = { name: 'affine', layer: layers.affine, definition: definition.affine, x: ['N', 'D'], params: {
  w: ['D', 'M'], b: ['M']
} }
const norm = { x: ['N', 'D'], params: { gamma: ['D'], beta: ['D'] } }
const images = { x: ['N', 'C', 'H', 'W'], params: { gamma: ['C'], beta: ['C'] } }
const max2 = <A>(N: Analytic<A>) => (x: Grid<A>): Grid<A> => vectorOf([N.max(x.at(0), x.at(1))])
const maxOf = (share: (x: number, y: number) => readonly [number, number]) => (x: Tensor) => ({
  y: T.fromNested([Math.max(...x.data)]),
  pullback: (dy: Tensor) =>
    ({ dx: T.fromNested(share(x.data[0] ?? 0, x.data[1] ?? 0).map(a => a * (dy.data[0] ?? NaN))) })
})
const tied = tensors([2], fc.constantFrom(0, 1, 2))

/** Affine with every operation rounded to single precision, sums from the left. */
const single = ({ w, b }: { readonly w: Tensor; readonly b: Tensor }) => (x: Tensor) => {
  const [[n = 0, d = 0], [, m = 0]] = [x.shape, w.shape]
  const total = (size: number, term: (k: number) => number): number =>
    Array.from({ length: size }, (_, k) => k).reduce((sum, k) => fround(sum + fround(term(k))), 0)
  const at = (t: Tensor, i: number, j: number): number => T.at(t, [i, j])
  return {
    y: T.tabulate([n, m], (i, j) => fround(total(d, k => at(x, i, k) * at(w, k, j)) + T.at(b, [j]))),
    pullback: (dy: Tensor) => ({
      dx: T.tabulate([n, d], (i, k) => total(m, j => at(dy, i, j) * at(w, k, j))),
      dp: { w: T.tabulate([d, m], (k, j) => total(n, i => at(x, i, k) * at(dy, i, j))), b: T.tabulate(
        [m], j => total(n, i => at(dy, i, j))
      ) }
    })
  }
}

const right: Readonly<Record<string, unknown>> = {
  relu, 'relu of drawn shapes': { ...relu, x: ['N', 'D'] },
  'relu without definition': { name: 'relu', layer: layers.relu },
  'relu of any double': { ...relu, inputs: tensors([4], anyDouble) },
  affine, 'affine 2x3': { ...affine, x: [2, 3], params: { w: [3, 4], b: [4] } },
  'affine at many scales': { ...affine, homogeneousIn: ['x', 'b'] },
  'affine in single precision': { ...affine, layer: single, precision: 'single' },
  tanh: { name: 'tanh', layer: layers.tanh, definition: each((N, a) => N.tanh(a)) },
  swish: { name: 'swish', definition: swish, layer: entrywise(
    a => a * sigmoid(a), a => sigmoid(a) * (1 + a * sigmoid(-a))
  ) },
  'swish without definition': {
    name: 'swish', layer: entrywise(a => a * sigmoid(a), a => sigmoid(a) * (1 + a * sigmoid(-a)))
  },
  softplus: {
    name: 'softplus', definition: softplus, inputs: tensors([3], fc.integer({ min: -1000, max: 1000 })),
    layer: entrywise(a => Math.max(a, 0) + Math.log1p(Math.exp(-Math.abs(a))), a =>
      (a >= 0 ? sigmoid(a) : Math.exp(a) / (1 + Math.exp(a))))
  },
  square: { name: 'square', definition: each((N, a) => N.mul(a, a)), layer: entrywise(a => a * a, a => 2 * a) },
  'square in single precision': {
    name: 'square', precision: 'single', definition: each((N, a) => N.mul(a, a)),
    layer: entrywise(a => fround(a * a), a => 2 * a)
  },
  cube: { name: 'cube', definition: each((N, a) => N.mul(N.mul(a, a), a)), layer: entrywise(
    a => a * a * a, a => 3 * a * a
  ) },
  'cube without definition': { name: 'cube', layer: entrywise(a => a * a * a, a => 3 * a * a) },
  'square of any double': {
    name: 'square', definition: each((N, a) => N.mul(a, a)), layer: entrywise(a => a * a, a => 2 * a),
    inputs: tensors([3], anyDouble)
  },
  'square of any double without definition': {
    name: 'square', layer: entrywise(a => a * a, a => 2 * a), inputs: tensors([3], anyDouble)
  },
  log: {
    name: 'log', definition: each((N, a) => N.log(a)), layer: entrywise(Math.log, a => 1 / a),
    inputs: tensors([3], fc.integer({ min: 1, max: 99 }).map(k => k / 4))
  },
  'a reciprocal, at 0 too': {
    name: 'reciprocal', definition: each((N, a) => N.div(N.of(1), a)), layer: entrywise(a => 1 / a, a => -1 / (a * a))
  },
  'selu without definition': {
    name: 'selu', layer: entrywise(a => selu.scale * (a > 0 ? a : selu.alpha * (Math.exp(a) - 1)), a =>
      selu.scale * (a > 0 ? 1 : selu.alpha * Math.exp(a)))
  },
  'x (1 + tanh x) without definition': {
    name: 'gated', layer: entrywise(a => a * (1 + Math.tanh(a)), a => 1 + Math.tanh(a) + a * (1 - Math.tanh(a) ** 2))
  },
  'relu that gives 1 at 0, any slope accepted': {
    ...relu, atKinks: 'any', layer: entrywise(a => Math.max(a, 0), a => (a >= 0 ? 1 : 0))
  },
  'relu that gives 1 at 0, its definition by name': {
    ...relu, definition: each((N, a) => N.relu(a)), atKinks: 'any',
    layer: entrywise(a => Math.max(a, 0), a => (a >= 0 ? 1 : 0))
  },
  'the size of a number that gives -1 at 0, its definition by name': {
    name: 'abs', definition: each((N, a) => N.abs(a)), atKinks: 'any', layer: entrywise(Math.abs, a => (a > 0 ? 1 : -1))
  },
  'a maximum that shares ties, any slope accepted': {
    name: 'max', x: [2], inputs: tied, atKinks: 'any', definition: max2,
    layer: maxOf((x, y) => (x === y ? [0.5, 0.5] : x > y ? [1, 0] : [0, 1]))
  },
  'a maximum of the last, any slope accepted': {
    name: 'max', x: [2], inputs: tied, atKinks: 'any', definition: max2,
    layer: maxOf((x, y) => (x > y ? [1, 0] : [0, 1]))
  },
  batchNorm: { ...norm, name: 'batchNorm', layer: layers.batchNorm(),
    definition: <A>(N: Analytic<A>) => (p: ScaleAndShift<A>) => definition.batchNorm(N)(p, N.of(1e-5)) },
  layerNorm: { ...norm, name: 'layerNorm', options: { eps: fc.constantFrom(1, 0.25, 1e-5) },
    layer: layers.layerNorm,
    definition: <A>(N: Analytic<A>) =>
      ({ eps }: { readonly eps: number }) => (p: ScaleAndShift<A>) => definition.layerNorm(N)(p, N.of(eps)) },
  spatialBatchNorm: { ...images, name: 'spatialBatchNorm', layer: layers.spatialBatchNorm(),
    definition: <A>(N: Analytic<A>) => (p: ScaleAndShift<A>) => definition.spatialBatchNorm(N)(p, N.of(1e-5)) },
  softmax: { name: 'softmax', x: ['N', 'C'], layer: layers.softmax, definition: definition.softmax }
}

const verdicts = (given: unknown, seed: number, runs: number): ReadonlyArray<readonly [string, Judgement]> =>
  layerLaws(given as AnyLayerSubject<never>).map(({ id, judge }) => [id, judge({ ...effort(runs), seed })] as const)

const refuted = (found: ReadonlyArray<readonly [string, Judgement]>): ReadonlyArray<string> =>
  found.flatMap(([id, judgement]) => (judgement.verdict === 'refuted'
    ? [`${id}: ${judgement.counterexample.input}: ${judgement.counterexample.detail}`]
    : []))

test.each(Object.entries(right))('%s is not refuted, by any of 50 seeds', (_, given) => {
  expect(Array.from({ length: 50 }, (_seed, seed) => seed).flatMap(seed => refuted(verdicts(given, seed, 16))))
    .toEqual([])
})

test.each(Object.entries(right).filter(([name]) => !/any double/.test(name)))('%s is supported', (_, given) => {
  expect(verdicts(given, 7, 100).filter(([, { verdict }]) => verdict !== 'supported').map(([id, judgement]) =>
    [id, judgement.verdict, 'reason' in judgement ? judgement.reason : ''])).toEqual([])
})

