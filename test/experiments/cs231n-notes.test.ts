import { expect, test } from 'vitest'
import { experiment as activations } from '../../proofs-numeric/cs231n-notes/experiments/activations.js'
import { experiment as clouds } from '../../proofs-numeric/cs231n-notes/experiments/data-clouds.js'
import { experiment as margins } from '../../proofs-numeric/cs231n-notes/experiments/hinge-margins.js'
import { experiment as linear } from '../../proofs-numeric/cs231n-notes/experiments/linear-classifiers.js'
import { experiment as nearest } from '../../proofs-numeric/cs231n-notes/experiments/nearest-neighbours.js'
import { experiment as plots } from '../../proofs-numeric/cs231n-notes/experiments/plots.js'
import { experiment as regions } from '../../proofs-numeric/cs231n-notes/experiments/regions.js'
import { experiment as vectors } from '../../proofs-numeric/cs231n-notes/experiments/update-vectors.js'
import { answered, type Outcome } from '../../src/study/index.js'

const unexpected = ({ findings }: Outcome): ReadonlyArray<string> => findings
  .filter(({ expected, verdict }) => (verdict === 'supported') !== (expected === 'holds')).map(({ id }) => id)

test('nearest neighbours: the forms agree, each fold is tried, and files are refused by name', () => {
  const settings = { training: 30, test: 12, folds: 3, ks: [1, 30] }
  const outcome = answered(nearest.run(settings, 1))
  expect(unexpected(outcome)).toEqual([])
  // Asked of all 20 others, a fold has one answer, the commonest of them: it holds one image of each class.
  expect(outcome.results['folds']).toMatchObject([{ k: 1 }, { k: 30, shares: [0.1, 0.1, 0.1] }])
  expect(() => answered(nearest.run(settings, 1, [{ name: 'a.bin', bytes: new Uint8Array(5) }]))).toThrow('one file with "train"')
})

test('linear classifiers: losses without weights, and both forms to the bit', () => {
  const outcome = answered(linear.run({
    training: 20, validation: 10, test: 10, iterations: 3, batchSize: 5, timed: 8, rates: [0, 1e-3], penalties: [0.1]
  }, 1))
  expect(outcome.findings.map(({ id }) => id)).toEqual([
    'linear-classifiers/svm-begins', 'linear-classifiers/softmax-begins', 'linear-classifiers/svm-forms'
  ])
  expect(unexpected(outcome)).toEqual([])
  // A learning rate of 0 changes nothing.
  const still = outcome.tables[1]?.rows.filter(([, rate]) => rate === '0').map(row => row[4])
  expect(still).toEqual(['0.0e+0', '0.0e+0'])
})

test('regions: one nearest point is never wrong about the points themselves', () => {
  const outcome = answered(regions.run({ perClass: 4, classes: 3, grid: 12 }, 1))
  expect(unexpected(outcome)).toEqual([])
  expect(outcome.results['wrong']).toMatchObject({ one: 0 })
})

test('clouds: the covariances of the standardised, the decorrelated and the whitened', () => {
  const outcome = answered(clouds.run({ points: 64 }, 1))
  expect(outcome.findings).toHaveLength(2)
  expect(unexpected(outcome)).toEqual([])
  const rows = new Map(outcome.tables[0]?.rows.map(([name, ...rest]) => [name, rest]))
  expect(rows.get('Normalised data')?.slice(0, 4)).toEqual(['0.0000', '0.0000', '1.0000', '1.0000'])
  expect(rows.get('Decorrelated data')?.[4]).toBe('0.0000')
  expect(answered(clouds.run({ points: 60 }, 1)).findings).toEqual([])
})

test('activations, margins and update vectors: what the notes print', () => {
  expect(unexpected(answered(activations.run({ reach: 5, points: 21 }, 1)))).toEqual([])
  // At 40 the sigmoid is 1 in doubles.
  expect(unexpected(answered(activations.run({ reach: 40, points: 21 }, 1)))).toEqual(['activations/squashed'])
  expect(answered(margins.run({ margin: 10, points: 11 }, 1)).results).toEqual({ loss: 8, parts: [0, 8] })
  expect(answered(margins.run({ margin: 1, points: 11 }, 1)).results).toEqual({ loss: 0, parts: [0, 0] })
  const updates = answered(vectors.run(vectors.short, 1))
  expect(updates.findings.map(({ verdict }) => verdict)).toEqual(['refuted', 'supported'])
  expect(updates.results).toEqual({ momentum: [1.25, -0.125], nesterov: [1.0625, -0.3125] })
  expect(answered(vectors.run({ momentum: 0.9, rate: 0.25, steps: 3 }, 1)).findings).toEqual([])
})

test('plots: all figures of the chapter', () => {
  const outcome = answered(plots.run({ height: 20, width: 12 }, 1))
  expect(unexpected(outcome)).toEqual([])
  expect(outcome.pictures.map(({ name }) => name)).toEqual([
    'sine', 'sine-and-cosine', 'without-x', 'upper', 'lower', 'tinted', 'scatter'
  ])
  expect(outcome.results).toEqual({ points: 95, last: 9.4, numbers: 720 })
})
