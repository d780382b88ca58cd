import { forwardGradient, numericGradient, relativeError } from '../../../src/difference/index.js'
import { l2Penalty, softmaxCrossEntropy } from '../../../src/loss/index.js'
import { type Layer } from '../../../src/layer/index.js'
import { threeLayerConvNet, twoLayerConvNet } from '../../../src/model/index.js'
import { adam, momentum } from '../../../src/optimizer/index.js'
import { orThrow, tabulate } from '../../../src/prelude/index.js'
import { integer, normals, run, type Seed, seedOf, split, traverse } from '../../../src/random/index.js'
import { solver } from '../../../src/solver/index.js'
import { eachOf, everyCase, type Study, studyOf, told, trained } from '../../../src/study/index.js'
import type { Tensor } from '../../../src/tensor/index.js'
import { objective } from '../../../src/train/index.js'
import { cifarFiles, drawnCifar, examplesOf, firstOf, lessMeanImage, readCifar } from './cifar.js'
import { accuracyTable, course, percent } from './course.js'

const documented = { training: 49000, test: 1000, filters: 32, images: 100, epochs: 15, fewImages: 50, fewEpochs: 10 }
const short = { ...documented, training: 500, test: 100, filters: 8 }
const classes = 10

/** What the notebooks check before a long training: the first loss, the gradient, and that a few images can be learned by heart. */
export const experiment: Study = studyOf({
  name: 'overfit', document: 'convnet-notebooks', place: 'three-layer ConvNet; homework-1, two-layer ConvNet', title: 'Overfitting a few images',
  about: 'The loss of small random weights, the gradient by differences, and two convolutional nets that learn 100 and 50 images by heart.',
  reported: 'The first loss is 2.3026, with a penalty of .5 it is 2.5083; gradients differ by "up to the order of e-2"; after 15 epochs 99 % of 100 images are right and 22 % of others; after 10 epochs 98 % of 50 and 17.3 %.',
  documented, short, seconds: { short: 15, documented: 300 },
  files: cifarFiles, draw: (sizes, seed) => drawnCifar(sizes, seed), read: (files, sizes) => readCifar(files, sizes),
  run: function* ({ settings, data, seed }) {
    const { filters, images, epochs, fewImages, fewEpochs } = settings
    const [forLoss, forGradient] = split(seedOf(seed))
    const [plain, penalised] = firstLosses(filters, forLoss)
    yield* told(`first loss ${plain.toFixed(6)}, with a penalty of .5 ${penalised.toFixed(6)}; log 10 is 2.302585`)
    const errors = yield* eachOf('gradients', gradientChecks(forGradient), ({ name, compared }) => ({ name, ...compared() }))
    const prepared = lessMeanImage(data.training)
    const validation = examplesOf(data.test, prepared)
    const many = solver({
      model: threeLayerConvNet({ filters, weightScale: 1e-2 }),
      examples: examplesOf(firstOf(data.training, images), prepared), validation,
      rule: learningRate => adam({ learningRate }), learningRate: 1e-3, batchSize: 50, epochs
    })
    const few = solver({
      model: twoLayerConvNet({ filters }),
      examples: examplesOf(firstOf(data.training, fewImages), prepared), validation,
      penalty: l2Penalty(1e-3, 'half'), rule: learningRate => momentum({ learningRate, momentum: 0.9 }),
      learningRate: 1e-4, decay: 0.95, batchSize: 10, epochs: fewEpochs
    })
    const ofMany = yield* trained('course-100', many, seed)
    const ofFew = yield* trained('course-50', few, seed)
    const last = [[images, ofMany] as const, [fewImages, ofFew] as const].map(([count, { solving: { checks } }]) =>
      ({ name: `${count} images`, training: checks.at(-1)?.training ?? 0, test: checks.at(-1)?.validation ?? 0 }))
    const learned = Math.max(...ofMany.solving.checks.map(({ training }) => training))
    // fewer images, or a shorter training, are another statement
    const isJudged = images === documented.images && epochs >= documented.epochs
      && fewImages === documented.fewImages && fewEpochs >= documented.fewEpochs
    return {
      results: {
        firstLoss: plain, penalisedLoss: penalised, mostTraining: learned, last,
        gradientErrors: Object.fromEntries(errors.map(of => [of.name, of.error]))
      },
      tables: [
        { title: 'gradients', columns: ['parameter', 'relative error', 'entries told'], rows: errors.map(of => [of.name, of.error.toExponential(2), `${of.told} of ${of.entries}`]) },
        { ...accuracyTable(ofMany.solving, 'test'), title: `accuracies, ${images} images` },
        { ...accuracyTable(ofFew.solving, 'test'), title: `accuracies, ${fewImages} images` }
      ],
      pictures: [
        course('course-100', `Three layers learn ${images} images`, ofMany.solving, many.stepsPerEpoch, 'test'),
        course('course-50', `Two layers learn ${fewImages} images`, ofFew.solving, few.stepsPerEpoch, 'test')
      ],
      findings: [
        everyCase({
          id: 'overfit/penalty', rows: ['C231-3L-01', 'C231-3L-02'], statement: 'with a penalty on the weights the first loss is greater'
        }, [{ name: `seed ${seed}`, holds: penalised > plain, found: `${plain.toFixed(6)} and ${penalised.toFixed(6)}` }]),
        everyCase({
          id: 'overfit/gradient', rows: ['C231-3L-03'],
          statement: 'the gradient agrees with central differences of step 1e-6, by relative errors of the order of 1e-2 (below 1e-1) or less, '
            + 'at the entries that differences tell. They tell more than half: those where the differences to either side agree as well, '
            + 'which they do not where a kink lies within the step'
        }, errors.map(({ name, error, told: count, entries }) => ({
          name, holds: error < most && count > entries / 2,
          found: `${error.toExponential(1)}${count === entries ? '' : ` at ${count} of ${entries} entries`}`
        }))),
        ...isJudged ? [
          everyCase({
            id: 'overfit/by-heart', rows: ['C231-3L-04', 'C231-3L-05'],
            statement: `in ${epochs} epochs at least 95 % of ${images} training images are learned by heart, on ${data.kind}`
          }, [{ name: `seed ${seed}`, holds: learned >= 0.95, found: percent(learned) }]),
          everyCase({
            id: 'overfit/gap', rows: ['C231-3L-04', 'HW1-CN-09', 'HW1-CN-10'],
            statement: `at the end more of the training images are right than of others, on ${data.kind}`
          }, last.map(({ name, training, test }) => ({ name, holds: training > test, found: `${percent(training)} and ${percent(test)}` })))
        ] : []
      ]
    }
  }
})

