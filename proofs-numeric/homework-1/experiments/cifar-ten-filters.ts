import { twoLayerConvNet } from '../../../src/model/index.js'
import { adam } from '../../../src/optimizer/index.js'
import { type Study, studyOf } from '../../../src/study/index.js'
import { cifarFiles, drawnCifar, readCifar } from '../../convnet-notebooks/experiments/cifar.js'
import { convNetRun } from './convNetRun.js'

const documented = { training: 49000, test: 1000, epochs: 10, batch: 50, rate: 1e-3 }
const short = { ...documented, training: 500, test: 100, epochs: 3 }

/** A convolutional net whose first layer has ten filters. */
export const experiment: Study = studyOf({
  name: 'cifar-ten-filters', document: 'homework-1', place: 'the trained filters', title: 'A convolutional net of ten filters',
  about: 'Ten filters of 7 x 7, rectifier, pooling and one affine layer learn ten classes of small images; the filters are shown. '
    + 'The document prints neither rate nor number of epochs.',
  reported: 'Curves of loss and accuracy, and ten filters, are shown; no figures are printed.',
  documented, short, seconds: { short: 10, documented: 15000 },
  files: cifarFiles, draw: (sizes, seed) => drawnCifar(sizes, seed), read: (files, sizes) => readCifar(files, sizes),
  run: ({ settings: { epochs, batch, rate }, data, seed }) => convNetRun(
    twoLayerConvNet({ filters: 10, filterSize: 7 }), data, seed,
    { rule: learningRate => adam({ learningRate }), learningRate: rate, batchSize: batch, epochs }
  )
})
