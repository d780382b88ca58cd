import {
  expandedSquares, l1Distance, l2Distance, nearestLabel, pairwise, squaredDistance
} from '../../src/definition/index.js'
import {
  atMost, type Claim, claim, equal, equalGrids, erratum, everyCase, exactly, forAll, type Judge, matrix, type Relation,
  vector
} from '../../src/claim/index.js'
import {
  type Arithmetic, type Grid, grid, matmul, minus, normSquared, rational, sum, transpose, vectorOf
} from '../../src/number/index.js'

// Distances between images read as vectors, and the vote of the nearest.

const source = 'Notes on CS231n, nearest neighbour classifier'

const three = { a: vector(3), b: vector(3), c: vector(3) }

const zero = <A>(N: Arithmetic<A>): Grid<A> => vectorOf([N.of(0), N.of(0), N.of(0)])

const l1Metric: Claim = claim(
  {
    id: 'cs231n-notes/nearest-neighbours/l1-metric',
    title: 'The L1 distance is the L1 norm of the difference: a metric, with the triangle inequality',
    statement: String.raw`d_1(a, b) = \|a - b\|_1 = d_1(b, a), \quad d_1(a, c) \le d_1(a, b) + d_1(b, c)`,
    source,
    rows: ['N231-KNN-01', 'N231-KNN-03']
  },
  forAll(three, (N, { a, b, c }) => {
    const d = l1Distance(N)
    return [
      equal(d(a, b), d(minus(N)(b, a), zero(N)), 'norm'),
      atMost(N.of(0), d(a, b), 'sign'),
      atMost(d(a, c), N.add(d(a, b), d(b, c)), 'triangle')
    ]
  })
)

const l2Metric: Claim = claim(
  {
    id: 'cs231n-notes/nearest-neighbours/l2-metric',
    title: 'The L2 distance is at most the L1 distance, which is at most sqrt(3) times it in three dimensions',
    statement: String.raw`d_2(a, b)^2 \le d_1(a, b)^2 \le n\, d_2(a, b)^2`,
    source,
    rows: ['N231-KNN-02', 'N231-KNN-03']
  },
  forAll({ a: vector(3), b: vector(3) }, (N, { a, b }) => {
    const [d1, squared] = [l1Distance(N)(a, b), squaredDistance(N)(a, b)]
    return [atMost(squared, N.mul(d1, d1)), atMost(N.mul(d1, d1), N.mul(N.of(3), squared))]
  })
)

const triangle: Claim = claim(
  {
    id: 'cs231n-notes/nearest-neighbours/l2-triangle',
    title: 'The L2 distance obeys the triangle inequality',
    statement: String.raw`d_2(a, c) \le d_2(a, b) + d_2(b, c)`,
    source,
    rows: ['N231-KNN-02']
  },
  forAll(three, (N, { a, b, c }) => {
    const d = l2Distance(N)
    return atMost(d(a, c), N.add(d(a, b), d(b, c)))
  })
)

const rankings: Claim = claim(
  {
    id: 'cs231n-notes/nearest-neighbours/rankings',
    title: 'The two distances may disagree: to the origin, (3, 0) is nearer in L1 and (2, 2) in L2',
    statement: String.raw`3 < 4, \quad 9 > 8`,
    source,
    rows: ['N231-KNN-02']
  },
  everyCase('a single example', [{ p: [3, 0], q: [2, 2] }], ({ p, q }) => {
    const N = rational
    const at = (v: ReadonlyArray<number>) => vectorOf(v.map(N.of))
    const [origin, a, b] = [at([0, 0]), at(p), at(q)]
    return [
      atMost(N.add(l1Distance(N)(origin, a), N.of(1)), l1Distance(N)(origin, b), 'L1'),
      atMost(N.add(squaredDistance(N)(origin, b), N.of(1)), squaredDistance(N)(origin, a), 'L2 squared')
    ]
  })
)

const expansion: Claim = claim(
  {
    id: 'cs231n-notes/nearest-neighbours/expansion',
    title: 'The squared distances of all rows are those multiplied out: for 2 and 3 rows of 2 features',
    statement: String.raw`\|x_i - t_j\|^2 = -2 (X T^T)_{ij} + \|x_i\|^2 + \|t_j\|^2`,
    source: 'Notes on CS231n, assignment 1, the distances without loops',
    rows: ['N231-KNN-10', 'N231-KNN-11']
  },
  exactly({ x: matrix(2, 2), t: matrix(3, 2) }, (N, { x, t }) =>
    equalGrids(pairwise(squaredDistance(N))(x, t), expandedSquares(N)(x, t), 'squares'))
)

