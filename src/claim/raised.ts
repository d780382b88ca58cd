import { Refusal } from '../prelude/index.js'
import { thrown } from './thrown.js'

/** Something was raised while a case was judged: by whom, and whether that is the function which the claim is about. */
export class Raised extends Error {
  override readonly name = 'Raised'
  readonly who: string
  readonly isJudged: boolean

  constructor(who: string, isJudged: boolean, cause: unknown, help = '') {
    super(`${who} raised ${thrown(cause)}${help}`)
    this.who = who
    this.isJudged = isJudged
  }
}

const during = (isJudged: boolean) => <A>(who: string, run: () => A): A => {
  try {
    return run()
  } catch (error) {
    if (error instanceof Raised) throw error
    throw new Raised(who, isJudged, error)
  }
}

/**
 * Calls the function that a law is about: `judgedBy('swish', () => swish(x))`. What it raises on an input of its domain is a
 * counterexample, which is shrunk and says "swish raised ...".
 *
 * @example
 * const half = n => { if (n % 2 !== 0) throw new RangeError('odd'); return n / 2 }
 * const law = ({ n }) => equal(2 * judgedBy('half', () => half(n)), n)
 * sampled({ n: fc.nat(9) }, law)(effort(), 'half/twice').counterexample.detail // 'half raised RangeError: odd'
 */
export const judgedBy: <A>(who: string, run: () => A) => A = during(true)

/**
 * Calls what a law compares with: `definedBy('its definition', () => f(N)(x))`. What it raises says nothing about the function judged.
 *
 * @example
 * const broken = () => { throw new RangeError('none') }
 * const law = ({ n }) => equal(n, definedBy('its definition', broken))
 * sampled({ n: fc.nat(9) }, law)(effort(), 'n/defined').verdict // 'undecided'
 */
export const definedBy: <A>(who: string, run: () => A) => A = during(false)

/** What a person who wrote a formula can do about an error in it; nothing where we know of no help. */
const helpFor = (message: string, N: object | undefined): string => {
  const missing = /(?:^|\.|\s)(\w+) is not a function/.exec(message)?.[1]
  if (N === undefined || missing === undefined || missing in N) return ''
  return `: N has no \`${missing}\`; it has ${Object.keys(N).join(', ')}`
}

/** A Raised for whatever was caught; `who` is named where the error does not say whose it is. N is where formulas take functions from. */
export const asRaised = (who: string, error: unknown, N?: object): Raised => {
  if (error instanceof Raised) return error
  return new Raised(who, false, error, error instanceof TypeError ? helpFor(error.message, N) : '')
}

/** Whether a number system said that it cannot settle a question: another may. */
export const isUndecided = (error: unknown): boolean => error instanceof Refusal && error.tag === 'undecided'
