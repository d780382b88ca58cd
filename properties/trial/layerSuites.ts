import * as definition from '../../src/definition/index.js'
import { affine, andThen, type Layer } from '../../src/layer/index.js'
import { type Analytic, type Grid, mapGrid, sum, vectorOf, sizes } from '../../src/number/index.js'
import * as T from '../../src/tensor/index.js'
import type { Tensor } from '../../src/tensor/index.js'
import { compositionLaws, layerLaws } from '../layers/index.js'
import { labels, lossLaws } from '../losses/index.js'
import { suite } from './suite.js'
import { onMore, onTrial, refuted, right, type Trial } from './trial.js'

type Activation = (x: Tensor) => { readonly y: Tensor; readonly pullback: (dy: Tensor) => { readonly dx: Tensor } }

/** A function of each entry and its slope. */
const entrywise = (f: (x: number) => number, slope: (x: number) => number): Activation => x =>
  ({ y: T.map(x, f), pullback: dy => ({ dx: T.mul(dy, T.map(x, slope)) }) })

const sigma = (x: number): number => 1 / (1 + Math.exp(-x))

const byActivation = (layer: Activation, f: <A>(N: Analytic<A>, a: A) => A, named = 'pullback') =>
  suite(
    () => layerLaws({ name: 'trial', layer, definition: <A>(N: Analytic<A>) => mapGrid<A, A>(a => f(N, a)) }), named
  )

const swish = <A>(N: Analytic<A>, a: A): A => N.div(a, N.add(N.of(1), N.exp(N.sub(N.of(0), a))))

/** Of each of two rows of three. */
const variances = <A>(N: Analytic<A>) => (x: Grid<A>): Grid<A> => vectorOf([0, 1].map(i => {
  const row = [0, 1, 2].map(j => x.at(i, j))
  const mu = N.div(N.sum(row), N.of(3))
  return N.div(N.sum(row.map(a => N.square(N.sub(a, mu)))), N.of(3))
}))

type AffineParams = Parameters<typeof affine>[0]
type Affine = (params: AffineParams) => (x: Tensor) => ReturnType<ReturnType<typeof affine>>

/** The affine layer, with its cotangents changed. */
const pulledBy = (change: (pulled: { readonly dx: Tensor; readonly w: Tensor; readonly b: Tensor }) =>
  { readonly dx: Tensor; readonly w: Tensor; readonly b: Tensor }): Affine =>
  params => x => {
    const { y, pullback } = affine(params)(x)
    return {
      y, pullback: dy => {
        const { dx, dp } = pullback(dy)
        const { dx: changed, ...rest } = change({ dx, ...dp })
        return { dx: changed, dp: rest }
      }
    }
  }

const byAffine = (layer: Affine) =>
  suite(() => layerLaws({ name: 'trial', layer, definition:
    definition.affine, x: [2, 3], params: { w: [3, 4], b: [4] } }), 'pullback')

