import { type Analytic, type Grid, sizes, sum } from '../../src/number/index.js'
import type { Memory, Optimizer } from '../../src/optimizer/index.js'
import { permutation, run, seedOf } from '../../src/random/index.js'
import * as T from '../../src/tensor/index.js'
import type { Tensor } from '../../src/tensor/index.js'
import { broadcastingLaws } from '../arrays/index.js'
import { labels, lossLaws } from '../losses/index.js'
import { optimizerLaws } from '../optimizers/index.js'
import { permutationLaws } from '../random/index.js'
import { half, permuted, rounded, write } from './changed.js'
import { suite } from './suite.js'
import { onTrial, refuted, right, type Trial } from './trial.js'

type Loss = (right: ReadonlyArray<number>) => (scores: Tensor) => { readonly value: number; readonly gradient: Tensor }

const squares = (change: (gradient: Tensor) => Tensor): Loss => right => scores => {
  const errors = T.tabulate(scores.shape, (i, j) => T.at(scores, [i, j]) - (right[i] ?? 0))
  return { value: T.item(T.sum(T.mul(errors, errors))) / 2, gradient: change(errors) }
}

const halfSquares = <A>(N: Analytic<A>) => (right: ReadonlyArray<number>) => (scores: Grid<A>): A => {
  const [examples, columns] = sizes(scores, 2)
  return N.div(sum(N)([examples, columns], (i, j) => {
    const error = N.sub(scores.at(i, j), N.of(right[i] ?? 0))
    return N.mul(error, error)
  }), N.of(2))
}

const byLoss = (loss: Loss) => suite(() => lossLaws({ name: 'trial', loss, definition: halfSquares, targets: labels }))

const byLosses = onTrial('lossLaws', [
  refuted('examples-exchanged', 'the gradients of two examples are exchanged', String.raw`\nabla L`,
    byLoss(squares(g => (g.shape[0] === 2 ? permuted(g, half) : g)))),
  refuted('gradient-flat', 'a gradient may be flat', String.raw`\nabla L`, byLoss(
    squares(g => T.reshape(g, [g.data.length]))
  )),
  refuted('gradient-with-one-more', 'a gradient may have a row too many', String.raw`\nabla L`,
    byLoss(squares(g => T.concatenate([g, g], 0)))),
  refuted('gradient-single', 'a gradient of 24 bits is one of 53', String.raw`\nabla L`, byLoss(squares(rounded))),
  refuted('scores-written', 'a loss may write its gradient over the scores', String.raw`\nabla L`, byLoss(
    right => scores => {
      const answer = squares(g => g)(right)(scores)
      write(scores, answer.gradient)
      return answer
    }
  )),
  right('supported', 'sum-of-squares', 'the gradient of e^2 / 2 is e', String.raw`\nabla L`, byLoss(squares(g => g)))
])

const minus = <A>(N: Analytic<A>) => (gradients: ReadonlyArray<A>): A => N.mul(N.of(-0.5), gradients.at(-1) ?? N.of(0))
const velocity = <A>(N: Analytic<A>) => (gradients: ReadonlyArray<A>): A =>
  gradients.reduce((v, g) => N.sub(N.mul(N.of(0.5), v), N.mul(N.of(0.25), g)), N.of(0))

const rule = (update: Optimizer<Tensor, Memory>['update'], init: Optimizer<Tensor,
  Memory>['init'] = w => ({ velocity: T.zeros(w.shape) })): Optimizer<Tensor, Memory> => ({ init, update })
const stepOf = (memory: Memory, gradient: Tensor): Tensor =>
  T.sub(T.mul(memory['velocity'] ?? gradient, 0.5), T.mul(gradient, 0.25))

/** A velocity outside the memory, which `init` sets back. */
const hidden = (): Optimizer<Tensor, Memory> => {
  const kept: Array<Tensor> = []
  return rule(gradient => () => memory => {
    kept[0] = stepOf({ velocity: kept[0] ?? T.zeros(gradient.shape) }, gradient)
    return [kept[0], memory]
  }, w => {
    kept[0] = T.zeros(w.shape)
    return {}
  })
}

const byRule = (
  optimizer: Optimizer<Tensor, Memory>, known: <A>(N: Analytic<A>) => (gradients: ReadonlyArray<A>) => A, named = ''
) =>
  suite(() => optimizerLaws({ name: 'trial', optimizer, definition: known } as never), named)

