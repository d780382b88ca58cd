import * as classic from '../../src/classic/index.js'
import * as data from '../../src/data/index.js'
import * as difference from '../../src/difference/index.js'
import * as expression from '../../src/expression/index.js'
import { affine } from '../../src/layer/index.js'
import { logisticLoss, multiclassSvm, softmaxCrossEntropy } from '../../src/loss/index.js'
import { map } from '../../src/random/index.js'
import * as T from '../../src/tensor/index.js'
import { circulantLaws } from '../arrays/index.js'
import { crossValidationLaws, doubleMoonLaws, linearClassifierLaws, nearestNeighbourLaws, preprocessingLaws } from '../classics/index.js'
import { differenceLaws, errorModelLaws, narrowFeatureLaws, numericGradientLaws, relativeErrorLaws } from '../differences/index.js'
import { edgeLaws, expressionLaws } from '../expressions/index.js'
import { suite } from './suite.js'
import { onTrial, refuted, right, type Trial } from './trial.js'

const name = 'trial'
const { shift, circulant, circularConvolution, symmetricEigen } = T
const circular = { name, shift, circulant, circularConvolution }
const preprocessing = { name, ...data, ...classic, symmetricEigen }
const neighbours = { name, ...classic }
const linear = { name, ...classic, multiclassSvm, softmaxCrossEntropy, logisticLoss, biasTrick: data.biasTrick, affine }

const byArrays = onTrial('circulantLaws', [
  refuted('other-way', 'the shift goes the other way round', 'S x = (x_2, x_3, ..., x_1)',
    suite(() => circulantLaws({ ...circular,
      shift: x => T.fromFlat(x.shape, Array.from(x.data, (_, i) => x.data[(i + 1) % x.data.length] ?? NaN)) }))),
  refuted('transposed', 'the circulant is its transpose', 'C = C^T',
    suite(() => circulantLaws({ ...circular, circulant: a => T.transpose(circulant(a)) }))),
  right('supported', 'circulants', 'circular convolution is multiplication by the circulant', 'a * x = C(a) x',
    suite(() => circulantLaws(circular)))
])

