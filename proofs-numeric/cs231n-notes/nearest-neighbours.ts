import { pairwise, squaredDistance } from '../../src/definition/index.js'
import { atMost, type Claim, equal, erratum, everyCase, type Judge, type Relation } from '../../src/claim/index.js'
import { type Arithmetic, type Grid, grid, matmul, transpose } from '../../src/number/index.js'

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
    statement: String.raw`\text{the product of the images takes as many multiplications as the differences squared}`,
    spoken: 'it is about code, files or time',
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

export const claims: ReadonlyArray<Claim> = [complexity]