const byOptimizers = onTrial('optimizerLaws', [
  refuted('memory-written', 'a memory may be written over', String.raw`\Delta_t = f(g_1, \ldots, g_t)`,
    byRule(rule(gradient => () => memory => {
    const step = stepOf(memory, gradient)
    return [step, { velocity: write(memory['velocity'] ?? step, step) }]
  }), velocity)),
  refuted('weights-written', 'weights may be written over', String.raw`\Delta_t = f(g_1, \ldots, g_t)`,
    byRule(rule(gradient => w => memory => {
    const step = T.mul(gradient, -0.5)
    write(w, T.add(w, step))
    return [step, memory]
  }), minus)),
  refuted('hidden-velocity', 'a velocity may be kept elsewhere, where it is set back at each start',
    String.raw`\Delta_t = f(g_1, \ldots, g_t)`,
    byRule(hidden(), velocity)),
  refuted('step-of-a-row', 'a step may have one axis more', String.raw`\Delta_t = f(g_1, \ldots, g_t)`,
    byRule(
      rule(gradient => () => memory => [T.reshape(T.mul(gradient, -0.5), [1, ...gradient.shape]), memory]), minus
    )),
  refuted('hasty', 'steps 7 to 19 are twice as long', String.raw`\Delta_t = f(g_1, \ldots, g_t)`,
    byRule(rule(gradient => () => memory => {
    const count = T.add(memory['count'] ?? T.scalar(0), 1)
    return [T.mul(gradient, T.item(count) >= 7 && T.item(count) < 20 ? -1 : -0.5), { count }]
  }, () => ({ count: T.scalar(0) })), minus, 'advanced')),
  refuted('late', 'after a thousand steps none is taken', String.raw`\Delta_t = f(g_1, \ldots, g_t)`,
    byRule(rule(gradient => () => memory => {
    const count = T.add(memory['count'] ?? T.scalar(0), 1)
    return [T.mul(gradient, T.item(count) > 1000 ? 0 : -0.5), { count }]
  }, () => ({ count: T.scalar(0) })), minus, 'advanced'))
])

const inOrder = (n: number): ReadonlyArray<number> => Array.from({ length: n }, (_, k) => k)
const shuffled = (n: number, seed: number): ReadonlyArray<number> => run(permutation(n), seedOf(seed))

const byDraws = onTrial('permutationLaws', [
  refuted('no-order', 'an order that is always the same is drawn', String.raw`\pi = \mathrm{id}`,
    suite(() => permutationLaws({ name: 'trial', permutation: inOrder }))),
  refuted('turned', 'an order turned by a drawn number is drawn', String.raw`\pi(k) = k + d \bmod n`, suite(
    () => permutationLaws({
      name: 'trial', permutation: (n, seed) => inOrder(n).map(k => (k + (shuffled(n, seed)[0] ?? 0)) % n)
    }), 'pairs'
  )),
  refuted('few', 'more than 50 numbers are drawn in their own order', String.raw`n > 50 \Rightarrow \pi = \mathrm{id}`,
    suite(() => permutationLaws({ name: 'trial', permutation: (
      n, seed
    ) => (n > 50 ? inOrder(n) : shuffled(n, seed)) }), 'many')),
  right('supported', 'shuffled', 'each number comes once', String.raw`\pi \in S_n`,
    suite(() => permutationLaws({ name: 'trial', permutation: shuffled }), 'each-once'))
])

const broadcast = (
  of: (a: Tensor, b: Tensor) => Tensor, where = T.where as (condition: Tensor, a: Tensor, b: Tensor) => Tensor
) =>
  suite(() => broadcastingLaws({ name: 'trial', operations: { sub: { of, entry: (a, b) => a - b } }, where }))

const byArrays = onTrial('broadcastingLaws', [
  refuted('operands-exchanged', 'a - b is b - a', 'a - b = b - a', broadcast((a, b) => T.sub(b, a))),
  refuted('branches-exchanged', 'a condition chooses the other branch', 'c ? b : a',
    broadcast(T.sub, (condition, a, b) => T.where(condition, b, a))),
  right('supported', 'difference', 'a - b where their indices meet', 'a_i - b_j', broadcast(T.sub))
])

export const trials: ReadonlyArray<Trial> = [...byLosses, ...byOptimizers, ...byDraws, ...byArrays]
