import {
  type Claim, claim, equal, equalEntries, erratum, everyCase, type Judge, type Plain, type Relation
} from '../../../src/claim/index.js'
import { batches } from '../../../src/data/index.js'
import { Conv2d, Flatten, type Layer, MaxPool2d, maxPool2d } from '../../../src/layer/index.js'
import { reluConvNet, parameterShapes } from '../../../src/model/index.js'
import type { Shape } from '../../../src/number/index.js'
import { orThrow } from '../../../src/prelude/index.js'
import * as T from '../../../src/tensor/index.js'
import type { Tensor } from '../../../src/tensor/index.js'

const eyes: Shape = [36, 120]

/** The layers of the gaze ConvNet in order, with the shapes that they are said to have. */
const shapes: ReadonlyArray<readonly [Layer, Shape]> = [
  [Conv2d(6, 3), [6, 34, 118]],
  [MaxPool2d({ height: 2, width: 2, stride: 2 }), [6, 17, 59]],
  [Conv2d(16, 5), [16, 13, 55]],
  [MaxPool2d({ height: 2, width: 2, stride: 2 }), [16, 6, 27]],
  [Flatten, [2592]]
]

const sameShape = (found: Shape, said: Shape, place: string): ReadonlyArray<Relation<Plain>> =>
  [equal<Plain>(found.length, said.length, `rank of ${place}`), ...said.map(
    (n, i) => equal<Plain>(found[i] ?? NaN, n, `${place}, axis ${i}`)
  )]

const picturesOf = (pictures: (filters: Tensor) => Tensor): Judge =>
  everyCase('six filters 3x3 of one channel', [6], count => {
    const shape = parameterShapes(reluConvNet({ hidden: 1 }), [1, ...eyes])['conv1.w'] ?? []
    return sameShape(pictures(T.zeros(shape)).shape, [count, 3, 3, 1], 'the pictures, (N, H, W, C)')
  })

const source = 'Gaze assignment, question 2'

/** What the second part of the gaze assignment states about sizes, on the functions as exported. */
export const claims: ReadonlyArray<Claim> = [
  claim(
    {
      id: 'gaze/convnet/shapes-of-layers',
      title: 'The layers as exported have these sizes; what the second pooling drops has the derivative 0',
      source: `${source}, network architecture`, spoken: 'it is about code, files or time',
      statement: String.raw`\text{our layers, built for a picture 36x120, make of it 34x118, 17x59, 13x55 and 6x27 for each filter, and 2592 in all; backwards the pooling of 13x55 gives 0 to the last row and column}`,
      rows: ['E228-CNN-01']
    },
    everyCase('as it stands', [{ height: 2, width: 2, stride: 2 }], halves => {
      const built = shapes.reduce<ReadonlyArray<Shape>>((so, [layer]) =>
        [...so, orThrow(layer.build(so.at(-1) ?? [])).output], [[1, ...eyes]])
      const { y, pullback } = maxPool2d(halves)(T.zeros([1, 1, 13, 55]))
      const { dx } = pullback(T.ones(y.shape))
      return [
        ...shapes.flatMap(([, said], k) => sameShape(built[k + 1] ?? [], said, `the output of layer ${k + 1}`)),
        ...equalEntries(T.slice(dx, [0, 0, -1]), T.zeros([55]), 'dx of the last row'),
        ...equalEntries(T.slice(dx, [0, 0, {}, -1]), T.zeros([13]), 'dx of the last column')
      ]
    })
  ),
  erratum(
    {
      id: 'gaze/convnet/filter-pictures',
      title: 'Drawn as they are stored, six filters of one channel are six rows of three colours, not pictures 3x3',
      source: `${source}, visualising the filters`, spoken: 'it is about code, files or time',
      statement: String.raw`\text{the weights of our six filters 3x3 of one channel are six pictures of 3x3 pixels with their channel last}`,
      rows: ['E228-CNN-06']
    },
    {
      printed: { text: 'the filters are pictures as they are stored', judge: picturesOf(w => w) },
      corrected: { text: 'the filters are pictures once the channels come last', judge: picturesOf(
        w => T.transpose(w, [0, 2, 3, 1])
      ) }
    }
  ),
  claim(
    {
      id: 'gaze/convnet/batches-of-a-list', title: 'The last batch is the smaller one, and none is left out',
      source: `${source}, training`, spoken: 'it is about code, files or time',
      statement: String.raw`\text{45000 numbers that are cut into batches of 256 by our function are 176 batches, and the last has 200}`,
      rows: ['E228-CNN-04']
    },
    everyCase('as it stands', [256], size => {
      const parts = batches([...T.arange(45000).data], size)
      return [
        equal<Plain>(parts.length, 176, 'batches'),
        equal<Plain>(parts.at(-1)?.length ?? NaN, 200, 'examples in the last')
      ]
    })
  )
]
