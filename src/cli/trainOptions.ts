import { describeFlags, readOptions, wholeNumber } from './options.js'
import { misuse } from './UsageError.js'

const flags = {
  seed: { value: 'N', about: 'where the draws of points, weights and order begin (1)' },
  epochs: { value: 'N', about: 'passes through the training points (100)' },
  hidden: { value: 'N', about: 'hidden units (7)' },
  rate: { value: 'X', about: 'learning rate (0.02)' },
  batch: { value: 'N', about: 'points a step (1)' },
  data: { value: 'DIR', about: 'a folder with *train*.mat and *val*.mat, in place of drawn points' },
  html: { value: 'FILE', about: 'where the pictures go (out/double-moon.html)' },
  help: { about: 'print this' }
} as const

export const trainHelp: string = `usage: lemmata train double-moon [options]

Draws 1000 training and 1000 validation points in two half moons, or reads such
points, X (N, 2) with labels Y of -1 and 1, from MATLAB files. Trains a net with
one hidden layer on them by gradient descent on the logistic loss, prints the
errors, and draws the boundary that it learns and how the training went.

${describeFlags(flags)}

The exit code is 0, 1 if the training diverged, 2 for misuse, 130 for Ctrl-C.
`

export interface TrainOptions {
  readonly seed: number
  readonly epochs: number
  readonly hidden: number
  readonly rate: number
  readonly batch: number
  readonly html: string
  readonly data?: string
}

/** The options of train, or that its help is wanted. */
export const readTrainOptions = (argv: ReadonlyArray<string>): TrainOptions | 'help' => {
  const { words: [experiment], given } = readOptions(argv, flags, 'one EXPERIMENT')
  if (given.help !== undefined) return 'help'
  if (experiment !== 'double-moon') return misuse(
    `trains double-moon, ${experiment === undefined ? 'so say so: lemmata train double-moon' : `not ${experiment}`}`
  )
  return {
    seed: wholeNumber('--seed', given.seed, 1, [0, 2 ** 32 - 1]),
    epochs: wholeNumber('--epochs', given.epochs, 100, [0, 100_000]),
    hidden: wholeNumber('--hidden', given.hidden, 7, [1, 10_000]),
    rate: learningRate(given.rate),
    batch: wholeNumber('--batch', given.batch, 1, [1, 1000]),
    html: given.html ?? 'out/double-moon.html',
    ...given.data === undefined ? {} : { data: given.data }
  }
}

const learningRate = (text: string | undefined): number => {
  const rate = Number(text ?? 0.02)
  return text?.trim() !== '' && rate >= 0 && Number.isFinite(rate) ? rate
    : misuse(`--rate must be a number of at least 0, got ${text ?? ''}`)
}
