import { averagePool2d, conv2d, maxPool2d } from '../../src/layer/index.js'
import * as T from '../../src/tensor/index.js'
import { averagePoolingLaws, convolutionLaws, maxPoolingLaws, type PoolingSubject } from '../layers/index.js'
import { suite } from './suite.js'
import { onTrial, refuted, right, type Trial } from './trial.js'

const convolved = (change: (pulled: ReturnType<ReturnType<ReturnType<ReturnType<typeof conv2d>>>['pullback']>) =>
  typeof pulled): typeof conv2d => options => params => x => {
  const { y, pullback } = conv2d(options)(params)(x)
  return { y, pullback: dy => change(pullback(dy)) }
}

const byConvolutionLaws = onTrial('convolutionLaws', [
  refuted('bias-halved', 'the gradient of the bias is half the sum over all places', String.raw`db = \tfrac12 \sum dy`,
    suite(() => convolutionLaws(
      { name: 'trial', conv2d: convolved(({ dx, dp }) => ({ dx, dp: { w: dp.w, b: T.div(dp.b, 2) } })) }
    ),
      'adjoint')),
  refuted('image-negated', 'the gradient of the image has the other sign', 'dx = -w^* dy',
    suite(
      () => convolutionLaws({ name: 'trial', conv2d: convolved(({ dx, dp }) => ({ dx: T.neg(dx), dp })) }), 'adjoint'
    )),
  right('supported', 'convolution', 'the gradients of a convolution are its adjoints', 'dx = w^* dy',
    suite(() => convolutionLaws({ name: 'trial', conv2d: convolved(pulled => pulled) }), 'adjoint'))
])

const times = (factor: number, pool: PoolingSubject['pool']): PoolingSubject['pool'] => options => x => {
  const { y, pullback } = pool(options)(x)
  return { y, pullback: dy => pullback(T.mul(dy, factor)) }
}

const byPooling = [
  ...onTrial('maxPoolingLaws', [
    refuted('mean', 'max pooling takes the mean', String.raw`y = \tfrac1{hw} \sum x`,
      suite(() => maxPoolingLaws({ name: 'trial', pool: averagePool2d }))),
    refuted('cotangent-doubled', 'max pooling gives twice the cotangent to the largest', String.raw`dx = 2 dy`,
      suite(() => maxPoolingLaws({ name: 'trial', pool: times(2, maxPool2d) }))),
    right('supported', 'first-of-equals', 'max pooling gives the cotangent to the first of the largest', String.raw`dx = dy [x = \max]`,
      suite(() => maxPoolingLaws({ name: 'trial', pool: times(1, maxPool2d) }), 'ties'))
  ]),
  ...onTrial('averagePoolingLaws', [
    refuted('largest', 'average pooling takes the largest', String.raw`y = \max x`,
      suite(() => averagePoolingLaws({ name: 'trial', pool: maxPool2d }))),
    refuted('cotangent-halved', 'average pooling gives back half the cotangent', String.raw`dx = \tfrac1{2hw} dy`,
      suite(() => averagePoolingLaws({ name: 'trial', pool: times(0.5, averagePool2d) }))),
    right('supported', 'mean', 'average pooling shares the cotangent equally', String.raw`dx = \tfrac1{hw} dy`,
      suite(() => averagePoolingLaws({ name: 'trial', pool: times(1, averagePool2d) }), 'value'))
  ])
]

export const trials: ReadonlyArray<Trial> = [...byConvolutionLaws, ...byPooling]
