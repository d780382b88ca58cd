import fc, { type Arbitrary } from 'fast-check'
import { affine, multiclassSvm, pairwise, l2Distance, penalised, relu, softmaxCrossEntropy } from '../../src/definition/index.js'
import { type Analytic, fromEntries, type Grid, normSquared } from '../../src/number/index.js'
import { casesOf, hundreds, numberIn, wholes, wholesIn } from './cases.js'
import { type Case, type Contract, contract } from './Contract.js'

/** A number as an array without axes. */
const one = <A>(value: A): Grid<A> => fromEntries([], [value])

type Loss = <A>(N: Analytic<A>) => (labels: ReadonlyArray<number>) => (scores: Grid<A>) => A

const losses: Readonly<Record<string, Loss>> = {
  svm: N => multiclassSvm(N), softmax: N => softmaxCrossEntropy(N)
}

const scored: Arbitrary<Case> = casesOf({ x: ['N', 'C'] }, ({ N = 1, C = 1 }) => ({ y: wholes([N], C) }))

// exp of them is beyond all doubles, in either direction
const far = (arrays: Readonly<Record<string, ReadonlyArray<number>>>): Arbitrary<Case> =>
  fc.record(Object.fromEntries(Object.entries(arrays).map(([name, shape]) => [name, hundreds(shape, 20)])))

const ofScores = (name: 'svm' | 'softmax'): Contract => contract<'x'>({
  name: `${name} loss`,
  forward: `${name}_loss(x, y) -> loss, dx`,
  domain: 'the mean over N examples; y counts classes from 0',
  cases: scored,
  extremes: fc.tuple(far({ x: [2, 3] }), wholes([2], 3)).map(([arrays, y]) => ({ ...arrays, y })),
  define: N => ({ x }, given) => ({ loss: one((losses[name] as Loss)(N)(wholesIn(given, 'y'))(x)) })
})

const rate = fc.constantFrom(0, 0.25, 0.5, 1, 2, 1e-3)

const classified: Arbitrary<Case> = casesOf({ W: ['D', 'C'], X: ['N', 'D'] }, ({ N = 1, C = 1 }) => ({ y: wholes([N], C), reg: rate }))

/** The loss of a linear classifier with a penalty: reg times the sum of squares, or half of that. */
const ofWeights = (name: 'svm' | 'softmax', way: string, half: boolean): Contract => contract<'W' | 'X'>({
  name: `${name} loss of a linear classifier (${way})`,
  forward: `${name}_loss_${way}(W, X, y, reg) -> loss, dW`,
  domain: `the mean over N examples, and ${half ? 'half of ' : ''}reg times the sum of the squares of W`,
  cases: classified,
  extremes: fc.tuple(far({ W: [3, 3] }), wholes([2], 3)).map(([{ W }, y]) => ({
    W: W as never, X: hundredthOnes, y, reg: 0
  })),
  define: N => ({ W, X }, given) => {
    const reg = N.of(numberIn(given, 'reg'))
    return {
      loss: one(penalised(N, (losses[name] as Loss)(N)(wholesIn(given, 'y')))(X, half ? N.div(reg, N.of(2)) : reg)(W))
    }
  }
})

const hundredthOnes = { shape: [2, 3], data: Float64Array.of(1, 1, 0, 0, 1, 1) }

type Net = 'W1' | 'b1' | 'W2' | 'b2' | 'X'

const netCases: Arbitrary<Case> = casesOf(
  { W1: ['D', 'H'], b1: ['H'], W2: ['H', 'C'], b2: ['C'], X: ['N', 'D'] },
  ({ N = 1, D = 1, H = 1, C = 1 }) => ({
    y: wholes([N], C), reg: rate, D: fc.constant(D), H: fc.constant(H), C: fc.constant(C)
  }), { H: fc.integer({ min: 1, max: 3 }), N: fc.integer({ min: 1, max: 3 }) }
)

const scoresOf = <A>(N: Analytic<A>, { W1, b1, W2, b2, X }: Readonly<Record<Net, Grid<A>>>): Grid<A> =>
  affine(N)({ w: W2, b: b2 })(relu(N)(affine(N)({ w: W1, b: b1 })(X)))

const netGradients = '{W1: dW1, b1: db1, W2: dW2, b2: db2}'

const twoLayerNet = (half: boolean): Contract => contract<Net>({
  name: 'two-layer net',
  forward: `TwoLayerNet(D, H, C).loss(X, y, reg) -> loss, ${netGradients}`,
  set: '{params: {W1, b1, W2, b2}}',
  domain: `the mean softmax loss of affine, relu, affine, and ${half ? 'half of ' : ''}reg times the sums of the squares of W1 and W2`,
  cases: netCases,
  define: N => (inputs, given) => {
    const reg = N.of(numberIn(given, 'reg'))
    const squares = N.add(normSquared(N)(inputs.W1), normSquared(N)(inputs.W2))
    return {
      loss: one(N.add(
        softmaxCrossEntropy(N)(wholesIn(given, 'y'))(scoresOf(N, inputs)), N.mul(half ? N.div(reg, N.of(2)) : reg, squares)
      ))
    }
  }
})

const netScores: Contract = contract<Net>({
  name: 'two-layer net', when: 'without labels',
  forward: 'TwoLayerNet(D, H, C).loss(X) -> scores',
  set: '{params: {W1, b1, W2, b2}}',
  domain: 'the scores',
  cases: netCases,
  define: N => inputs => ({ scores: scoresOf(N, inputs) })
})

/** The same net in a library of layers: its penalty is part of the net, and half of reg times the squares. */
const netOfLayers: Contract = contract<Net>({
  name: 'two-layer net',
  forward: `TwoLayerNet(D, H, C, 1e-3, reg).loss(X, y) -> loss, ${netGradients}`,
  set: '{params: {W1, b1, W2, b2}}',
  domain: 'the mean softmax loss of affine, relu, affine, and half of reg times the sums of the squares of W1 and W2',
  cases: netCases,
  define: N => (inputs, given) => {
    const squares = N.add(normSquared(N)(inputs.W1), normSquared(N)(inputs.W2))
    return {
      loss: one(N.add(
        softmaxCrossEntropy(N)(wholesIn(given, 'y'))(scoresOf(N, inputs)),
        N.mul(N.div(N.of(numberIn(given, 'reg')), N.of(2)), squares)
      ))
    }
  }
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
