import * as cue from './cues.js'
import type { Passage } from './document.js'
import { isAnyway, type Opening } from './opening.js'
import { areOneSentence, type Spoken } from './sentences.js'

/** A condition of a claim. Where it is not certain that it is meant for it, the claim may neither rest on it nor fail for want of it. */
export interface Under {
  readonly passage: Passage
  readonly opening: Opening
  readonly isCertain: boolean
}

/** A formula as a condition, or as a claim; it is in doubt where it may be either. */
export interface Heard extends Spoken {
  readonly condition?: Opening
  readonly isTrailing: boolean
  readonly isDoubtful: boolean
}

/** The conditions under which the formula is claimed. */
export const underAt = (heard: ReadonlyArray<Heard>, k: number): ReadonlyArray<Under> => {
  const one = heard[k] as Heard
  const from = heard.findIndex(({ section }) => section === one.section)
  const groups = heard.slice(from, k).flatMap(
    (group, j): ReadonlyArray<Under> => certaintyOf(heard, from + j, k, group, one)
  )
  const later = heard.slice(k + 1, k + 1 + heard.slice(k + 1).findIndex(other => !areOneSentence(one, other)))
  const following = heard.slice(k + 1).every(other => areOneSentence(one, other)) ? heard.slice(k + 1) : later
  const own = one.isDoubtful ? [inDoubt(one)] : []
  return [...groups, ...following.flatMap((group, j) => trailing(following, j, group)), ...own]
}

/** A formula that may be a condition. */
export const inDoubt = ({ passage }: Pick<Heard, 'passage'>): Under =>
  ({ passage, opening: { kind: 'assumption', isPlain: true, lead: '' }, isCertain: false })

const lettersOf = ({ passage: { text } }: Spoken): ReadonlyArray<string> =>
  [...text.matchAll(/\\?[a-zA-Z]+/g)].map(([word]) => word).filter(
    word => !/^\\(?:[lg](?:e|t|eq|eqslant)|neq?|in|frac|mathbb|left|right|R)$/.test(word)
  )

const isAbout = (one: Spoken, other: Spoken): boolean =>
  lettersOf(one).some(letter => lettersOf(other).includes(letter))

/** Whether the words before a formula, or it itself, take back what was said of the names in a condition: "for all x". */
const takesBack = (group: Heard, one: Heard): boolean => {
  const { before, since, passage: { text }, condition } = one
  const member = condition?.kind === 'limit' && cue.all.test(before) ? text.split(cue.membership).slice(0, -1) : []
  const known = lettersOf(group)
  return cue.general.test(since) || [...cue.saidAnew(since), ...member].some(
    name => [...name.matchAll(/\\?[a-zA-Z]+/g)].some(([letter]) => known.includes(letter))
  )
}

/** A condition before a claim: certain in its sentence, and of an assumption to the end of its paragraph. */
const certaintyOf = (
  heard: ReadonlyArray<Heard>, j: number, k: number, group: Heard, one: Heard
): ReadonlyArray<Under> => {
  const { passage } = group
  if (group.isDoubtful) return group.paragraph === one.paragraph ? [inDoubt(group)] : []
  const opening = group.condition
  if (opening === undefined || isAnyway(opening)) return []
  const under = (isCertain: boolean): ReadonlyArray<Under> =>
    [{ passage, opening, isCertain: isCertain && opening.isPlain }]
  const between = heard.slice(j + 1, k)
  if ([...between, one].some(later => takesBack(group, later))) return under(false)
  if (opening.kind === 'assumption') {
    const isFar = [...between, one].some(other => other.paragraph !== group.paragraph && /\w/.test(other.before))
    if (opening.isSolved === true && isFar) return []
    const isReplaced = between.some(other =>
      other.condition?.kind === 'assumption' && other.sentence !== group.sentence && isAbout(other, group))
    return under(group.paragraph === one.paragraph && !isReplaced)
  }
  if (group.sentence !== one.sentence) {
    // "If x > 0, then A. If x < 1, then B": B has a case of its own, unless it is said to be another condition
    const isOther = opening.kind === 'case' && between.some(other =>
      other.condition?.kind === 'case' && other.sentence !== group.sentence
      && !cue.moreover.test(other.before) && isAbout(other, group))
    return !isOther && (group.paragraph === one.paragraph || opening.kind === 'limit') ? under(false) : []
  }
  const claimed = between.findIndex(other => other.condition === undefined)
  const isReplaced = claimed >= 0 && between.slice(claimed).some(other => other.condition !== undefined)
  const run = heard.slice(j, k).findIndex(other => other.condition === undefined)
  const last = heard[run < 0 ? k - 1 : j + run - 1] ?? group
  return under(!isReplaced && (!group.isTrailing || cue.then.test(last.after)))
}

/** A condition after a claim in its sentence: certain right after it, if it is not rather one of what follows. */
const trailing = (following: ReadonlyArray<Heard>, j: number, group: Heard): ReadonlyArray<Under> => {
  const { passage, condition: opening } = group
  if (group.isDoubtful) return [inDoubt(group)]
  if (opening === undefined || isAnyway(opening) || opening.kind === 'assumption' && opening.isPlain) return []
  const claimed = following.findIndex(other => other.condition === undefined)
  const isNext = claimed < 0 || claimed > j
  const end = following.slice(j).findIndex(other => other.condition === undefined)
  const last = following[end < 0 ? following.length - 1 : j + end - 1] ?? group
  if (cue.then.test(last.after)) return []
  const isOpen = cue.commaLast.test(following[0]?.condition?.lead ?? '') && opening.kind === 'case' && claimed >= 0
  return [{ passage, opening, isCertain: isNext && group.isTrailing && !isOpen && opening.isPlain }]
}
