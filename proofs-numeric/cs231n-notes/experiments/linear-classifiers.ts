import {
  learnLinear, linearSoftmax, linearSoftmaxLoops, linearSvm, linearSvmLoops, type LinearData, predictLinear, updateRatio
} from '../../../src/classic/index.js'
import { biasTrick, centred, filterGrid } from '../../../src/data/index.js'
import { heatMap, linePlot, panels } from '../../../src/drawing/index.js'
import type { Assessed } from '../../../src/loss/index.js'
import { normals, run, type Seed, seedOf } from '../../../src/random/index.js'
import { type Drawn, everyCase, type Finding, type Steps, type Study, studyOf, timed, told } from '../../../src/study/index.js'
import * as T from '../../../src/tensor/index.js'
import type { Tensor } from '../../../src/tensor/index.js'
import { cifarFiles, drawnSets, firstRows, percent, readSets, type Rows, rowsAt, shareRight } from './images.js'

type Objective = (data: LinearData) => (w: Tensor) => Assessed

const documented = {
  training: 4000, validation: 1000, test: 1000, iterations: 1500, batchSize: 200, timed: 512,
  rates: [1e-4, 1e-3, 1e-2], penalties: [1e-5, 1e-3, 1e-1]
}

const kinds: ReadonlyArray<readonly [string, Objective, Objective]> = [
  ['svm', linearSvm, linearSvmLoops], ['softmax', linearSoftmax, linearSoftmaxLoops]
]

/** The two linear classifiers of the notes: rates and penalties chosen on validation images, with the update ratios. */
export const experiment: Study = studyOf({
  name: 'linear-classifiers', document: 'cs231n-notes', place: 'assignment 1, Q2 and Q3', title: 'Linear classifiers',
  about: 'A linear support vector machine and a softmax classifier, for several learning rates and penalties, and how large their updates are.',
  reported: 'Without weights the losses are C - 1 and log C; updates of about 1e-3 of the weights are wanted; loops give the same losses and gradients.',
  documented, short: { ...documented, training: 400, validation: 100, test: 100, iterations: 100, timed: 128 },
  seconds: { short: 25, documented: 300 }, files: cifarFiles,
  draw: (settings, seed) => drawnSets(together(settings), seed),
  read: (files, settings) => readSets(files, together(settings)),
  run: function* ({ settings, data, seed }) {
    const learned = firstRows(data.training, settings.training)
    const held = rowsAt(data.training, Array.from({ length: settings.validation }, (_, i) => settings.training + i))
    const prepare = prepared(learned.x)
    const of = ({ x, labels }: Rows): Rows => ({ x: prepare(x), labels })
    const [training, validation, test] = [of(learned), of(held), of(data.test)]
    const compared = yield* formsCompared(firstRows(learned, settings.timed), seed)
    const all: Array<Tried> = []
    for (const [kind, objective] of kinds) {
      for (const rate of settings.rates) {
        for (const penalty of settings.penalties) {
          const { w, losses, ratios } = yield* courseOf(`${kind}, rate ${rate}, penalty ${penalty}`, {
            ...settings, objective, rate, data: { ...training, lambda: penalty }, seed: seedOf(seed)
          })
          const right = shareRight(predictLinear(w)(validation.x), validation.labels)
          all.push({ kind, rate, penalty, w, losses, ratios, right })
        }
      }
    }
    const best = kinds.map(([kind]) =>
      all.filter(tried => tried.kind === kind).reduce((a, b) => (b.right > a.right ? b : a)))
    for (const { kind, rate, penalty, right } of best) {
      yield* told(`${kind}: learning rate ${rate} and penalty ${penalty} are best, right in ${percent(right)} of validation images`)
    }
    return {
      results: Object.fromEntries(best.map(({ kind, rate, penalty, right, w, ratios }) => [kind, {
        rate, penalty, validation: right, test: shareRight(predictLinear(w)(test.x), test.labels), ratio: median(ratios)
      }])),
      tables: [
        {
          title: `loops against none, ${settings.timed} images`,
          columns: ['loss', 'loops', 'none', 'speed-up', 'difference of losses', 'of gradients'],
          rows: compared.map(({ kind, loops, none, loss, gradient }) => [
            kind, `${(loops / 1000).toFixed(3)} s`, `${(none / 1000).toFixed(3)} s`, `${(loops / none).toFixed(1)}x`,
            ...[loss, gradient].map(difference => (difference === 0 ? '0' : difference.toExponential(1)))
          ])
        },
        {
          title: 'what was tried', columns: ['classifier', 'rate', 'penalty', 'last loss', 'update ratio', 'validation'],
          rows: all.map(({ kind, rate, penalty, losses, ratios, right }) => [
            kind, `${rate}`, `${penalty}`, (losses.at(-1) ?? NaN).toPrecision(4), median(ratios).toExponential(1), percent(right)
          ])
        },
        {
          title: 'the best, on the test images', columns: ['classifier', 'right'],
          rows: best.map(({ kind, w }) => [kind, percent(shareRight(predictLinear(w)(test.x), test.labels))])
        }
      ],
      pictures: [
        ...kinds.map(([kind]) => accuracyMap(kind, all.filter(tried => tried.kind === kind), settings)),
        curves('loss', 'loss of the batch', best.map(({ kind, losses }) => [kind, losses])),
        curves('update-ratios', 'update / weights', best.map(({ kind, ratios }) => [kind, ratios])),
        templates(best)
      ],
      findings: [...beginnings(training), ...compared.filter(({ isExact }) => isExact !== undefined).map(sameFound)]
    }
  }
})

