import fc from 'fast-check'
import { atMost, byPieces, drawn, equal, positive, scalar, vector } from '../../src/claim/index.js'
import { type Analytic, dot, type Grid } from '../../src/number/index.js'
import { onTrial, refuted, right, type Trial } from './trial.js'

const [x, y] = [scalar, scalar]
const among = (...values: ReadonlyArray<number>): typeof scalar => drawn(fc.constantFrom(...values))
const [far, above, unit] = [among(0, 1), among(1, 2), among(1)]

const distance = <A>(N: Analytic<A>, a: ReadonlyArray<A>, b: ReadonlyArray<A>): A =>
  N.sum(a.map((one, k) => N.abs(N.sub(one, b[k] as A))))

const softmax = <A>(N: Analytic<A>, z: ReadonlyArray<A>): ReadonlyArray<A> =>
  z.map(one => N.div(N.exp(one), N.sum(z.map(N.exp))))

const inSpace = { a: vector(3), b: vector(3) }
const logSum = <A>(N: Analytic<A>, z: ReadonlyArray<A>): A => N.log(N.sum(z.map(N.exp)))

/** log sum e^(b_i) + <slope, a - b> */
const tangentAt = <A>(N: Analytic<A>, slope: ReadonlyArray<A>, a: Grid<A>, b: Grid<A>): A =>
  N.add(logSum(N, b.entries), N.sum(slope.map((p, i) => N.mul(p, N.sub(a.at(i), b.at(i))))))

const atLeast = <A>(N: Analytic<A>, a: A, b: number): A => N.where(a, N.of(b), N.of(1), N.of(0))
const isAbove = <A>(N: Analytic<A>, a: A, b: number): A => N.where(N.of(b), a, N.of(0), N.of(1))

