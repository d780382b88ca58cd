import type { Layer } from '../../../src/layer/index.js'
import { parameterCount, reluConvNet } from '../../../src/model/index.js'
import { momentum, stepDecay } from '../../../src/optimizer/index.js'
import { tabulate } from '../../../src/prelude/index.js'
import { type Solved, solver } from '../../../src/solver/index.js'
import { everyCase, type Study, studyOf, type Steps, told, trained } from '../../../src/study/index.js'
import * as T from '../../../src/tensor/index.js'
import { filterPicture, percent } from '../../convnet-notebooks/experiments/course.js'
import { classes, drawnGaze, type Gaze, gazeFiles, readGaze, sizesOf } from './gazeData.js'
import { threePanels } from './threePanels.js'

const documented = {
  training: 45000, validation: 9000, epochs: 10, batch: 256, hidden: 256, rate: 0.01, momentum: 0.9,
  factor: 0.9, every: 2, weightScale: 0.05, seeds: 1
}
const short = { ...documented, training: 400, validation: 150, epochs: 4, batch: 50, hidden: 64, seeds: 2 }

/** The convolutional net of the gaze assignment, without and with batch normalisation. */
export const experiment: Study = studyOf({
  name: 'gaze-batch-norm', document: 'gaze', place: 'tasks 2.1 to 2.4', title: 'A convolutional net without and with batch normalisation',
  about: 'Two convolutions, pooling and two affine layers, trained with momentum and a rate that falls by a tenth every two '
    + 'epochs; once as it stands, and once with batch normalisation after each pooling.',
  reported: 'After 10 epochs 61.0 % of the test images are right without batch normalisation, and 76.0 % with it.',
  documented, short, seconds: { short: 50, documented: 40000 },
  files: gazeFiles, draw: (sizes, seed) => drawnGaze(sizes, seed), read: (files, sizes) => readGaze(files, sizes),
  run: function* ({ settings, data, seed }) {
    const { hidden, weightScale, seeds } = settings
    const [without, withNorm] = [false, true].map(
      batchNorm => reluConvNet({ hidden, classes: classes.length, batchNorm, weightScale })
    ) as [Layer, Layer]
    const counts = [without, withNorm].map(model => parameterCount(model, [1, 36, 120]))
    yield* told(`${sizesOf(data)}; ${counts.join(' and ')} parameters; ${seeds} seeds`)
    const pairs: Array<Pair> = []
    for (const each of tabulate(seeds, k => seed + k)) pairs.push({
      seed: each, plain: yield* ending(settings, data, without, `plain-${each}`, each),
      normalised: yield* ending(settings, data, withNorm, `batch-norm-${each}`, each)
    })
    const [first] = pairs as [Pair]
    return {
      results: { validationAccuracies: pairs.map(pair =>
        ({ seed: pair.seed, plain: rightOf(pair.plain), batchNorm: rightOf(pair.normalised) })) },
      tables: [{
        title: 'validation accuracy at the end', columns: ['seed', 'without', 'with batch norm'],
        rows: pairs.map(pair => [`${pair.seed}`, percent(rightOf(pair.plain)), percent(rightOf(pair.normalised))])
      }],
      pictures: [
        threePanels('course', 'Without and with batch normalisation', [
          { label: 'without', solved: first.plain }, { label: 'with batch norm', solved: first.normalised }
        ]),
        filterPicture(
          first.normalised.solving.training.params[0]?.['w'] ?? T.zeros([1, 1, 1, 1]),
          'The 3 x 3 filters of the first layer of the net with batch normalisation, each stretched to the whole range of grey on its own.'
        )
      ],
      findings: [everyCase({
        id: 'gaze-batch-norm/better', rows: ['E228-CNN-05'],
        statement: `with batch normalisation more validation images are right at the end than without, in ${seeds < 10 ? 'every seed' : `${leastOf(seeds)} of ${seeds} seeds at least`}`
      }, pairs.map(pair => ({
        name: `seed ${pair.seed}`, holds: rightOf(pair.normalised) > rightOf(pair.plain),
        found: `${percent(rightOf(pair.normalised))} against ${percent(rightOf(pair.plain))}`
      })), leastOf(seeds))]
    }
  }
})

interface Pair {
  readonly seed: number
  readonly plain: Solved
  readonly normalised: Solved
}

/** Eight of ten; of fewer, all. */
const leastOf = (seeds: number): number => (seeds < 10 ? seeds : Math.ceil(0.8 * seeds))

const rightOf = ({ solving }: Solved): number => solving.checks.at(-1)?.validation ?? NaN

const ending = (
  { epochs, batch, rate, momentum: m, factor, every }: Readonly<typeof documented>, { training, validation }: Gaze,
  model: Layer, name: string, seed: number
): Steps<Solved> => trained(name, solver({
  model, examples: training, validation, rule: learningRate => momentum({ learningRate, momentum: m }),
  learningRate: stepDecay({ learningRate: rate, factor, every: every * Math.ceil(training.count / batch) }),
  batchSize: batch, replacement: false, epochs
}), seed)
