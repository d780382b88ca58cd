import { cut } from '../../claim/cut.js'
import { columns, largest, wrap } from '../../prelude/index.js'
import type { Paint } from '../Paint.js'
import { isPassed, settingsOf, summaryOf } from './counts.js'
import { foldedCode } from './foldedCode.js'
import { isRight, type JudgedFile, type JudgedFunction } from './Judged.js'
import { oneLine, printable } from './printable.js'
import { caseOf, lawOf, rightWords, untold, wordsOf } from './words.js'

/**
 * What was found in a file, for a student: a line for each function that is right, and of each other one what is wrong, the law, and the
 * smallest case, which stands at the left margin, so that it can be pasted into Python. The last line sums it up.
 */
export const judgedText = (file: JudgedFile, paint: Paint): string => {
  const lengths = file.functions.map(({ name }) => oneLine(cut(name)).length)
  const width = largest([0, ...lengths.filter(length => length <= columns / 2)])
  const entries = file.functions.map(each => ({ isLong: !isRight(each.verdict), lines: entry(each, width, paint) }))
  const told = entries.map(({ isLong, lines }, k) =>
    `${k === 0 ? '' : isLong || entries[k - 1]?.isLong === true ? '\n\n' : '\n'}${lines}`)
  return [
    ...told.length === 0 ? [] : [`${told.join('')}\n`],
    paint.faint(wrap(settingsOf(file))),
    (isPassed(file) ? paint.good : paint.bad)(wrap(summaryOf(file))),
    ''
  ].join('\n')
}

const indent = '    '

const entry = (each: JudgedFunction, width: number, paint: Paint): string => (isRight(each.verdict)
  ? headed(each, rightWords(each), width, paint.good, paint) : [
    headed(each, `${wordsOf(each.verdict)}${each.line === undefined ? '' : `, line ${each.line}`}`, width, paint.bad, paint),
    ...reasons(each).map(reason => wrap(reason, indent)),
    ...caseLines(each)
  ].join('\n'))

/** The name, and behind it what is said in a few words; below it where the name takes more than half of a line. */
const headed = ({ name }: JudgedFunction, words: string, width: number, mark: Paint['good'], { strong }: Paint): string => {
  const [called, gap] = [oneLine(cut(name)), ' '.repeat(width + 2)]
  const said = mark(wrap(words, gap).trimStart())
  return called.length > width ? `${strong(wrap(called))}\n${gap}${said}` : `${strong(called.padEnd(width))}  ${said}`
}

const reasons = (each: JudgedFunction): ReadonlyArray<string> => {
  const { got, want } = untold(each)
  const law = lawOf(each)
  return [
    ...each.says === '' ? [] : [printable(cut(each.says))],
    ...got === undefined ? [] : [`got ${printable(cut(got))}`],
    ...want === undefined ? [] : [`want ${printable(cut(want))}`],
    ...law === undefined ? [] : [`The law: ${law}.`]
  ]
}

const caseLines = (each: JudgedFunction): ReadonlyArray<string> => {
  const given = caseOf(each)
  return given === undefined ? [] : [`${indent}The smallest case:`, '', foldedCode(printable(given))]
}
