import { describe, expect, it, test } from 'vitest'
import { type Bindings, stated } from '../../src/check/index.js'
import type { Claim, Judgement } from '../../src/claim/index.js'
import { judgementOf } from '../../src/claim/judgementOf.js'
import {
  adamStep, circulant, circularConvolution, conv2d, crossEntropy, gradientStep, huber, l2Distance, logSumExp,
  momentumStep, pairwise, quadratic,
  sigmoid, softmax, softmaxCrossEntropy, squaredDistance
} from '../../src/definition/index.js'
import { fromEntries, kronecker, matmul } from '../../src/number/index.js'
import { attempt, isLeft } from '../../src/prelude/index.js'

const raw = String.raw
const effort = { seed: 1, runs: 60, cancelled: () => false }

const claimed = (tex: string, declarations: string, bind: Bindings): Claim =>
  stated({ id: 'line', title: 'a line', source: 'a test', tex, declarations, bind })

const judged = (tex: string, declarations: string, bind: Bindings): Judgement =>
  claimed(tex, declarations, bind).judge(effort)

const vectors = raw`sizes n = 1..3
a, x, y, z \in \mathbb{R}^n
\eta, \delta > 0`
const cyclic = raw`${vectors}
indices 0..n-1
subscripts modulo n
C : \mathbb{R}^n \to \mathbb{R}^{n \times n}`
const rows = raw`sizes m = 1..2, n = 1..3
X \in \mathbb{R}^{m \times n}
softmax : \mathbb{R}^{m \times n} \to \mathbb{R}^{m \times n}`
const scores = raw`X \in \mathbb{R}^{2 \times 3}
L : \mathbb{R}^{2 \times 3} \to \mathbb{R}`
const steps = raw`g \in \mathbb{R}^3
\eta, \mu \in \mathbb{R}
S : \mathbb{R} \times \mathbb{R} \times \mathbb{R}^3 \to \mathbb{R}`
const numbers = raw`x, y \in \mathbb{R}`

