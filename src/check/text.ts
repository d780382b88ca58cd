import { columns, wrap } from '../prelude/index.js'
import { type Line, summaryOf } from './Line.js'
import { lineAt } from './document.js'

/**
 * What a person reads: each line that is wrong or was not judged, with its place, and a last line with the counts.
 *
 * @example
 * const lines = check('$$1 + 1 = 3$$', { seed: 1, runs: 10, cancelled: () => false })
 * text('sum.md', '$$1 + 1 = 3$$', lines).split('\n')[0] // 'sum.md:1:9: wrong: left 2, right 3'
 */
export const text = (file: string, document: string, lines: ReadonlyArray<Line>): string =>
  [...lines.filter(isTold).map(line => message(file, document, line)), summary(lines), ''].join('\n')

const isTold = ({ kind, verdict = 'holds' }: Line): boolean =>
  kind === 'not understood' || kind === 'definition' || verdict !== 'holds'

const message = (file: string, document: string, line: Line): string => {
  const { kind, verdict, reason, step, at, suggestion, sizes } = line
  const what = verdict ?? kind
  const head = `${file}:${line.line}:${line.column}: ${what}: ${reason ?? ''}${step === undefined ? '' : ` (${step})`}`
  if (kind === 'definition') return wrap(`${head}; nothing was checked`, '', indented)
  return [wrap(head, '', indented), ...shown(document, line), ...verdict === 'wrong' ? where(at, sizes) : [],
    ...suggestion === undefined ? [] : [wrap(suggestion, indented)]].join('\n')
}

const indented = '    '

const where = (at: string | undefined, sizes: string | undefined): ReadonlyArray<string> => {
  const parts = [...at === undefined ? [] : [`at ${at}`], ...sizes === undefined || sizes === 'as it stands' ? []
    : [`judged for ${sizes}`]]
  return parts.length === 0 ? [] : [wrap(parts.join('; '), indented)]
}

// What stands beside a source line that is cut on both sides.
const widest = columns - '    ......'.length

/** The line of the document around the place, with a caret under it. */
const shown = (document: string, { line, column }: Line): ReadonlyArray<string> => {
  const start = document.split('\n').slice(0, line - 1).reduce((sum, before) => sum + before.length + 1, 0)
  const whole = [...lineAt(document, start)]
  const from = Math.max(0, column - 1 - widest / 2)
  const part = whole.slice(from, from + widest).join('')
  const [before, after] = [from > 0 ? '...' : '', from + widest < whole.length ? '...' : '']
  return [`    ${before}${part}${after}`, `    ${' '.repeat(before.length + column - 1 - from)}^`]
}

const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`

/** "4 not understood; 31 lines: 22 hold (15 proved), 2 wrong, 3 definitions". */
const summary = (lines: ReadonlyArray<Line>): string => {
  const { lines: all = 0, hold, proved, wrong = 0, vacuous = 0, undecided = 0, definitions = 0, notUnderstood = 0 } =
    summaryOf(lines)
  const parts = [
    `${hold} hold (${proved} proved)`, `${wrong} wrong`, ...vacuous > 0 ? [`${vacuous} vacuous`] : [],
    ...undecided > 0 ? [`${undecided} undecided`] : [],
    ...definitions > 0 ? [counted(definitions, 'definition', 'definitions')] : []
  ]
  return wrap(`${notUnderstood} not understood; ${counted(all, 'line', 'lines')}: ${parts.join(', ')}`, '', indented)
}
