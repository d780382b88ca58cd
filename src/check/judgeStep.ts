import { allOf, type Effort, type Judgement } from '../claim/index.js'
import { unjudged } from '../claim/judgementOf.js'
import { Interrupted } from '../claim/watched.js'
import { attempt, isLeft, refuse } from '../prelude/index.js'
import { plain, type Scope, type Term } from '../notation/index.js'
import { asRead } from './asRead.js'
import { figureOf } from './figures.js'
import { composedIn, examplesIn, familiesIn, readAs } from './judgeSides.js'
import { refuseUnlawful } from './lawful.js'
import type { Found } from './Line.js'
import type { Sides } from './places.js'
import { isWeak, type Sharper } from './sharper.js'
import { between, partsOf, rangesOf, untriedOf } from './steps.js'

/** What is found of a step, wherever it stands. */
export interface Judged extends Omit<Found, 'line' | 'column' | 'source' | 'step' | 'suggestion'> {
  /** What would make a wrong line true, if that is wanted. */
  readonly mended?: () => string | undefined
}

/** Judges a step from the side before it; `beginning` is that of its chain, where the step before was wrong. */
export const judgeStep = (
  scope: Scope, { sign, left, right, conditions }: Omit<Sides, 'free'>, beginning: Term | undefined, effort: Effort
): Judged => {
  refuseUnlawful(scope, [left, right], effort)
  const figure = figureOf(scope, sign, left, right, effort)
  if (figure !== undefined) return told(figure, { kind: 'figure', read: readAs({ sign, left, right }) })
  if (sign === '~') refuse('input', 'the line', approximately, '\\approx between formulas', right.span)
  const sides = between(scope, sign, left, right, conditions)
  const found = { ...judgementOf(scope, sides, effort), sizes: rangesOf(scope, [left, right]) }
  const families = found.verdict === 'holds' ? familiesIn(scope, sides) : []
  if (families.length > 0 && found.strength === 'sampled') {
    const examples = `for examples of ${families.join(', ')}`
    return { ...found, reason: found.reason === undefined ? examples : `${examples}; ${found.reason}` }
  }
  if (families.length > 0 && found.reason !== undefined) return {
    ...found, reason: `by what holds of ${families.join(', ')}: ${found.reason}`
  }
  const isSame = found.verdict === 'holds' && sign === '=' && plain(left) === plain(right)
  if (isSame) return { ...found, reason: 'both sides are the same formula' }
  if (found.verdict !== 'wrong' || sign !== '=') return found
  // One error is reported once: what follows it may go on from the side before the error.
  const again = beginning === undefined ? undefined
    : judgementOf(scope, between(scope, sign, beginning, right, conditions), effort)
  if (again?.verdict === 'holds') {
    return { ...again, sizes: found.sizes, reason: 'compared with the beginning of the chain, after the error in it' }
  }
  return { ...found, mended: () => mendedBy(scope, sides, effort) }
}

const approximately =
  'a figure with its digits, as in \\sqrt{2} \\approx 1.41, or how far the sides may be apart, |a - b| \\le \\varepsilon'

const judgementOf = (scope: Scope, sides: Sides, effort: Effort): Judged => {
  const about = { kind: 'claim', read: readAs(shownSides(scope, sides)) } as const
  return inTime((): Judged => {
    const parts = partsOf(scope, sides, effort.cancelled)
    const judged = told(allOf('', parts(), oneStatement)(effort, 'line'), about)
    const sharpened = (sharper: Sharper, spent: Effort): Judgement =>
      inTime(() => allOf('', parts(sharper), oneStatement)(spent, 'line'), unjudged(interrupted))
    const found = isWeak(sides) ? { ...judged, sharpened } : judged
    if (found.at !== undefined) return { ...found, at: [found.at, ...composedIn(scope, sides), ...examplesIn(scope, sides)].join('; ') }
    const untried = found.verdict === 'holds' ? untriedOf(scope, sides) : undefined
    return untried === undefined ? found : { ...found, reason: [untried, found.reason ?? []].flat().join('; ') }
  }, { ...about, verdict: 'undecided', reason: interrupted })
}

const oneStatement = { isOneStatement: true }

