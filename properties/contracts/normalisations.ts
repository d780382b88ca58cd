import fc, { type Arbitrary } from 'fast-check'
import {
  batchNorm, batchNormInference, groupNorm, layerNorm, type Moments, moments, relu, spatialBatchNorm
} from '../../src/definition/index.js'
import { type Analytic, fromEntries, grid, type Grid, sizes as sizesOf } from '../../src/number/index.js'
import type { Tensor } from '../../src/tensor/index.js'
import type { NamedGrids } from '../layers/subject.js'
import { casesOf, casesWith, numberIn, positive, upTo } from './cases.js'
import { type Arrays, type Case, type Contract, contract } from './Contract.js'
import { convolutionCases, convolutionDomain, convolved } from './windows.js'

const constants = {
  eps: fc.constantFrom(1e-5, 1e-3, 0.25), momentum: fc.constantFrom(0.9, 0.5, 0.75, 0.1)
}

const record = (mode: string): string =>
  `{mode: ${mode}, eps: eps, momentum: momentum, running_mean: running_mean, running_var: running_var}`

/** The running statistics that are given, after a batch: momentum r + (1 - momentum) s. */
const advanced = <A>(
  N: Analytic<A>, given: Case, { running_mean, running_var }: Running<A>, statistics: (d: number) => Moments<A>
): NamedGrids<A> => {
  const momentum = N.of(numberIn(given, 'momentum'))
  const next = (running: Grid<A>, statistic: (d: number) => A): Grid<A> => {
    const [features] = sizesOf(running, 1)
    return grid([features], d =>
      N.add(N.mul(momentum, running.at(d)), N.mul(N.sub(N.of(1), momentum), statistic(d))))
  }
  return {
    ...running_mean === undefined ? {} : { next_mean: next(running_mean, d => statistics(d).mean) },
    ...running_var === undefined ? {} : { next_var: next(running_var, d => statistics(d).variance) }
  }
}

type Running<A> = Partial<Arrays<A, 'running_mean' | 'running_var'>>

const epsOf = <A>(N: Analytic<A>, given: Case): A => N.of(numberIn(given, 'eps'))

type Normalised = 'x' | 'gamma' | 'beta' | 'running_mean' | 'running_var'

const running = ['running_mean', 'running_var']

const after = { running_mean: 'next_mean', running_var: 'next_var' }

const batches: Arbitrary<Case> = casesOf(
  { x: ['N', 'D'], gamma: ['D'], beta: ['D'], running_mean: ['D'] },
  ({ D = 1 }) => ({ ...constants, running_var: positive([D]) })
)

const batchNormTrain: Contract = contract<Normalised>({
  name: 'batch norm', when: 'in train mode',
  forward: `batchnorm_forward(x, gamma, beta, ${record('train')}) -> out, cache`,
  backward: ['batchnorm_backward', 'batchnorm_backward_alt'].map(name => `${name}(dout, cache) -> dx, dgamma, dbeta`),
  after,
  defaults: { eps: 1e-5, momentum: 0.9 },
  mayLack: running,
  domain: 'the variance is divided by N; running = momentum running + (1 - momentum) statistic',
  cases: batches,
  define: N => ({ x, gamma, beta, ...statistics }, given) => {
    const [examples] = sizesOf(x, 2)
    return {
      out: batchNorm(N)({ gamma, beta }, epsOf(N, given))(x),
      ...advanced(N, given, statistics, d => moments(N)([examples], n => x.at(n, d)))
    }
  }
})

const batchNormTest: Contract = contract<Normalised>({
  name: 'batch norm', when: 'in test mode',
  forward: `batchnorm_forward(x, gamma, beta, ${record('test')}) -> out, cache`,
  after,
  domain: 'running statistics in place of those of the batch',
  mayLack: ['momentum'],
  cases: batches,
  define: N => ({ x, gamma, beta, running_mean: mean, running_var: variance }, given) => ({
    out: batchNormInference(N)({ gamma, beta, mean, variance }, epsOf(N, given))(x), next_mean: mean, next_var: variance
  })
})

const layerNormLayer: Contract = contract<'x' | 'gamma' | 'beta'>({
  name: 'layer norm',
  forward: 'layernorm_forward(x, gamma, beta, {eps: eps}) -> out, cache',
  backward: ['layernorm_backward(dout, cache) -> dx, dgamma, dbeta'],
  domain: 'each row standardised over its D features',
  defaults: { eps: 1e-5 },
  cases: casesOf({ x: ['N', 'D'], gamma: ['D'], beta: ['D'] }, () => ({ eps: constants.eps })),
  define: N => ({ x, gamma, beta }, given) => ({ out: layerNorm(N)({ gamma, beta }, epsOf(N, given))(x) })
})

const images = { x: ['N', 'C', 'H', 'W'], gamma: ['C'], beta: ['C'], running_mean: ['C'] }