const byLayerLaws = onTrial('layerLaws', [
  refuted('slope-of-swish', 'x s(x) has the slope s(x)', String.raw`(x \sigma(x))' = \sigma(x)`,
    byActivation(entrywise(x => x * sigma(x), sigma), swish)),
  refuted('relu-passes-all', 'max(0, x) has the slope 1', String.raw`\max(0, x)' = 1`,
    byActivation(entrywise(x => Math.max(0, x), () => 1), (N, a) => N.max(N.of(0), a))),
  refuted('tanh-of-value', 'tanh has the slope 1 - x^2', String.raw`\tanh' = 1 - x^2`,
    byActivation(entrywise(Math.tanh, x => 1 - x * x), (N, a) => N.tanh(a))),
  refuted('value', 'max(0, x) is max(1/4, x)', String.raw`\max(0, x) = \max(\tfrac14, x)`,
    byActivation(entrywise(x => Math.max(0.25, x), x => Number(x > 0)), (N, a) => N.max(N.of(0), a), 'value')),
  onMore(refuted('exponential-capped', 'e^x is e^min(50, x)', String.raw`e^x = e^{\min(50, x)}`,
    byActivation(
      entrywise(x => Math.exp(Math.min(50, x)), x => Math.exp(Math.min(50, x))), (N, a) => N.exp(a), 'value'
    ))),
  onMore(refuted('relu-capped', 'max(0, x) is at most 100', String.raw`\max(0, x) = \min(100, \max(0, x))`,
    byActivation(
      entrywise(x => Math.min(100, Math.max(0, x)), x => Number(x > 0 && x < 100)), (N, a) => N.max(N.of(0), a), 'value'
    ))),
  onMore(refuted('relu-doubled-between', 'max(0, x) is 2 x between 10^6 and 10^12', String.raw`\max(0, x) = 2x,\ 10^6 < x < 10^{12}`,
    byActivation(entrywise(x => (x > 1e6 && x < 1e12 ? 2 * x : Math.max(0, x)), x => Number(x > 0)), (
      N, a
    ) => N.max(N.of(0), a), 'value'))),
  onMore(
    refuted('mean-of-squares-less-square', 'the variance in doubles is the mean of squares less the square of the mean',
      String.raw`\tfrac1D \sum_j (x_j - \mu)^2 = \tfrac1D \sum_j x_j^2 - \mu^2`, suite(() => layerLaws({
        name: 'trial', x: [2, 3], definition: variances, layer: (x: Tensor) => {
          const mu = T.mean(x, { axis: 1, keepdims: true })
          return {
            y: T.sub(T.mean(T.mul(x, x), { axis: 1 }), T.reshape(T.mul(mu, mu), [2])),
            pullback: (dy: Tensor) => ({ dx: T.div(T.mul(T.mul(2, T.sub(x, mu)), T.reshape(dy, [2, 1])), 3) })
          }
        }
      }), 'value'))
  ),
  refuted('slope-between-none', 'where any slope is accepted: max(0, x) - max(0, -x) has the slope 0 at 0', String.raw`x' = [x \ne 0]`,
    suite(() => layerLaws({
      name: 'trial', atKinks: 'any', layer: entrywise(x => x, x => Number(x !== 0)),
      definition: <A>(N: Analytic<A>) => mapGrid<A, A>(a => N.sub(N.relu(a), N.relu(N.neg(a))))
    }), 'pullback')),
  right('supported', 'slope-between-one', 'where any slope is accepted: max(0, x) - max(0, -x) has the slope 1', String.raw`x' = 1`,
    suite(() => layerLaws({
      name: 'trial', atKinks: 'any', layer: entrywise(x => x, () => 1),
      definition: <A>(N: Analytic<A>) => mapGrid<A, A>(a => N.sub(N.relu(a), N.relu(N.neg(a))))
    }), 'pullback')),
  refuted('bias-without-gradient', 'the bias of an affine layer has no gradient', 'db = 0',
    byAffine(pulledBy(({ dx, w, b }) => ({ dx, w, b: T.mul(b, 0) })))),
  refuted('first-weight', 'a weight of an affine layer has twice its gradient', String.raw`dw_{11} = 2 x^T dy`,
    byAffine(pulledBy(({ dx, w, b }) =>
    ({ dx, w: T.fromFlat(w.shape, [...w.data].map((a, i) => (i === 0 ? 2 * a : a))), b })))),
  refuted(
    'mean-over-examples', 'the gradient of the bias is a mean over examples', String.raw`db = \tfrac1N \sum_n dy_n`,
      byAffine(pulledBy(({ dx, w, b }) => ({ dx, w, b: T.div(b, dx.shape[0] ?? 1) })))
  ),
  right('supported', 'swish', 'x s(x) has the slope s(x) + x s(x) s(-x)', String.raw`(x \sigma(x))' = \sigma(x) + x \sigma(x) \sigma(-x)`,
    byActivation(entrywise(x => x * sigma(x), x => sigma(x) + x * sigma(x) * sigma(-x)), swish)),
  right('supported', 'relu-with-its-kink', 'max(0, x) has the slope 0 at 0', String.raw`\max(0, x)' = [x > 0]`,
    byActivation(entrywise(x => Math.max(0, x), x => Number(x > 0)), (N, a) => N.max(N.of(0), a))),
  right('supported', 'affine', 'dx = dy w^T, dw = x^T dy, db = the sum of dy', 'dw = x^T dy', byAffine(
    pulledBy(pulled => pulled)
  ))
])