/** What `run` gives, or `late` where the time is over before it does. */
const inTime = <A>(run: () => A, late: A): A => {
  try {
    return run()
  } catch (error) {
    if (!(error instanceof Interrupted)) throw error
    return late
  }
}

const interrupted = 'the time for one line was over before it was judged'

const shownSides = (scope: Scope, { sign, left, right, free }: Sides): Pick<Sides, 'sign' | 'left' | 'right'> =>
  ({ sign, left: asRead(scope, left, free), right: asRead(scope, right, free) })

const told = (judgement: Judgement, formula: Pick<Judged, 'kind' | 'read'>): Judged => {
  const { strength, observed } = judgement.evidence
  const about = { ...formula, judgement }
  switch (judgement.verdict) {
    case 'proved': return {
      ...about, verdict: 'holds', strength: `proved, ${strength}`, ...observed === undefined ? {} : { reason: observed }
    }
    case 'supported': return {
      ...about, verdict: 'holds', strength, ...observed === undefined ? {} : { reason: observed }
    }
    case 'refuted': {
      const { input, detail, sides, slack } = judgement.counterexample
      const at = /^(nothing$|none)/.test(input) ? {} : { at: input }
      if (sides === undefined) return { ...about, verdict: 'wrong', strength, ...at, reason: detail.replace(/^: /, '') }
      const [left, right] = sides.map(short) as [string, string]
      const apart = left === right ? `, apart by ${short(`[${-slack.hi}, ${-slack.lo}]`)}` : ''
      const place = detail.replace(/^: /, '').replace(/(?:left|right|printed) .*$/, '')
      const reason = about.kind === 'figure' ? figure(left, right) : `${place}left ${left}, right ${right}${apart}`
      return { ...about, verdict: 'wrong', strength, ...at, left, right, reason }
    }
    case 'erratum': return refuse('undecided', 'a line', 'a claim of its own', 'an erratum')
    case 'vacuous': case 'undecided': {
      const reason = judgement.reason.endsWith('interrupted') ? interrupted : judgement.reason.replace(/^: /, '')
      return { ...about, verdict: judgement.verdict, reason }
    }
  }
}

const figure = (left: string, right: string): string =>
  (/ to /.test(left + right) ? `${left} is not ${right}, however they were rounded`
    : `prints ${right}, is ${asPrinted(left, right)}`)

/** A number with as many digits as the printed one, and in its notation. */
const asPrinted = (value: string, printed: string): string => {
  const [, decimals = '', exponent] = /\.(\d*)(e.*)?$/.exec(printed) ?? []
  const digits = /^-?0*\.?0*(.*?)(?:e.*)?$/.exec(printed)?.[1]?.replace('.', '').length ?? 1
  return exponent === undefined ? Number(value).toFixed(decimals.length)
    : Number(value).toExponential(Math.max(digits - 1, 0)).replace('e+', 'e')
}

/** An enclosure by the digits that it determines, eight at most. */
const short = (text: string): string => {
  const [, lo, hi] = /^\[(\S+), (\S+)\]$/.exec(text) ?? []
  if (lo === undefined || hi === undefined) return text
  const digits = [8, 6, 4, 2].find(count => Number(lo).toPrecision(count) === Number(hi).toPrecision(count))
  return digits === undefined ? text : String(Number(Number(lo).toPrecision(digits)))
}

const two: Term = { kind: 'number', text: '2', span: { from: 0, to: 0 } }

/** What would make a wrong line true: another sign, or a factor of two. */
const mendedBy = (scope: Scope, sides: Sides, effort: Effort): string | undefined => {
  const { right, right: { span } } = sides
  const mendings: ReadonlyArray<readonly [string, Term]> = [
    ['with the other sign on the right it is true', { kind: 'unary', operator: 'negate', of: right, span }],
    ['with twice the right side it is true', { kind: 'binary', operator: 'multiply', left: two, right, span }],
    ['with half of the right side it is true', { kind: 'binary', operator: 'divide', left: right, right: two, span }]
  ]
  return mendings.find(([, mended]) => {
    const found = attempt(() => judgementOf(scope, { ...sides, right: mended }, effort))
    return !isLeft(found) && found.right.verdict === 'holds'
  })?.[0]
}