const byClassics = [
  ...onTrial('crossValidationLaws', [
    refuted('seen-before', 'what is validated may be trained on', String.raw`T_f \cap V_f \ne \emptyset`,
      suite(() => crossValidationLaws({ ...neighbours,
        kFold: (n, folds) => classic.kFold(n, folds).map(fold => ({ ...fold, training: [...fold.training, ...fold.validation] })) }),
          'folds')),
    refuted('errors', 'the score of a fold is its share of errors', '1 - s',
      suite(() => crossValidationLaws({ ...neighbours,
        crossValidate: (...given) => classic.crossValidate(...given).map(score => 1 - score) }), 'unseen')),
    right('proved', 'folds', 'each example is validated once, and trained on in all other folds', 'T_f = V_f^c',
      suite(() => crossValidationLaws(neighbours), 'folds'))
  ]),
  ...onTrial('nearestNeighbourLaws', [
    refuted('squared', 'the distance is its square', 'd = d^2',
      suite(() => nearestNeighbourLaws({ ...neighbours,
        pairwiseDistances: (...given) => T.map(classic.pairwiseDistances(...given), d => d * d) }))),
    refuted('nearest-alone', 'the nearest alone has a vote', 'k = 1',
      suite(() => nearestNeighbourLaws({ ...neighbours,
        nearestLabels: (distances, labels) => classic.nearestLabels(distances, labels, 1) }), 'vote')),
    right('proved', 'near-points', 'distances of points that nearly coincide keep their digits', String.raw`d(x, x + \varepsilon)`,
      suite(() => nearestNeighbourLaws(neighbours), 'near'))
  ]),
  ...onTrial('preprocessingLaws', [
    refuted('mean-added', 'centred data have the mean added', String.raw`x + \bar x`,
      suite(() => preprocessingLaws({ ...preprocessing, centred: fit => x => T.add(x, T.mean(fit, { axis: 0 })) }))),
    refuted('corrected', 'the covariance is divided by N - 1', String.raw`\tfrac1{N - 1}`,
      suite(() => preprocessingLaws({ ...preprocessing,
        covariance: x => T.mul(classic.covariance(x), (x.shape[0] ?? 2) / ((x.shape[0] ?? 2) - 1)) }), 'covariance')),
    right('supported', 'mean-subtraction', 'centred data have mean 0', String.raw`x - \bar x`,
      suite(() => preprocessingLaws(preprocessing), 'mean-subtraction'))
  ]),
  ...onTrial('linearClassifierLaws', [
    refuted('smallest-score', 'the class is that of the smallest score', String.raw`\arg\min_c s_c`,
      suite(() => linearClassifierLaws({ ...linear, predictLinear: w => classic.predictLinear(T.neg(w)) }), 'prediction')),
    refuted('loss-doubled', 'the softmax loss of an example is twice its logarithm', String.raw`-2 \log p_y`,
      suite(() => linearClassifierLaws({
      ...linear, softmaxCrossEntropy: labels => scores => {
        const { value, gradient } = softmaxCrossEntropy(labels)(scores)
        return { value: 2 * value, gradient }
      }
    }))),
    right('supported', 'objective', 'the linear SVM adds lambda times the squares', String.raw`L + \lambda \|W\|^2`,
      suite(() => linearClassifierLaws(linear), 'svm-objective'))
  ]),
  ...onTrial('doubleMoonLaws', [
    refuted('classes-exchanged', 'the classes may change places', '-y',
      suite(() => doubleMoonLaws({ name,
        doubleMoon: n => map(({ x, labels }: data.Points): data.Points =>
          ({ x, labels: labels.map(label => -label) }))(data.doubleMoon(n)) }))),
    refuted('larger', 'the moons may be a tenth larger', '1.1 x',
      suite(() => doubleMoonLaws({ name,
        doubleMoon: n => map(({ x, labels }: data.Points): data.Points => ({ x: T.mul(x, 1.1), labels }))(data.doubleMoon(n)) }))),
    right('supported', 'moons', 'each point lies on its moon', 'r = 2',
      suite(() => doubleMoonLaws({ name, doubleMoon: data.doubleMoon }), 'moons'))
  ])
]

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
      suite(() => errorModelLaws({ name, ...difference, bestStep: (...given) => ({ ...difference.bestStep(...given), error: 0 }) }),
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
        return { ...found, gradient: Object.fromEntries(Object.entries(found.gradient).map(([input, a]) => [input, N.sub(N.of(0), a)])) }
      }
    }))),
    refuted('doubled', 'forward mode gives twice the gradient', String.raw`2 \nabla f`, suite(() => expressionLaws({
      ...inMode, forward: N => (graph, at) => {
        const found = expression.forward(N)(graph, at)
        return { ...found, gradient: Object.fromEntries(Object.entries(found.gradient).map(([input, a]) => [input, N.add(a, a)])) }
      }
    }))),
    right('supported', 'first-wins', 'on a tie max has the derivative of the first', String.raw`\max(x, x)' = 1`,
      suite(() => expressionLaws(inMode), 'first-wins'))
  ])
]

const byEdges = [
  ...onTrial('edgeLaws', [
    refuted('norm-by-squares', 'a norm may overflow by its squares', String.raw`\sqrt{x^2 + y^2}`, suite(() => edgeLaws({
      ...inMode, reverse: N => (graph, at) => {
        const { values, ...found } = expression.reverse(N)(graph, at)
        return { ...found, values: values.map(N.square).map(N.sqrt) }
      }
    }), 'norms-of-every-size')),
    refuted('gradient-doubled', 'the gradient of a norm is (6, 8) / 5', String.raw`\nabla = (6/5, 8/5)`, suite(() => edgeLaws({
      ...inMode, reverse: N => (graph, at) => {
        const found = expression.reverse(N)(graph, at)
        return { ...found, gradient: Object.fromEntries(Object.entries(found.gradient).map(([input, a]) => [input, N.add(a, a)])) }
      }
    }), 'norms-of-every-size')),
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
    right('supported', 'within-its-estimate', 'an extrapolated difference is within its estimate, however narrow f', String.raw`|T - f'(x)|`,
      suite(() => narrowFeatureLaws({ name, ...difference })))
  ])
]

export const trials: ReadonlyArray<Trial> = [...byArrays, ...byClassics, ...byDifferences, ...byEdges]