const frobenius: Claim = claim(
  {
    id: 'cs231n-notes/nearest-neighbours/frobenius',
    title: 'The squared Frobenius norm of A - B is the trace of the pairwise squared distances',
    statement: String.raw`\|A - B\|_F^2 = \sum_i \|a_i - b_i\|^2`,
    source: 'Notes on CS231n, assignment 1, nearest neighbours',
    rows: ['N231-KNN-17']
  },
  exactly({ a: matrix(2, 3), b: matrix(2, 3) }, (N, { a, b }) => {
    const squares = pairwise(squaredDistance(N))(a, b)
    return equal(normSquared(N)(minus(N)(a, b)), sum(N)([2], i => squares.at(i, i)))
  })
)

const labels = [0, 0, 9]
const equallyFar = [1, 1, 1].map(rational.of)
const mean = (of: ReadonlyArray<number>): number => of.reduce((a, b) => a + b, 0) / of.length

const vote: Claim = erratum(
  {
    id: 'cs231n-notes/nearest-neighbours/vote',
    title: 'The neighbours vote for the most common label; the mean of labels 0, 0 and 9 would be class 3',
    statement: String.raw`\hat y = \min \arg\max_c \#\{j : y_j = c\}`,
    source: 'Notes on CS231n, k-nearest neighbour classifier',
    rows: ['N231-KNN-07']
  },
  {
    printed: {
      text: 'the mean of the labels',
      judge: everyCase('labels 0, 0, 9', [labels], voted =>
        [equal(mean(voted), nearestLabel(rational)(equallyFar, voted, 3))])
    },
    corrected: {
      text: 'the most common label, 0, where the mean is 3',
      tex: String.raw`\text{the most common label, } 0 \text{, where the mean is } 3`,
      judge: everyCase('labels 0, 0, 9', [labels], voted => [
        equal(0, nearestLabel(rational)(equallyFar, voted, 3), 'the vote'), equal(mean(voted), 3, 'the mean')])
    }
  }
)

// How many multiplications a number took: sums carry the counts of their terms on.
const multiplications: Arithmetic<number> = {
  of: () => 0,
  add: (a, b) => a + b,
  sub: (a, b) => a + b,
  mul: (a, b) => a + b + 1,
  square: a => a + 1,
  max: Math.max,
  where: (_a, _b, x, y) => Math.max(x, y)
}

const sizes = [[1, 1, 1], [2, 3, 4], [5, 4, 7]]

const counting = (relation: (product: number, differences: number) => Relation<number>): Judge =>
  everyCase('three sizes of data', sizes, ([m = 1, n = 1, width = 1]) => {
    const data = (rows: number) => grid([rows, width], () => 0)
    const [x, t] = [data(m), data(n)]
    const total = (counts: Grid<number>): number => counts.entries.reduce((a, b) => a + b, 0)
    return [relation(
      total(matmul(multiplications)(x, transpose(t))),
      total(pairwise(squaredDistance(multiplications))(x, t)))]
  })

const complexity: Claim = erratum(
  {
    id: 'cs231n-notes/nearest-neighbours/complexity',
    title: 'Without loops there is no less to compute: as many multiplications as differences squared',
    statement: String.raw`M N D \text{ multiplications either way}`,
    source: 'Notes on CS231n, assignment 1, nearest neighbours',
    rows: ['N231-KNN-18']
  },
  {
    printed: {
      text: 'vectorising reduces the time complexity',
      judge: counting((product, differences) => atMost(product + 1, differences))
    },
    corrected: {
      text: 'the product alone takes as many multiplications',
      judge: counting((product, differences) => equal(product, differences))
    }
  }
)

/** How many of 60000 images are for training, when so many of the other 10000 are called so. */
const forTraining = (called: number): Judge =>
  everyCase('60000 images, 50000 of them set aside for training', [60000], all =>
    [equal(50000 + called, all - 10000, 'training images')])

const testImages: Claim = erratum(
  {
    id: 'cs231n-notes/nearest-neighbours/test-images',
    title: 'Of 60000 images 50000 are for training: the other 10000, called training images too, are for testing',
    statement: String.raw`60000 = 50000 + 10000`,
    source,
    rows: ['N231-KNN-04']
  },
  {
    printed: {
      text: 'the remaining 10000 are training images',
      tex: String.raw`\text{the remaining } 10000 \text{ are training images}`,
      judge: forTraining(10000)
    },
    corrected: {
      text: 'the remaining 10000 are test images',
      tex: String.raw`\text{the remaining } 10000 \text{ are test images}`,
      judge: forTraining(0)
    }
  }
)

export const claims: ReadonlyArray<Claim> = [
  testImages, l1Metric, l2Metric, triangle, rankings, expansion, frobenius, vote, complexity
]
