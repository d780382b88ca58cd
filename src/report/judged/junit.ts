import { cut } from '../../claim/cut.js'
import { escape } from '../../drawing/escape.js'
import { byVerdict, settingsOf, summaryOf } from './counts.js'
import { isRight, type JudgedFile, type JudgedFunction } from './Judged.js'
import { oneLine, printable } from './printable.js'
import { caseOf, lawOf, rightWords, untold } from './words.js'

/** The file as a suite of JUnit, whose XML most build servers read: a test case for each function; what is undecided is skipped. */
export const junit = (file: JudgedFile): string => {
  const skipped = byVerdict(file).undecided
  const failures = file.functions.filter(({ verdict }) => isFailure(verdict)).length
  const counts = `tests="${file.functions.length}" failures="${failures}" errors="0" skipped="${skipped}"`
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites ${counts}>`,
    `<testsuite name="${quoted(file.file)}" ${counts}>`,
    ...file.functions.map(testCase(file)),
    `<system-out>${inXml(`${summaryOf(file)}\n${settingsOf(file)}`)}</system-out>`,
    '</testsuite>',
    '</testsuites>',
    ''
  ].join('\n')
}

const isFailure = (verdict: JudgedFunction['verdict']): boolean => !isRight(verdict) && verdict !== 'undecided'

const testCase = ({ file }: JudgedFile) => (each: JudgedFunction): string => {
  const [name, line] = [quoted(each.name), each.line === undefined ? '' : ` line="${each.line}"`]
  const start = `<testcase classname="${quoted(file)}" name="${name}" file="${quoted(file)}"${line}`
  const inside = insideOf(each)
  return inside === '' ? `${start}/>` : `${start}>${inside}</testcase>`
}

const insideOf = (each: JudgedFunction): string => {
  const { verdict, says } = each
  if (verdict === 'undecided') return `<skipped message="${quoted(says)}"/>`
  if (isFailure(verdict)) return `<failure type="${verdict}" message="${quoted(says)}">${inXml(detailsOf(each))}</failure>`
  return verdict === 'right' && rightWords(each) === 'right' ? '' : `<system-out>${inXml(rightWords(each))}</system-out>`
}

const detailsOf = (each: JudgedFunction): string => {
  const { got, want } = untold(each)
  const [law, given] = [lawOf(each), caseOf(each)]
  return [
    ...got === undefined ? [] : [`got ${cut(got)}`],
    ...want === undefined ? [] : [`want ${cut(want)}`],
    ...law === undefined ? [] : [`The law: ${law}.`],
    ...given === undefined ? [] : [`The smallest case:\n\n${given}`]
  ].join('\n')
}

const inXml = (text: string): string => escape(printable(text))

/** The value of an attribute, which has one line. */
const quoted = (text: string): string => escape(oneLine(cut(text)))
