import fc from 'fast-check'
import { atMost, drawn, equal, equalGrids, forAll, outside, positive, scalar, vector } from '../../src/claim/index.js'
import { type Arithmetic, dot, fromEntries } from '../../src/number/index.js'
import { onTrial, refuted, right, type Trial, unproved } from './trial.js'

const negative = <A>(N: Arithmetic<A>, a: A): A => N.sub(N.of(0), a)
const square = <A>(N: Arithmetic<A>, a: A): A => N.mul(a, a)
const size = <A>(N: Arithmetic<A>, a: A): A => N.max(a, negative(N, a))

const x = scalar
const y = scalar
const far = drawn(fc.integer({ min: 800, max: 900 }))

export const trials: ReadonlyArray<Trial> = onTrial('forAll', [
  refuted('cancelled', '(10^20 + x) - 10^20 = 0', String.raw`(10^{20} + x) - 10^{20} = 0`,
    forAll({ x }, (N, { x }) => equal(N.sub(N.add(N.of(1e20), x), N.of(1e20)), N.of(0))), ({ x }) => x !== 0),
  refuted('quotient-of-overflows', 'e^x / e^x = 5 for x from 800 to 900', String.raw`e^x / e^x = 5`,
    forAll({ x: far }, (N, { x }) => equal(N.div(N.exp(x), N.exp(x)), N.of(5))), ({ x = NaN }) =>
      Math.exp(x - x) !== 5),
  refuted('beneath-all-doubles', 'e^-x <= 0 for x from 800 to 900', String.raw`e^{-x} \le 0`,
    forAll({ x: far }, (N, { x }) => atMost(N.exp(negative(N, x)), N.of(0))), ({ x = NaN }) => Math.exp(-x / 2) > 0),
  refuted('bounded', 'x <= 20', String.raw`x \le 20`, forAll({ x }, (N, { x }) => atMost(x, N.of(20))), ({ x = NaN }) =>
    x > 20),
  refuted('below-a-thousand', 'x <= 1000', String.raw`x \le 1000`,
    forAll({ x }, (N, { x }) => atMost(x, N.of(1000))), ({ x = NaN }) => x > 1000),
  refuted('never-parallel', 'x is never 2 y in R^3', String.raw`x \ne 2y`,
    forAll({ x: vector(3), y: vector(3) }, (N, { x, y }) => {
    const apart = x.entries.map((a, i) => N.sub(a, N.mul(N.of(2), y.entries[i] ?? N.of(0))))
    return atMost(N.of(2 ** -1000), N.sum(apart.map(N.square)))
  })),
  refuted('near-one', '(1 + 2^-45) x = x', String.raw`(1 + 2^{-45})\,x = x`,
    forAll({ x }, (N, { x }) => equal(N.mul(N.of(1 + 2 ** -45), x), x)), ({ x }) => x !== 0),
  refuted('first-order', 'log(1 + x / 2^60) = x / 2^60 for x > 0', String.raw`\log(1 + 2^{-60} x) = 2^{-60} x`,
    forAll({ x: positive }, (N, given) => {
    const t = N.mul(given.x, N.of(2 ** -60))
    return equal(N.log(N.add(N.of(1), t)), t)
  }), ({ x = NaN }) => x > 0),
  refuted('root-of-square', 'sqrt(x^2) = x', String.raw`\sqrt{x^2} = x`,
    forAll({ x }, (N, { x }) => equal(N.sqrt(square(N, x)), x)), ({ x = NaN }) => Math.sqrt(x * x) !== x),
  refuted('size-of-sum', '|x + y| = |x| + |y|', '|x + y| = |x| + |y|',
    forAll({ x, y }, (N, { x, y }) => equal(size(N, N.add(x, y)), N.add(size(N, x), size(N, y)))), (
      { x = NaN, y = NaN }
    ) => x * y < 0),
  refuted('exponential-from-above', 'e^x >= 1 + x + x^2 / 2', String.raw`e^x \ge 1 + x + \tfrac12 x^2`,
    forAll({ x }, (N, { x }) => atMost(N.add(N.of(1), N.add(x, N.mul(N.of(0.5), square(N, x)))), N.exp(x))), (
      { x = NaN }
    ) => x < 0),
  refuted('means-exchanged', '(x + y) / 2 <= sqrt(x y) for x, y > 0', String.raw`\tfrac{x + y}2 \le \sqrt{xy}`,
    forAll({ x: positive, y: positive }, (N, { x, y }) => atMost(N.mul(N.of(0.5), N.add(x, y)), N.sqrt(N.mul(x, y)))),
      ({ x, y }) => x !== y),
  refuted('nearly-pythagoras', 'sin^2 x + cos^2 x = 1 + 10^-15', String.raw`\sin^2 x + \cos^2 x = 1 + 10^{-15}`,
    forAll({ x }, (N, { x }) => equal(N.add(square(N, N.sin(x)), square(N, N.cos(x))), N.of(1 + 1e-15)))),
  refuted('twice-itself-beneath-doubles', 'e^-x = 2 e^-x for x from 800 to 900', String.raw`e^{-x} = 2 e^{-x}`,
    forAll({ x: far }, (N, { x }) => {
    const tiny = N.exp(negative(N, x))
    return equal(tiny, N.mul(N.of(2), tiny))
  }), ({ x = NaN }) => Math.exp(-x / 2) > 0),
  refuted('beside-a-large-entry', '(10^40, (10^20 + x) - 10^20) = (10^40, 0)',
    String.raw`(10^{40}, (10^{20} + x) - 10^{20}) = (10^{40}, 0)`,
    forAll({ x }, (N, { x }) => {
    const [large, small] = [N.of(1e40), N.sub(N.add(N.of(1e20), x), N.of(1e20))]
    return equalGrids(fromEntries([2], [large, small]), fromEntries([2], [large, N.of(0)]))
  }), ({ x }) => x !== 0),
  refuted('nearly-one', 'tanh x = 1 for x from 30 to 50', String.raw`\tanh x = 1`,
    forAll({ x: drawn(fc.integer({ min: 30, max: 50 })) }, (N, { x }) => equal(N.tanh(x), N.of(1))), ({ x = NaN }) =>
      Math.exp(-2 * x) > 0),
  unproved('vacuous', 'log-of-negative', 'log(-x) = 7 for x > 0', String.raw`\log(-x) = 7`,
    forAll({ x: positive }, (N, { x }) => equal(N.log(negative(N, x)), N.of(7)))),
  right('undecided', 'number-as-it-is', '2 x = x + x, where the 2 was not made a number of the formula', '2x = x + x',
    forAll({ x }, (N, { x }) => equal(N.mul(2 as unknown as typeof x, x), N.add(x, x)))),
  unproved('undecided', 'unknown-function', 'x^2 = -7, by a function that numbers do not have', 'x^2 = -7',
    forAll({ x }, (N, { x }) => equal((N as unknown as { cube: (a: typeof x) => typeof x }).cube(x), N.of(-7)))),

  right('supported', 'exp-of-log', 'e^(log x) = x for x > 0', String.raw`e^{\log x} = x`,
    forAll({ x: positive }, (N, { x }) => equal(N.exp(N.log(x)), x))),
  right('supported', 'put-back', '(10^20 + x) - 10^20 = x', String.raw`(10^{20} + x) - 10^{20} = x`,
    forAll({ x }, (N, { x }) => equal(N.sub(N.add(N.of(1e20), x), N.of(1e20)), x))),
  right('supported', 'ratio-of-overflows', 'e^(x + 1) / e^x = e for x from 800 to 900', String.raw`e^{x + 1} / e^x = e`,
    forAll({ x: far }, (N, { x }) => equal(N.div(N.exp(N.add(x, N.of(1))), N.exp(x)), N.exp(N.of(1))))),
  right('supported', 'zero-by-cancellation', 'e^x e^-x - 1 = 0', String.raw`e^x e^{-x} - 1 = 0`,
    forAll({ x: drawn(fc.integer({ min: -40, max: 40 })) },
      (N, { x }) => equal(N.sub(N.mul(N.exp(x), N.exp(negative(N, x))), N.of(1)), N.of(0)))),
  right('supported', 'always-tight', '(a / c) c <= a for a, c > 0', String.raw`\tfrac ac\,c \le a`,
    forAll({ a: positive, c: positive }, (N, { a, c }) => atMost(N.mul(N.div(a, c), c), a))),
  right('supported', 'quotient-times-divisor', '(a / c) c = a for a, c > 0', String.raw`\tfrac ac\,c = a`,
    forAll({ a: positive, c: positive }, (N, { a, c }) => equal(N.mul(N.div(a, c), c), a))),
  right('supported', 'many-bits', 'log(1 + x / 2^350) <= x / 2^350 for x > 0', String.raw`\log(1 + 2^{-350} x) \le 2^{-350} x`,
    forAll({ x: positive }, (N, given) => {
    const t = N.mul(given.x, N.of(2 ** -350))
    return atMost(N.log(N.add(N.of(1), t)), t)
  })),
  right('supported', 'branch-not-taken', 'with f(x) = sqrt x from 0 on and 0 below, f(x)^2 = max(0, x)', String.raw`f(x)^2 = \max(0, x)`,
    forAll({ x }, (N, { x }) =>
    equal(square(N, N.where(x, N.of(0), N.sqrt(x), N.of(0))), N.max(N.of(0), x)))),
  right('supported', 'cauchy-schwarz', '(v w)^2 <= v^2 w^2, with parallel and zero vectors',
    String.raw`\langle v, w\rangle^2 \le \|v\|^2 \|w\|^2`,
    forAll({ v: vector(3), w: vector(3) }, (N, { v, w }) =>
      atMost(square(N, dot(N)(v, w)), N.mul(dot(N)(v, v), dot(N)(w, w))))),
  right('supported', 'tangent-of-exp', '1 + x <= e^x, which is tight at 0', '1 + x \\le e^x',
    forAll({ x }, (N, { x }) => atMost(N.add(N.of(1), x), N.exp(x)))),
  right('undecided', 'a-quarter-open', 'sqrt(2) sqrt(2) <= 2, or x >= 1, for x in {0, 1, 2, 3}',
    String.raw`x \ge 1 \lor \sqrt2 \sqrt2 \le 2`,
    forAll({ x: drawn(fc.integer({ min: 0, max: 3 })) }, (N, { x }) =>
      atMost(N.where(x, N.of(1), N.of(0), N.sub(square(N, N.sqrt(N.of(2))), N.of(2))), N.of(0)))),
  right('undecided', 'branch-beyond-all-bits', 'x + [sqrt(2) sqrt(2) >= 2 + 2^-1800] = x, where nobody can tell',
    String.raw`x + [\sqrt2 \sqrt2 \ge 2 + 2^{-1800}] = x`,
    forAll({ x }, (N, { x }) => {
    const [product, beyond] = [square(N, N.sqrt(N.of(2))), N.add(N.of(2), square(N, N.of(2 ** -900)))]
    return equal(N.add(x, N.where(product, beyond, N.of(1), N.of(0))), x)
  })),
  right('vacuous', 'premise-never-met', 'x = 7 where x^2 < 0', String.raw`x^2 < 0 \Rightarrow x = 7`, forAll(
    { x }, () => outside
  )),
  right('vacuous', 'nothing-related', 'nothing about x', String.raw`\top`, forAll({ x }, () => []))
])
