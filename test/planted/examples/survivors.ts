import { readFileSync } from 'node:fs'
import type { Survivor } from '../exactProof.js'

/** True although edited, and proved by the judge itself for the sizes that are declared: for each document the edited formulas. */
export const proved: Readonly<Record<string, ReadonlyArray<string>>> =
  JSON.parse(readFileSync(new URL('proved.json', import.meta.url), 'utf8')) as Record<string, ReadonlyArray<string>>

/** What is a claim no more: an inequality after "where" or "at" is a condition, of which it is told that nothing was checked. */
export const conditions: ReadonlyArray<string> = [
  'normalisation.md: d < \\gamma \\odot g', 'normalisation.md: d > \\gamma \\odot g',
  'descent.md: w^1 < 0', 'descent.md: w^1 > 0'
]

const tex = String.raw

const last = tex`\frac{1}{2 \eta} \|w^{T+1} - w^*\|^2`
const regret = (formula: string, slack: string): Survivor =>
  ({ document: 'descent.md', formula, why: { slacks: [slack] } })
const young = (formula: string, more: string): Survivor =>
  ({ document: 'rates.md', formula, why: { slacks: [tex`\frac{1}{2 \theta} \|\theta x - y\|^2 ${more}`] } })
const tangent = (formula: string, slack: string): Survivor =>
  ({ document: 'rates.md', formula, why: { slacks: [tex`\frac{1}{2} \|A (y - x)\|^2 + \frac{1}{2} \|${slack}\|^2`] } })
const parabola = (formula: string): Survivor =>
  ({ document: 'rates.md', formula, why: { slacks: [tex`\frac{1}{2} \|A (y - x)\|^2`, tex`\|A (y - x)\|^2`] } })
const rotated = (formula: string): Survivor => ({ document: 'pca.md', formula, why: {
  zero: tex`(a + c) (\cos^2 t + \sin^2 t - 1)`, because: 'the squares of cosine and sine have the sum 1' } })
const positive = (formula: string): Survivor => ({ document: 'ridge.md', formula, why: { slacks: [tex`\|X u\|^2`] } })
const bound = (formula: string, ...kinks: ReadonlyArray<number>): Survivor =>
  ({ document: 'svm.md', formula, why: { variable: ['z', 'z'], kinks } })
const beyond = (formula: string, written = 'e^c'): Survivor =>
  ({ document: 'svm.md', formula, why: { variable: [written, 'c'], kinks: [], isPositive: true } })
const middle = (formula: string): Survivor => ({ document: 'svm.md', formula, why: {
  variables: ['a', 'c'], from: [1, 1], rays: [[1, 0], [0, 1], [-1, 1], [-1, 0], [0, -1], [1, -1]] } })
const subgradient = (formula: string): Survivor => ({ document: 'svm.md', formula, why: {
  variables: ['z', 'a'], from: [1, 0], rays: [[1, 0], [0, 1], [-1, 1], [-1, 0], [0, -1], [1, -1]] } })

