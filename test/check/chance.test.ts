import fc, { type Arbitrary } from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { stated } from '../../src/check/index.js'
import { checked, verdictOf } from './checked.js'

const raw = String.raw
const effort = { seed: 1, runs: 100, cancelled: () => false }
const reasonsOf = (declared: string, body: string): string =>
  checked(declared, body).map(({ reason }) => reason).join('\n')

const batch = raw`sizes n = 1..3, d = 1..2
X \in \mathbb{R}^{n \times d}
w \in \mathbb{R}^d
t \in \mathbb{R}^n
expectation over i \in \{1..n\} uniform
L_i := (X_i w - t_i)^2
g := 2 X_i^\top (X_i w - t_i)`
const dropout = raw`sizes n = 1..3
x, v \in \mathbb{R}^n
q \in (0, 1)
m \in \{0, 1\}^n
expectation over m with probability q of 1
h := \frac{m \odot x}{q}`
const classes = raw`sizes C = 1..3
z, r \in \mathbb{R}^C
a \in \mathbb{R}
y \in \{1..C\}
p := softmax(z)
expectation over y with p_y`
const dice = raw`y, z \in \{1..6\}
expectation over y, z uniform`
const convex = raw`sizes n = 1..2, C = 1..3
u \in \mathbb{R}^n
X \in \mathbb{R}^{C \times n}
f : \mathbb{R}^n \to \mathbb{R} convex
y \in \{1..C\}
expectation over y uniform
g := X_y^\top
w^t \in \mathbb{R}^n
w^1 := u
w^{t+1} := w^t - g`
// numbers drawn one by one, and their mean
const sample = raw`sizes m = 2, n = 2..3
x \in \mathbb{R}^m
c \in \{1..m\}^n
expectation over c uniform
M := \frac1n \sum_k x_{c_k}
v := \frac1m \sum_i x_i^2 - \left(\frac1m \sum_i x_i\right)^2`
const own = raw`sizes n = 1..2, C = 1..2
P \in \mathbb{R}^{n \times C}
r \in \mathbb{R}^C
y \in \{1..C\}^n
Q_{ik} := \frac{e^{P_{ik}}}{\sum_l e^{P_{il}}}
expectation over y_i with Q_{i, y_i}`

