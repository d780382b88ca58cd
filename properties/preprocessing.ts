import fc, { type Arbitrary } from 'fast-check'
import { atMost, claim, equal, equalEntries, erratum, everyCase, type Law, type Plain, type Relation, sampled } from '../src/claim/index.js'
import type { PrincipalComponents, WhiteningOptions } from '../src/classic/index.js'
import type { Preprocessing } from '../src/data/index.js'
import * as definition from '../src/definition/index.js'
import {
  type Analytic, ball, fromEntries, type Grid, identity, matmul, point, type Rational, rational, type Shape, sizeOf, toInterval, transpose
} from '../src/number/index.js'
import * as R from '../src/random/index.js'
import * as T from '../src/tensor/index.js'
import type { Tensor } from '../src/tensor/index.js'

/** Preprocessing of anyone's own, and the statistics behind it. */
export interface PreprocessingSubject {
  readonly name: string
  readonly centred: Preprocessing
  readonly standardised: Preprocessing
  readonly scaledToRange: Preprocessing
  readonly covariance: (x: Tensor) => Tensor
  readonly symmetricEigen: (a: Tensor) => { readonly values: Tensor; readonly vectors: Tensor }
  readonly principalComponents: (x: Tensor) => PrincipalComponents
  readonly whitened: (components: PrincipalComponents, options?: WhiteningOptions) => (x: Tensor) => Tensor
  readonly updateRatio: (w: Tensor, step: Tensor) => number
}

const source = 'Notes on CS231n, data preprocessing'
const shape = [4, 3]

const quarters = (of: Shape): Arbitrary<Tensor> =>
  fc.array(fc.integer({ min: -24, max: 24 }), { minLength: sizeOf(of), maxLength: sizeOf(of) })
    .map(entries => T.fromFlat(of, entries.map(k => k / 4)))

// The last row is above the first, so that no column is constant.
const data = { x: fc.tuple(quarters(shape), fc.integer({ min: 1, max: 24 })).map(([x, gap]) =>
  T.tabulate(shape, (i = 0, d = 0) => (i === 3 ? T.at(x, [0, d]) + gap / 4 : T.at(x, [i, d])))) }

const coarse = ball(40)
const lift = <A>(of: (x: number) => A, x: Tensor): Grid<A> => fromEntries(x.shape, [...x.data].map(of))

/** What is given lies where 40 bits know the definition to be. */
const known = (given: Tensor, define: <A>(N: Analytic<A>) => (x: Grid<A>) => Grid<A>, x: Tensor, name: string): ReadonlyArray<Relation<Plain>> => {
  const { entries } = define(coarse)(lift(coarse.of, x))
  return [...given.data].map((value, i) => equal<Plain>(point(value), toInterval(entries[i] ?? coarse.of(NaN)), `${name}[${i}]`))
}

// A rotation rounds each entry that it changes 6 times at most, and 3 x 3 matrices are rotated 3 times a sweep in at most 30 sweeps: n
// rotations leave errors below 12 n units, relative to the size of the matrix.
const rotationError = 12 * 3 * 30 * 2 ** -53

const largest = (x: Grid<Rational>): Rational => x.entries.reduce((most, a) => rational.max(most, rational.max(a, rational.sub(rational.of(0), a))), rational.of(0))

/** Entry by entry: |left - right| is at most a number. */
const close = (left: Grid<Rational>, right: Grid<Rational>, most: Rational, name: string): ReadonlyArray<Relation<Plain>> =>
  left.entries.map((a, i) => {
    const difference = rational.sub(a, right.entries[i] ?? a)
    return atMost<Plain>(rational.max(difference, rational.sub(rational.of(0), difference)), most, `${name}[${i}]`)
  })

const diagonal = (values: Tensor): Grid<Rational> => lift(rational.of, T.mul(T.eye(values.data.length), values))

const constants = [5, 0.1, 1e8 + 0.1, 1e-200, 0]