/** True although edited, with a proof of another kind. */
export const survivors: ReadonlyArray<Survivor> = [
  regret(tex`\sum_{t=1}^T \langle w^t - w^*, v_t \rangle \le 2 \frac{\|w^*\|^2}{2 \eta} + \frac{\eta}{2} \sum_{t=1}^T \|v_t\|^2`,
    tex`${last} + \frac{1}{2 \eta} \|w^*\|^2`),
  regret(tex`\sum_{t=1}^T \langle w^t - w^*, v_t \rangle \le \frac{\|w^*\|^2}{2 \eta} + 2 \frac{\eta}{2} \sum_{t=1}^T \|v_t\|^2`,
    tex`${last} + \frac{\eta}{2} \sum_{t=1}^T \|v_t\|^2`),
  regret(tex`\sum_{t=1}^T \langle w^t + w^*, v_t \rangle \le \frac{\|w^*\|^2}{2 \eta} + \frac{\eta}{2} \sum_{t=1}^T \|v_t\|^2`,
    tex`\frac{1}{2 \eta} \|w^{T+1} + w^*\|^2`),
  regret(tex`\sum_{t=1}^T \langle w^t - w^*, v_t \rangle \le \frac{2 \|w^*\|^2}{2 \eta} + \frac{\eta}{2} \sum_{t=1}^T \|v_t\|^2`,
    tex`${last} + \frac{1}{2 \eta} \|w^*\|^2`),
  regret(tex`\sum_{t=1}^T \langle w^t - w^*, v_t \rangle \le \frac{\|2 w^*\|^2}{2 \eta} + \frac{\eta}{2} \sum_{t=1}^T \|v_t\|^2`,
    tex`${last} + \frac{3}{2 \eta} \|w^*\|^2`),
  regret(tex`\sum_{t=1}^T \langle w^t - w^*, v_t \rangle \le \frac{\|w^*\|^2}{ \eta} + \frac{\eta}{2} \sum_{t=1}^T \|v_t\|^2`,
    tex`${last} + \frac{1}{2 \eta} \|w^*\|^2`),
  regret(tex`\sum_{t=1}^T \langle w^t - w^*, v_t \rangle \le \frac{\|w^*\|^2}{2 \eta} + \frac{2 \eta}{2} \sum_{t=1}^T \|v_t\|^2`,
    tex`${last} + \frac{\eta}{2} \sum_{t=1}^T \|v_t\|^2`),
  regret(tex`\sum_{t=1}^T \langle w^t - w^*, v_t \rangle \le \frac{\|w^*\|^2}{2 \eta} + \frac{\eta}{2} \sum_{t=1}^T \|2 v_t\|^2`,
    tex`${last} + \frac{3 \eta}{2} \sum_{t=1}^T \|v_t\|^2`),
  rotated(tex`e^T A^T e + f^T A f = \mathrm{tr}(A)`),
  rotated(tex`e^T A e + f^T A^T f = \mathrm{tr}(A)`),
  rotated(tex`e^T A e + f^T A f = \mathrm{tr}(A^T)`),
  positive(tex`u^T (X^T X + \lambda I_n) u = \|X u\|^2 + \lambda \|u^T\|^2 \ge \lambda \|u\|^2`),
  positive(tex`u^T (X^T X + \lambda I_n) u = \|X u\|^2 + \lambda \|u\|^2 \ge \lambda \|u^T\|^2`),
  parabola(tex`f(x) := \frac{1}{2} \|A x + r\|^2`),
  parabola(tex`f(x) := \frac{1}{2} \|A x - 2 r\|^2`),
  tangent(tex`f(y) \ge \nabla f(x)^T (y - x)`, 'A x - r'),
  tangent(tex`2 f(y) \ge f(x) + \nabla f(x)^T (y - x)`, 'A y - r'),
  young(tex`x^T y \le 2 \frac{\theta}{2} \|x\|^2 + \frac{1}{2 \theta} \|y\|^2`, tex`+ \frac{\theta}{2} \|x\|^2`),
  young(tex`x^T y \le \frac{\theta}{2} \|x\|^2 + 2 \frac{1}{2 \theta} \|y\|^2`, tex`+ \frac{1}{2 \theta} \|y\|^2`),
  young(tex`x^T y \le \frac{2 \theta}{2} \|x\|^2 + \frac{1}{2 \theta} \|y\|^2`, tex`+ \frac{\theta}{2} \|x\|^2`),
  young(tex`x^T y \le \frac{\theta}{2} \|2 x\|^2 + \frac{1}{2 \theta} \|y\|^2`, tex`+ \frac{3 \theta}{2} \|x\|^2`),
  young(tex`x^T y \le \frac{\theta}{2} \|x^T\|^2 + \frac{1}{2 \theta} \|y\|^2`, ''),
  young(tex`x^T y \le \frac{\theta}{2} \|x\|^2 + \frac{2}{2 \theta} \|y\|^2`, tex`+ \frac{1}{2 \theta} \|y\|^2`),
  young(tex`x^T y \le \frac{\theta}{2} \|x\|^2 + \frac{1}{ \theta} \|y\|^2`, tex`+ \frac{1}{2 \theta} \|y\|^2`),
  young(tex`x^T y \le \frac{\theta}{2} \|x\|^2 + \frac{1}{2 \theta} \|2 y\|^2`, tex`+ \frac{3}{2 \theta} \|y\|^2`),
  young(tex`x^T y \le \frac{\theta}{2} \|x\|^2 + \frac{1}{2 \theta} \|y^T\|^2`, ''),
  bound(tex`2 h(z) \ge \mathbb{1}\{z \le 0\}`, 0, 1),
  bound(tex`h(2 z) \ge \mathbb{1}\{z \le 0\}`, 0, 0.5),
  middle(tex`h\left(\frac{a + c}{2}\right) \le 2 \frac{h(a) + h(c)}{2}`),
  middle(tex`h\left(\frac{a + c}{2}\right) \le \frac{2 h(a) + h(c)}{2}`),
  middle(tex`h\left(\frac{a + c}{2}\right) \le \frac{h(a) + 2 h(c)}{2}`),
  subgradient(tex`h(z + a) \ge - a \mathbb{1}\{z < 1\}`),
  subgradient(tex`2 h(z + a) \ge h(z) - a \mathbb{1}\{z < 1\}`),
  beyond(tex`2 h(1 + e^c) = 0`),
  beyond(tex`h(1 + 2 e^c) = 0`),
  beyond(tex`h(2 + e^c) = 0`),
  beyond(tex`h'(1 - 2 e^c) = -1, \qquad`),
  beyond(tex`2 h'(1 + e^c) = 0`),
  beyond(tex`h'(1 + 2 e^c) = 0`),
  beyond(tex`h'(2 + e^c) = 0`),
  beyond(tex`h(1 + e^{2 c}) = 0`, 'e^{2 c}'),
  beyond(tex`h'(1 - e^{2 c}) = -1, \qquad`, 'e^{2 c}'),
  beyond(tex`h'(1 + e^{2 c}) = 0`, 'e^{2 c}')
]