describe('an expectation and its verdict', () => {
  test.each([
    [batch, raw`\mathbb{E}_i[\nabla_w L_i] = \nabla_w \left(\frac1n \sum_{i=1}^n L_i\right)`, 'proved'],
    [batch, raw`\mathbb{E}_i[\nabla_w L_i] = \nabla_w \sum_{i=1}^n L_i`, 'wrong'],
    [batch, raw`E[L_i] = \frac1n \|X w - t\|^2`, 'proved'],
    [batch, raw`E[L_i] = L_i`, 'wrong'],
    [batch, raw`\mathbb{E}[g] = \frac2n X^T (X w - t)`, 'proved'],
    [batch, raw`\mathbb{E}[g] = g`, 'not understood'],
    [batch, raw`\mathbb{E}[\|g - \mathbb{E}[g]\|^2] = \mathbb{E}[\|g\|^2] - \|\mathbb{E}[g]\|^2`, 'proved'],
    [batch, raw`\operatorname{Cov}(t_i, X_i w) = E[t_i X_i w] - E[t_i] E[X_i w]`, 'proved'],
    [batch, raw`Var(t_i) = E[t_i^2] - E[t_i]`, 'wrong'],
    [batch, raw`\sum_{i=1}^n \mathbb{E}[t_i] = t_1`, 'not understood'],
    [dropout, raw`\mathbb{E}[h] = x`, 'proved'],
    [dropout, raw`\mathbb{E}[m \odot x] = x`, 'wrong'],
    [dropout, raw`\operatorname{Var}[h_j] = \frac{1 - q}{q} x_j^2`, 'proved'],
    [dropout, raw`\operatorname{Var}[h_j] = q (1 - q) x_j^2`, 'wrong'],
    [dropout, raw`\operatorname{Cov}[m_j, m_k] = 0 \quad j \ne k`, 'proved'],
    [dropout, raw`\operatorname{Cov}[m_j, m_k] = 0`, 'wrong'],
    [dropout.replace('1..3', '7'), raw`\operatorname{Var}[m^T x] = q (1 - q) \|x\|^2`, 'proved'],
    [dropout, raw`\sum_k \mathbb{E}[(m_k - \mathbb{E}[m_k]) x_k] = \sum_k (q - \mathbb{E}[m_k]) x_k`, 'proved'],
    [dropout, raw`E[(v^T h)^2] = (v^T x)^2 + \frac{1-q}{q} \sum_j v_j^2 x_j^2`, 'proved'],
    [classes, raw`E[(r_y - a)^2] = \operatorname{Var}[r_y] + (E[r_y] - a)^2`, 'proved'],
    [classes, raw`E[(r_y - a)^2] = \operatorname{Var}[r_y] - (E[r_y] - a)^2`, 'wrong'],
    [classes, raw`\mathbb{E}_{y}\left[-\log p_y\right] = - \sum_k p_k \log p_k`, 'proved'],
    [classes, raw`\mathbb{E}[r_y] = \frac{1}{C} \sum_k r_k`, 'wrong'],
    [classes, raw`\mathbb{E}_y\left[r_y \frac{\partial \log p_y}{\partial z_k}\right] = \frac{\partial}{\partial z_k} \mathbb{E}_y[r_y]`, 'proved'],
    [classes, raw`\sum_{y=1}^C r_y \mathbb{E}_y[r_y] = p^T r \sum_k r_k`, 'proved'],
    [classes, raw`r_y = \mathbb{E}_y[r_y]`, 'wrong'],
    [classes, raw`\mathbb{E}_{y, y}[r_y] = p^T r`, 'proved'],
    [dice, raw`E[y] = 3.5`, 'proved'],
    [dice, raw`\operatorname{Var}[y] = 2.92`, 'proved'],
    [dice, raw`\operatorname{Var}[y] = 2.93`, 'wrong'],
    [dice, raw`\operatorname{Var}[y + z] = \operatorname{Var}[y] + \operatorname{Var}[z]`, 'proved'],
    [dice, raw`E[y z] = E[y] E[z]`, 'proved'],
    [dice, raw`E[y y] = E[y] E[y]`, 'wrong'],
    [dice, raw`E[[y + z = 7]] = \frac16`, 'proved'],
    // a function of which little is known, at a random point: also where a name or a sequence hides what is random
    [convex, raw`\mathbb{E}[f(g)] \ge f(\mathbb{E}[g])`, 'proved'],
    [convex, raw`\mathbb{E}[f(g)] = f(g)`, 'wrong'],
    [convex, raw`\mathbb{E}[f(2 g)] = f(2 g)`, 'wrong'],
    [convex, raw`\mathbb{E}[f(w^2)] = f(w^2)`, 'wrong'],
    [convex, raw`\mathbb{E}[\nabla f(g)] = \nabla f(g)`, 'wrong'],
    [convex, raw`\mathbb{E}[f(X_y^\top)] = \frac1C \sum_{k=1}^C f(X_k^\top)`, 'proved'],
    [convex, raw`\mathbb{E}[w^{t+1}] = \mathbb{E}[w^t] - \frac1C \sum_k X_k^\top`, 'proved'],
    [sample, raw`\operatorname{Var}[M] = \frac{v}{n}`, 'proved'],
    [sample, raw`\operatorname{Var}[M] = v`, 'wrong'],
    [sample, raw`\mathbb{E}[(M - \mathbb{E}[M]) x_{c_1}] = \frac{v}{n}`, 'proved'],
    [sample, raw`\mathbb{E}[\sum_k (x_{c_k} - M)^2] = (n - 1) v`, 'proved'],
    [sample, raw`\mathbb{E}[\sum_k (x_{c_k} - M)^2] = n v`, 'wrong'],
    // each entry with probabilities of its own
    [own, raw`\mathbb{E}[r_{y_i}] = \sum_k Q_{ik} r_k`, 'proved'],
    [own, raw`\mathbb{E}[r_{y_i}] = \sum_k Q_{1k} r_k`, 'wrong'],
    // no probabilities
    [classes.replace('with p_y', 'with r_y'), raw`\mathbb{E}_y[r_y] = \sum_k r_k^2`, 'not understood'],
    [classes.replace('1..3', '2..3')
      .replace('with p_y', 'with [y = 1] 3 - [y = 2] 2'), raw`\mathbb{E}_y[r_y] = 3 r_1 - 2 r_2`, 'not understood'],
    [`${dice}\nexpectation over y with [y = z]`, raw`\mathbb{E}_y[y] = z`, 'not understood']
  ])('%s: %s', (declared, formula, expected) => {
    expect(checked(declared, `$$${formula}$$`).map(verdictOf)).toEqual([expected])
  })
})

