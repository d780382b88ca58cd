import { equal, formally, scalar } from '../../src/claim/index.js'
import { type Analytic, dual, dualAnalytic, type Dual } from '../../src/number/index.js'
import { onTrial, refuted, right, type Trial, unproved } from './trial.js'

const [x, y, z] = [scalar, scalar, scalar]

/** The derivative of a formula of one number, by the rules for duals. */
const derivative = <A>(N: Analytic<A>, f: (D: Analytic<Dual<A>>, a: Dual<A>) => Dual<A>, at: A): A =>
  f(dualAnalytic(N), dual(at, N.of(1))).tangent

const sigmoid = <A>(N: Analytic<A>, a: A): A => N.div(N.of(1), N.add(N.of(1), N.exp(N.sub(N.of(0), a))))

export const trials: ReadonlyArray<Trial> = onTrial('formally', [
  refuted('exponential-of-double', 'e^(2x) = 2 e^x', 'e^{2x} = 2 e^x',
    formally({ x }, (N, { x }) => equal(N.exp(N.add(x, x)), N.mul(N.of(2), N.exp(x)))), ({ x = NaN }) =>
      Math.exp(x) !== 2),
  refuted('sigmoid', 'the derivative of s(x) is s(x) (1 + s(x))', String.raw`\sigma' = \sigma (1 + \sigma)`, formally(
    { x }, (N, { x }) => {
      const s = sigmoid(N, x)
      return equal(derivative(N, sigmoid, x), N.mul(s, N.add(N.of(1), s)))
    }
  )),
  refuted('cosine', 'the derivative of cos x is sin x', String.raw`\cos' = \sin`,
    formally({ x }, (N, { x }) => equal(derivative(N, (D, a) => D.cos(a), x), N.sin(x))), ({ x = 0 }) =>
      Math.abs(Math.sin(x)) > 1e-9),
  refuted('product-rule', 'the derivative of x e^x is e^x', String.raw`(x e^x)' = e^x`,
    formally({ x }, (N, { x }) => equal(derivative(N, (D, a) => D.mul(a, D.exp(a)), x), N.exp(x))), ({ x }) => x !== 0),
  refuted('root-of-square', 'sqrt(x^2) = x', String.raw`\sqrt{x^2} = x`,
    formally({ x }, (N, { x }) => equal(N.sqrt(N.mul(x, x)), x)), ({ x = 0 }) => x < 0),
  refuted('logarithm-of-square', 'e^(log(x^2) / 2) = x, which holds where log x is a number', String.raw`e^{\log(x^2) / 2} = x`,
    formally({ x }, (N, { x }) => equal(N.exp(N.div(N.log(N.mul(x, x)), N.of(2))), x)), ({ x = 0 }) => x < 0),
  refuted('sum-of-sizes', '|x + y| = |x| + |y|', '|x + y| = |x| + |y|',
    formally({ x, y }, (N, { x, y }) => equal(N.abs(N.add(x, y)), N.add(N.abs(x), N.abs(y)))), ({ x = 0, y = 0 }) =>
      x * y < 0),
  unproved('vacuous', 'defined-nowhere', 'log(-1 - x^2) = log(-1 - x^2), where neither is a number',
    String.raw`\log(-1 - x^2) = \log(-1 - x^2)`,
    formally({ x }, (N, { x }) => {
    const side = N.log(N.sub(N.of(-1), N.mul(x, x)))
    return equal(side, side)
  })),

  right('proved', 'chain-rule', 'the derivative of e^(sin x) is cos x e^(sin x)', String.raw`(e^{\sin x})' = \cos x\, e^{\sin x}`,
    formally({ x }, (N, { x }) => equal(
      derivative(N, (D, a) => D.exp(D.sin(a)), x), N.mul(N.cos(x), N.exp(N.sin(x)))
    ))),
  right(
    'proved', 'sigmoid-slope', 'the derivative of s(x) is s(x) (1 - s(x))', String.raw`\sigma' = \sigma (1 - \sigma)`,
      formally({ x }, (N, { x }) => {
      const s = sigmoid(N, x)
      return equal(derivative(N, sigmoid, x), N.mul(s, N.sub(N.of(1), s)))
    })
  ),
  right('proved', 'tanh-twice', 'the derivative of tanh(tanh x) is (1 - tanh^2(tanh x)) (1 - tanh^2 x)',
    String.raw`(\tanh \tanh x)' = (1 - \tanh^2 \tanh x)(1 - \tanh^2 x)`,
    formally({ x }, (N, { x }) => {
      const slope = (t: typeof x): typeof x => N.sub(N.of(1), N.mul(t, t))
      return equal(derivative(N, (D, a) => D.tanh(D.tanh(a)), x), N.mul(slope(N.tanh(N.tanh(x))), slope(N.tanh(x))))
    })),
  right('proved', 'law-of-exp', 'e^(2x) = e^x e^x, which is not true of any functions', 'e^{2x} = e^x e^x',
    formally({ x }, (N, { x }) => equal(N.exp(N.add(x, x)), N.mul(N.exp(x), N.exp(x))))),
  right('undecided', 'more-than-laws', 'max(x, max(y, z)) = max(max(x, y), z), of which no law is known',
    String.raw`\max(x, \max(y, z)) = \max(\max(x, y), z)`,
    formally({ x, y, z }, (N, { x, y, z }) => equal(N.max(x, N.max(y, z)), N.max(N.max(x, y), z)))),
  right('vacuous', 'nothing-related', 'nothing about x', String.raw`\top`, formally({ x }, () => []))
])
