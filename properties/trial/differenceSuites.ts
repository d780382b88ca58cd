import * as difference from '../../src/difference/index.js'
import * as expression from '../../src/expression/index.js'
import * as T from '../../src/tensor/index.js'
import {
  differenceLaws, errorModelLaws, narrowFeatureLaws, numericGradientLaws, relativeErrorLaws
} from '../differences/index.js'
import { edgeLaws, expressionLaws } from '../expressions/index.js'
import { suite } from './suite.js'
import { onTrial, refuted, right, type Trial } from './trial.js'

const name = 'trial'
const inMode = { name, ...expression }

const byDifferences = [
  ...onTrial('differenceLaws', [
    refuted('backward', 'the forward difference is the backward one', 'f(x + h) - f(x) = f(x) - f(x - h)',
      suite(() => differenceLaws({ name, ...difference, forwardDifference: difference.backwardDifference }))),
    refuted('one-sided', 'the central difference is the forward one', 'f(x + h) - f(x - h)',
      suite(() => differenceLaws({ name, ...difference, centralDifference: difference.forwardDifference }))),
    right('supported', 'mean', 'the central difference is the mean of both others', String.raw`\tfrac12 (D_+ + D_-)`,
      suite(() => differenceLaws({ name, ...difference }), 'mean'))
  ]),
  ...onTrial('errorModelLaws', [
    refuted('double-step', 'twice the best step is best', '2h', suite(() => errorModelLaws({
      name, ...difference, bestStep: (...given) => {
        const { h, error } = difference.bestStep(...given)
        return { h: 2 * h, error }
      }
    }), 'best-step')),
    refuted('no-error', 'the best step has no error', '0',
      suite(() => errorModelLaws(
        { name, ...difference, bestStep: (...given) => ({ ...difference.bestStep(...given), error: 0 }) }
      ),
        'best-step')),
    right('supported', 'best-step', 'the best step balances truncation and rounding', String.raw`2 \sqrt{e / d}`,
      suite(() => errorModelLaws({ name, ...difference }), 'best-step'))
  ]),
  ...onTrial('numericGradientLaws', [
    refuted('halved', 'the numeric gradient is half the slope', String.raw`\tfrac1{4h}`,
      suite(() => numericGradientLaws({ name, ...difference,
        numericGradient: (...given) => x => T.div(difference.numericGradient(...given)(x), 2) }))),
    refuted('cotangent-ignored', 'the numeric pullback needs no cotangent', String.raw`J^T \mathbf 1`,
      suite(() => numericGradientLaws({ name, ...difference,
        numericPullback: (...given) => x => dy => difference.numericPullback(...given)(x)(T.ones(dy.shape)) }))),
    right('supported', 'pullback', 'the numeric pullback multiplies by the cotangent', 'J^T dy',
      suite(() => numericGradientLaws({ name, ...difference }), 'pullback'))
  ]),
  ...onTrial('relativeErrorLaws', [
    refuted('of-the-first', 'the relative error is relative to the first alone', '|x - y| / |x|',
      suite(() => relativeErrorLaws({ name,
        relativeError: (x, y) => T.item(T.max(T.div(T.abs(T.sub(x, y)), T.maximum(1e-8, T.abs(x))))) }))),
    refuted('without-size', 'the relative error keeps its sign', '(x - y) / (|x| + |y|)',
      suite(() => relativeErrorLaws({ name,
        relativeError: (x, y) => T.item(T.max(T.div(T.sub(x, y), T.maximum(1e-8, T.add(T.abs(x), T.abs(y)))))) }))),
    right('supported', 'symmetric', 'the relative error lies in [0, 1] and is symmetric', '|x - y| / (|x| + |y|)',
      suite(() => relativeErrorLaws({ name, ...difference })))
  ]),
  ...onTrial('expressionLaws', [
    refuted('sign', 'reverse mode has the other sign', String.raw`-\nabla f`, suite(() => expressionLaws({
      ...inMode, reverse: N => (graph, at) => {
        const found = expression.reverse(N)(graph, at)
        return { ...found, gradient: Object.fromEntries(
          Object.entries(found.gradient).map(([input, a]) => [input, N.sub(N.of(0), a)])
        ) }
      }
    }))),
    refuted('doubled', 'forward mode gives twice the gradient', String.raw`2 \nabla f`, suite(() => expressionLaws({
      ...inMode, forward: N => (graph, at) => {
        const found = expression.forward(N)(graph, at)
        return { ...found, gradient: Object.fromEntries(
          Object.entries(found.gradient).map(([input, a]) => [input, N.add(a, a)])
        ) }
      }
    }))),
    right('supported', 'first-wins', 'on a tie max has the derivative of the first', String.raw`\max(x, x)' = 1`,
      suite(() => expressionLaws(inMode), 'first-wins'))
  ])
]

const byEdges = [
  ...onTrial('edgeLaws', [
    refuted('norm-by-squares', 'a norm may overflow by its squares', String.raw`\sqrt{x^2 + y^2}`, suite(
      () => edgeLaws({
        ...inMode, reverse: N => (graph, at) => {
          const { values, ...found } = expression.reverse(N)(graph, at)
          return { ...found, values: values.map(N.square).map(N.sqrt) }
        }
      }), 'norms-of-every-size'
    )),
    refuted('gradient-doubled', 'the gradient of a norm is (6, 8) / 5', String.raw`\nabla = (6/5, 8/5)`, suite(
      () => edgeLaws({
        ...inMode, reverse: N => (graph, at) => {
          const found = expression.reverse(N)(graph, at)
          return { ...found, gradient: Object.fromEntries(
            Object.entries(found.gradient).map(([input, a]) => [input, N.add(a, a)])
          ) }
        }
      }), 'norms-of-every-size'
    )),
    right('supported', 'norms', 'the norm of (3 s, 4 s) is 5 s for every s', String.raw`\|(3s, 4s)\| = 5s`,
      suite(() => edgeLaws(inMode), 'norms-of-every-size'))
  ]),
  ...onTrial('narrowFeatureLaws', [
    refuted('no-error', 'an extrapolated difference has no error', '0', suite(() => narrowFeatureLaws({
      name, extrapolatedDifference: (...given) => x => ({ ...difference.extrapolatedDifference(...given)(x), error: 0 })
    }))),
    refuted('one-more', 'a derivative is larger by 1', "f' + 1", suite(() => narrowFeatureLaws({
      name, extrapolatedDifference: (...given) => x => {
        const { value, error } = difference.extrapolatedDifference(...given)(x)
        return { value: value + 1, error }
      }
    }))),
    right('supported', 'within-its-estimate', 'an extrapolated difference is within its estimate, however narrow f',
      String.raw`|T - f'(x)|`,
      suite(() => narrowFeatureLaws({ name, ...difference })))
  ])
]

export const trials: ReadonlyArray<Trial> = [...byDifferences, ...byEdges]
