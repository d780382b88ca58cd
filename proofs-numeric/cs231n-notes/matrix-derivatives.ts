import { gradientOf, held } from '../../src/definition/index.js'
import {
  type Claim, claim, equalGrids, erratum, exactly, type Identity, matrix, vector
} from '../../src/claim/index.js'
import {
  type Arithmetic, dot, dualArithmetic, type Dual, fromEntries, type Grid, grid, matmul, plus, scale, transpose,
  vectorOf
} from '../../src/number/index.js'
import { at } from '../../src/prelude/index.js'

// Derivatives of matrix products, entry by entry. J_ij = dy_i / dx_j throughout: the numerator layout.

const source = 'Notes on CS231n, appendix on matrix derivatives'

/** The derivative of every entry of f(x) by every entry of x: the entries of f in rows. */
const jacobian = <A>(N: Arithmetic<A>) => (f: (x: Grid<Dual<A>>) => Grid<Dual<A>>, x: Grid<A>): Grid<A> => {
  const [outputs, inputs] = [f(held(N)(x)).entries.length, x.entries.length]
  const rows = Array.from({ length: outputs }, (_, i) => gradientOf(N)(v => f(v).entries[i] as Dual<A>)(x).entries)
  return fromEntries([outputs, inputs], rows.flat())
}

/** W x for a column x, and x W for a row x. */
const column = <A>(N: Arithmetic<A>) =>
  (w: Grid<A>, x: Grid<A>): Grid<A> => matmul(N)(w, fromEntries([x.entries.length, 1], x.entries))
const row = <A>(N: Arithmetic<A>) =>
  (x: Grid<A>, w: Grid<A>): Grid<A> => matmul(N)(fromEntries([1, x.entries.length], x.entries), w)

const wx = { x: vector(4), w: matrix(3, 4) }
const xw = { x: vector(4), w: matrix(4, 3) }

const columnForm: Claim = claim(
  {
    id: 'cs231n-notes/matrix-derivatives/column',
    title: 'The derivative of y = W x by x is W, where y_i is the sum over j of W_ij x_j',
    statement:
      String.raw`\partial y_i / \partial x_j = W_{ij}, \quad y_i = W_{i1} x_1 + W_{i2} x_2 + \dots + W_{iD} x_D`,
    source,
    rows: ['N231-MD-01', 'N231-MD-02']
  },
  exactly(wx, (N, { x, w }) => {
    const D = dualArithmetic(N)
    return equalGrids(jacobian(N)(v => column(D)(held(N)(w), v), x), w, 'J')
  })
)

/** The Jacobian of y = x W beside a matrix. */
const rowJacobian = (expected: <A>(w: Grid<A>) => Grid<A>): Identity<typeof xw> => (N, { x, w }) => {
  const D = dualArithmetic(N)
  const J = jacobian(N)(v => row(D)(v, held(N)(w)), x)
  const [rows, columns] = expected(w).shape
  return equalGrids(grid([4, 4], (i, j) => (i < 3 ? J.at(i, j) : N.of(0))),
    grid([4, 4], (i, j) => (i < (rows ?? 0)
      && j < (columns ?? 0) ? expected(w).at(i, j) : N.of(0))), 'J, filled up with 0')
}

const rowForm: Claim = erratum(
  {
    id: 'cs231n-notes/matrix-derivatives/row',
    title: 'In the layout of the first example the derivative of y = x W by x is W^T; in the other it is W',
    statement: String.raw`\partial y_i / \partial x_j = W_{ji}`,
    source,
    rows: ['N231-MD-03', 'N231-MD-04', 'N231-MD-10']
  },
  {
    printed: { text: 'J = W', tex: String.raw`J = W`, judge: exactly(xw, rowJacobian(w => w)) },
    corrected: { text: 'J = W^T', tex: String.raw`J = W^T`, judge: exactly(xw, rowJacobian(transpose)) }
  }
)

const weights = { x: vector(3), w: matrix(3, 2) }

/** The derivative of x W by W beside x_j at some places (i, k), and 0 at the others. */
const weightTensor = (isPlace: (i: number, k: number) => boolean): Identity<typeof weights> => (N, { x, w }) => {
  const D = dualArithmetic(N)
  const F = jacobian(N)(v => row(D)(held(N)(x), v), w)
  return equalGrids(F, grid([2, 6], (i, p) => (isPlace(i, p % 2) ? x.at(Math.floor(p / 2)) : N.of(0))), 'F')
}

const byWeights: Claim = erratum(
  {
    id: 'cs231n-notes/matrix-derivatives/by-weights',
    title: 'The derivative of y = x W by W has three indices: x_j where i = k, and 0 elsewhere',
    statement: String.raw`F_{ijk} = \partial y_i / \partial W_{jk} = x_j [k = i]`,
    source,
    rows: ['N231-MD-05', 'N231-MD-06', 'N231-MD-07']
  },
  {
    printed: {
      text: 'F_{ijk} = x_j',
      tex: String.raw`F_{ijk} = x_j`,
      judge: exactly(weights, weightTensor(() => true))
    },
    corrected: {
      text: 'F_{ijk} = x_j [k = i]',
      tex: String.raw`F_{ijk} = x_j\,[k = i]`,
      judge: exactly(weights, weightTensor((i, k) => i === k))
    }
  }
)

