import type { Graph } from '../expression/index.js'
import type { Decimal } from '../number/writtenDecimal.js'
import { type Ball, ball, rational } from '../number/index.js'
import { toDecimal } from '../number/ball.js'
import { largest, refuse } from '../prelude/index.js'
import { type At, valueIn } from './modes.js'
import { derivativeIn, truthOf } from './truth.js'

/** A derivative as it was printed: a decimal that was rounded to its last digit, or a formula without inputs that is meant exactly. */
export type Printed = { readonly text: string } & ({ readonly decimal: Decimal } | { readonly exact: Graph })

/** A printed derivative, judged to its last digit. */
export interface Judged {
  readonly name: string
  readonly printed: string
  readonly verdict: 'right' | 'wrong' | 'undecided'
  /** The true value with as many digits as were printed. */
  readonly right: string
  /** Where a wrong one is wrong: "in its 3rd digit", "in its sign". */
  readonly wrongIn: string
}

// What is meant exactly is compared to so many digits.
const exactDigits = 50

/**
 * Judges printed derivatives: right where the true value rounds to them, that is, lies within half a unit of the last printed digit.
 *
 * @example
 * const graph = orThrow(parse('x^3'))
 * const [judged] = judgePrinted(graph, { x: readNumber('x', '1/3') }, { x: { text: '1/4', exact: readNumber('x', '1/4') } })
 * judged.verdict // 'wrong'
 * judged.right // '3.333333333333333e-1'
 */
export const judgePrinted = (
  graph: Graph, at: At, printed: Readonly<Record<string, Printed>>
): ReadonlyArray<Judged> => {
  const most = largest(Object.values(printed).map(p => ('decimal' in p ? p.decimal.digits : exactDigits)))
  const truth = truthOf(graph, at, Math.ceil(3.33 * most) + 64)
  return Object.entries(printed).map(([name, p]) => {
    if (!Object.hasOwn(truth.gradient, name)) refuse(
      'input', '--expect', `derivatives by ${Object.keys(truth.gradient).join(', ')}`, name
    )
    const { value } = derivativeIn(truth, name)
    return 'decimal' in p ? judged(name, p.text, p.decimal, value, truth.bits)
      : judgedExactly(name, p.text, p.exact, value, truth.bits)
  })
}

const judgedExactly = (name: string, printed: string, exact: Graph, truth: Ball, bits: number): Judged => {
  const N = ball(bits)
  const { mid, rad } = N.sub(truth, valueIn(N, exact))
  const agrees = mid <= rad && -mid <= rad
  return { name, printed, verdict: agrees ? 'right' : 'wrong', right: toDecimal(truth, 16), wrongIn: '' }
}

const judged = (name: string, printed: string, { value, unit, digits }: Decimal, truth: Ball, bits: number): Judged => {
  const N = ball(bits)
  const away = N.abs(N.sub(truth, N.ofRational(value)))
  const slack = N.sub(N.ofRational(rational.div(unit, { num: 2n, den: 1n })), away)
  const right = written(truth, digits, printed)
  const verdict = slack.mid >= slack.rad ? 'right' : slack.mid < -slack.rad ? 'wrong' : 'undecided'
  return { name, printed, verdict, right, wrongIn: verdict === 'wrong' ? difference(printed, right) : '' }
}

/** As many digits as were printed; with a power of ten where one was printed. */
const written = (truth: Ball, digits: number, printed: string): string => {
  const [mantissa = '', power = '0'] = toDecimal(truth, digits).split('e')
  if (mantissa === '0' || mantissa === '?') return mantissa === '?' ? 'about 0' : '0'
  const decade = Number(power)
  const pastPoint = digits - 1 - decade
  if (/e/i.test(printed) || pastPoint < 0 || pastPoint > 30) return `${mantissa}e${decade}`
  const all = mantissa.replace('-', '').replace('.', '')
  const padded = all.padStart(pastPoint + 1, '0')
  const [before, after] = [padded.slice(0, padded.length - pastPoint), padded.slice(padded.length - pastPoint)]
  return `${mantissa.startsWith('-') ? '-' : ''}${before}${after === '' ? '' : `.${after}`}`
}

interface Scientific {
  readonly negative: boolean
  readonly digits: string
  readonly decade: number
}

/** A decimal as its digits and the power of ten of the first. */
const scientific = (text: string): Scientific => {
  const [mantissa = '', power = '0'] = text.toLowerCase().replace(/^[-+]/, '').split('e')
  const [before = '', after = ''] = mantissa.split('.')
  const all = before + after
  const leading = /^0*/.exec(all)?.[0].length ?? 0
  return {
    negative: text.startsWith('-'), digits: all.slice(leading), decade: Number(power) + before.length - 1 - leading
  }
}

const ordinal = (n: number): string =>
  `${n}${Math.floor((n % 100) / 10) === 1 ? 'th' : ['th', 'st', 'nd', 'rd'][n % 10] ?? 'th'}`

const difference = (printed: string, right: string): string => {
  const [p, r] = [scientific(printed), scientific(right)]
  if (p.digits !== '' && p.negative !== r.negative) return 'in its sign'
  if (p.decade !== r.decade) return 'in its power of ten'
  const first = [...p.digits].findIndex((digit, i) => digit !== r.digits[i])
  return `in its ${ordinal((first < 0 ? p.digits.length - 1 : first) + 1)} digit`
}
