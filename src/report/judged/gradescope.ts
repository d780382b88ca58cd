import { cut } from '../../claim/cut.js'
import { settingsOf, summaryOf } from './counts.js'
import { isRight, type JudgedFile, type JudgedFunction } from './Judged.js'
import { oneLine, printable } from './printable.js'
import { caseOf, lawOf, rightWords, untold, wordsOf } from './words.js'

/** One test of a results.json. */
interface Test {
  readonly name: string
  readonly score: number
  readonly max_score: number
  readonly status: 'passed' | 'failed'
  readonly output: string
  readonly output_format: 'md'
}

/**
 * The results.json that Gradescope reads: a test for each function, of one point unless `points` says how many, and for each function
 * that has points and is not in the file. What is right has all of its points, all else none.
 *
 * @source gradescope-autograders.readthedocs.io/en/latest/specs, "Output format"
 */
export const gradescope = (file: JudgedFile, points: Readonly<Record<string, number>> = {}): string => {
  const names = new Set(file.functions.map(({ name }) => name))
  const tests = [
    ...file.functions.map(each => test(each.name, isRight(each.verdict), pointsOf(points, each.name), outputOf(each))),
    ...Object.keys(points).filter(name => !names.has(name)).map(name => test(name, false, pointsOf(points, name), 'not in the file'))
  ]
  return `${JSON.stringify({
    score: tests.reduce((sum, { score }) => sum + score, 0),
    output: `${summaryOf(file)}\n${settingsOf(file)}`,
    tests
  }, null, 2)}\n`
}

const pointsOf = (points: Readonly<Record<string, number>>, name: string): number =>
  (Object.hasOwn(points, name) ? points[name] ?? 1 : 1)

const test = (name: string, isPassed: boolean, points: number, output: string): Test => ({
  name: oneLine(cut(name)),
  score: isPassed ? points : 0,
  max_score: points,
  status: isPassed ? 'passed' : 'failed',
  output,
  output_format: 'md'
})

const outputOf = (each: JudgedFunction): string => {
  if (isRight(each.verdict)) return inMarkdown(rightWords(each))
  const { got, want } = untold(each)
  const [law, given] = [lawOf(each), caseOf(each)]
  return [
    `**${wordsOf(each.verdict)}**${each.line === undefined ? '' : `, line ${each.line}`}: ${inMarkdown(each.says)}`,
    ...got === undefined ? [] : [`Got: ${inMarkdown(got)}`],
    ...want === undefined ? [] : [`Want: ${inMarkdown(want)}`],
    ...law === undefined ? [] : [`The law: ${inMarkdown(law)}.`],
    ...given === undefined ? [] : ['The smallest case:', fenced(printable(given))]
  ].join('\n\n')
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

/** Words in which nothing is markup, on one line, on which no list can begin since other words stand before. */
const inMarkdown = (text: string): string =>
  oneLine(cut(text)).replace(/[\\`*_[\]#|~$^]/g, String.raw`\$&`).replace(/[&<>]/g, sign => entities[sign] ?? sign)

/** Code between fences that are longer than any in it. */
const fenced = (code: string): string => {
  const longest = (code.match(/`+/g) ?? []).reduce((most, ticks) => Math.max(most, ticks.length), 2)
  const fence = '`'.repeat(longest + 1)
  return `${fence}python\n${code}\n${fence}`
}