type Loss = (right: ReadonlyArray<number>) => (scores: Tensor) => { readonly value: number; readonly gradient: Tensor }

/** Half the mean square of scores less labels, and its gradient times a factor. */
const squares = (factor: (examples: number) => number, each: (error: number) => number = error => error): Loss =>
  right => scores => {
    const errors = T.tabulate(scores.shape, (i, j) => T.at(scores, [i, j]) - (right[i] ?? 0))
    return { value: T.item(T.sum(T.mul(errors, errors))) / (2 * right.length), gradient: T.map(
      errors, e => each(e) * factor(right.length)
    ) }
  }

const halfSquares = <A>(N: Analytic<A>) => (right: ReadonlyArray<number>) => (scores: Grid<A>): A => {
  const [examples, columns] = sizes(scores, 2)
  const total = sum(N)([examples, columns], (i, j) => {
    const error = N.sub(scores.at(i, j), N.of(right[i] ?? 0))
    return N.mul(error, error)
  })
  return N.div(total, N.of(2 * right.length))
}

const byLoss = (loss: Loss) =>
  suite(() => lossLaws({ name: 'trial', loss, definition: halfSquares, targets: labels }), 'gradient')

const byLossLaws = onTrial('lossLaws', [
  refuted('factor', 'the gradient of e^2 / 2 is 2 e', String.raw`\nabla \tfrac1{2N} \|e\|^2 = \tfrac2N e`, byLoss(
    squares(n => 2 / n)
  )),
  refuted('without-mean', 'the gradient of a mean has no factor 1 / N', String.raw`\nabla \tfrac1{2N} \|e\|^2 = e`,
    byLoss(squares(() => 1))),
  refuted('sign', 'the gradient of e^2 / 2 is |e|', String.raw`\nabla \tfrac1{2N} \|e\|^2 = \tfrac1N |e|`,
    byLoss(squares(n => 1 / n, Math.abs))),
  right('supported', 'half-squares', 'the gradient of the mean of e^2 / 2 is e / N', String.raw`\nabla \tfrac1{2N} \|e\|^2 = \tfrac1N e`,
    byLoss(squares(n => 1 / n)))
])

const doubled = (layer: Layer): Layer => ({
  ...layer,
  train: (params, state) => x => {
    const { y, pullback, ...rest } = layer.train(params, state)(x)
    return { y, ...rest, pullback: dy => pullback(T.mul(dy, 2)) }
  }
})

const byCompositionLaws = onTrial('compositionLaws', [
  refuted('cotangent-doubled', 'the pullback of a composition is twice that of its parts', String.raw`(g \circ f)^* = 2 f^* g^*`,
    suite(() => compositionLaws({ name: 'trial', andThen: (f, g) => doubled(andThen(f, g)) }))),
  refuted('inference', 'inference through a composition adds 1', 'h = g(f) + 1', suite(() => compositionLaws({
    name: 'trial', andThen: (f, g) => {
      const both = andThen(f, g)
      return { ...both, infer: (params, state) => x => T.add(both.infer(params, state)(x), 1) }
    }
  }))),
  right('supported', 'composition', 'the pullback of a composition is that of its parts in reverse', String.raw`(g \circ f)^* = f^* g^*`,
    suite(() => compositionLaws({ name: 'trial', andThen: (f, g) => andThen(f, g) })))
])

export const trials: ReadonlyArray<Trial> = [...byLayerLaws, ...byLossLaws, ...byCompositionLaws]
