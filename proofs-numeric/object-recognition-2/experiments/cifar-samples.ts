import { panels } from '../../../src/drawing/index.js'
import { tabulate } from '../../../src/prelude/index.js'
import { everyCase, type Study, studyOf, told } from '../../../src/study/index.js'
import { cifarFiles, classNames, drawnCifar, pictureAt, readCifar, toUnit } from '../../convnet-notebooks/experiments/cifar.js'

const documented = { training: 5, test: 1 }

/** The first training images with their classes, as the assignment shows them. */
export const experiment: Study = studyOf({
  name: 'cifar-samples', document: 'object-recognition-2', place: 'question 3', title: 'Samples of small images',
  about: 'The first training images with the names of their classes, and what becomes of their entries on the way to the net and back.',
  reported: 'Five images of CIFAR-10 are shown with their labels; entries are brought to [-1, 1], and back for the picture.',
  documented, short: documented, seconds: { short: 1, documented: 1 },
  files: cifarFiles, draw: (sizes, seed) => drawnCifar(sizes, seed), read: (files, sizes) => readCifar(files, sizes),
  run: function* ({ data }) {
    const { labels } = data.training
    const nameOf = (label: number): string => (data.kind === 'drawn textures' ? `class ${label}` : classNames[label] ?? '')
    yield* told(labels.map(nameOf).join(' '))
    const strange = tabulate(256, k => k).filter(k => Math.round(255 * (toUnit(k, 0) / 2 + 0.5)) !== k)
    return {
      results: { labels: [...labels] },
      tables: [{ title: 'labels', columns: ['image', 'label', 'class'], rows: labels.map((label, i) => [`${i + 1}`, `${label}`, nameOf(label)]) }],
      pictures: [{
        name: 'samples', title: 'Samples', caption: `The first ${labels.length} training images (${data.kind}) and their classes.`,
        svg: panels({
          title: 'Samples with their classes', panels: labels.map((label, i) => ({ title: nameOf(label), image: pictureAt(data.training, i) }))
        })
      }],
      findings: [everyCase({
        id: 'cifar-samples/back', rows: ['A2-CI-02'], statement: 'each of the entries 0 to 255 is the same after it was brought to [-1, 1] and back'
      }, [{ name: 'entries', holds: strange.length === 0, found: strange.length === 0 ? 'all 256' : `not ${strange.join(', ')}` }])]
    }
  }
})
