import fc from 'fast-check'
import { atMost, bySquares, drawn, nonnegative, positive, scalar, vector } from '../../src/claim/index.js'
import { dot } from '../../src/number/index.js'
import { onTrial, refuted, right, type Trial } from './trial.js'

const [x, y, z, eta] = [scalar, scalar, scalar, positive]
const far = drawn(fc.constantFrom(0, 1))

export const trials: ReadonlyArray<Trial> = onTrial('bySquares', [
  refuted('below-itself', 'x^2 <= x', String.raw`x^2 \le x`,
    bySquares({ x }, (N, { x }) => atMost(N.square(x), x)), ({ x = NaN }) => x * x > x),
  refuted('young-too-sharp', '2 x y <= eta x^2 + y^2 / (2 eta) for eta > 0', String.raw`2xy \le \eta x^2 + \tfrac1{2\eta} y^2`,
    bySquares({ x, y, eta }, (N, { x, y, eta }) => atMost(N.mul(N.of(2), N.mul(x, y)),
      N.add(N.mul(eta, N.square(x)), N.div(N.square(y), N.mul(N.of(2), eta))))), ({ x = 0, y = 0 }) => x * y > 0),
  right('undecided', 'product-of-two', 'x y >= 0 for x and y in {0, 1}', String.raw`xy \ge 0`,
    bySquares({ x: far, y: far }, (N, { x, y }) => atMost(N.of(0), N.mul(x, y)))),
  right('undecided', 'far-out', 'x^2 <= x^4 for x in {0, 1}', String.raw`x^2 \le x^4`,
    bySquares({ x: far }, (N, { x }) => atMost(N.square(x), N.square(N.square(x))))),

  right('proved', 'young', '2 x y <= eta x^2 + y^2 / eta for eta > 0', String.raw`2xy \le \eta x^2 + \tfrac1\eta y^2`,
    bySquares({ x, y, eta },
      (N, { x, y, eta }) => atMost(
        N.mul(N.of(2), N.mul(x, y)), N.add(N.mul(eta, N.square(x)), N.div(N.square(y), eta))
      ))),
  right('proved', 'three', 'x y + y z + z x <= x^2 + y^2 + z^2', String.raw`xy + yz + zx \le x^2 + y^2 + z^2`,
    bySquares({ x, y, z }, (N, { x, y, z }) =>
      atMost(N.sum([N.mul(x, y), N.mul(y, z), N.mul(z, x)]), N.sum([x, y, z].map(N.square))))),
  right('proved', 'cauchy-schwarz', '(v w)^2 <= v^2 w^2', String.raw`\langle v, w\rangle^2 \le \|v\|^2 \|w\|^2`,
    bySquares({ v: vector(3), w: vector(3) }, (N, { v, w }) =>
      atMost(N.square(dot(N)(v, w)), N.mul(dot(N)(v, v), dot(N)(w, w))))),
  right('proved', 'bound-of-norm', '|v|^2 <= (|v| + k)^2 for k >= 0', String.raw`\|v\|^2 \le (\|v\| + k)^2`,
    bySquares({ v: vector(2), k: nonnegative }, (N, { v, k }) =>
      atMost(dot(N)(v, v), N.square(N.add(N.hypot(v.entries), k)))))
])
