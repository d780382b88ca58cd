import type { Series } from '../../../src/drawing/index.js'
import { tabulate } from '../../../src/prelude/index.js'
import type { Solving } from '../../../src/solver/index.js'
import { type Steps, trained } from '../../../src/study/index.js'
import { type Epoch, epochsOf, type Moons, type MoonSettings, moonSolver } from './moons.js'

/** A training of several that differ in their seed. */
export interface MoonRun {
  readonly seed: number
  /** Whether the loss became infinite, or no number, before the last epoch. */
  readonly diverged: boolean
  readonly epochs: ReadonlyArray<Epoch>
  readonly last: Epoch
  readonly solving: Solving
}

/** So many trainings with the seeds seed, seed + 1, ...: the data are the same, the first weights and the order of the points are not. */
export function* moonRuns(
  name: string, data: Moons, settings: MoonSettings, runs: number, seed: number
): Steps<ReadonlyArray<MoonRun>> {
  const solver = moonSolver(data, settings)
  const found: Array<MoonRun> = []
  for (const of of tabulate(runs, k => seed + k)) {
    const { tag, solving } = yield* trained(`${name}-seed-${of}`, solver, of)
    const epochs = epochsOf(solver, solving)
    found.push({ seed: of, diverged: tag === 'diverged', epochs, last: epochs.at(-1) as Epoch, solving })
  }
  return found
}

/** The mean, and the standard deviation of a population, as the document draws it. */
export const spread = (values: ReadonlyArray<number>): { readonly mean: number; readonly deviation: number } => {
  const mean = values.reduce((a, b) => a + b, 0) / values.length
  return { mean, deviation: Math.sqrt(values.reduce((sum, v) => sum + (v - mean) ** 2, 0) / values.length) }
}

/** A mean with a standard deviation to either side. An error is never below 0, so neither is what is drawn. */
export const spreadPoint = (x: number, values: ReadonlyArray<number>): Series['points'][number] => {
  const { mean, deviation } = spread(values)
  return { x, y: mean, low: Math.max(0, mean - deviation), high: mean + deviation }
}

/** The errors after each epoch: a run that diverged keeps its last. */
export const errorsByEpoch = (runs: ReadonlyArray<MoonRun>, epochs: number): ReadonlyArray<ReadonlyArray<number>> =>
  tabulate(epochs, k => runs.map(run => (run.epochs[k + 1] ?? run.last).trainError))

/** "8.46 ± 0.66 %" */
export const spreadText = (values: ReadonlyArray<number>): string => {
  const { mean, deviation } = spread(values)
  return `${mean.toFixed(2)} ± ${deviation.toFixed(2)} %`
}
