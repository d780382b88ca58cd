import { given, refuse } from '../../prelude/index.js'
import { type HoleKind, linePattern, type LineRead, readLine } from './linePattern.js'

/** A number of a log, where it belongs on the way of the training, and the line that it stands in, from 1. */
export interface LogPoint {
  readonly at: number
  readonly value: number
  readonly line: number
}

/** Numbers of one kind in the order of the log, and what their places count: epochs, steps, or the numbers themselves, from 1. */
export interface LogSeries {
  readonly by: 'epoch' | 'step' | 'count'
  readonly points: ReadonlyArray<LogPoint>
}

/** A line that begins as a pattern does and goes on otherwise. */
export interface UnreadLine {
  readonly line: number
  readonly expected: string
  readonly got: string
}

const seriesNames = ['trainLoss', 'testLoss', 'trainAccuracy', 'testAccuracy'] as const

export interface TrainingLog {
  readonly trainLoss: LogSeries
  readonly testLoss: LogSeries
  readonly trainAccuracy: LogSeries
  readonly testAccuracy: LogSeries
  readonly unread: ReadonlyArray<UnreadLine>
  /** The lines that no pattern begins in, without those that are blank. */
  readonly others: ReadonlyArray<number>
}

export interface LogOptions {
  /** How the lines are printed, with a name in braces for each number; those of the documents unless said. */
  readonly patterns?: ReadonlyArray<string>
}

// As the programs of the documents print them.
const documented: ReadonlyArray<string> = [
  'Train Loss: {trainLoss}', 'Val Loss: {testLoss}', 'Val Acc: {testAccuracy}',
  'Train Epoch: {epoch} [{seen}/{examples} ({}%)] Loss: {trainLoss}',
  'Test set: Average loss: {testLoss}, Accuracy: {right}/{tested} ({}%)',
  'Finished epoch {epoch} / {}: cost {trainLoss}, train: {trainAccuracy}, val {testAccuracy}, lr {}',
  '(Iteration {step} / {}) loss: {trainLoss}',
  '(Epoch {epoch} / {}) train acc: {trainAccuracy}; val acc: {testAccuracy}'
]

const place = 'readTrainingLog'

const kinds: Readonly<Record<string, HoleKind>> = {
  ...Object.fromEntries(seriesNames.map(name => [name, 'any'])),
  epoch: 'from 0', step: 'from 0', seen: 'from 0', examples: 'from 1', right: 'from 0', tested: 'from 1'
}

/**
 * The losses and accuracies that the lines of a training log tell, as series by epoch or step.
 *
 * A pattern such as `Epoch {epoch}: loss {trainLoss}` says how a line is printed. The names are trainLoss, testLoss, trainAccuracy and
 * testAccuracy, or right and tested for an accuracy right / tested; and for places epoch, with seen and examples if it is on its way, or
 * step. `{}` is a number that nobody asks for. A blank of a pattern stands for any blanks, or none. A line without a place belongs to the
 * epoch or step told last above it; if the whole log tells neither, places count the numbers of a series.
 * Numbers are as the log has them, nan and inf among them: that a loss was no number after step 40 is what a log of a training that
 * diverged is read for, and a series without these steps would look as if nothing had happened.
 * A line that is cut off, has another word where a number should be, or a number twice, gives no number, and is told in `unread` with what
 * was expected there: the rest of a log that was cut off is still worth a plot. Whether the last digits of the last line are missing cannot
 * be seen. Refuses a text in which no line is read, and epochs and steps as places of one series. Allocates in proportion to the text.
 *
 * @example
 * const { trainLoss, testAccuracy, unread } = readTrainingLog('Train Loss: 2.5\nVal Acc: .25\nTrain Loss: nan\nTrain Loss: 0.')
 * trainLoss.points.map(({ value }) => value) // [2.5, NaN, 0]
 * testAccuracy // { by: 'count', points: [{ at: 1, value: 0.25, line: 2 }] }
 * unread // []
 * const own = readTrainingLog('epoch 3, loss .5\nepoch 4, lo', { patterns: ['epoch {epoch}, loss {trainLoss}'] })
 * own.trainLoss // { by: 'epoch', points: [{ at: 3, value: 0.5, line: 1 }] }
 * own.unread // [{ line: 2, expected: '", loss" after a whole number', got: '", lo"' }]
 *
 * @source Deep learning homework 1, visualising the PyTorch model; Object recognition assignment 2, question 3
 */
