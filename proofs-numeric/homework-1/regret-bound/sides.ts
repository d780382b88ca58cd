import {
  atMost, type Claim, equal, erratum, exactly, positive, sumOfSquares, vector
} from '../../../src/claim/index.js'
import { type Divisible, dot, type Grid, half, minus, normSquared, scale } from '../../../src/number/index.js'
import { distance, lastIterate, overTwoEta, regret, setting, type Setting, source, stepCosts } from '../regret-bound.js'

// Two sentences of the derivation name the wrong side of an equation.

/** That one inner product equals half of ||x||^2 + ||eta v||^2 - ||x - eta v||^2 for x = w^t - w*, which is what (2) says of <x, eta v>. */
const isHalfOfSquares = (inner: <A>(N: Divisible<A>, x: Grid<A>, v: Grid<A>, eta: A) => A) =>
  exactly({ eta: positive, x: vector(3), v: vector(3) }, (N, { eta, x, v }) => {
    const step = scale(N)(eta, v)
    const squares = N.sub(N.add(normSquared(N)(x), normSquared(N)(step)), normSquared(N)(minus(N)(x, step)))
    return equal(inner(N, x, v, eta), half(N)(squares))
  })

const replaced: Claim = erratum(
  {
    id: 'homework-1/regret-bound/replaced',
    title: 'What (2) gives, and what is replaced in (1), is the inner product on the right, not the left side',
    statement: String.raw`\langle w^t - w^*, \eta v_t\rangle = \tfrac12 \left(\|w^t - w^*\|^2 + \|\eta v_t\|^2 - \|w^t - w^* - \eta v_t\|^2\right)`,
    source,
    rows: ['HW1-GD-13']
  },
  {
    printed: {
      text: 'the left side of (1), <w^t - w*, v_t>, is what (2) gives',
      tex: String.raw`\text{the left side of (1), } \langle w^t - w^*, v_t \rangle \text{, is what (2) gives}`,
      judge: isHalfOfSquares((N, x, v) => dot(N)(x, v))
    },
    corrected: {
      text: 'the inner product on the right side of (1), <w^t - w*, eta v_t>, is what (2) gives',
      tex: String.raw`\text{the inner product on the right side of (1), } \langle w^t - w^*, \eta v_t \rangle \text{, is what (2) gives}`,
      judge: isHalfOfSquares((N, x, v, eta) => dot(N)(x, scale(N)(eta, v)))
    }
  }
)

/** The last distance over 2 eta, which the telescoped right side has with a minus. */
const lastTerm = <A>(N: Divisible<A>, g: Setting<A>): A =>
  overTwoEta(N, g.eta, distance(N, lastIterate(N, g), g.optimum))

const telescoped = <A>(N: Divisible<A>, g: Setting<A>): A =>
  N.sub(N.add(overTwoEta(N, g.eta, distance(N, g.w1, g.optimum)), stepCosts(N, g)), lastTerm(N, g))

const removed: Claim = erratum(
  {
    id: 'homework-1/regret-bound/removed',
    title: 'The last square is removed from the right side; removed from the left, it makes that larger',
    statement: String.raw`\sum_t \langle w^t - w^*, v_t\rangle \le R + \tfrac1{2\eta} \|w^{T+1} - w^*\|^2, \quad R = \text{the right side before}`,
    source,
    rows: ['HW1-GD-21']
  },
  {
    printed: {
      text: 'removed from the left side: sum_t <w^t - w*, v_t> + ||w^{T+1} - w*||^2 / (2 eta) <= R',
      tex: String.raw`\text{removed from the left side: } \textstyle\sum_t \langle w^t - w^*, v_t \rangle + \tfrac1{2 \eta} \|w^{T+1} - w^*\|^2 \le R`,
      judge: sumOfSquares(setting, (N, g) => atMost(N.add(regret(N, g), lastTerm(N, g)), telescoped(N, g)), () => [])
    },
    corrected: {
      text: 'removed from the right side: sum_t <w^t - w*, v_t> <= R + ||w^{T+1} - w*||^2 / (2 eta)',
      tex: String.raw`\text{removed from the right side: } \textstyle\sum_t \langle w^t - w^*, v_t \rangle \le R + \tfrac1{2 \eta} \|w^{T+1} - w^*\|^2`,
      judge: sumOfSquares(setting, (N, g) => atMost(regret(N, g), N.add(telescoped(N, g), lastTerm(N, g))), (N, g) =>
        minus(N)(lastIterate(N, g), g.optimum).entries.map(x => [overTwoEta(N, g.eta, N.of(1)), x] as const))
    }
  }
)

export const claims: ReadonlyArray<Claim> = [replaced, removed]
