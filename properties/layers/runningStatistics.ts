import fc from 'fast-check'
import {
  type Claim, claim, equal, everyCase, type Law, type Plain, type Relation, sampled
} from '../../src/claim/index.js'
import * as definition from '../../src/definition/index.js'
import type { BatchNorm, Layer, Params, SpatialBatchNorm } from '../../src/layer/index.js'
import { ball, type Interval, point, sum, toInterval } from '../../src/number/index.js'
import { orThrow } from '../../src/prelude/index.js'
import { run, seedOf } from '../../src/random/index.js'
import * as T from '../../src/tensor/index.js'
import type { Tensor } from '../../src/tensor/index.js'
import { sparsely } from '../cases/sparsely.js'
import { refuses } from '../judges/refuses.js'
import { sameBits } from '../judges/sameBits.js'
import { numerators, tensors } from '../cases/numbers.js'

const source = 'Notes on CS231n, batch normalisation at test time'

const batches = fc.array(tensors([3, 2], numerators), { minLength: 1, maxLength: 4 })
const momentum = fc.integer({ min: 0, max: 7 }).map(k => k / 8)

/** The layer's state after it has trained on batches, one after the other. */
const trained = (layer: Layer, given: ReadonlyArray<Tensor>): { readonly params: Params; readonly state: Params } => {
  const { init, state: start } = orThrow(layer.build([2]))
  const params = run(init, seedOf(1))
  return { params, state: given.reduce<Params>(
    (state, x) => layer.train(params, state)(x).state, run(start, seedOf(1))
  ) }
}

const entry = (state: Params, name: string, d: number): Interval => point(state[0]?.[name]?.data[d] ?? NaN)

// bits enough to see any slip, few enough to leave room for roundings in another order
const N = ball(40)

const momentsOf = (x: Tensor, d: number) => definition.moments(N)([3], n => N.of(T.at(x, [n, d])))

/** The layers of batch normalisation, as a person might write them. */
export interface RunningStatisticsSubject {
  readonly name: string
  readonly BatchNorm: typeof BatchNorm
  readonly SpatialBatchNorm: typeof SpatialBatchNorm
}