const spatialBatchNormLayer: Contract = contract<Normalised>({
  name: 'spatial batch norm', when: 'in train mode',
  forward: `spatial_batchnorm_forward(x, gamma, beta, ${record('train')}) -> out, cache`,
  backward: ['spatial_batchnorm_backward(dout, cache) -> dx, dgamma, dbeta'],
  after,
  domain: 'each channel standardised over examples and pixels',
  mayLack: ['momentum', ...running],
  cases: casesOf(images, ({ C = 1 }) => ({ ...constants, running_var: positive([C]) })),
  define: N => ({ x, gamma, beta, ...statistics }, given) => {
    const [n, , h, w] = sizesOf(x, 4)
    return {
      out: spatialBatchNorm(N)({ gamma, beta }, epsOf(N, given))(x),
      ...advanced(N, given, statistics, c => moments(N)([n, h, w], (k, i, j) => x.at(k, c, i, j)))
    }
  }
})

const spatialBatchNormTest: Contract = contract<Normalised>({
  name: 'spatial batch norm', when: 'in test mode',
  forward: `spatial_batchnorm_forward(x, gamma, beta, ${record('test')}) -> out, cache`,
  after,
  domain: 'running statistics in place of those of the batch',
  mayLack: ['momentum'],
  cases: casesOf(images, ({ C = 1 }) => ({ ...constants, running_var: positive([C]) })),
  define: N => ({ x, gamma, beta, running_mean, running_var }, given) => {
    const [n, c, h, w] = sizesOf(x, 4)
    const pixels = grid([n * h * w, c], (k, d) => x.at(Math.floor(k / (h * w)), d, Math.floor(k / w) % h, k % w))
    const statistics = { mean: running_mean, variance: running_var }
    const flat = batchNormInference(N)({ gamma, beta, ...statistics }, epsOf(N, given))(pixels)
    const out = grid([n, c, h, w], (k, d, i, j) => flat.at((k * h + i) * w + j, d))
    return { out, next_mean: running_mean, next_var: running_var }
  }
})

/** The shape of gamma and beta: one number a channel, with or without the axes of an image around it. */
export type GroupParams = 'channels' | 'image'

const groupNormLayer = (params: GroupParams): Contract => contract<'x' | 'gamma' | 'beta'>({
  name: 'spatial group norm',
  forward: 'spatial_groupnorm_forward(x, gamma, beta, G, {eps: eps}) -> out, cache',
  backward: ['spatial_groupnorm_backward(dout, cache) -> dx, dgamma, dbeta'],
  domain: `G divides C; gamma and beta are ${params === 'image' ? '(1, C, 1, 1)' : '(C,)'}`,
  cases: fc.record({ n: upTo(2), g: upTo(2), each: upTo(2), h: upTo(2), w: upTo(3) }).chain(({ n, g, each, h, w }) => {
    const c = g * each
    const of = params === 'image' ? [1, c, 1, 1] : [c]
    return casesWith({ x: [n, c, h, w], gamma: of, beta: of }, { eps: constants.eps, G: fc.constant(g) })
  }),
  define: N => ({ x, gamma, beta }, given) => ({
    out: groupNorm(N)({ gamma: ofChannels(gamma), beta: ofChannels(beta) }, numberIn(given, 'G'), epsOf(N, given))(x)
  })
})

const ofChannels = <A>({ entries }: Grid<A>): Grid<A> => fromEntries([entries.length], entries)

const convBatchNormRelu: Contract = contract<Normalised | 'w' | 'b'>({
  name: 'convolution, batch norm, relu', when: 'in train mode',
  forward: `conv_bn_relu_forward(x, w, b, gamma, beta, {stride: stride, pad: pad}, ${record('train')})`
    + ' -> out, cache',
  after,
  backward: ['conv_bn_relu_backward(dout, cache) -> dx, dw, db, dgamma, dbeta'],
  domain: `${convolutionDomain}; as of batch norm`,
  mayLack: ['momentum', ...running],
  cases: convolutionCases.chain(given => {
    const { shape: f } = given['b'] as Tensor
    return casesWith({ gamma: f, beta: f, running_mean: f }, { ...constants, running_var: positive(f) }).map(
      others => ({ ...given, ...others })
    )
  }),
  define: N => ({ x, w, b, gamma, beta, ...statistics }, given) => {
    const z = convolved(N, { x, w, b }, given)
    const [n, , h, width] = sizesOf(z, 4)
    return {
      out: relu(N)(spatialBatchNorm(N)({ gamma, beta }, epsOf(N, given))(z)),
      ...advanced(N, given, statistics, c => moments(N)([n, h, width], (k, i, j) => z.at(k, c, i, j)))
    }
  }
})

export const normalisations = (params: GroupParams): ReadonlyArray<Contract> => [
  batchNormTrain, batchNormTest, layerNormLayer, spatialBatchNormLayer, spatialBatchNormTest, groupNormLayer(params),
  convBatchNormRelu
]
