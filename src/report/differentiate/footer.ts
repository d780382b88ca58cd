import { largest, smallest, wrap } from '../../prelude/index.js'
import type { Paint } from '../Paint.js'
import type { Answer, Derivative, Quotient } from '../../differentiate/index.js'
import { fewest } from './fewest.js'
import { atLeast, causeOf, digitsByMode, firstLost, isLost, modeNames, summaryOf } from './lostDigits.js'

/** Words in lines that fit, the later ones indented. */
export const wrapped = (text: string, indent: number): string => wrap(text, '', ' '.repeat(indent))

const atMost = 12

const listed = (names: ReadonlyArray<string>): string =>
  names.length <= atMost ? names.join(', ') : `${names.slice(0, atMost).join(', ')} and ${names.length - atMost} more`

/** What is right, where digits are lost; '?' is what no number of digits tells from 0. */
const rightIs = (right = '?'): string => (right === '?' ? 'it cannot be told from 0' : `right is ${right}`)

interface Line {
  readonly name: string
  readonly said: string
}

const lineOfF = (answer: Answer): Line => {
  const { value, of } = answer
  return { name: 'f', said: isLost(value, of)
    ? `${value.digits ?? 0}: ${firstLost(answer) ?? 'rounding adds up'}; ${rightIs(value.right)}`
    : String(value.digits) }
}

const lineOf = (answer: Answer) => ([input, d]: readonly [string, Answer['gradient'][string]]): Line => {
  const [name, sides] = [`df/d${input}`, answer.sides[input]]
  if (sides !== undefined && !sides.exists) {
    return { name, said: `none here: ${sides.left.text} to the left, ${sides.right.text} to the right; ${d.modes.reverse.text} is a convention` }
  }
  const lost = modeNames.map(mode => d.modes[mode]).find(figure => isLost(figure, answer.of))
  return { name, said: lost === undefined ? digitsByMode(d)
    : `${digitsByMode(d)}: ${causeOf(answer, input)}; ${rightIs(lost.right)}` }
}

/** A line for each named input; of an array, that of the entry with the fewest right digits. */
const linesByName = (answer: Answer): ReadonlyArray<Line> => {
  const { gradient, arrays } = answer
  const arrayOf = new Map(Object.entries(arrays).flatMap(
    ([name, { entries }]) => entries.map(entry => [entry, name] as const)
  ))
  const worst = Object.entries(arrays).map(([name, { entries }]) => {
    const lines = entries.map(entry => lineOf(answer)([entry, gradient[entry] as Derivative]))
    const digits = entries.map(
      entry => (answer.sides[entry]?.exists === false ? -1 : fewest(gradient[entry] as Derivative))
    )
    const { name: entry, said } = lines[digits.indexOf(smallest(digits))] as Line
    return { name: `df/d${name}`, said: lines.every(line => line.said === said) ? said : `${said}; fewest in ${entry}` }
  })
  return [...worst, ...Object.entries(gradient).filter(([name]) => !arrayOf.has(name)).map(lineOf(answer))]
}

const quotientNames: Readonly<Record<Quotient, string>> = {
  oneSided: 'one-sided', backward: 'backward', central: 'central', extrapolated: 'extrapolated'
}

const wrongDifferences = ({ gradient, sides }: Answer): ReadonlyArray<string> =>
  Object.entries(gradient).flatMap(([input, { differences }]) => {
    const wrong = (Object.keys(quotientNames) as ReadonlyArray<Quotient>).filter(quotient => {
      const d = differences[quotient]
      return typeof d !== 'string' && d.value.digits === 0
    })
    return wrong.length === 0 || sides[input]?.exists === false ? []
      : [`df/d${input} ${wrong.map(quotient => quotientNames[quotient]).join(', ')}`]
  })

/** How many digits of f and of each derivative are right, why others are not, and what is. */
export const footer = (answer: Answer, { strong, good, bad, faint }: Paint, isCompact = false): string => {
  const lines = [lineOfF(answer), ...isCompact ? linesByName(answer)
    : Object.entries(answer.gradient).map(lineOf(answer))]
  const indent = largest(lines.map(({ name }) => name.length)) + 2
  const body = lines.map(({ name, said }) => wrapped(`  ${name.padEnd(indent)}${said}`, indent + 2))
  const { wrong, onTheWay, least } = summaryOf(answer)
  const differences = wrongDifferences(answer)
  const digits = atLeast(least, answer.of)
  const without = Object.entries(answer.sides).flatMap(([input, { exists }]) => (exists ? [] : [`df/d${input}`]))
  return [
    `${strong('Right digits')}${faint(`: of ${answer.of}, by comparison with the enclosure`)}\n${body.join('\n')}`,
    ...(differences.length === 0 ? [] : [wrapped(`Differences without a right digit: ${listed(differences)}.`, 2)]),
    ...(answer.consistent ? [] : [
      bad('A mode DISAGREES with its own rounding: an error of Lemmata. Please report it.')
    ]),
    wrong.length > 0 ? bad(wrapped(`Not even the first digit is right: ${listed(wrong)}.`, 2))
      : onTheWay ? bad(
        wrapped(`${digits} of every result are right, but some numbers on the way have no right digit.`, 2)
      )
        : (2 * least < answer.of ? bad : good)(wrapped(
          `${digits} of every result are right${without.length === 0 ? '' : `; there is no ${listed(without)}`}.`, 2
        ))
  ].join('\n\n')
}