const labelsFor = (count: number) => traverse((_: number) => integer(classes))(tabulate(count, i => i))

/** The loss of the net with its usual weights on 50 images of normal noise, without and with a penalty of .5. */
const firstLosses = (filters: number, seed: Seed): readonly [number, number] => {
  const model = threeLayerConvNet({ filters })
  const { params, state, x, labels } = begun(model, [50, 3, 32, 32], seed)
  const { value } = objective({ model, loss: softmaxCrossEntropy })(params, state)(x, labels)
  return [value, value + l2Penalty(0.5, 'half')(params).value]
}

const begun = (model: Layer, [count, ...shape]: readonly [number, ...ReadonlyArray<number>], seed: Seed) => {
  const { init, state } = orThrow(model.build(shape))
  const [params, next] = init(seed)
  const [x, after] = normals([count, ...shape])(next)
  const [labels, last] = labelsFor(count)(after)
  return { params, state: run(state, last), x, labels }
}

/** Of the order of 1e-2 is what is smaller than this. */
const most = 0.1

interface Compared {
  /** The largest relative error where differences tell. */
  readonly error: number
  /** At how many entries they do: at others a kink lies within the step, or rounding hides a small derivative. */
  readonly told: number
  readonly entries: number
}

/** For each parameter of a small net, how far its gradient is from differences; computed when it is asked for. */
const gradientChecks = (seed: Seed): ReadonlyArray<{ readonly name: string; readonly compared: () => Compared }> => {
  const model = threeLayerConvNet({ filters: 3, filterSize: 3, hidden: 7 })
  const { params, state, x, labels } = begun(model, [2, 3, 16, 16], seed)
  const at = objective({ model, loss: softmaxCrossEntropy })
  const { gradient } = at(params, state)(x, labels)
  return params.flatMap((named, k) => Object.entries(named).map(([name, p]) => ({
    name: `${model.names[k] ?? ''}.${name}`,
    compared: () => {
      const value = (changed: Tensor): number =>
        at(params.map((of, l) => (l === k ? { ...of, [name]: changed } : of)), state)(x, labels).value
      const [central, forward] = [numericGradient, forwardGradient].map(by => by(value, { h: 1e-6 })(p).data)
      return comparedAt([...gradient[k]?.[name]?.data ?? []], [...central ?? []], [...forward ?? []])
    }
  })))
}

const comparedAt = (
  gradient: ReadonlyArray<number>, central: ReadonlyArray<number>, forward: ReadonlyArray<number>
): Compared => {
  const told = central.flatMap((c, i) => (relativeError(c, forward[i] ?? NaN) < most ? [i] : []))
  const errors = told.map(i => relativeError(gradient[i] ?? NaN, central[i] ?? NaN))
  return { error: Math.max(0, ...errors), told: told.length, entries: central.length }
}
