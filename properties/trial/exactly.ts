import fc from 'fast-check'
import { atMost, drawn, equal, exactly, matrix, positive, scalar, vector } from '../../src/claim/index.js'
import { type Arithmetic, type Divisible, dot, type Grid, matmul, transpose } from '../../src/number/index.js'
import { onTrial, refuted, right, type Trial, unproved } from './trial.js'

const [x, y] = [scalar, scalar]
const power = <A>(N: Arithmetic<A>, a: A, n: number): A => Array.from({ length: n }, () => a).reduce(N.mul, N.of(1))
const inverse = <A>(N: Divisible<A>, a: A): A => N.div(N.of(1), a)
/** (x - from) (x - from - 1) ... (x - to). */
const roots = <A>(N: Arithmetic<A>, a: A, from: number, to: number): A =>
  Array.from({ length: to - from + 1 }, (_, k) => N.sub(a, N.of(from + k))).reduce(N.mul)

const sum = <A>(N: Arithmetic<A>, terms: ReadonlyArray<A>): A => terms.reduce(N.add)

const determinant = <A>(N: Arithmetic<A>, m: Grid<A>, last: 'add' | 'sub'): A => {
  const minor = (i: number, j: number): A => N.sub(N.mul(m.at(1, i), m.at(2, j)), N.mul(m.at(1, j), m.at(2, i)))
  const first = N.sub(N.mul(m.at(0, 0), minor(1, 2)), N.mul(m.at(0, 1), minor(0, 2)))
  return N[last](first, N.mul(m.at(0, 2), minor(0, 1)))
}

