import { type Claim, claim, equal, erratum, everyCase, type Judge, type Plain } from '../../../src/claim/index.js'
import { conv2d } from '../../../src/layer/index.js'
import { parameterShapes, threeLayerConvNet } from '../../../src/model/index.js'
import { type Shape, sizeOf } from '../../../src/number/index.js'
import { attempt } from '../../../src/prelude/index.js'
import * as T from '../../../src/tensor/index.js'

/** Whether the convolution of the cell, on one image instead of a hundred, has its output for a bias of this shape. */
const convolves = (bias: (count: number) => Shape): Judge =>
  everyCase('an image of 3x31x31, 25 filters, stride 2, pad 1', [1], count => {
    const found = attempt(() =>
      conv2d({ stride: 2, pad: 1 })({ w: T.ones([25, 3, 3, 3]), b:
        T.ones(bias(count)) })(T.ones([count, 3, 31, 31])).y.shape)
    const shape = found._tag === 'Right' ? found.right : []
    return [count, 25, 16, 16].map((size, axis) => equal<Plain>(shape[axis] ?? 0, size, `size of axis ${axis}`))
  })

/** The shapes of the notebook, of the functions as exported. */
export const claims: ReadonlyArray<Claim> = [
  erratum(
    {
      id: 'convnet-notebooks/shapes/bias-of-filters',
      title: 'A bias of the shape of the output, as the cell reads, fits no 25 filters: they have 25 biases',
      statement:
        '\\text{A convolution by 25 filters, of stride 2 and pad 1, of an image of 3x31x31 takes ' +
        '25 biases, and gives 25 outputs of 16x16. It refuses biases of the shape of its output.}',
      spoken: 'it is about code, files or time',
      source: 'Convolutional networks notebook, fast layers',
      rows: ['C231-OCR']
    },
    {
      printed: { text: 'b of shape (100, 25, 16, 16)', tex:
        String.raw`b \in \mathbb R^{100 \times 25 \times 16 \times 16}`, judge: convolves(
          count => [count, 25, 16, 16]
        ) },
      corrected: { text: 'b of shape (25,), and a cotangent of shape (100, 25, 16, 16)', tex:
        String.raw`b \in \mathbb R^{25},\ dy \in \mathbb R^{100 \times 25 \times 16 \times 16}`, judge: convolves(
          () => [25]
        ) }
    }
  ),
  claim(
    {
      id: 'convnet-notebooks/shapes/filters-as-pictures',
      title: 'The first filters of the three-layer net are 32 pictures of 7x7 pixels, their three colours last',
      statement:
        '\\text{The first filters of the three-layer net, their entries numbered, ' +
        'are transposed with their colours last: they are 32 pictures of 7x7x3, ' +
        'and the entry at 5, 4, 2, 1 is the one that was at 5, 1, 4, 2.}',
      spoken: 'it is about code, files or time',
      source: 'Convolutional networks notebook, visualising filters',
      rows: ['C231-VIS-01']
    },
    everyCase('pictures of 8x8, one hidden unit', [{ image: [3, 8, 8] }], ({ image }) => {
      const shape = parameterShapes(threeLayerConvNet({ hidden: 1 }), image)['conv.w'] ?? []
      const w = T.reshape(T.arange(sizeOf(shape)), shape)
      const pictures = T.transpose(w, [0, 2, 3, 1])
      return [
        ...[32, 7, 7, 3].map((size, axis) => equal<Plain>(pictures.shape[axis] ?? NaN, size, `axis ${axis}`)),
        equal<Plain>(T.at(pictures, [5, 4, 2, 1]), T.at(w, [5, 1, 4, 2]), 'P[5,4,2,1]')
      ]
    })
  )
]
