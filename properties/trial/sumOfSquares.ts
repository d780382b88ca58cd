import { atMost, equal, positive, scalar, sumOfSquares, vector } from '../../src/claim/index.js'
import { type Arithmetic, dot } from '../../src/number/index.js'
import { onTrial, refuted, right, type Trial, unproved } from './trial.js'

const [x, y, eta] = [scalar, scalar, positive]

const square = <A>(N: Arithmetic<A>, a: A): A => N.mul(a, a)

export const trials: ReadonlyArray<Trial> = onTrial('sumOfSquares', [
  refuted('below-itself', 'x^2 <= x, as x - x^2 is 1 (x)^2', String.raw`x^2 \le x`,
    sumOfSquares({ x }, (N, { x }) => atMost(square(N, x), x), (N, { x }) => [[N.of(1), x]]), ({ x = NaN }) =>
      x * x > x),
  refuted('negative-coefficient', 'x^2 <= 0, as the slack is -1 x^2', String.raw`x^2 \le 0`,
    sumOfSquares({ x }, (N, { x }) => atMost(square(N, x), N.of(0)), (N, { x }) => [[N.of(-1), x]]), ({ x }) =>
      x !== 0),
  refuted('sign-of-coefficient-unknown', 'y x^2 >= 0 for real y', String.raw`y x^2 \ge 0`,
    sumOfSquares({ x, y }, (N, { x, y }) => atMost(N.of(0), N.mul(y, square(N, x))), (_, { x, y }) => [[y, x]]),
      ({ x = NaN, y = NaN }) => y < 0 && x !== 0),
  refuted('difference-of-positives', 'eta x^2 <= x^2 for eta > 0', String.raw`\eta x^2 \le x^2`,
    sumOfSquares({ x, eta }, (N, { x, eta }) => atMost(N.mul(eta, square(N, x)), square(N, x)),
      (N, { x, eta }) => [[N.sub(N.of(1), eta), x]]),
    ({ x, eta = NaN }) => x !== 0 && eta > 1),
  refuted('sharper-than-true', '2 x y <= x^2 + y^2 - 1', String.raw`2xy \le x^2 + y^2 - 1`, sumOfSquares({ x, y }, (
    N, { x, y }
  ) =>
    atMost(N.mul(N.of(2), N.mul(x, y)), N.sub(N.add(square(N, x), square(N, y)), N.of(1))), (N, { x, y }) =>
      [[N.of(1), N.sub(x, y)]]),
  ({ x = NaN, y = NaN }) => Math.abs(x - y) < 1),
  unproved('undecided', 'equality', 'x^2 = 0, which is no inequality', 'x^2 = 0',
    sumOfSquares({ x }, (N, { x }) => equal(N.of(0), square(N, x)), (N, { x }) => [[N.of(1), x]])),

  right('proved', 'young', '2 x y <= eta x^2 + y^2 / eta for eta > 0', String.raw`2xy \le \eta x^2 + \tfrac1\eta y^2`,
    sumOfSquares({ x, y, eta },
    (N, { x, y, eta }) => atMost(
      N.mul(N.of(2), N.mul(x, y)), N.add(N.mul(eta, square(N, x)), N.div(square(N, y), eta))
    ),
    (N, { x, y, eta }) => [[N.div(N.of(1), eta), N.sub(N.mul(eta, x), y)]])),
  right('proved', 'cauchy-schwarz', '(v w)^2 <= v^2 w^2', String.raw`\langle v, w\rangle^2 \le \|v\|^2 \|w\|^2`,
    sumOfSquares({ v: vector(3), w: vector(3) },
    (N, { v, w }) => atMost(square(N, dot(N)(v, w)), N.mul(dot(N)(v, v), dot(N)(w, w))),
    (N, { v, w }) => [[0, 1], [0, 2], [1, 2]].map(
      ([i = 0, j = 0]) => [N.of(1), N.sub(N.mul(v.at(i), w.at(j)), N.mul(v.at(j), w.at(i)))]
    ))),
  right('proved', 'always-tight', '-(x - x)^2 <= 0, whose slack is 0 everywhere', String.raw`-(x - x)^2 \le 0`,
    sumOfSquares({ x }, (N, { x }) => atMost(N.sub(N.of(0), square(N, N.sub(x, x))), N.of(0)), () => [])),
  right(
    'undecided', 'wrong-certificate', '2 x y <= x^2 + y^2, as the slack is (x + y)^2', String.raw`2xy \le x^2 + y^2`,
      sumOfSquares({ x, y },
      (N, { x, y }) => atMost(N.mul(N.of(2), N.mul(x, y)), N.add(square(N, x), square(N, y))), (N, { x, y }) =>
        [[N.of(1), N.add(x, y)]])
  )
])