export const readTrainingLog = (text: string, options: LogOptions = {}): TrainingLog => {
  const { patterns = documented } = given.options(place, options, ['patterns'])
  const compiled = given.list(place, 'patterns', patterns).map(pattern =>
    linePattern(place, pattern, name => (Object.hasOwn(kinds, name) ? kinds[name] : undefined)))
  given.number(place, 'at least one pattern', patterns.length, patterns.length > 0)
  // line breaks as Python's files have them: a bar of progress that is drawn anew begins with a CR
  const lines = given.text(place, 'what is read', text).split(/\r\n|\n|\r/).map((written, k): Line =>
    ({ line: k + 1, isBlank: written.trim() === '', read: readLine(compiled, written) }))
  const { placed, unread } = placedLines(lines)
  const series = seriesNames.map(name => seriesOf(name, placed))
  if (series.every(({ points }) => points.length === 0)) {
    refuse('input', place, `a line such as ${given.kindOf(patterns[0])}`, unread[0] === undefined ? 'none'
      : `line ${unread[0].line}: ${unread[0].got} in place of ${unread[0].expected}`)
  }
  const [trainLoss, testLoss, trainAccuracy, testAccuracy] = series as FourSeries
  return {
    trainLoss, testLoss, trainAccuracy, testAccuracy, unread,
    others: lines.filter(({ isBlank, read }) => read === undefined && !isBlank).map(({ line }) => line)
  }
}

type FourSeries = [LogSeries, LogSeries, LogSeries, LogSeries]

interface Line {
  readonly line: number
  readonly isBlank: boolean
  readonly read: LineRead
}

interface Where {
  readonly by: LogSeries['by']
  readonly at: number
}

interface Placed {
  readonly line: number
  readonly where: Where | undefined
  readonly numbers: Readonly<Record<string, number>>
}

interface PlacedLines {
  readonly placed: ReadonlyArray<Placed>
  readonly unread: ReadonlyArray<UnreadLine>
}

/** The lines that are read with their places, and in the order of the log those that are not. */
const placedLines = (lines: ReadonlyArray<Line>): PlacedLines => {
  const tellsPlaces = lines.some(({ read }) => read?.tag === 'read' && endOf(read.numbers) !== undefined)
  const placed: Array<Placed> = []
  const unread: Array<UnreadLine> = []
  let last: Where | undefined
  for (const { line, read } of lines) {
    if (read?.tag === 'broken') unread.push({ line, expected: read.expected, got: read.got })
    if (read?.tag !== 'read') continue
    last = endOf(read.numbers) ?? last
    if (tellsPlaces && last === undefined) unread.push({ line, expected: 'an epoch or a step, here or above', got: 'none' })
    else placed.push({ line, where: onTheWay(read.numbers) ?? last, numbers: read.numbers })
  }
  return { placed, unread }
}

/** The epoch or step that a line tells. */
const endOf = ({ epoch, step }: Readonly<Record<string, number>>): Where | undefined =>
  (epoch !== undefined ? { by: 'epoch', at: epoch } : step !== undefined ? { by: 'step', at: step } : undefined)

/** How far in an epoch a line is, if it tells. */
const onTheWay = ({ epoch, seen, examples }: Readonly<Record<string, number>>): Where | undefined =>
  (epoch === undefined || seen === undefined || examples === undefined ? undefined
    : { by: 'epoch', at: epoch - 1 + seen / examples })

const seriesOf = (name: typeof seriesNames[number], placed: ReadonlyArray<Placed>): LogSeries => {
  const told = placed.flatMap(({ line, where, numbers }) => {
    const value = numbers[name] ?? (name === 'testAccuracy' ? shareOf(numbers) : undefined)
    return value === undefined ? [] : [{ line, where, value }]
  })
  const { by = 'count' } = told[0]?.where ?? {}
  const other = told.find(({ where }) => (where?.by ?? 'count') !== by)
  if (other !== undefined) {
    refuse('input', place, `${name} by ${by} as in line ${told[0]?.line ?? 0}`,
      `by ${other.where?.by ?? 'count'} in line ${other.line}`)
  }
  return { by, points: told.map(({ line, where, value }, k) => ({ at: where?.at ?? k + 1, value, line })) }
}

const shareOf = ({ right, tested }: Readonly<Record<string, number>>): number | undefined =>
  (right === undefined || tested === undefined ? undefined : right / tested)
