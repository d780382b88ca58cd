import type { Counterexample, Effort, Judge, Judgement } from '../claim/index.js'
import type { Sharper } from './sharper.js'

/** How tight an inequality is said to be: its sides are equal somewhere, or nowhere. */
export const tightnesses = ['attained', 'loose'] as const

export type Tight = (typeof tightnesses)[number]

/** What is found of a statement, and of each inequality in it in a sharper form. */
export interface Sharpenable {
  readonly judgement: Judgement
  readonly inequalities: ReadonlyArray<(sharper: Sharper) => Judgement>
}

/**
 * A statement that holds, and whose inequalities are as tight as they are said to be, each, or all alike: attained where the strict form is
 * refuted, which an equality alone can do, or where the sides come together and no more is seen.
 */
export const tightened = (
  said: ReadonlyArray<Tight>, judged: (effort: Effort, id: string) => Sharpenable
): Judge => (effort, id) => {
  const { judgement: found, inequalities } = judged(effort, id)
  if (!holds(found)) return found
  const strict = inequalities.map(judge => judge('strict'))
  const undecided = (reason: string): Judgement => ({ verdict: 'undecided', evidence: found.evidence, reason })
  if (strict.length === 0) return undecided('it is said how tight it is, and there is neither \\le nor \\ge')
  if (said.length > 1 && said.length !== strict.length) {
    return undecided(`it is said of ${said.length} inequalities how tight they are, and there are ${strict.length}`)
  }
  // more was drawn: what is below where it should be above is no equality
  const violated = strict.find(form => form.verdict === 'refuted' && !isEquality(form.counterexample))
  if (violated !== undefined) return violated
  const which = (k: number): string => (strict.length === 1 ? '' : `${k + 1} of ${strict.length} `)
  const wrong = strict.flatMap((form, k) => {
    const tight = said[k] ?? said[0]
    const isRight = tight === 'attained' ? form.verdict === 'refuted' || isNear(form) : holds(form)
    return isRight ? [] : [`${which(k) || 'it '}is said to be ${tight}, and ${whyNot(form)}`]
  })[0]
  if (wrong !== undefined) return undecided(wrong)
  const isShare = (k: number) => (share: string): boolean => inequalities[k]?.({ share }).verdict === 'proved'
  return { ...found, evidence: {
    ...found.evidence, tightness: strict.map((form, k) => `${which(k)}${told(form, isShare(k))}`).join('; ')
  } }
}

const holds = ({ verdict }: Judgement): boolean => verdict === 'proved' || verdict === 'supported'

const whyNot = (strict: Judgement): string =>
  (strict.verdict === 'refuted' ? `its sides are equal ${placeOf(strict)}`
    : 'reason' in strict ? `whether its sides are equal somewhere is open: ${strict.reason}`
      : 'no case was found where its sides are equal')

/** What a strict form fails by where its sides are equal. */
const equality = /(?:whether the sides differ|both sides are equal|left (\S+), right \1$).*$/s

const isEquality = ({ detail, slack }: Counterexample): boolean =>
  equality.test(detail) || (slack.lo === 0 && slack.hi === 0)

/** "at n = 1, x = 0", where the strict form fails. */
const placeOf = ({ counterexample: { input, detail } }: Judgement & { readonly verdict: 'refuted' }): string => {
  const place = detail.replace(equality, '').replace(/[:,] *$/, '').replace(': ', ', ')
  const all = [place, input === 'nothing' || input === 'any values' ? [] : input].flat().filter(text => text !== '')
  return all.length === 0 ? 'everywhere' : `at ${all.join(', ')}`
}

/** Nearer than this, beside their size, sides come together. */
const near = 1e-9

/** Whether the sides come so near to each other, and it is open whether they are equal there. */
const isNear = ({ verdict, evidence: { ratio = 0 } }: Judgement): boolean => verdict === 'undecided' && 1 - ratio < near

/**
 * Where the sides are equal; or the most that the smaller one is of the larger one, in three decimals, or more beside 1: proved, if it can
 * be.
 */
const told = (strict: Judgement, isShare: (share: string) => boolean): string => {
  if (strict.verdict === 'refuted') return `attained ${placeOf(strict)}`
  if ('reason' in strict) return `attained within ${near}: ${strict.reason}`
  const { ratio } = strict.evidence
  if (ratio === undefined) return 'attained nowhere'
  if (1 - ratio < near) return `attained nowhere, but the sides came within ${near} of each other`
  const decimals = Math.max(3, 1 - Math.floor(Math.log10(1 - ratio)))
  const share = (k: number): string => (k / 10 ** decimals).toFixed(decimals)
  const [seen, one] = [Math.ceil(ratio * 10 ** decimals), 10 ** decimals]
  const proved = strict.verdict === 'proved' ? leastFrom(seen, one, k => isShare(share(k))) : one
  const [cases, most] = proved < one ? ['', proved] : ['in the drawn cases ', seen]
  return `attained nowhere; ${cases}the smaller side is at most ${share(most)} of the larger one`
}

/** The least whole number below the last one of which something holds that holds of all after it too, or the last one. */
const leastFrom = (first: number, last: number, isTrue: (k: number) => boolean): number => {
  if (first >= last) return last
  if (isTrue(first)) return first
  const middle = Math.ceil((first + last) / 2)
  return middle < last && isTrue(middle) ? leastFrom(first + 1, middle, isTrue) : leastFrom(middle + 1, last, isTrue)
}
