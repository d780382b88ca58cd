import { eachAlone, isAgain } from './alternatives.js'
import * as cue from './cues.js'
import type { Passage } from './document.js'
import { isSpoilt, type Opening, openingIn } from './opening.js'
import { areOneSentence, type Spoken, spokenIn } from './sentences.js'
import { type Heard, inDoubt as mayBe, type Under, underAt } from './under.js'
import { wordedIn } from './worded.js'
import { announcedBy } from './words.js'

/** What the words of a document say of a formula: whether it is a condition itself, and the conditions under which it is claimed. */
export interface Announcement {
  readonly condition?: Opening
  readonly under: ReadonlyArray<Under>
}

/** What is announced of each formula. */
export const announcementsIn = (
  document: string, passages: ReadonlyArray<Passage>
): ReadonlyMap<Passage, Announcement> => {
  const worded = wordedIn(document, passages)
  const heard = heardIn(document, [...passages, ...worded].sort((a, b) => a.span.from - b.span.from))
  const sectionOf = ({ at }: Passage): number =>
    passages.filter(({ kind, at: from }) => kind === 'heading' && from < at).length
  // "A is symmetric." is no condition of a sentence, but may be one of all that is claimed of A
  const stated = worded.filter(passage => !heard.some(one => one.passage === passage))
  return new Map(heard.map((one, k) => [one.passage, {
    ...one.condition === undefined ? {} : { condition: one.condition },
    under: one.condition !== undefined ? []
      : [...underAt(heard, k), ...stated.filter(passage => sectionOf(passage) === sectionOf(one.passage)).map(
        passage => mayBe({ passage })
      )]
  }]))
}

/** The formulas and the conditions in words, without words that are no condition of their sentence. */
const heardIn = (document: string, passages: ReadonlyArray<Passage>): ReadonlyArray<Heard> => {
  const spoken = spokenIn(document, passages)
  const heard = eachAlone(spoken.reduce<ReadonlyArray<Heard>>((all, one, k) => {
    const [before, now] = heardAt(document, all[k - 1], spoken, k)
    return [...before === undefined ? all : [...all.slice(0, -1), before], { ...one, ...now }]
  }, []))
  const unheard = heard.filter(({ passage, condition }) => passage.words !== undefined && condition === undefined)
  return unheard.length === 0 ? heard
    : heardIn(document, passages.filter(passage => !unheard.some(one => one.passage === passage)))
}

type Now = Pick<Heard, 'condition' | 'isTrailing' | 'isDoubtful'>

const claim: Now = { isTrailing: false, isDoubtful: false }
const inDoubt: Now = { ...claim, isDoubtful: true }

/** What the formula is, and the one before it where an "or" says more of it. */
const heardAt = (
  document: string, last: Heard | undefined, spoken: ReadonlyArray<Spoken>, k: number
): readonly [Heard | undefined, Now] => {
  const one = spoken[k] as Spoken
  const opening = openingOf(one)
  const joined = last?.condition !== undefined && areOneSentence(last, one)
    ? joinedTo(last, last.condition, spoken, k, opening)
    : undefined
  if (joined !== undefined) return joined
  if (opening === undefined && cue.soThat.test(one.before)) return [undefined, inDoubt]
  return [undefined, saidOf(document, last, one, opening)]
}

const isEquation = ({ passage: { text } }: Spoken): boolean => text.includes('=') && !cue.inequality.test(text)

const openingOf = (one: Spoken): Opening | undefined => {
  const { passage: { kind, text }, before } = one
  return openingIn(before, {
    isBound: kind === 'inline' && (!text.includes('=') || cue.naming.test(text)),
    isNamed: kind === 'inline' && cue.bounded.test(text),
    isEquation: isEquation(one) && !cue.membership.test(text)
  })
}

/** What the formula is where a condition stands before it in its sentence, if "or", "and" or a comma join them. */
const joinedTo = (
  last: Heard, condition: Opening, spoken: ReadonlyArray<Spoken>, k: number, opening: Opening | undefined
): readonly [Heard | undefined, Now] | undefined => {
  const one = spoken[k] as Spoken
  const { passage: { text }, before, after } = one
  const { isTrailing } = last
  if (cue.or.test(before)) {
    const open = { ...condition, isPlain: false }
    return [{ ...last, condition: open }, { condition: open, isTrailing, isDoubtful: false }]
  }
  const isOwn = condition.kind !== 'assumption' && cue.ownCondition.test(after)
  if ((cue.and.test(before) || isAgain(before)) && !isOwn) {
    if (isTrailing && !cue.bounded.test(text)) return [undefined, inDoubt]
    const both = { ...condition, isPlain: condition.isPlain && !isSpoilt(after, isTrailing) }
    return [{ ...last, condition: both }, { condition: both, isTrailing, isDoubtful: false }]
  }
  const alike: Now = { condition, isTrailing, isDoubtful: false }
  // "let a > 0 with a < b"
  if (opening?.kind === 'limit' && condition.kind === 'assumption') return [undefined, alike]
  if (!cue.comma.test(before)) return undefined
  const end = runFrom(spoken, k)
  const next = spoken[spoken.indexOf(end) + 1]
  const isList = cue.then.test(end.after)
    || (condition.kind === 'assumption' && cue.thenFirst.test(next?.before ?? ''))
  if (isList) return [undefined, alike]
  const isDoubtful = condition.kind === 'assumption' || areOneSentence(one, spoken[k + 1])
  return [undefined, isDoubtful ? inDoubt : claim]
}

/** What the words before a formula say of it by themselves. */
const saidOf = (document: string, last: Heard | undefined, one: Spoken, opening: Opening | undefined): Now => {
  const { passage: { kind, text, at }, before, after } = one
  const isBound = kind === 'inline' && !text.includes('=') && cue.inequality.test(text)
  const said = announcedBy(document, at, isBound)
  const meant: Opening | undefined = opening
    ?? (said === 'condition' || said === 'case' ? { kind: 'assumption', isPlain: false, lead: before } : undefined)
  if (meant === undefined) return claim
  const isSolved = isEquation(one) && !cue.naming.test(text)
    && (opening === undefined || !opening.isPlain || cue.set.test(before))
  const isTrailing = areOneSentence(last, one) && last?.condition === undefined && cue.trailing.test(meant.lead)
  const isPlain = meant.isPlain && !isSpoilt(after, isTrailing)
  return { condition: { ...meant, isSolved, isPlain }, isTrailing, isDoubtful: false }
}

/** The last of the formulas that follow each other with a comma or "and" alone between them. */
const runFrom = (spoken: ReadonlyArray<Spoken>, k: number): Spoken => {
  const [one, next] = [spoken[k] as Spoken, spoken[k + 1]]
  return areOneSentence(one, next) && cue.listed.test(next?.before ?? '') ? runFrom(spoken, k + 1) : one
}