export const trials: ReadonlyArray<Trial> = onTrial('byPieces', [
  refuted('larger-of-two', 'max(x, -x) <= x', String.raw`\max(x, -x) \le x`,
    byPieces({ x }, (N, { x }) => atMost(N.max(x, N.neg(x)), x)), ({ x = NaN }) => Math.max(x, -x) > x),
  refuted('opposite-sizes', '|x - y| <= |x| - |y|', String.raw`|x - y| \le |x| - |y|`,
    byPieces({ x, y }, (N, { x, y }) => atMost(N.abs(N.sub(x, y)), N.sub(N.abs(x), N.abs(y)))),
    ({ x = 0, y = 0 }) => Math.abs(x - y) > Math.abs(x) - Math.abs(y)),

  // true where they are drawn, and false elsewhere: no proof may be found
  right('undecided', 'without-negative', 'max(x, 0) = x for x in {0, 1}', String.raw`\max(x, 0) = x`,
    byPieces({ x: far }, (N, { x }) => equal(N.max(x, N.of(0)), x))),
  right('undecided', 'size-of-a-power', '|x| = x^2 for x in {0, 1}', String.raw`|x| = x^2`,
    byPieces({ x: far }, (N, { x }) => equal(N.abs(x), N.square(x)))),
  right('undecided', 'at-a-kink', '1{x >= 0} = 1{x > 0} for x in {1, 2}', String.raw`\mathbb{1}\{x \ge 0\} = \mathbb{1}\{x > 0\}`,
    byPieces({ x: above }, (N, { x }) => equal(atLeast(N, x, 0), isAbove(N, x, 0)))),
  right('undecided', 'beyond-a-kink', '1{x >= 1} = 1{x > 0} for x in {0, 1}', String.raw`\mathbb{1}\{x \ge 1\} = \mathbb{1}\{x > 0\}`,
    byPieces({ x: far }, (N, { x }) => equal(atLeast(N, x, 1), isAbove(N, x, 0)))),
  right('undecided', 'falling-power', 'e^-x <= 1 for x in {0, 1}', String.raw`e^{-x} \le 1`,
    byPieces({ x: far }, (N, { x }) => atMost(N.exp(N.neg(x)), N.of(1)))),
  right('undecided', 'above-a-tangent', 'x - 1 <= log x for x = 1', String.raw`x - 1 \le \log x`,
    byPieces({ x: unit }, (N, { x }) => atMost(N.sub(x, N.of(1)), N.log(x)))),
  right('undecided', 'below-a-chord', 'x/2 <= log(1 + x) for x in {0, 1}', String.raw`\tfrac{x}{2} \le \log(1 + x)`,
    byPieces({ x: far }, (N, { x }) => atMost(N.mul(N.of(0.5), x), N.log(N.add(N.of(1), x))))),
  right('undecided', 'root-of-twice', 'root(2x) <= root(3x) - x/9 for x in {0, 1}', String.raw`\sqrt{2x} \le \sqrt{3x} - \tfrac{x}{9}`,
    byPieces({ x: far }, (N, { x }) => atMost(
      N.sqrt(N.mul(N.of(2), x)), N.sub(N.sqrt(N.mul(N.of(3), x)), N.div(x, N.of(9)))))),
  // for x below 0 no logarithm is asked for, and it may not be said that there is one
  right('undecided', 'outside-a-domain', '0 <= x and a case in which log x is asked for, for x in {1, 2}',
    String.raw`0 \le x + \mathbb{1}\{x \ge 1\} \mathbb{1}\{\log x < 0\}`,
    byPieces({ x: above }, (N, { x }) => atMost(N.of(0), N.add(x,
      N.where(x, N.of(1), N.where(N.log(x), N.of(0), N.of(0), N.of(1)), N.of(0)))))),

  right('proved', 'parts', 'max(x, 0) - max(-x, 0) = x', String.raw`\max(x, 0) - \max(-x, 0) = x`,
    byPieces({ x }, (N, { x }) => equal(N.sub(N.max(x, N.of(0)), N.max(N.neg(x), N.of(0))), x))),
  right('proved', 'size', '|x| = max(x, -x)', String.raw`|x| = \max(x, -x)`,
    byPieces({ x }, (N, { x }) => equal(N.abs(x), N.max(x, N.neg(x))))),
  right('proved', 'one-part', 'min(2 max(x, 0), max(-x, 0)) = 0', String.raw`\min(2 \max(x, 0), \max(-x, 0)) = 0`,
    byPieces({ x }, (N, { x }) =>
      equal(N.min(N.mul(N.of(2), N.max(x, N.of(0))), N.max(N.neg(x), N.of(0))), N.of(0)))),
  right('proved', 'mask', '1{x > 0} = 1{2 max(x, 0) > 0}', String.raw`\mathbb{1}\{x > 0\} = \mathbb{1}\{2 \max(x, 0) > 0\}`,
    byPieces({ x }, (N, { x }) =>
      equal(isAbove(N, x, 0), isAbove(N, N.mul(N.of(2), N.max(x, N.of(0))), 0)))),
  right('proved', 'triangle', '|a - c| <= |a - b| + |b - c|, in three numbers', String.raw`\|a - c\|_1 \le \|a - b\|_1 + \|b - c\|_1`,
    byPieces({ a: vector(3), b: vector(3), c: vector(3) }, (N, { a, b, c }) => atMost(distance(N, a.entries, c.entries),
      N.add(distance(N, a.entries, b.entries), distance(N, b.entries, c.entries))))),
  right('proved', 'cauchy-schwarz', '<x, y> <= |x| |y| in R^3', String.raw`\langle x, y \rangle \le \|x\| \|y\|`,
    byPieces(inSpace, (N, { a, b }) => atMost(dot(N)(a, b), N.mul(N.hypot(a.entries), N.hypot(b.entries))))),
  right('proved', 'root-of-squares', '<x, y> <= root(x1^2 + x2^2 + x3^2) root(y1^2 + y2^2 + y3^2)',
    String.raw`\langle x, y \rangle \le \sqrt{\sum_i x_i^2} \sqrt{\sum_i y_i^2}`,
    byPieces(inSpace, (N, { a, b }) => {
      const [x, y] = [a, b].map(({ entries }) => N.sqrt(N.sum(entries.map(N.square))))
      return atMost(dot(N)(a, b), N.mul(x ?? N.of(0), y ?? N.of(0)))
    })),
  right('proved', 'triangle-of-lengths', '|x + y| <= |x| + |y| in R^3', String.raw`\|x + y\| \le \|x\| + \|y\|`,
    byPieces(inSpace, (N, { a, b }) => atMost(
      N.hypot(a.entries.map((x, i) => N.add(x, b.at(i)))), N.add(N.hypot(a.entries), N.hypot(b.entries))))),
  refuted('triangle-of-thirds', '3 |x + y| <= 2 |x| + 4 |y| in R^3', String.raw`3 \|x + y\| \le 2 \|x\| + 4 \|y\|`,
    byPieces(inSpace, (N, { a, b }) => atMost(
      N.mul(N.of(3), N.hypot(a.entries.map((x, i) => N.add(x, b.at(i))))),
      N.add(N.mul(N.of(2), N.hypot(a.entries)), N.mul(N.of(4), N.hypot(b.entries)))))),
  right('proved', 'log-sum', 'log(e^a1 + e^a2 + e^a3) lies above its tangent at b',
    String.raw`\log \sum_i e^{a_i} \ge \log \sum_i e^{b_i} + \langle \mathrm{softmax}(b), a - b \rangle`,
    byPieces(inSpace, (N, { a, b }) => atMost(tangentAt(N, softmax(N, b.entries), a, b), logSum(N, a.entries)))),
  refuted('log-sum-elsewhere', 'log(e^a1 + e^a2 + e^a3) lies above its value at b with the slope at a',
    String.raw`\log \sum_i e^{a_i} \ge \log \sum_i e^{b_i} + \langle \mathrm{softmax}(a), a - b \rangle`,
    byPieces(inSpace, (N, { a, b }) => atMost(tangentAt(N, softmax(N, a.entries), a, b), logSum(N, a.entries)))),
  right('proved', 'small-power', 'e^(-2|x|) <= 1', String.raw`e^{-2|x|} \le 1`,
    byPieces({ x }, (N, { x }) => atMost(N.exp(N.mul(N.of(-2), N.abs(x))), N.of(1)))),
  right('proved', 'loss', '0 <= log(1 + e^-x)', String.raw`0 \le \log(1 + e^{-x})`,
    byPieces({ x }, (N, { x }) => atMost(N.of(0), N.log(N.add(N.of(1), N.exp(N.neg(x))))))),
  right('proved', 'roots', 'root(2x) <= 3 root(x)', String.raw`\sqrt{2x} \le 3 \sqrt{x}`,
    byPieces({ x: positive }, (N, { x }) => atMost(N.sqrt(N.mul(N.of(2), x)), N.mul(N.of(3), N.sqrt(x))))),
  right('proved', 'gibbs', 'no cross-entropy is below the entropy', String.raw`-\sum_k p_k \log p_k \le -\sum_k p_k \log r_k`,
    byPieces({ f: vector(2), g: vector(2) }, (N, { f, g }) => {
      const [p, r] = [softmax(N, f.entries), softmax(N, g.entries)]
      const cross = (q: typeof p): (typeof p)[number] =>
        N.neg(N.sum(p.map((one, k) => N.mul(one, N.log(q[k] as typeof one)))))
      return atMost(cross(p), cross(r))
    }))
])