describe('a true line about a definition is proved or supported, and with a sign, factor, index or transpose changed it is refuted', () => {
  test.each<readonly [string, Bindings, string, string, string, Judgement['verdict']]>([
    ['circulant', { C:
      circulant }, cyclic, raw`(C(a) x)_i = \sum_j a_{i-j} x_j`, raw`(C(a)^T x)_i = \sum_j a_{i-j} x_j`, 'proved'],
    ['circulant, of a sum', { C:
      circulant }, cyclic, raw`C(a + x) y = C(y) a + C(y) x`, raw`C(a + x) y = C(y) a - C(y) x`, 'proved'],
    ['circularConvolution', { '\\star': circularConvolution, C: circulant }, raw`${cyclic}
\star : \mathbb{R}^n \times \mathbb{R}^n \to \mathbb{R}^n`, raw`\star(a, x) = C(a) x`, raw`\star(a, x) = C(a)^T x`, 'proved'],
    ['softmax', { softmax }, rows, raw`\operatorname{softmax}(X)_{ij} = \frac{e^{X_{ij}}}{\sum_k e^{X_{ik}}}`,
      raw`\operatorname{softmax}(X)_{ij} = \frac{e^{X_{ij}}}{\sum_k e^{X_{kj}}}`, 'proved'],
    ['softmax, shifted', { softmax }, raw`${rows}
c \in \mathbb{R}`, raw`\operatorname{softmax}(X)_{1j} = \frac{e^{X_{1j} - c}}{\sum_k e^{X_{1k} - c}}`,
    raw`\operatorname{softmax}(X)_{1j} = \frac{e^{X_{1j} - c}}{\sum_k e^{X_{1k} + c}}`, 'proved'],
    ['logSumExp', { '\\ell': logSumExp }, raw`${vectors}
\ell : \mathbb{R}^n \to \mathbb{R}`, raw`\ell(x) = \log \sum_i e^{x_i}`, raw`\ell(x) = -\log \sum_i e^{x_i}`, 'proved'],
    ['logSumExp, its gradient', { '\\ell': logSumExp }, raw`${vectors}
\ell : \mathbb{R}^n \to \mathbb{R}`, raw`\nabla \ell(x) = \mathrm{softmax}(x)`, raw`\nabla \ell(x) = 2\, \mathrm{softmax}(x)`, 'proved'],
    ['softmaxCrossEntropy', { L: N => x => softmaxCrossEntropy(N)([0, 2])(x) }, scores,
      raw`L(X) = -\frac{1}{2} \left(\log \frac{e^{X_{1,1}}}{\sum_j e^{X_{1j}}} + \log \frac{e^{X_{2,3}}}{\sum_j e^{X_{2j}}}\right)`,
      raw`L(X) = -\left(\log \frac{e^{X_{1,1}}}{\sum_j e^{X_{1j}}} + \log \frac{e^{X_{2,3}}}{\sum_j e^{X_{2j}}}\right)`, 'proved'],
    ['softmaxCrossEntropy, its slope', { L: N => x => softmaxCrossEntropy(N)([0, 2])(x) }, scores,
      raw`\frac{\partial L(X)}{\partial X_{1,1}} = \frac{1}{2} \left(\frac{e^{X_{1,1}}}{\sum_j e^{X_{1j}}} - 1\right)`,
      raw`\frac{\partial L(X)}{\partial X_{1,1}} = \frac{1}{2} \left(\frac{e^{X_{1,1}}}{\sum_j e^{X_{1j}}} + 1\right)`, 'proved'],
    ['crossEntropy', { H:
      N => q => crossEntropy(N)(fromEntries([1, 2], [0.5, 0.5]))(q) }, raw`q \in \mathbb{R}^{1 \times 2}_+
H : \mathbb{R}^{1 \times 2} \to \mathbb{R}`, raw`H(q) = -\frac{1}{2} (\log q_{1,1} + \log q_{1,2})`, raw`H(q) = -\frac{1}{2} (\log q_{1,1} - \log q_{1,2})`, 'proved'],
    ['momentumStep', { S: momentumStep }, steps, raw`S(\eta, \mu, g) = -\eta (\mu^2 g_1 + \mu g_2 + g_3)`,
      raw`S(\eta, \mu, g) = -\eta (g_1 + \mu g_2 + \mu^2 g_3)`, 'proved'],
    ['gradientStep, in two calls', { G: gradientStep }, raw`${vectors}
G : \mathbb{R} \times \mathbb{R}^n \times \mathbb{R}^n \to \mathbb{R}^n`, raw`G(\eta, x, y) = x - \eta y`, raw`G(\eta, x, y) = x + \eta y`, 'proved'],
    ['adamStep, its second', { A: adamStep }, raw`g \in \mathbb{R}^2
\eta, \beta, \gamma, \epsilon > 0
A : \mathbb{R} \times \mathbb{R} \times \mathbb{R} \times \mathbb{R} \times \mathbb{R}^2 \to \mathbb{R}`,
    raw`A(\eta, \beta, \gamma, \epsilon, g) = -\frac{\eta \frac{\beta g_1 + g_2}{1 + \beta}}{\sqrt{\frac{\gamma g_1^2 + g_2^2}{1 + \gamma}} + \epsilon}`,
    raw`A(\eta, \beta, \gamma, \epsilon, g) = -\frac{\eta \frac{\beta g_1 + g_2}{1 + \beta}}{\sqrt{\frac{\gamma g_1^2 + g_2^2}{1 + \gamma} + \epsilon}}`, 'proved'],
    ['squaredDistance', { d: squaredDistance }, raw`${vectors}
d : \mathbb{R}^n \times \mathbb{R}^n \to \mathbb{R}`, raw`d(x, y) = \|x\|^2 - 2 x^T y + \|y\|^2`, raw`d(x, y) = \|x\|^2 - x^T y + \|y\|^2`, 'proved'],
    ['squaredDistance, a bound by squares', { d: squaredDistance }, raw`${vectors}
d : \mathbb{R}^n \times \mathbb{R}^n \to \mathbb{R}`, raw`d(x, y) \le 2 \|x\|^2 + 2 \|y\|^2`, raw`d(x, y) \le \|x\|^2 + \|y\|^2`, 'proved'],
    ['l2Distance, the triangle', { d: l2Distance }, raw`${vectors}
d : \mathbb{R}^n \times \mathbb{R}^n \to \mathbb{R}`, raw`d(x, y) \le d(x, z) + d(z, y)`, raw`d(x, y) \ge d(x, z) + d(z, y)`, 'proved'],
    ['huber, near 0', { h: huber }, raw`${numbers}
h : \mathbb{R} \times \mathbb{R} \to \mathbb{R}`, raw`h(|x| + 1, x) = \frac{x^2}{2}`, raw`h(|x| + 1, x) = x^2`, 'proved'],
    ['sigmoid, its slope', { '\\sigma': sigmoid }, raw`${numbers}
\sigma : \mathbb{R} \to \mathbb{R}`, raw`\sigma'(x) = \frac{e^x}{(1 + e^x)^2}`, raw`\sigma'(x) = \frac{e^x}{1 + e^{2x}}`, 'proved'],
    ['quadratic, whose data are a record', { f: N => (m, b, w) => quadratic(N)({ m, b })(w) }, raw`sizes n = 1..2
M \in \mathbb{R}^{n \times n}
b, w \in \mathbb{R}^n
f : \mathbb{R}^{n \times n} \times \mathbb{R}^n \times \mathbb{R}^n \to \mathbb{R}`, raw`\frac{\partial f(M, b, w)}{\partial w} = M^T M w + b`,
    raw`\frac{\partial f(M, b, w)}{\partial w} = M M w + b`, 'proved'],
    ['a product of matrices', { P: matmul }, raw`sizes m = 1..2, n = 1..2
A \in \mathbb{R}^{m \times n}
B \in \mathbb{R}^{n \times m}
P : \mathbb{R}^{m \times n} \times \mathbb{R}^{n \times m} \to \mathbb{R}^{m \times m}`, raw`P(A, B)^T = B^T A^T`, raw`P(A, B) = B^T A^T`, 'proved']
  ])('%s', (_, bind, names, right, wrong, verdict) => {
    expect(judged(right, names, bind).verdict).toBe(verdict)
    expect(judged(wrong, names, bind).verdict).toBe('refuted')
  })
})

