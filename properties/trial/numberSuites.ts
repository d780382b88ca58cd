import * as classic from '../../src/classic/index.js'
import * as data from '../../src/data/index.js'
import { affine } from '../../src/layer/index.js'
import { logisticLoss, multiclassSvm, softmaxCrossEntropy } from '../../src/loss/index.js'
import { map } from '../../src/random/index.js'
import * as T from '../../src/tensor/index.js'
import { circulantLaws } from '../arrays/index.js'
import {
  crossValidationLaws, doubleMoonLaws, linearClassifierLaws, nearestNeighbourLaws, preprocessingLaws
} from '../classics/index.js'
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
        kFold: (n, folds) => classic.kFold(n, folds).map(
          fold => ({ ...fold, training: [...fold.training, ...fold.validation] })
        ) }),
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
      suite(
        () => linearClassifierLaws({ ...linear, predictLinear: w => classic.predictLinear(T.neg(w)) }), 'prediction'
      )),
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
        doubleMoon: n => map(({ x, labels }: data.Points): data.Points => ({ x: T.mul(x, 1.1), labels }))(
          data.doubleMoon(n)
        ) }))),
    right('supported', 'moons', 'each point lies on its moon', 'r = 2',
      suite(() => doubleMoonLaws({ name, doubleMoon: data.doubleMoon }), 'moons'))
  ])
]

export const trials: ReadonlyArray<Trial> = [...byArrays, ...byClassics]
