import { l2Penalty } from '../../../src/loss/index.js'
import { twoLayerConvNet } from '../../../src/model/index.js'
import { momentum } from '../../../src/optimizer/index.js'
import { type Study, studyOf } from '../../../src/study/index.js'
import { cifarFiles, drawnCifar, readCifar } from '../../convnet-notebooks/experiments/cifar.js'
import { convNetRun } from './convNetRun.js'

const documented = {
  training: 49000, test: 1000, epochs: 1, batch: 50, rate: 1e-4, momentum: 0.9, decay: 0.95, penalty: 1e-3,
  filters: 32, size: 7, weightScale: 1e-2
}
const short = { ...documented, training: 500, test: 100, epochs: 3, filters: 8 }

/** The two-layer convolutional net of the homework's notebook. */
export const experiment: Study = studyOf({
  name: 'two-layer-convnet', document: 'homework-1', place: 'convnet notebook', title: 'A convolutional net of two layers',
  about: 'Convolution, rectifier, pooling and one affine layer learn ten classes of small images with momentum. The batch and the momentum '
    + 'are not printed in the document.',
  reported: 'An epoch ends with 51.4 % on training images and 52 % on the validation set.',
  documented, short, seconds: { short: 10, documented: 2500 },
  files: cifarFiles, draw: (sizes, seed) => drawnCifar(sizes, seed), read: (files, sizes) => readCifar(files, sizes),
  run: ({ settings, data, seed }) => {
    const { epochs, batch, rate, momentum: m, decay, penalty, filters, size, weightScale } = settings
    return convNetRun(twoLayerConvNet({ filters, filterSize: size, weightScale }), data, seed, {
      penalty: l2Penalty(penalty, 'half'), rule: learningRate => momentum({ learningRate, momentum: m }),
      learningRate: rate, decay, batchSize: batch, epochs
    })
  }
})