export const trials: ReadonlyArray<Trial> = onTrial('exactly', [
  refuted('degree-of-quotient', '1 / (1 / x^3) = 1', String.raw`1 / (1 / x^3) = 1`,
    exactly({ x }, (N, { x }) => equal(inverse(N, inverse(N, power(N, x, 3))), N.of(1))), ({ x }) =>
      x !== 0 && x !== 1),
  refuted('degree-of-quotients', 'x / (1 / (x / (1 / x))) = x', String.raw`x / (1 / (x / (1 / x))) = x`,
    exactly({ x }, (N, { x }) => equal(N.div(x, inverse(N, N.div(x, inverse(N, x)))), x)), ({ x = 0 }) =>
      x * x * x !== x),
  refuted('beside-a-pole', '(x - 1)(x - 2) / x = 0', String.raw`(x - 1)(x - 2) / x = 0`,
    exactly({ x }, (N, { x }) => equal(N.div(roots(N, x, 1, 2), x), N.of(0))), ({ x = 0 }) =>
      x !== 0 && x !== 1 && x !== 2),
  refuted('beside-two-poles', '(x - 3) ... (x - 9) / (x (x - 1)) = 0', String.raw`\prod_{k=3}^9 (x - k) \big/ (x (x - 1)) = 0`,
    exactly({ x }, (N, { x }) => equal(N.div(roots(N, x, 3, 9), roots(N, x, 0, 1)), N.of(0))), ({ x = 3 }) =>
      x === 2 || x > 9),
  refuted('sum-of-quotients', 'x^2 - 6 x + 11 - 6 / x = 0', String.raw`x^2 - 6x + 11 - \tfrac6x = 0`, exactly(
    { x }, (N, { x }) =>
      equal(N.add(N.sub(N.mul(x, x), N.mul(N.of(6), x)), N.sub(N.of(11), N.div(N.of(6), x))), N.of(0))
  ),
      ({ x = 0 }) => x !== 0 && x !== 1 && x !== 2 && x !== 3),
  refuted('zero-on-small-numbers', 'x (x - 1) ... (x - 20) = 0', String.raw`\prod_{k=0}^{20} (x - k) = 0`,
    exactly({ x }, (N, { x }) => equal(roots(N, x, 0, 20), N.of(0))), ({ x = 0 }) =>
      x < 0 || x > 20 || !Number.isInteger(x)),
  refuted('cube-of-sum', '(x + y)^3 = x^3 + y^3', '(x + y)^3 = x^3 + y^3',
    exactly({ x, y }, (N, { x, y }) => equal(power(N, N.add(x, y), 3), N.add(power(N, x, 3), power(N, y, 3)))),
      ({ x = 0, y = 0 }) => x * y * (x + y) !== 0),
  refuted('tiny-coefficient', 'x + 2^-1200 x = x', String.raw`x + 2^{-1200} x = x`,
    exactly({ x }, (N, { x }) => equal(N.add(x, N.mul(x, N.mul(N.of(2 ** -600), N.of(2 ** -600)))), x)), ({ x }) =>
      x !== 0),
  refuted('beyond-doubles', '(x + 2^53) + 1 = x + 2^53', String.raw`(x + 2^{53}) + 1 = x + 2^{53}`,
    exactly({ x }, (N, { x }) => equal(N.add(N.add(x, N.of(2 ** 53)), N.of(1)), N.add(x, N.of(2 ** 53)))),
      ({ x = 0 }) => BigInt(x) + 1n !== BigInt(x)),
  refuted('order-of-factors', '(A B)^T = A^T B^T', '(AB)^T = A^T B^T',
    exactly({ a: matrix(2, 2), b: matrix(2, 2) }, (N, { a, b }) =>
      transpose(matmul(N)(a, b)).entries.map(
        (entry, k) => equal(entry, matmul(N)(transpose(a), transpose(b)).entries[k] ?? N.of(0))
      ))),
  refuted('sign-of-cofactor', 'det A by rows with + - - is det A^T by rows with + - +',
    String.raw`a_{11} M_{11} - a_{12} M_{12} - a_{13} M_{13} = \det A^T`,
    exactly({ a: matrix(3, 3) }, (N, { a }) => equal(determinant(N, a, 'sub'), determinant(N, transpose(a), 'add')))),
  unproved('undecided', 'beside-many-poles', '(x - 4) ... (x - 9) / (x (x - 1)(x - 2)(x - 3)) = 0, where all sets of points begin',
    String.raw`\prod_{k=4}^9 (x - k) \big/ \prod_{k=0}^3 (x - k) = 0`,
    exactly({ x }, (N, { x }) => equal(N.div(roots(N, x, 4, 9), roots(N, x, 0, 3)), N.of(0)))),
  unproved('undecided', 'branch', 'max(0, x) = x', String.raw`\max(0, x) = x`, exactly(
    { x }, (N, { x }) => equal(N.max(N.of(0), x), x)
  )),
  unproved('vacuous', 'defined-nowhere', 'x / (y - y) = 1', 'x / (y - y) = 1',
    exactly({ x, y }, (N, { x, y }) => equal(N.div(x, N.sub(y, y)), N.of(1)))),

  right('proved', 'poles-at-all-points', '(x - 1) ... (x - 30) / ((x - 1) ... (x - 30)) = 1',
    String.raw`\prod_k (x - k) \big/ \prod_k (x - k) = 1`,
    exactly({ x }, (N, { x }) => equal(N.div(roots(N, x, 1, 30), roots(N, x, 1, 30)), N.of(1)))),
  right('proved', 'pole-on-the-diagonal', '(x^2 - y^2) / (x - y) = x + y', String.raw`(x^2 - y^2) / (x - y) = x + y`,
    exactly({ x, y }, (N, { x, y }) => equal(N.div(N.sub(N.mul(x, x), N.mul(y, y)), N.sub(x, y)), N.add(x, y)))),
  right('proved', 'geometric-sum', '(1 - x^12) / (1 - x) = 1 + x + ... + x^11', String.raw`(1 - x^{12}) / (1 - x) = \sum_{k=0}^{11} x^k`,
    exactly({ x }, (N, { x }) => equal(
      N.div(N.sub(N.of(1), power(N, x, 12)), N.sub(N.of(1), x)),
      sum(N, Array.from({ length: 12 }, (_, k) => power(N, x, k)))))),
  right('proved', 'lagrange', 'v^2 w^2 - (v w)^2 is the sum of all (v_i w_j - v_j w_i)^2 with i < j',
    String.raw`\|v\|^2\|w\|^2 - \langle v, w\rangle^2 = \sum_{i<j} (v_i w_j - v_j w_i)^2`,
    exactly({ v: vector(3), w: vector(3) }, (N, { v, w }) => equal(
      N.sub(N.mul(dot(N)(v, v), dot(N)(w, w)), power(N, dot(N)(v, w), 2)),
      sum(N, [[0, 1], [0, 2], [1, 2]].map(
        ([i = 0, j = 0]) => power(N, N.sub(N.mul(v.at(i), w.at(j)), N.mul(v.at(j), w.at(i))), 2)
      ))))),
  right('proved', 'of-positive-numbers', '1 / (1 / a + 1 / c) = a c / (a + c) for a, c > 0',
    String.raw`1 / (\tfrac1a + \tfrac1c) = \tfrac{ac}{a + c}`,
    exactly({ a: positive, c: positive },
      (N, { a, c }) => equal(inverse(N, N.add(inverse(N, a), inverse(N, c))), N.div(N.mul(a, c), N.add(a, c))))),
  right('proved', 'determinant-of-transpose', 'det A = det A^T', String.raw`\det A = \det A^T`,
    exactly({ a: matrix(3, 3) }, (N, { a }) => equal(determinant(N, a, 'add'), determinant(N, transpose(a), 'add')))),
  right('undecided', 'inequality', 'x <= x + 1, which is no equality', String.raw`x \le x + 1`,
    exactly({ x }, (N, { x }) => atMost(x, N.add(x, N.of(1))))),
  right('undecided', 'of-few-numbers', 'x^2 = x for x in {0, 1}, which is no identity', 'x^2 = x',
    exactly({ x: drawn(fc.constantFrom(0, 1)) }, (N, { x }) => equal(N.mul(x, x), x))),
  right('vacuous', 'nothing-related', 'nothing about x', String.raw`\top`, exactly({ x }, () => []))
])