export const preprocessingLaws: Law<PreprocessingSubject> = subject => {
  const { name, centred, standardised, scaledToRange, covariance, symmetricEigen, principalComponents, whitened, updateRatio } = subject
  type OfData = { readonly x: Tensor }
  return [
    claim(
      {
        id: `${name}/mean-subtraction`,
        title: 'Mean subtraction takes the mean of each column off: where means are doubles, what is left sums to exactly 0',
        statement: String.raw`\sum_i (x_{id} - \mu_d) = 0`,
        source,
        rows: ['N231-PRE-01']
      },
      sampled<OfData>(data, ({ x }) => [
        ...known(centred(x)(x), definition.meanSubtracted, x, 'x'),
        ...equalEntries(T.sum(centred(x)(x), { axis: 0 }), T.zeros([3]), 'the sum of column')
      ])
    ),
    claim(
      {
        id: `${name}/standardisation`,
        title: 'Standardised columns are those of the definition, of variance 1',
        statement: String.raw`(x_{id} - \mu_d) / \sigma_d`,
        source,
        rows: ['N231-PRE-02']
      },
      sampled<OfData>(data, ({ x }) => known(standardised(x)(x), definition.standardised, x, 'x'))
    ),
    claim(
      {
        id: `${name}/min-max`,
        title: 'Min-max scaling is that of the definition, and the ends of each column become -1 and 1 exactly',
        statement: String.raw`\frac{(x_{id} - \min_d) - (\max_d - x_{id})}{\max_d - \min_d}`,
        source,
        rows: ['N231-PRE-02']
      },
      sampled<OfData>(data, ({ x }) => {
        const scaled = scaledToRange(x)(x)
        return [
          ...known(scaled, definition.minMaxScaled, x, 'x'),
          ...equalEntries(T.min(scaled, { axis: 0 }), T.full([3], -1), 'the smallest of column'),
          ...equalEntries(T.max(scaled, { axis: 0 }), T.ones([3]), 'the largest of column')
        ]
      })
    ),
    claim(
      {
        id: `${name}/constant-columns`,
        title: 'A constant column becomes 0 under each, whatever rounding makes of its mean',
        statement: String.raw`x_{id} = c \Rightarrow 0`,
        source,
        rows: ['N231-PRE-02']
      },
      everyCase('five constants in columns of 1 to 12 rows', constants.flatMap(c => Array.from({ length: 12 }, (_, n) => ({ c, rows: n + 1 }))), ({ c, rows }) => {
        const x = T.full([rows, 1], c)
        return [centred, standardised, scaledToRange].flatMap((prepare, k) =>
          equalEntries(prepare(x)(x), T.zeros([rows, 1]), ['centred', 'standardised', 'scaled'][k]))
      })
    ),
    claim(
      {
        id: `${name}/covariance`,
        title: 'The covariance is divided by N, and is the mean of products minus the product of means',
        statement: String.raw`C_{de} = \tfrac1N \sum_i x_{id} x_{ie} - \mu_d \mu_e`,
        source,
        rows: ['N231-PRE-03', 'N231-PRE-04']
      },
      sampled<OfData>(data, ({ x }) => {
        const means = T.mean(x, { axis: 0 })
        const products = T.sub(T.div(T.matmulTN(x, x), 4), T.outer(means, means))
        return [...known(covariance(x), definition.covariance, x, 'C'), ...equalEntries(covariance(x), products, 'C')]
      })
    ),
    claim(
      {
        id: `${name}/eigenvectors`,
        title: 'The eigenvectors of a covariance are orthonormal and give it back, to the rounding of the rotations',
        statement: String.raw`V^T V = I, \quad V \Lambda V^T = C`,
        source: 'Notes on CS231n, PCA and whitening',
        rows: ['N231-PRE-06']
      },
      sampled<OfData>(data, ({ x }) => {
        const c = covariance(x)
        const { values, vectors } = symmetricEigen(c)
        const [a, v] = [lift(rational.of, c), lift(rational.of, vectors)]
        const most = rational.of(rotationError)
        const again = matmul(rational)(matmul(rational)(v, diagonal(values)), transpose(v))
        return [
          ...close(matmul(rational)(transpose(v), v), identity(rational)(3), most, 'V^T V'),
          ...close(again, a, rational.mul(most, rational.mul(rational.of(3), largest(a))), 'V diag V^T'),
          atMost<Plain>(T.at(values, [1]), T.at(values, [0]), 'the first value is the largest'),
          atMost<Plain>(T.at(values, [2]), T.at(values, [1]), 'the last value is the smallest')
        ]
      })
    ),
    claim(
      {
        id: `${name}/whitening`,
        title: 'Whitened data of known axes have the covariance lambda / (lambda + eps) on the diagonal, also where a direction has no variance',
        statement: String.raw`\mathrm{cov}(z)_{dd} = \lambda_d / (\lambda_d + \varepsilon)`,
        source: 'Notes on CS231n, PCA and whitening',
        rows: ['N231-PRE-06']
      },
      everyCase('points on two orthogonal axes, and on one', [[3, 1], [1, 0.5], [4, 0]], ([a = 0, b = 0]) => {
        const x = T.fromNested([[a, 0], [-a, 0], [0, b], [0, -b]])
        const expected = [a, b].map(r => (r * r / 2) / (r * r / 2 + 0.5))
        const z = whitened(principalComponents(x), { eps: 0.5 })(x)
        const found = definition.covariance(rational)(lift(rational.of, z))
        // a root, a quotient and the square of it
        return close(found, diagonal(T.fromNested(expected)), rational.of(16 * 2 ** -53), 'cov z')
      })
    ),
    claim(
      {
        id: `${name}/update-ratio`,
        title: 'The update ratio of a step -eta g is eta ||g|| / ||w||',
        statement: String.raw`\|-\eta g\| / \|w\|`,
        source: 'Notes on CS231n, ratio of updates to weights',
        rows: ['N231-OPT-05']
      },
      sampled<{ readonly w: Tensor; readonly g: Tensor; readonly eta: number }>(
        { w: quarters([3]).map(w => T.add(w, 32)), g: quarters([3]), eta: fc.constantFrom(1e-3, 0.5) },
        ({ w, g, eta }) => {
          const size = (v: Tensor) => coarse.sqrt([...v.data].map(a => coarse.mul(coarse.of(a), coarse.of(a))).reduce(coarse.add))
          return equal<Plain>(point(updateRatio(w, T.mul(g, -eta))), toInterval(coarse.div(coarse.mul(coarse.of(eta), size(g)), size(w))))
        })
    ),
    erratum(
      {
        id: `${name}/update-ratio-target`,
        title: 'Gradients as large as the weights, at a learning rate of 1e-3, have the ratio about 1e-3 that is recommended: not e^3',
        statement: String.raw`\|-\eta g\| / \|w\| \approx 10^{-3}`,
        source: 'Notes on CS231n, ratio of updates to weights',
        rows: ['N231-OPT-06']
      },
      {
        printed: { text: String.raw`about e^3`, judge: everyCase('50 x 50 normal numbers', [Math.exp(3)], target => nearTarget(updateRatio, target)) },
        corrected: { text: String.raw`about 10^{-3}`, judge: everyCase('50 x 50 normal numbers', [1e-3], target => nearTarget(updateRatio, target)) }
      }
    )
  ]
}

/** Within a factor of two. */
const nearTarget = (updateRatio: PreprocessingSubject['updateRatio'], target: number): ReadonlyArray<Relation<Plain>> => {
  const [w, g] = [1, 2].map(seed => R.run(R.normals([50, 50]), R.seedOf(seed)))
  const ratio = updateRatio(w ?? T.zeros([1]), T.mul(g ?? T.zeros([1]), -1e-3))
  return [atMost<Plain>(target / 2, ratio, 'ratio'), atMost<Plain>(ratio, target * 2, 'ratio')]
}