const together = (settings: { readonly training: number; readonly validation: number; readonly test: number }) =>
  ({ training: settings.training + settings.validation, test: settings.test })

/** [0, 255] becomes [-1, 1], then the mean image is taken off, and a last feature of 1 added. */
const prepared = (fit: Tensor): ((x: Tensor) => Tensor) => {
  const scaled = (x: Tensor): Tensor => T.sub(T.div(x, 127.5), 1)
  const centre = centred(scaled(fit))
  return x => biasTrick(centre(scaled(x)))
}

interface Tried {
  readonly kind: string
  readonly rate: number
  readonly penalty: number
  readonly w: Tensor
  readonly losses: ReadonlyArray<number>
  readonly ratios: ReadonlyArray<number>
  readonly right: number
}

interface Course {
  readonly objective: Objective
  readonly data: LinearData
  readonly rate: number
  readonly iterations: number
  readonly batchSize: number
  readonly seed: Seed
}

const shownEach = 25

/** learnLinear a step at a time: with its losses, and each step's size beside the weights it changes. */
function* courseOf(
  what: string, { objective, data, rate, iterations, batchSize, seed }: Course
): Steps<Pick<Tried, 'w' | 'losses' | 'ratios'>> {
  const options = { objective, learningRate: rate, batchSize }
  let [{ w }, after] = learnLinear({ ...options, iterations: 0 })(data)(seed)
  const losses: Array<number> = []
  const ratios: Array<number> = []
  for (let step = 0; step < iterations; step++) {
    if (step % shownEach === 0) yield { tag: 'progress', what, done: step, of: iterations }
    const [next, later] = learnLinear({ ...options, w, iterations: 1 })(data)(after)
    losses.push(...next.losses)
    ratios.push(updateRatio(w, T.sub(next.w, w)))
    ;[w, after] = [next.w, later]
  }
  return { w, losses, ratios }
}

interface Compared {
  readonly kind: string
  readonly loops: number
  readonly none: number
  readonly loss: number
  readonly gradient: number
  /** Whether both are the same, where nothing is rounded. */
  readonly isExact?: boolean
}

/**
 * Both forms on whole pixels, weights that are multiples of 2^-10, and a number of images that is a power of two: no sum of the support
 * vector machine is rounded, for all are multiples of 2^-20 far below 2^33.
 */