const columnWeights: Claim = claim(
  {
    id: 'cs231n-notes/matrix-derivatives/column-by-weights',
    title: 'The derivative of y = W x by W_jk is x_k where i = j, and 0 elsewhere',
    statement: String.raw`\partial y_i / \partial W_{jk} = x_k [j = i]`,
    source,
    rows: ['N231-MD-08']
  },
  exactly({ x: vector(3), w: matrix(2, 3) }, (N, { x, w }) => {
    const D = dualArithmetic(N)
    const F = jacobian(N)(v => column(D)(v, held(N)(x)), w)
    return equalGrids(F, grid([2, 6], (i, p) => (Math.floor(p / 3) === i ? x.at(p % 3) : N.of(0))), 'F')
  })
)

const products: Claim = claim(
  {
    id: 'cs231n-notes/matrix-derivatives/products',
    title: 'The derivative of Y = X W by X_ak is W_kj in the same row, and 0 in any other',
    statement: String.raw`\partial Y_{ij} / \partial X_{ak} = W_{kj} [a = i]`,
    source,
    rows: ['N231-MD-09', 'N231-MD-10']
  },
  exactly({ x: matrix(2, 3), w: matrix(3, 4) }, (N, { x, w }) => {
    const D = dualArithmetic(N)
    const J = jacobian(N)(v => matmul(D)(v, held(N)(w)), x)
    return equalGrids(J, grid([8, 6], (ij, ak) =>
      (Math.floor(ij / 4) === Math.floor(ak / 3) ? w.at(ak % 3, ij % 4) : N.of(0))), 'J')
  })
)

const chain: Claim = claim(
  {
    id: 'cs231n-notes/matrix-derivatives/chain',
    title: 'The derivative of y = V W x by x is V W: the product of the derivatives',
    statement: String.raw`\partial y_i / \partial x_j = \sum_k V_{ik} W_{kj}`,
    source,
    rows: ['N231-MD-11']
  },
  exactly({ v: matrix(2, 3), w: matrix(3, 2), x: vector(2) }, (N, { v, w, x }) => {
    const D = dualArithmetic(N)
    return equalGrids(jacobian(N)(u => column(D)(held(N)(v), column(D)(held(N)(w), u)), x), matmul(N)(v, w), 'J')
  })
)

const gradients: Claim = claim(
  {
    id: 'cs231n-notes/matrix-derivatives/gradients',
    title: 'Gradients transform covariantly: that of a function of V W x by x is (V W)^T times that by y',
    statement: String.raw`\nabla_x (L \circ f) = (V W)^T \nabla_y L`,
    source,
    rows: ['N231-MD-12']
  },
  exactly({ v: matrix(2, 2), w: matrix(2, 2), x: vector(2), g: vector(2) }, (N, { v, w, x, g }) => {
    // L = <g, y> + ||y||^2, of gradient g + 2 y
    const D = dualArithmetic(N)
    const f = <A>(M: Arithmetic<A>, a: Grid<A>, b: Grid<A>, u: Grid<A>) => column(M)(a, column(M)(b, u))
    const left = gradientOf(N)(u => {
      const y = vectorOf(f(D, held(N)(v), held(N)(w), u).entries)
      return D.add(dot(D)(held(N)(g), y), dot(D)(y, y))
    })(x)
    const slope = plus(N)(g, scale(N)(N.of(2), vectorOf(f(N, v, w, x).entries)))
    return equalGrids(left, vectorOf(column(N)(transpose(matmul(N)(v, w)), slope).entries), 'gradient')
  })
)

/** The derivative of <dout, x W + b> by x or by b beside the sum of dout over the examples, with as many features as outputs. */
const isSumOfCotangents = (by: 'x' | 'b') =>
  exactly({ x: matrix(1, 2), w: matrix(2, 2), b: vector(2), dout: matrix(1, 2) }, (N, g) => {
    const D = dualArithmetic(N)
    const pulled = gradientOf(N)((v: Grid<Dual<typeof g.dout.entries[number]>>) => {
      const moved = { x: held(N)(g.x), b: held(N)(g.b), [by]: v }
      const y = matmul(D)(moved.x, held(N)(g.w))
      return y.entries.map((a, j) => D.mul(at(held(N)(g.dout).entries, j), D.add(a, at(moved.b.entries, j)))).reduce(
        D.add
      )
    })(g[by])
    return equalGrids(vectorOf(pulled.entries), vectorOf(g.dout.entries), `d${by}`)
  })

const bias: Claim = erratum(
  {
    id: 'cs231n-notes/matrix-derivatives/bias',
    title: 'The sum of the cotangents over the examples is the derivative by the bias, headed dx in print',
    statement: String.raw`db_j = \sum_i \mathrm{dout}_{ij}`,
    source: 'Notes on CS231n, assignment 1, affine layer, derivation of the backward pass',
    rows: ['N231-LAY-04']
  },
  {
    printed: {
      text: 'dx = sum_i dout_ij, here for one example and as many outputs as features',
      tex: String.raw`dx = \textstyle\sum_i d\mathrm{out}_{ij} \text{, here for one example and as many outputs as features}`,
      judge: isSumOfCotangents('x')
    },
    corrected: {
      text: 'db = sum_i dout_ij, there',
      tex: String.raw`db = \textstyle\sum_i d\mathrm{out}_{ij} \text{, there}`,
      judge: isSumOfCotangents('b')
    }
  }
)

export const claims: ReadonlyArray<Claim> = [
  bias, columnForm, rowForm, byWeights, columnWeights, products, chain, gradients
]
