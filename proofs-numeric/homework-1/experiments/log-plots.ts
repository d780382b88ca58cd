import { readTrainingLog, type TrainingLog } from '../../../src/data/index.js'
import { linePlot } from '../../../src/drawing/index.js'
import { refuse } from '../../../src/prelude/index.js'
import { type Drawn, everyCase, type Finding, fromFile, type NamedBytes, type Study, studyOf, told } from '../../../src/study/index.js'
import { stacked } from '../../convnet-notebooks/experiments/course.js'
import { type NamedLog, printedLogs } from './printedLogs.js'

const documented = {}

/** The plots that the homework draws of a log. */
export const experiment: Study = studyOf({
  name: 'log-plots', document: 'homework-1', place: 'visualising the PyTorch model', title: 'The plots of a log',
  about: 'The losses and the accuracies that a training has logged are read and drawn. The homework shows no lines of the log that it reads: '
    + 'those of its fifty images and of the convolutional net of the other assignment are in print.',
  reported: 'One pattern each finds training loss, validation loss and validation accuracy; nan and inf are passed over without a word.',
  documented, short: documented, seconds: { short: 1, documented: 1 },
  files: 'logs, each a text whose name ends in .log or .txt', withoutFiles: 'two logs that the documents print',
  draw: () => ({ logs: printedLogs, inPrint: true }),
  read: files => ({ logs: logsIn(files), inPrint: false }),
  run: function* ({ data: { logs, inPrint } }) {
    const all = logs.map(({ name, text }): ReadLog => ({ name, log: readTrainingLog(text) }))
    for (const { name, log } of all) {
      for (const { line, expected, got } of log.unread.slice(0, toldAtMost)) {
        yield* told(`${name}, line ${line}: expected ${expected}, got ${got}`)
      }
      yield* told(`${name}: ${countOf(log)} numbers; ${log.unread.length} lines begin as if they told one, and are not read; `
        + `${log.others.length} say something else`)
    }
    return {
      results: Object.fromEntries(all.map(({ name, log }) =>
        [name, { numbers: countOf(log), unread: log.unread.length, others: log.others.length }])),
      tables: [
        {
          title: 'what is in the logs',
          columns: ['log', 'numbers', 'count', 'last', 'not finite', 'from line'],
          rows: all.flatMap(rowsOf)
        },
        {
          title: 'lines that are not read', columns: ['log', 'line', 'expected', 'got'],
          rows: all.flatMap(({ name, log }) => log.unread.map(({ line, expected, got }) => [name, `${line}`, expected, got]))
        }
      ].filter(({ rows }) => rows.length > 0),
      pictures: all.map(plotsOf),
      findings: inPrint ? [everyLineIsRead(all)] : []
    }
  }
})

interface ReadLog {
  readonly name: string
  readonly log: TrainingLog
}

const toldAtMost = 5

const kinds = [
  { kind: 'trainLoss', label: 'training loss' }, { kind: 'testLoss', label: 'validation loss' },
  { kind: 'trainAccuracy', label: 'training accuracy' }, { kind: 'testAccuracy', label: 'validation accuracy' }
] as const

const logsIn = (files: ReadonlyArray<NamedBytes>): ReadonlyArray<NamedLog> => {
  const logs = files.filter(({ name }) => /[.](log|txt)$/i.test(name))
  if (logs.length === 0) refuse('input', 'log-plots', 'a file whose name ends in .log or .txt', `${files.length} other files`)
  return logs.map(file => {
    // a log that a killed program leaves may end in the middle of a letter
    const text = new TextDecoder().decode(file.bytes.slice())
    fromFile(file, () => readTrainingLog(text))
    return { name: file.name.replace(/[^\w.-]/g, '-'), text }
  })
}

const countOf = (log: TrainingLog): number => kinds.reduce((sum, { kind }) => sum + log[kind].points.length, 0)

const rowsOf = ({ name, log }: ReadLog): ReadonlyArray<ReadonlyArray<string>> => kinds.flatMap(({ kind, label }) => {
  const { points } = log[kind]
  const odd = points.filter(({ value }) => !Number.isFinite(value))
  return points.length === 0 ? []
    : [[name, label, `${points.length}`, `${points.at(-1)?.value}`, `${odd.length}`, `${odd[0]?.line ?? ''}`]]
})

/** The losses, and below them the accuracies. */
const plotsOf = ({ name, log }: ReadLog): Drawn => ({
  name, title: `The log ${name}`,
  caption: 'The losses above, the accuracies below. What is not finite is left out; the table says where it begins.',
  svg: stacked(`The log ${name}`, ['loss', 'accuracy'].flatMap(what => {
    const shown = kinds.filter(({ kind, label }) => label.endsWith(what) && log[kind].points.length > 0)
    const places = new Set(shown.map(({ kind }) => (log[kind].by === 'count' ? 'number in the log' : log[kind].by)))
    return shown.length === 0 ? [] : [linePlot({
      title: `${name}: ${what}`, x: { label: [...places].join(' or '), log: false }, y: { label: what, log: false },
      series: shown.map(({ kind, label }) =>
        ({ label, points: log[kind].points.map(({ at, value }) => ({ x: at, y: value })) }))
    })]
  }))
})

const everyLineIsRead = (all: ReadonlyArray<ReadLog>): Finding => everyCase({
  id: 'log-plots/read', rows: ['HW1-SYS-23'], statement: 'each line of the logs in print is read, and all their numbers are finite'
}, all.map(({ name, log }) => ({
  name, found: `${countOf(log)} numbers`, holds: log.unread.length === 0 && log.others.length === 0
    && kinds.every(({ kind }) => log[kind].points.every(({ value }) => Number.isFinite(value)))
})))
