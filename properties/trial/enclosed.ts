import { atMost, enclosed, equal } from '../../src/claim/index.js'
import { onTrial, refuted, right, type Trial, unproved } from './trial.js'

export const trials: ReadonlyArray<Trial> = onTrial('enclosed', [
  refuted('at-the-end', 'e^x <= 2.718 on [0, 1]', String.raw`e^x \le 2.718`,
    enclosed({ x: [0, 1] }, (N, { x }) => atMost(N.exp(x), N.of(2.718))), ({ x = NaN }) =>
      x <= 1 && Math.exp(x) > 2.718),
  refuted('inside', 'x (1 - x) <= 1/4 - 2^-30 on [0, 1]', String.raw`x (1 - x) \le \tfrac14 - 2^{-30}`,
    enclosed({ x: [0, 1] }, (N, { x }) => atMost(N.mul(x, N.sub(N.of(1), x)), N.of(0.25 - 2 ** -30))),
      ({ x = NaN }) => x * (1 - x) > 0.25 - 2 ** -30),
  refuted(
    'narrow-peak', '1 / (1 + (1000 x - 700)^2) <= 1/2 on [0, 1]', String.raw`1 / (1 + (1000 x - 700)^2) \le \tfrac12`,
      enclosed({ x: [0, 1] }, (N, { x }) => {
      const t = N.sub(N.mul(N.of(1000), x), N.of(700))
      return atMost(N.div(N.of(1), N.add(N.of(1), N.mul(t, t))), N.of(0.5))
    }), ({ x = NaN }) => Math.abs(1000 * x - 700) < 1
  ),
  refuted('in-two-variables', 'x^2 + y^2 <= 7.99 on [-2, 2] x [-2, 2]', String.raw`x^2 + y^2 \le 7.99`,
    enclosed({ x: [-2, 2], y: [-2, 2] }, (N, { x, y }) =>
    atMost(N.add(N.mul(x, x), N.mul(y, y)), N.of(7.99))),
      ({ x = NaN, y = NaN }) => Math.abs(x) <= 2 && Math.abs(y) <= 2 && x * x + y * y > 7.99),
  unproved('vacuous', 'root-of-negatives', 'max(0, sqrt(-x)) <= 1 on [1, 2]', String.raw`\max(0, \sqrt{-x}) \le 1`,
    enclosed({ x: [1, 2] }, (N, { x }) => atMost(N.max(N.of(0), N.sqrt(N.sub(N.of(0), x))), N.of(1)))),
  unproved('vacuous', 'pole-at-the-corner', '-1 / x <= 0 on [0, 1]', String.raw`-1 / x \le 0`,
    enclosed({ x: [0, 1] }, (N, { x }) => atMost(N.div(N.of(-1), x), N.of(0)))),
  unproved('undecided', 'equality', 'x = 0 on [0, 1], which is no inequality', 'x = 0',
    enclosed({ x: [0, 1] }, (N, { x }) => equal(x, N.of(0)))),

  right('proved', 'nearly-tight', 'x (1 - x) <= 1/4 + 2^-20 on [0, 1]', String.raw`x (1 - x) \le \tfrac14 + 2^{-20}`,
    enclosed({ x: [0, 1] }, (N, { x }) => atMost(N.mul(x, N.sub(N.of(1), x)), N.of(0.25 + 2 ** -20)))),
  right('proved', 'monotone', 'log x <= x - 0.99 on [1/4, 8]', String.raw`\log x \le x - 0.99`,
    enclosed({ x: [0.25, 8] }, (N, { x }) => atMost(N.log(x), N.sub(x, N.of(0.99))))),
  right('proved', 'product-of-waves', 'sin x cos y <= 1 + 2^-10 on [-8, 8] x [-8, 8]', String.raw`\sin x \cos y \le 1 + 2^{-10}`,
    enclosed({ x: [-8, 8], y: [-8, 8] }, (N, { x, y }) => atMost(N.mul(N.sin(x), N.cos(y)), N.of(1 + 2 ** -10)))),
  right('proved', 'root-of-positive-part', 'sqrt(max(0, x)) <= 2 on [-4, 4], where x itself has no root on half of it',
    String.raw`\sqrt{\max(0, x)} \le 2`,
    enclosed({ x: [-4, 4] }, (N, { x }) => atMost(N.sqrt(N.max(N.of(0), x)), N.of(2)))),
  right('proved', 'huge-and-tiny', 'x - 1 <= 10^300 y on [10^-300, 1] x [10^-300, 1]', String.raw`x - 1 \le 10^{300} y`,
    enclosed({ x: [1e-300, 1], y: [1e-300, 1] }, (N, { x, y }) => atMost(N.sub(x, N.of(1)), N.mul(N.of(1e300), y))))
])
