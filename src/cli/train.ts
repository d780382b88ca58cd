import { doubleMoon, type Points } from '../data/index.js'
import { logisticLoss } from '../loss/index.js'
import { logisticNet, parameterCount } from '../model/index.js'
import { onEach, sgd } from '../optimizer/index.js'
import { orThrow, wrap } from '../prelude/index.js'
import { run, seedOf, split } from '../random/index.js'
import type { Tensor } from '../tensor/index.js'
import { begin, type Experiment, labelled, stepsPerPass, type Training, unfold } from '../train/index.js'
import type { ExitCode, Run } from './Command.js'
import { interruption, type Interruption } from './interrupt.js'
import type { Io } from './Io.js'
import { readMoons } from './moonData.js'
import { outputFile } from './outputFile.js'
import { bar, progress } from './progress.js'
import { grid, pictures, percent, type Standing } from './trainPictures.js'
import { readTrainOptions, trainHelp, type TrainOptions } from './trainOptions.js'
import { scoresOf } from './trainScores.js'

type Net = Experiment<ReadonlyArray<number>>

interface Course {
  readonly standings: ReadonlyArray<Standing>
  readonly training: Training
  readonly diverged?: string
}

const perClass = 500

/** Trains the logistic net on the double moon, prints its errors, and draws what it learned. */
export const train: Run = async (argv, io) => {
  const options = readTrainOptions(argv)
  if (options === 'help') {
    io.out(trainHelp)
    return 0
  }
  const write = outputFile('--html', options.html)
  const signal = interruption()
  try {
    return await trainUntil(signal, options, io, write)
  } finally {
    signal.forget()
  }
}

const trainUntil = async (
  signal: Interruption, options: TrainOptions, io: Io, write: (text: string) => void
): Promise<ExitCode> => {
  const { seed, epochs, hidden, rate, batch, html } = options
  const { points, validation } = options.data === undefined ? drawn(seed) : readMoons(options.data)
  const net: Net = {
    model: logisticNet({ hidden }), loss: logisticLoss, optimizer: onEach(sgd({ learningRate: rate })),
    examples: labelled(points.x, points.labels), batchSize: batch
  }
  io.out(`double-moon: ${points.labels.length} training and ${validation.labels.length} validation points\n`)
  const [size, how] = [`${hidden} hidden units (${parameterCount(net.model, [2])} parameters)`, `learning rate ${rate}`]
  io.out(`${wrap(`${size}, ${how}, batches of ${batch}, seed ${seed}`)}\n`)
  const scores = ({ params, state }: Training, x: Tensor) => scoresOf(net.model.infer(params, state), hidden, x, signal)
  const course = await follow(net, { points, validation, scores }, orThrow(begin(net, seed)), epochs, signal, io)
  io.out(`${[heading, ...course.standings.filter(isTold(course)).map(line)].join('\n')}\n`)
  if (course.standings[0]?.isSilent === true) io.out(`${untrained}\n`)
  if (course.diverged !== undefined) io.out(`${course.diverged}\n`)
  const onGrid = await scores(course.training, grid)
  if (onGrid !== undefined) write(pictures(options, points, course.standings, onGrid))
  io.out(onGrid === undefined ? 'interrupted before pictures could be drawn\n'
    : `${wrap(`the pictures are in ${html}`, '', '  ')}\n`)
  return signal.stopped() ? 130 : course.diverged === undefined ? 0 : 1
}

const drawn = (seed: number): Pick<Sets, 'points' | 'validation'> => {
  const [forTraining, rest] = split(seedOf(seed))
  return { points: run(doubleMoon(perClass), forTraining), validation: run(doubleMoon(perClass), run(split, rest)) }
}

interface Sets {
  readonly points: Points
  readonly validation: Points
  readonly scores: (training: Training, x: Tensor) => Promise<Tensor | undefined>
}

const follow = async (
  net: Net, { points, validation, scores }: Sets, start: Training, epochs: number, { stopped, pause }: Interruption,
  io: Io
): Promise<Course> => {
  const standing = async (epoch: number, loss: number, now: Training): Promise<ReadonlyArray<Standing>> => {
    const [onPoints, onValidation] = [await scores(now, points.x), await scores(now, validation.x)]
    return onPoints === undefined || onValidation === undefined ? []
      : [{
          epoch, loss, trainError: errorOf(onPoints, points), validationError: errorOf(onValidation, validation),
          isSilent: [onPoints, onValidation].every(({ data }) => Array.from(data).every(score => score === 0))
        }]
  }
  const shown = progress(io)
  const steps = stepsPerPass(net)
  const standings = [...await standing(0, NaN, start)]
  let [training, total] = [start, 0]
  for (const next of unfold(net, start)) {
    if (stopped() || training.step >= epochs * steps) break
    if (next.tag === 'diverged') {
      shown.clear()
      return { standings, training, diverged:
        `diverged at step ${next.step}: the ${next.cause === 'loss' ? '' : 'parameter '}${next.cause} is not finite` }
    }
    training = next.training
    total += next.loss
    await pause()
    if (training.step % steps !== 0) continue
    const [last] = await standing(training.step / steps, total / steps, training)
    if (last === undefined) break
    standings.push(last)
    total = 0
    shown.show(`${bar(last.epoch / epochs)} ${last.epoch} of ${epochs}  loss ${last.loss.toFixed(4)}  validation error ${percent(last.validationError)}`)
  }
  shown.clear()
  return { standings, training }
}

/** The share of points on the wrong side; a score of 0 is on no side. */
const errorOf = (scores: Tensor, { labels }: Points): number =>
  labels.filter((label, i) => !(label * (scores.data[i] ?? NaN) > 0)).length / labels.length

const untrained =
  'At epoch 0 the net answers 0 to every point. A score of 0 is on neither side and\ncounts as wrong, so the errors begin at 100 %.'

const heading = 'epoch      loss  training error  validation error'

const line = ({ epoch, loss, trainError, validationError }: Standing): string =>
  `${String(epoch).padStart(5)}  ${(Number.isNaN(loss) ? '' : loss.toFixed(4)).padStart(8)}  ${percent(trainError)
    .padStart(14)}  ${percent(validationError).padStart(16)}`

/** 0, 1, 2, 5, 10, 20, 50, ... and the last. */
const isTold = ({ standings }: Course) => ({ epoch }: Standing): boolean =>
  epoch === 0 || epoch === standings[standings.length - 1]?.epoch || /^[125]0*$/.test(String(epoch))
