import fc, { type Arbitrary } from 'fast-check'
import {
  affine, l2Distance, multiclassSvm, pairwise, penalised, relu, softmaxCrossEntropy
} from '../../src/definition/index.js'
import { type Analytic, fromEntries, type Grid, normSquared } from '../../src/number/index.js'
import * as T from '../../src/tensor/index.js'
import { casesOf, numberIn, thousands, upTo, wholes, wholesIn } from './cases.js'
import { type Arrays, type Case, type Contract, contract } from './Contract.js'

/** A number as an array without axes. */
const one = <A>(value: A): Grid<A> => fromEntries([], [value])

type Loss = <A>(N: Analytic<A>) => (labels: ReadonlyArray<number>) => (scores: Grid<A>) => A

const losses: Readonly<Record<'svm' | 'softmax', Loss>> = {
  svm: N => multiclassSvm(N), softmax: N => softmaxCrossEntropy(N)
}

const scored: Arbitrary<Case> = casesOf({ x: ['N', 'C'] }, ({ N = 1, C = 1 }) => ({ y: wholes([N], C) }))

const ofScores = (name: keyof typeof losses): Contract => contract<'x'>({
  name: `${name} loss`,
  forward: `${name}_loss(x, y) -> loss, dx`,
  domain: 'the mean over N examples; y counts classes from 0',
  cases: scored,
  extremes: fc.record({ x: thousands([2, 3]), y: wholes([2], 3) }),
  define: N => ({ x }, given) => ({ loss: one(losses[name](N)(wholesIn(given, 'y'))(x)) })
})

const rate = fc.constantFrom(0, 0.25, 0.5, 1, 2, 1e-3)

/**
 * Arrays of numbers up to 1, so that no score lies hundreds below another: the log of a probability that is 0 in doubles is infinite, and a
 * loss that takes it is right as long as there is none.
 */
const modest = (...names: ReadonlyArray<string>) => (given: Case): Case => ({
  ...given, ...Object.fromEntries(names.map(name => [name, T.mul(T.clip(given[name] as T.Tensor, -8, 8), 1 / 8)]))
})

const classified: Arbitrary<Case> = casesOf(
  { W: ['D', 'C'], X: ['N', 'D'] }, ({ N = 1, C = 1 }) => ({ y: wholes([N], C), reg: rate })
).map(modest('X'))

// the scores of each example are the sum of two rows of the weights, hundreds too
const zerosAndOnes = T.fromFlat([2, 3], [1, 1, 0, 0, 1, 1])

const halfOf = (half: boolean): string => (half ? 'half of ' : '')

/** The factor of the sum of squares. */
const penalty = <A>(N: Analytic<A>, given: Case, half: boolean): A => {
  const reg = N.of(numberIn(given, 'reg'))
  return half ? N.div(reg, N.of(2)) : reg
}

/** The loss of a linear classifier with a penalty: reg times the sum of squares, or half of that. */
const ofWeights = (name: keyof typeof losses, way: string, half: boolean): Contract => contract<'W' | 'X'>({
  name: `${name} loss of a linear classifier (${way})`,
  forward: `${name}_loss_${way}(W, X, y, reg) -> loss, dW`,
  domain: `the mean over N examples, and ${halfOf(half)}reg times the sum of the squares of W`,
  cases: classified,
  extremes: fc.record({ W: thousands([3, 3]), X: fc.constant(zerosAndOnes), y: wholes([2], 3), reg: fc.constant(0) }),
  define: N => ({ W, X }, given) =>
    ({ loss: one(penalised(N, losses[name](N)(wholesIn(given, 'y')))(X, penalty(N, given, half))(W)) })
})

type NetNames = 'W1' | 'b1' | 'W2' | 'b2' | 'X'

type Net<A> = Arrays<A, NetNames>

const netCases: Arbitrary<Case> = casesOf(
  { W1: ['D', 'H'], b1: ['H'], W2: ['H', 'C'], b2: ['C'], X: ['N', 'D'] },
  ({ N = 1, D = 1, H = 1, C = 1 }) => ({
    y: wholes([N], C), reg: rate, D: fc.constant(D), H: fc.constant(H), C: fc.constant(C)
  }), { H: upTo(3), N: upTo(3) }
).map(modest('X', 'W1', 'b1', 'b2'))

const scoresOf = <A>(N: Analytic<A>, { W1, b1, W2, b2, X }: Net<A>): Grid<A> =>
  affine(N)({ w: W2, b: b2 })(relu(N)(affine(N)({ w: W1, b: b1 })(X)))

const netLoss = <A>(N: Analytic<A>, net: Net<A>, given: Case, half: boolean): A => {
  const squares = N.add(normSquared(N)(net.W1), normSquared(N)(net.W2))
  const loss = softmaxCrossEntropy(N)(wholesIn(given, 'y'))(scoresOf(N, net))
  return N.add(loss, N.mul(penalty(N, given, half), squares))
}

const netDomain = (half: boolean): string =>
  `the mean softmax loss of affine, relu, affine, and ${halfOf(half)}reg times the sums of the squares of W1 and W2`

const netGradients = '{W1: dW1, b1: db1, W2: dW2, b2: db2}'

const twoLayerNet = (half: boolean): Contract => contract<NetNames>({
  name: 'two-layer net',
  forward: `TwoLayerNet(D, H, C).loss(X, y, reg) -> loss, ${netGradients}`,
  set: '{params: {W1, b1, W2, b2}}',
  domain: netDomain(half),
  cases: netCases,
  define: N => (net, given) => ({ loss: one(netLoss(N, net, given, half)) })
})

const netScores: Contract = contract<NetNames>({
  name: 'two-layer net', when: 'without labels',
  forward: 'TwoLayerNet(D, H, C).loss(X) -> scores',
  set: '{params: {W1, b1, W2, b2}}',
  domain: 'the scores',
  cases: netCases,
  define: N => net => ({ scores: scoresOf(N, net) })
})

/** The same net in a library of layers: its penalty is part of the net, and half of reg times the squares. */
const netOfLayers: Contract = contract<NetNames>({
  name: 'two-layer net',
  forward: `TwoLayerNet(D, H, C, 1e-3, reg).loss(X, y) -> loss, ${netGradients}`,
  set: '{params: {W1, b1, W2, b2}}',
  domain: netDomain(true),
  cases: netCases,
  define: N => (net, given) => ({ loss: one(netLoss(N, net, given, true)) })
})

const distances = (way: string): Contract => contract<'X' | 'T'>({
  name: `distances (${way})`,
  forward: `KNearestNeighbor().compute_distances_${way}(X) -> dists`,
  set: '{X_train: T, y_train: y}',
  domain: 'the Euclidean distance of each row of X to each row that was learnt',
  cases: casesOf({ X: ['M', 'D'], T: ['N', 'D'] }, ({ N = 1 }) => ({ y: wholes([N], 3) })),
  define: N => ({ X, T }) => ({ dists: pairwise(l2Distance(N))(X, T) })
})

/** `half` where the penalty of linear classifiers and of the two-layer net is half of reg times the squares. */
export const lossContracts = (half: boolean): ReadonlyArray<Contract> => [
  ofScores('svm'), ofScores('softmax'),
  ...(['svm', 'softmax'] as const).flatMap(name => ['naive', 'vectorized'].map(way => ofWeights(name, way, half))),
  twoLayerNet(half), netScores, netOfLayers,
  ...['two_loops', 'one_loop', 'no_loops'].map(distances)
]