it('says over what it is averaged', () => {
  const [line] = checked(dice, raw`$$E[y z] = E[y] E[z]$$`)
  expect(line?.read).toBe('E(y z over y, z) = E(y over y) E(z over z)')
})

it('asks what is random, and says what are no probabilities', () => {
  expect(reasonsOf(raw`a \in \mathbb{R}`, raw`$$E[a] = a$$`)).toContain(
    'E is an expectation over what? Declare: expectation over y uniform'
  )
  expect(reasonsOf(raw`a \in \mathbb{R}`, raw`$$\mathbb{E}_x[a] = a$$`)).toContain('"expectation over x uniform"')
  expect(reasonsOf(dice, raw`$$E[2] = 2$$`)).toContain('as declared: y, z; or \\mathbb{E}_{y}')
  expect(reasonsOf(classes.replace('with p_y', 'with r_y'), raw`$$E[a r_y] = 0$$`)).toContain(
    'probabilities that add up to 1'
  )
  expect(reasonsOf(dice.replace('1..6', '1..20'), raw`$$E[y z] = E[y] E[z]$$`)).toContain('at most 256 outcomes')
  expect(reasonsOf('expectation over q uniform', '')).toContain('a label that is declared before')
})

it('claims as stated want probabilities too', () => {
  const about = { id: 'mean', title: 'A mean', source: 'the block', tex: raw`\mathbb{E}_y[r_y] = \sum_k p_k r_k` }
  expect(stated({ ...about, declarations: classes }).judge(effort).verdict).toBe('proved')
  const found = stated({ ...about, declarations: classes.replace('softmax(z)', 'z') }).judge(effort)
  expect('reason' in found ? found.reason : '').toContain('add up to 1')
})

const formulas: Arbitrary<string> = fc.letrec<{ readonly formula: string }>(tie => ({
  formula: fc.oneof({ maxDepth: 3, depthSize: 'small' }, fc.constantFrom('r_y', 'a', 'y', '2', 'p_y'),
    fc.tuple(tie('formula'), fc.constantFrom('+', '-', '\\cdot'), tie('formula')).map(
      ([a, sign, b]) => `(${a} ${sign} ${b})`
    ))
})).formula

describe('laws of expectations, of drawn formulas', () => {
  const told = (line: string): ReadonlyArray<string> => checked(classes, `$$${line}$$`).map(verdictOf)
  const each = (law: (formula: string) => void): void => {
    fc.assert(fc.property(formulas, law), { seed: 1, numRuns: 15 })
  }
  it('an expectation is a sum with weights, and no other', () => each(formula => {
    const summed = formula.replaceAll('y', 'k')
    expect(told(raw`\mathbb{E}_y[${formula}] = \sum_{k=1}^C p_k ${summed}`)).toEqual(['proved'])
    expect(told(raw`\mathbb{E}_y[${formula}] = 1 + \sum_{k=1}^C p_k ${summed}`)).toEqual(['wrong'])
  }))
  it('derivatives and expectations change places', () => each(formula => {
    expect(told(
      raw`\frac{\partial}{\partial a} (\mathbb{E}_y[${formula}]) = \mathbb{E}_y\left[\frac{\partial}{\partial a} (${formula})\right]`
    ))
      .toEqual(['proved'])
  }))
})
