import { noisePixels, randomLabels } from '../../../src/data/index.js'
import { twoLayerNet } from '../../../src/model/index.js'
import { adam } from '../../../src/optimizer/index.js'
import { tabulate } from '../../../src/prelude/index.js'
import { run, seedOf, split, uniforms } from '../../../src/random/index.js'
import { histories, solver } from '../../../src/solver/index.js'
import { everyCase, type Study, studyOf, told, trained } from '../../../src/study/index.js'
import { drawnCifar, examplesOf, toUnit } from '../../convnet-notebooks/experiments/cifar.js'
import { course, percent } from '../../convnet-notebooks/experiments/course.js'

const documented = { images: 100, test: 100, epochs: 60, hidden: 100, batch: 50, rate: 1e-3, points: 50, dimension: 3 }
const classes = 10

/** What the paper that the homework tells of found: labels that mean nothing, and images that show nothing, are learned by heart. */
export const experiment: Study = studyOf({
  name: 'memorise', document: 'homework-1', place: 'the paper on generalisation', title: 'Learning by heart',
  about: 'A net with one hidden layer learns images with their labels, with labels drawn at random, and noise with such labels; and a net with 2n + d weights is written down that gives any n points their labels.',
  reported: 'The training loss becomes zero on random labels, and the training error on noise images.',
  documented, short: documented, seconds: { short: 40, documented: 40 },
  draw: (settings, seed) => drawnCifar({ training: settings.images, test: settings.test }, seed),
  run: function* ({ settings, data, seed }) {
    const { images, epochs, hidden, batch, rate, points, dimension } = settings
    const [forLabels, rest] = split(seedOf(seed))
    const [forNoise, forPoints] = split(rest)
    const labels = run(randomLabels(images, classes), forLabels)
    const noise = Uint8Array.from(run(noisePixels([images, 3, 32, 32]), forNoise).data)
    const kinds = [
      { name: 'true-labels', pictures: data.training },
      { name: 'random-labels', pictures: { ...data.training, labels } },
      { name: 'noise', pictures: { bytes: noise, labels } }
    ]
    const learned = []
    for (const { name, pictures } of kinds) {
      const training = solver({
        model: twoLayerNet({ hidden, weightScale: 1e-2 }), examples: examplesOf(pictures, toUnit),
        validation: examplesOf(data.test, toUnit), rule: learningRate => adam({ learningRate }), learningRate: rate,
        batchSize: batch, epochs
      })
      const { solving } = yield* trained(name, training, seed)
      const of = histories(solving)
      learned.push({
        name, most: Math.max(...of.training), test: of.validation.at(-1) ?? NaN, solving, each: training.stepsPerEpoch
      })
    }
    const missed = missedBy(points, dimension, [...run(uniforms([points + 1, dimension + 1]), forPoints).data])
    yield* told(`a net with 2 x ${points} + ${dimension} weights misses ${missed} of ${points} labels`)
    return {
      results: { missed, most: Object.fromEntries(learned.map(({ name, most }) => [name, most])) },
      tables: [{
        title: 'what was learned', columns: ['training images', 'highest training accuracy', 'test accuracy at the end'],
        rows: learned.map(({ name, most, test }) => [name, percent(most), percent(test)])
      }],
      pictures: learned.map(({ name, solving, each }) => course(name, `Learning by heart: ${name}`, solving, each, 'test')),
      findings: [
        everyCase({
          id: 'memorise/no-error', rows: ['HW1-PR-01'],
          statement: 'a net learns images with random labels, and noise with random labels, without a training error'
        }, learned.map(({ name, most }) => ({ name, holds: most === 1, found: percent(most) }))),
        everyCase({
          id: 'memorise/2n+d', rows: ['HW1-PR-01'],
          statement: 'a net of two layers with 2n + d weights gives n points of d coordinates any labels, in exact whole numbers'
        }, [{ name: `n = ${points}, d = ${dimension}`, holds: missed === 0, found: `${missed} missed` }])
      ]
    }
  }
})

/**
 * How many labels the interpolating net misses: f(x) = sum over j of c_j max(0, a . x - b_j).
 *
 * The points are put in the order of z = a . x, all whole and different, and b_j = z_j - 1; then the max of point i and unit j is 0 for
 * j > i and 1 for j = i, and c follows point by point. All numbers are whole, so nothing is rounded.
 */
const missedBy = (points: number, dimension: number, draws: ReadonlyArray<number>): number => {
  const whole = (i: number, k: number): bigint => BigInt(Math.floor(1e6 * (draws[i * (dimension + 1) + k] ?? NaN)))
  const along = tabulate(dimension, k => whole(points, k))
  const drawn = tabulate(points, i => ({
    z: along.reduce((sum, a, k) => sum + a * whole(i, k), 0n), y: whole(i, dimension) % BigInt(classes)
  }))
  const all = [...drawn].sort((one, other) => (one.z < other.z ? -1 : 1))
  const weights = all.reduce<ReadonlyArray<Unit>>((units, { z, y }) =>
    [...units, { b: z - 1n, c: y - valueAt(units, z) }], [])
  return all.filter(({ z, y }) => valueAt(weights, z) !== y).length
}

interface Unit {
  readonly b: bigint
  readonly c: bigint
}

const valueAt = (units: ReadonlyArray<Unit>, z: bigint): bigint =>
  units.reduce((sum, { b, c }) => sum + (z > b ? c * (z - b) : 0n), 0n)
