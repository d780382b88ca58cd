import { bounded } from './cues.js'
import type { Heard } from './under.js'

/** "and for all", "and all", ", every": one more condition with a word of its own. */
export const isAgain = (before: string): boolean => again.test(before)

const again = new RegExp('^[\\s,;(]*(?:(?:and|&|\\\\&|but|plus|also|even|indeed|in fact|moreover|furthermore|likewise|similarly)[\\s,]+)*'
  + '(?:(?:that|if|when|whenever|for|all|any|every|each|real|numbers?|values?|of)\\s+)+$', 'i')
const or = /\bx?or\b/i

/**
 * Conditions in a row that may each hold alone, "x > 1 or x < -1", "all x > 1 and all x > -1", say of none of them that it holds; and where
 * one of them is taken back, "x > 1 and y > 1 is false", nobody knows how many are.
 */
export const eachAlone = (heard: ReadonlyArray<Heard>): ReadonlyArray<Heard> => heard.map((one, k) => {
  if (one.condition?.isPlain !== true) return one
  const row = rowAt(heard, k)
  const isOne = row.every(({ condition }) => condition?.isPlain === true) && row.slice(1).every(
    (next, j) => !or.test(next.before) && row.slice(0, j + 1).every(before => areBoth(before, next))
  )
  return isOne ? one : { ...one, condition: { ...one.condition, isPlain: false } }
})

/** The conditions that one word announces: one after another, in one sentence. */
const rowAt = (heard: ReadonlyArray<Heard>, k: number): ReadonlyArray<Heard> => {
  const one = heard[k] as Heard
  const isWith = ({ condition, sentence }: Heard): boolean => sentence === one.sentence && condition !== undefined
    && condition.kind === one.condition?.kind && condition.lead === one.condition.lead
  const from = heard.slice(0, k).findLastIndex(other => !isWith(other)) + 1
  const to = heard.slice(k).findIndex(other => !isWith(other))
  return heard.slice(from, to < 0 ? undefined : k + to)
}

/** Whether two conditions hold together: not if they are ranges of one name, "for x > 1 and for x < -1". */
const areBoth = (one: Heard, other: Heard): boolean => {
  const [a, b] = [one, other].map(({ passage: { text } }) => bounded.exec(text)?.[0])
  const nameOf = (text: string | undefined): string | undefined => text?.replace(/\s*(?:[<>≤≥]|\\[lg](?:e|t|eq|eqslant))$/, '').trim()
  if (a === undefined || b === undefined || nameOf(a) !== nameOf(b)) return true
  return !isAgain(other.before) && isUpper(a) !== isUpper(b)
}

const isUpper = (named: string): boolean => /(?:[<≤]|\\l(?:e|t|eq|eqslant))$/.test(named)
