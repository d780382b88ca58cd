import { given } from '../prelude/index.js'
import { givenSolver, type Solver, type SolverDiverged, type SolverStep } from './solver.js'
import { givenSolving, type Solving } from './Solving.js'

/** How a solver ended: with its last epoch, where it was told to stop, or where a step could not be taken. */
export type Solved = { readonly tag: 'finished' | 'stopped'; readonly solving: Solving } | SolverDiverged

/**
 * Where a solver ends: with its last epoch, or earlier, after the first step of which `until` holds, or where it diverges.
 *
 * @example
 * const examples = labelled(T.eye(2), [0, 1])
 * const solving = solver({ model: sequence({ scores: Affine(2) }), examples, validation: examples, learningRate: 1 })
 * const start = solving.begin(1).right
 * solve(solving)(start).tag // 'finished'
 * solve(solving, ({ loss }) => loss < 0.5)(start).tag // 'stopped'
 *
 * @source Notes on CS231n, solver
 */
export const solve = (
  solver: Solver, until: (step: SolverStep) => boolean = () => false
): ((from: Solving) => Solved) => {
  givenSolver('solve', solver)
  given.callable('solve', 'until', until)
  return from => solved(solver, until, givenSolving('solve', from))
}

const solved = ({ events }: Solver, until: (step: SolverStep) => boolean, from: Solving): Solved => {
  let solving = from
  for (const event of events(from)) {
    if (event.tag === 'diverged') return event
    solving = event.solving
    if (until(event)) return { tag: 'stopped', solving }
  }
  return { tag: 'finished', solving }
}

/**
 * Early stopping, to be told to `solve`: whether the validation accuracy was looked at so many times without becoming better. Refuses a
 * number of looks that is no whole number from 1.
 *
 * @example
 * const examples = labelled(T.eye(2), [0, 1])
 * const solving = solver({ model: sequence({ scores: Affine(2) }), examples, validation: examples, learningRate: 0 })
 * solve(solving, patience(3))(solving.begin(1).right).solving.checks.length // 4
 *
 * @source Standard practice
 */
export const patience = (looks: number): ((step: SolverStep) => boolean) => {
  given.whole('patience', 'looks', looks, 1)
  return ({ solving: { checks, best } }) =>
    checks.length > looks && checks.slice(-looks).every(({ step }) => step > best.step)
}

/** What is drawn over the steps of a training. */
export interface Histories {
  /** The loss of each step, the first being step 1. */
  readonly losses: ReadonlyArray<number>
  /** After which steps the accuracies were looked at, and what they were. */
  readonly steps: ReadonlyArray<number>
  readonly training: ReadonlyArray<number>
  readonly validation: ReadonlyArray<number>
}

/**
 * The histories of a solver: the loss of each step, and the accuracies where it looked.
 *
 * @example
 * const examples = labelled(T.eye(2), [0, 1])
 * const solving = solver({ model: sequence({ scores: Affine(2) }), examples, validation: examples, epochs: 3, checkEvery: 2 })
 * const { losses, steps } = histories(solve(solving)(solving.begin(1).right).solving)
 * [losses.length, steps] // [3, [1, 2, 3]]
 *
 * @source Notes on CS231n, solver
 */
export const histories = (solving: Solving): Histories => {
  const { losses, checks } = givenSolving('histories', solving)
  return {
    losses: losses.flat(), steps: checks.map(({ step }) => step),
    training: checks.map(({ training }) => training), validation: checks.map(({ validation }) => validation)
  }
}