it('says what is bound to what', () => {
  const claim = claimed(raw`C(a) x = C(x) a`, cyclic, { C: circulant })
  expect(claim.statement).toBe(raw`C(a) x = C(x) a`)
  expect(claim.executed).toEqual({ given: cyclic, bound: { C: 'circulant' } })
  expect(claim.judge(effort).verdict).toBe('proved')
})

describe('what is not bound as it is declared is refused, with what to do', () => {
  const C = raw`C(a) x = C(x) a`
  const without = cyclic.split('\n').slice(0, -1).join('\n')
  test.each<readonly [string, string, string, Bindings, string]>([
    ['no declaration', C, without, { C: circulant }, raw`a declaration such as C : \mathbb{R}^n \to \mathbb{R}`],
    ['no function', C, cyclic, {}, 'bind: { C: ... }'],
    ['no use', raw`a^T x = x^T a`, cyclic, { C: circulant }, 'a formula that does not call C'],
    ['one argument too few', raw`C(a) = 0`, raw`${without}
C : \mathbb{R}^n \to \mathbb{R}^n`, { C: circularConvolution }, 'C, bound to circularConvolution: expected'],
    ['one argument too many', raw`s(a, x) = 0`, raw`${vectors}
s : \mathbb{R}^n \times \mathbb{R}^n \to \mathbb{R}`, { s: logSumExp }, 'a function that does not take 2'],
    ['another count in the formula', raw`C(a, x) = 0`, cyclic, { C: circulant }, 'a formula that does not call C'],
    ['another shape in the formula', raw`C(1) = 0`, cyclic, { C:
      circulant }, 'a vector of n entries as argument 1 of C, as declared, got a number'],
    ['another result', raw`C(a) = a`, raw`${without.replace('1..3', '2')}
C : \mathbb{R}^n \to \mathbb{R}^n`, { C:
  circulant }, 'a vector of 2 entries, as declared, got an array of shape 2 x 2'],
    ['a number for an array', raw`C(\eta) = 1`, raw`${without}
C : \mathbb{R} \to \mathbb{R}`, { C: circulant }, 'a function that takes what is declared'],
    ...['=', raw`\langle`, '^T', raw`\cdot`, '+', raw`\|`, raw`\odot`, raw`\log`, 'log', raw`\sum`, raw`x^*`, raw`\frac`, '1', 'x y', ''].map(name =>
      [`the name ${name}`, C, cyclic, { C: circulant, [name]: circulant }, 'a name, such as C'] as const)
  ])('%s', (_, tex, names, bind, message) => {
    const found = judgementOf(claimed(tex, names, bind), effort)
    expect(found.verdict === 'undecided' ? found.reason : 'judged').toContain(message)
  })
})

it(
  'is not bound to what knows only floats, or takes other things than numbers and arrays: the compiler says so', () => {
    // @ts-expect-error it computes with floats
    const floats: Bindings = { f: (x: number) => x * 2 }
    // @ts-expect-error it gives a float
    const float: Bindings = { f: () => () => 2 }
    // @ts-expect-error p holds floats
    const weights: Bindings = { H: crossEntropy }
    // @ts-expect-error it takes a record
    const record: Bindings = { f: conv2d }
    // @ts-expect-error it takes a function
    const other: Bindings = { f: pairwise }
    expect([floats, float, weights, record, other]).toHaveLength(5)
    const kroneckers: Bindings = { K: kronecker }
    expect(kroneckers).toHaveProperty('K')
  }
)

it('is no proof where it is given an array and takes a number', () => {
  const names = raw`sizes n = 1..2
x \in \mathbb{R}^n
s : \mathbb{R}^n \to \mathbb{R}`
  const found = attempt(() => judged(raw`s(x) = s(2 x)`, names, { s: sigmoid }))
  expect(isLeft(found) || !['proved', 'supported'].includes(found.right.verdict)).toBe(true)
  const same = attempt(() => judged(raw`0 < s(x)`, names, { s: sigmoid }))
  expect(isLeft(same) || !['proved', 'supported'].includes(same.right.verdict)).toBe(true)
})
