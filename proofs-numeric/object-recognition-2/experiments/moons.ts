import { type Points, doubleMoon, type Examples, labelled, readMat } from '../../../src/data/index.js'
import type { Layer } from '../../../src/layer/index.js'
import { logisticLoss } from '../../../src/loss/index.js'
import { logisticNet } from '../../../src/model/index.js'
import { refuse, tabulate } from '../../../src/prelude/index.js'
import { run, seedOf, split } from '../../../src/random/index.js'
import { type Histories, histories, type Solver, solver, type Solving } from '../../../src/solver/index.js'
import { fileWith, fromFile, type NamedBytes } from '../../../src/study/index.js'
import type { Training } from '../../../src/train/index.js'

/** The two sets of points of the assignment. */
export interface Moons {
  readonly training: Points
  readonly validation: Points
}

const perClass = 500

/** Two sets of 1000 points each, drawn by the law of the assignment's files. */
export const drawnMoons = (seed: number): Moons => {
  const [forTraining, rest] = split(seedOf(seed))
  return { training: run(doubleMoon(perClass), forTraining), validation: run(doubleMoon(perClass), run(split, rest)) }
}

export const moonFiles = 'MATLAB files *train*.mat and *val*.mat: points X (N, 2), labels Y of -1 and 1'

/** The two sets from the assignment's files. */
export const readMoons = (files: ReadonlyArray<NamedBytes>): Moons => {
  const matlab = files.filter(({ name }) => name.endsWith('.mat'))
  return { training: pointsIn(fileWith('double moon, files *.mat', matlab, 'train')), validation: pointsIn(fileWith('double moon, files *.mat', matlab, 'val')) }
}

const pointsIn = (file: NamedBytes): Points => fromFile(file, bytes => {
  const { X, Y } = readMat(bytes, ['X', 'Y'])
  const [count = 0] = X.shape
  const labels = Array.from(Y.data)
  if (X.shape.length !== 2 || X.shape[1] !== 2) refuse('shape', 'X', 'two coordinates a point', `shape (${X.shape.join(', ')})`)
  if (labels.length !== count || count === 0) refuse('shape', 'Y', `a label for each of ${count} points`, `${labels.length}`)
  const strange = labels.find(label => label !== -1 && label !== 1)
  if (strange !== undefined) refuse('domain', 'Y', 'the labels -1 and 1', `${strange}`)
  return { x: X, labels }
})

export interface MoonSettings {
  readonly hidden: number
  readonly rate: number
  readonly epochs: number
}

/** The assignment's training: a point a step, drawn with replacement; an epoch is as many steps as there are points. */
export const moonSolver = ({ training, validation }: Moons, { hidden, rate, epochs }: MoonSettings): Solver => solver({
  model: logisticNet({ hidden }), loss: logisticLoss, score: rightSide,
  examples: labelled(training.x, training.labels), validation: labelled(validation.x, validation.labels),
  learningRate: rate, epochs, batchSize: 1, trainingSamples: training.labels.length
})

/** The share of points on the right side; a score of 0 is on no side. */
export const rightSide = (model: Layer, examples: Examples<ReadonlyArray<number>>) => {
  const { x, target } = examples.take(tabulate(examples.count, i => i))
  return ({ params, state }: Pick<Training, 'params' | 'state'>): number => {
    const { data } = model.infer(params, state)(x)
    return target.filter((label, i) => label * (data[i] ?? NaN) > 0).length / target.length
  }
}

/** How things stood at the end of an epoch: the mean loss of its steps, and the errors in percent. */
export interface Epoch {
  readonly epoch: number
  readonly loss: number
  readonly trainError: number
  readonly validationError: number
}

export const percentWrong = (right: number): number => 100 * (1 - right)

/** The epochs of a training; the first, 0, is the untrained net, whose output is 0 everywhere: all points count as wrong. */
export const epochsOf = ({ stepsPerEpoch }: Solver, solving: Solving): ReadonlyArray<Epoch> => {
  const { losses, steps, training, validation }: Histories = histories(solving)
  const untrained: Epoch = { epoch: 0, loss: NaN, trainError: 100, validationError: 100 }
  return [untrained, ...steps.flatMap((step, k) => {
    const of = losses.slice(step - stepsPerEpoch, step)
    return step % stepsPerEpoch !== 0 ? [] : [{
      epoch: step / stepsPerEpoch, loss: of.reduce((a, b) => a + b, 0) / of.length,
      trainError: percentWrong(training[k] ?? NaN), validationError: percentWrong(validation[k] ?? NaN)
    }]
  })]
}