function* formsCompared(data: Rows, seed: number): Steps<ReadonlyArray<Compared>> {
  const w = T.map(run(normals([data.x.shape[1] ?? 0, 10]), seedOf(seed)), a => Math.round(8 * a) / 1024)
  const all: Array<Compared> = []
  for (const [kind, objective, byLoops] of kinds) {
    const loops = yield* timed(() => byLoops(data)(w))
    const none = yield* timed(() => objective(data)(w))
    const loss = Math.abs(loops.value.value - none.value.value)
    const gradient = T.item(T.max(T.abs(T.sub(loops.value.gradient, none.value.gradient))))
    const isPower = Number.isInteger(Math.log2(data.labels.length))
    all.push({
      kind, loops: loops.milliseconds, none: none.milliseconds, loss, gradient,
      ...kind === 'svm' && isPower ? { isExact: loss === 0 && gradient === 0 } : {}
    })
  }
  return all
}

const sameFound = ({ kind, isExact = false, loss, gradient }: Compared): Finding => everyCase({
  id: `linear-classifiers/${kind}-forms`, rows: ['N231-SVM-11'],
  statement: 'loss and gradient are the same with loops and without, where no sum is rounded'
}, [{ name: kind, holds: isExact, found: `differences ${loss} and ${gradient}` }])

/** Scores of 0: a margin of 1 is missed C - 1 times, and each class has the probability 1 / C. */
const beginnings = (training: Rows): ReadonlyArray<Finding> => {
  const w = T.zeros([training.x.shape[1] ?? 0, 10])
  const [svm, softmax] = [linearSvm(training)(w).value, linearSoftmax(training)(w).value]
  return [
    everyCase({
      id: 'linear-classifiers/svm-begins', rows: ['N231-SVM-17'], statement: 'without weights the loss of the support vector machine is C - 1'
    }, [{ name: '10 classes', holds: svm === 9, found: `${svm}` }]),
    everyCase({
      id: 'linear-classifiers/softmax-begins', rows: ['N231-SMX-19'], statement: 'without weights the softmax loss is log C, 2.302585'
    }, [{ name: '10 classes', holds: softmax.toFixed(6) === '2.302585', found: softmax.toFixed(6) }])
  ]
}

const median = (values: ReadonlyArray<number>): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN

const accuracyMap = (
  kind: string, all: ReadonlyArray<Tried>, { rates, penalties }: Readonly<typeof documented>
): Drawn => ({
  name: `accuracy-${kind}`, title: `Validation accuracy, ${kind}`, caption: 'The share of validation images that are right, in percent.',
  svg: heatMap({
    title: `Validation accuracy of ${kind}`, values: T.fromFlat([rates.length, penalties.length], all.map(({ right }) => 100 * right)),
    rows: { label: 'learning rate', names: rates.map(String) }, columns: { label: 'penalty', names: penalties.map(String) },
    written: value => `${value.toFixed(1)} %`
  })
})

const curves = (name: string, label: string, all: ReadonlyArray<readonly [string, ReadonlyArray<number>]>): Drawn => ({
  name, title: `The ${name.replace('-', ' ')}`, caption: 'Of the best support vector machine and the best softmax classifier, step by step.',
  svg: linePlot({
    title: `${label} against steps`, x: { label: 'step', log: false }, y: { label, log: name === 'update-ratios' },
    series: all.map(([of, values]) => ({ label: of, points: values.map((y, k) => ({ x: k + 1, y })) }))
  })
})

/** The weights of each class as an image. */
const templates = (best: ReadonlyArray<Tried>): Drawn => ({
  name: 'templates', title: 'The weights as images', caption: 'Each class\'s weights, stretched to what can be shown: what its score likes.',
  svg: panels({
    title: 'Weights as images', columns: 2,
    panels: best.map(({ kind, w }) => ({
      title: kind, image: filterGrid(T.reshape(T.transpose(T.slice(w, [{ stop: 3072 }])), [10, 3, 32, 32]))
    }))
  })
})
