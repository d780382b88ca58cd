import { expect, test } from 'vitest'
import { experiment as overfit } from '../../proofs-numeric/convnet-notebooks/experiments/overfit.js'
import { experiment as linear } from '../../proofs-numeric/object-recognition-2/experiments/cifar-linear.js'
import { experiment as samples } from '../../proofs-numeric/object-recognition-2/experiments/cifar-samples.js'
import { experiment as tanh } from '../../proofs-numeric/object-recognition-2/experiments/cifar-tanh.js'
import { answered } from '../../src/study/index.js'

const verdicts = (findings: ReadonlyArray<{ readonly id: string; readonly verdict: string }>): ReadonlyArray<string> =>
  findings.map(({ id, verdict }) => `${id} ${verdict}`)

test('overfit: the first losses, the gradient, and as many looks as epochs and one', () => {
  const tiny = { training: 10, test: 10, filters: 1, images: 10, epochs: 2, fewImages: 10, fewEpochs: 3 }
  const { tables, findings } = answered(overfit.run(tiny, 1))
  expect(verdicts(findings)).toEqual(['overfit/penalty supported', 'overfit/gradient supported'])
  expect(tables.map(({ rows }) => rows.length)).toEqual([6, 2, 3])
})

test('the linear net of weights 0 takes each image once an epoch, the last batch being smaller', () => {
  const tiny = { training: 20, test: 10, epochs: 1, batch: 8, rate: 0.01, weightScale: 1e-30 }
  expect(answered(linear.run(tiny, 1)).results['steps']).toBe(3)
})

test('the convolutional net with tanh has as many parameters as the assignment says', () => {
  const tiny = {
    training: 10, test: 10, epochs: 1, linearEpochs: 1, batch: 5, rate: 0.01, weightScale: 0.05,
    first: 2, second: 2, hidden: 3
  }
  const { results, findings } = answered(tanh.run(tiny, 1))
  expect(results['parameters']).toBe(16 * 3 * 25 + 16 + 128 * 16 * 25 + 128 + 3200 * 64 + 64 + 640 + 10)
  expect(verdicts(findings)).toEqual(['cifar-tanh/parameters supported'])
})

test('samples: five images with their labels, and entries that come back', () => {
  const { results, findings, pictures } = answered(samples.run({ training: 5, test: 1 }, 1))
  expect(results['labels']).toEqual([0, 1, 2, 3, 4])
  expect(verdicts(findings)).toEqual(['cifar-samples/back supported'])
  expect(pictures[0]?.svg.match(/<image /g)).toHaveLength(5)
})
