import { type Examples, eyes, type LabelledImages, labelled } from '../../../src/data/index.js'
import { linePlot } from '../../../src/drawing/index.js'
import { run, seedOf, split } from '../../../src/random/index.js'
import { type Histories, histories, type Solver, type Solving } from '../../../src/solver/index.js'
import type { Drawn, Json, Table } from '../../../src/study/index.js'
import * as T from '../../../src/tensor/index.js'

export type Labelled = Examples<ReadonlyArray<number>>

/** Images to learn from, and images to be asked about. */
export interface Gaze {
  readonly training: Labelled
  readonly validation: Labelled
}

/** Drawn pairs of eyes in the four classes of the assignment, (x - 128) / 128. */
export const drawnGaze = (
  { images, asked }: { readonly images: number; readonly asked: number }, seed: number
): Gaze => {
  const [forTraining, rest] = split(seedOf(seed))
  return {
    training: examples(run(eyes(images), forTraining)), validation: examples(run(eyes(asked), run(split, rest)))
  }
}

const examples = ({ images, labels }: LabelledImages): Labelled => labelled(T.map(images, x => (x - 128) / 128), labels)

/** How a net stood after each epoch, in percent; the losses are those of the steps. */
export interface Course {
  readonly name: string
  readonly losses: ReadonlyArray<number>
  readonly training: ReadonlyArray<number>
  readonly validation: ReadonlyArray<number>
}

export const courseOf = (name: string, { stepsPerEpoch }: Solver, solving: Solving): Course => {
  const { losses, steps, training, validation }: Histories = histories(solving)
  const afterEpochs = (of: ReadonlyArray<number>): ReadonlyArray<number> =>
    of.flatMap((right, k) => ((steps[k] ?? NaN) % stepsPerEpoch === 0 ? [100 * right] : []))
  return { name, losses, training: afterEpochs(training), validation: afterEpochs(validation) }
}

export const lastOf = (values: ReadonlyArray<number>): number => values.at(-1) ?? NaN

/** The last accuracies, in percent. */
export const finals = (courses: ReadonlyArray<Course>): ReadonlyArray<Json> =>
  courses.map(({ name, losses, training, validation }) => ({
    name, loss: lastOf(losses), training: lastOf(training), validation: lastOf(validation)
  }))

export const finalTable = (courses: ReadonlyArray<Course>): Table => ({
  title: 'after the last epoch', columns: ['training', 'loss of the last step', 'training accuracy', 'validation accuracy'],
  rows: courses.map(({ name, losses, training, validation }) =>
    [name, lastOf(losses).toFixed(4), `${lastOf(training).toFixed(1)} %`, `${lastOf(validation).toFixed(1)} %`])
})

/** The three panels of the assignment: the loss against steps, and either accuracy against epochs. */
export const panels = (courses: ReadonlyArray<Course>): ReadonlyArray<Drawn> => [
  panel('loss', 'The loss', 'step', 'loss', courses.map(({ name, losses }) => ({ name, values: losses }))),
  panel('training', 'The training accuracy', 'epoch', 'accuracy, percent',
    courses.map(({ name, training }) => ({ name, values: training }))),
  panel('validation', 'The validation accuracy', 'epoch', 'accuracy, percent',
    courses.map(({ name, validation }) => ({ name, values: validation })))
]

const panel = (
  name: string, title: string, x: string, y: string,
  of: ReadonlyArray<{ readonly name: string; readonly values: ReadonlyArray<number> }>
): Drawn => ({
  name, title, caption: `${title} against the ${x}s.`,
  svg: linePlot({
    title: `${title} against the ${x}s`, x: { label: x, log: false }, y: { label: y, log: false },
    series: of.map(({ name: label, values }) => ({ label, points: values.map((value, k) => ({ x: k + 1, y: value })) }))
  })
})