/** What such a layer keeps of its batches, and what it does at test time. */
export const runningStatisticsLaws: Law<RunningStatisticsSubject> = (
  { name, BatchNorm, SpatialBatchNorm }
): ReadonlyArray<Claim> => [
  claim(
    {
      id: `${name}/running-shape`,
      title: 'Running statistics of images have an entry for each channel, (C,), for images of any size',
      statement: String.raw`r \in \mathbb R^C,\ x \in \mathbb R^{N \times C \times H \times W}`,
      source: 'Notes on CS231n, assignment 2, spatial batch normalisation', rows: ['N231-SBN-02']
    },
    everyCase('images of three sizes', [[2, 4, 3], [3, 1, 5], [4, 2, 2]], shape => {
      const { init, state: start } = orThrow(SpatialBatchNorm().build(shape))
      const state = run(start, seedOf(1))
      const trained = SpatialBatchNorm().train(run(init, seedOf(1)), state)(T.ones([2, ...shape])).state
      return [state, trained].flatMap(statistics => ['mean', 'variance'].flatMap(name => {
        const found = statistics[0]?.[name]?.shape ?? []
        return [equal<Plain>(found.length, 1, `axes of the running ${name}`), equal<Plain>(
          found[0] ?? NaN, shape[0] ?? NaN, `entries of it`
        )]
      }))
    })),
  claim(
    {
      id: `${name}/running`,
      title: 'Running statistics average the batches\' own: the latest counts 1 - m, each before m times the next',
      statement: String.raw`r_T = (1 - m) \sum_{k=1}^{T} m^{T-k} s_k`, source, rows: ['N231-BN-02', 'N231-BN-04']
    },
    sampled<{ batches: ReadonlyArray<Tensor>; momentum: number }>({ batches, momentum }, given => {
      const { state } = trained(BatchNorm({ momentum: given.momentum }), given.batches)
      const steps = given.batches.length
      const weights = given.batches.map((_, k) => N.of((1 - given.momentum) * given.momentum ** (steps - 1 - k)))
      const averaged = (of: (x: Tensor) => ReturnType<typeof N.of>): Interval =>
        toInterval(sum(N)([steps], k => N.mul(weights[k] as ReturnType<typeof N.of>, of(given.batches[k] as Tensor))))
      return [0, 1].flatMap((d): ReadonlyArray<Relation<Plain>> => [
        equal<Plain>(entry(state, 'mean', d), averaged(x => momentsOf(x, d).mean), `mean[${d}]`),
        equal<Plain>(entry(state, 'variance', d), averaged(x => momentsOf(x, d).variance), `variance[${d}]`)
      ]).concat([equal<Plain>(entry(state, 'weight', 0), averaged(() => N.of(1)), 'weight')])
    })),
  claim(
    {
      id: `${name}/first-step`,
      title: 'After one step, inference on the batch gives what training gave, corrected for starting at 0',
      statement: String.raw`r_1 / (1 - m) = s_1`, source, rows: ['N231-BN-03']
    },
    sampled<{ x: Tensor; momentum: number }>({ x: tensors([3, 2], numerators), momentum }, given => {
      const layer = BatchNorm({ momentum: given.momentum })
      const { params, state } = trained(layer, [given.x])
      const y = layer.infer(params, state)(given.x)
      return [...y.data].map((a, i) => {
        const standardised = definition.standardiser(N)(momentsOf(given.x, i % 2), N.of(1e-5))
        return equal<Plain>(
          point(a), toInterval(standardised(N.of(given.x.data[i] ?? NaN))), `y[${Math.floor(i / 2)},${i % 2}]`
        )
      })
    })),
  claim(
    {
      id: `${name}/uncorrected`,
      title: 'Without correction, inference takes the running statistics with the zeros of the start counted in',
      statement: String.raw`y = (x - r_T) / \sqrt{v_T + \epsilon},\quad r_T = (1 - m) \sum_{k=1}^{T} m^{T-k} s_k`,
      source, rows: ['N231-BN-02']
    },
    sampled<{ batches: ReadonlyArray<Tensor>; momentum: number }>({ batches, momentum }, given => {
      const layer = BatchNorm({ momentum: given.momentum, correction: false })
      const { params, state } = trained(layer, given.batches)
      const [steps, x] = [given.batches.length, given.batches[0] as Tensor]
      const averaged = (d: number, name: 'mean' | 'variance'): ReturnType<typeof N.of> =>
        sum(N)([steps], k => N.mul(N.of((1 - given.momentum) * given.momentum ** (steps - 1 - k)),
          momentsOf(given.batches[k] as Tensor, d)[name]))
      return [...layer.infer(params, state)(x).data].map((a, i) => {
        const running = { mean: averaged(i % 2, 'mean'), variance: averaged(i % 2, 'variance') }
        const standardised = definition.standardiser(N)(running, N.of(1e-5))
        return equal<Plain>(
          point(a), toInterval(standardised(N.of(x.data[i] ?? NaN))), `y[${Math.floor(i / 2)},${i % 2}]`
        )
      })
    })),
  claim(
    {
      id: `${name}/untrained`,
      title: 'Inference before any training is refused, rather than dividing by the root of eps',
      statement: String.raw`t \ge 1`, source, rows: ['N231-BN-03']
    },
    sampled<{ x: Tensor }>({ x: tensors([3, 2], numerators) }, ({ x }) => {
      const layer = BatchNorm()
      const { params, state } = trained(layer, [])
      return refuses(() => layer.infer(params, state)(x), 'batchNorm')
    })),
  claim(
    {
      id: `${name}/momentum`, title: 'Momentum 0 keeps the last batch alone; momentum 1 never takes up a batch',
      statement: String.raw`m = 0: r_T = s_T,\quad m = 1: r_T = r_0`, source, rows: ['N231-BN-08']
    },
    sampled<{ batches: ReadonlyArray<Tensor> }>({ batches }, given => {
      const last = given.batches.slice(-1)
      const [forgetful, alone] = [trained(BatchNorm({ momentum: 0 }), given.batches), trained(
        BatchNorm({ momentum: 0 }), last
      )]
      const stubborn = trained(BatchNorm({ momentum: 1 }), given.batches)
      return ['mean', 'variance'].flatMap(name => {
        const at = ({ state }: { readonly state: Params }): Tensor => state[0]?.[name] ?? T.zeros([0])
        return [...sameBits(at(forgetful), at(alone), name), ...sameBits(at(stubborn), T.zeros([2]), name)]
      })
    }))
].map(sparsely)
