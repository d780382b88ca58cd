import { eachAlone, isAgain, named } from './alternatives.js'
import type { Passage } from './document.js'
import { isAnyway, isSpoilt, type Opening, openingIn } from './opening.js'
import { type Spoken, spokenIn } from './sentences.js'
import { wordedIn } from './worded.js'
import { announcedBy } from './words.js'

/** A condition of a claim. Where it is not certain that it is meant for it, the claim may neither rest on it nor fail for want of it. */
export interface Under {
  readonly passage: Passage
  readonly opening: Opening
  readonly isCertain: boolean
}

/** What the words of a document say of a formula: whether it is a condition itself, and the conditions under which it is claimed. */
export interface Announcement {
  readonly condition?: Opening
  readonly under: ReadonlyArray<Under>
}

/** A formula as a condition, or as a claim; it is in doubt where it may be either. */
export interface Heard extends Spoken {
  readonly condition?: Opening
  readonly isTrailing: boolean
  readonly isDoubtful: boolean
}

/** What is announced of each formula. */
export const announcementsIn = (
  document: string, passages: ReadonlyArray<Passage>
): ReadonlyMap<Passage, Announcement> => {
  const worded = wordedIn(document, passages)
  const heard = heardIn(document, [...passages, ...worded].sort((a, b) => a.span.from - b.span.from))
  const sectionOf = ({ at }: Passage): number => passages.filter(({ kind, at: from }) => kind === 'heading' && from < at).length
  // "A is symmetric." is no condition of a sentence, but may be one of all that is claimed of A
  const stated = worded.filter(passage => !heard.some(one => one.passage === passage))
  return new Map(heard.map((one, k) => [one.passage, {
    ...one.condition === undefined ? {} : { condition: one.condition },
    under: one.condition !== undefined ? []
      : [...underAt(heard, k), ...stated.filter(passage => sectionOf(passage) === sectionOf(one.passage)).map(passage =>
        ({ passage, opening: { kind: 'assumption', isPlain: true, lead: '' }, isCertain: false } as const))]
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

const inequality = /[<>≤≥]|\\[lg](?:e|t|eq|eqslant)(?![a-z])/
const membership = /∈|\\in(?![a-zA-Z])/
const name = '^\\s*\\\\?[a-zA-Z]+(?:_\\w|_\\{\\w+\\})?\\s*'
/** "n = 2": a formula that may say what a name is to be. */
export const naming: RegExp = new RegExp(`${name}=[^=<>]*$`)

const isThen = (after: string): boolean => /^\s*,?\s*then\b/i.test(after)
const isSame = (a: Spoken | undefined, b: Spoken | undefined): boolean =>
  a !== undefined && b !== undefined && a.sentence === b.sentence

type Now = Pick<Heard, 'condition' | 'isTrailing' | 'isDoubtful'>

/** What the formula is, and the one before it where an "or" says more of it. */
const heardAt = (
  document: string, last: Heard | undefined, spoken: ReadonlyArray<Spoken>, k: number
): readonly [Heard | undefined, Now] => {
  const one = spoken[k] as Spoken
  const { passage: { kind, text, at }, before, after } = one
  const isEquation = text.includes('=') && !inequality.test(text)
  const isBound = kind === 'inline' && (!text.includes('=') || naming.test(text))
  const opening = openingIn(before, {
    isBound, isNamed: kind === 'inline' && named.test(text), isEquation: isEquation && !membership.test(text)
  })
  const condition = last?.condition !== undefined && isSame(last, one) ? last.condition : undefined
  const claim = { isTrailing: false, isDoubtful: false }
  if (condition !== undefined && last !== undefined) {
    const isOwn = condition.kind !== 'assumption'
      && /^\s*,?\s*(?:if|when|whenever|unless|for|provided|otherwise|else|where|with)\b/i.test(after)
    const { isTrailing } = last
    if (/^[\s,;(]*(?:and\/)?x?or\s+(?:(?:else|if|when|that|at|least|equivalently|alternatively|for|assume|suppose),?\s+)*$/i.test(before)) {
      const open = { ...condition, isPlain: false }
      return [{ ...last, condition: open }, { condition: open, isTrailing, isDoubtful: false }]
    }
    if ((/^\s*,?\s*and\s+(?:(?:that|also)\s+)?$/i.test(before) || isAgain(before)) && !isOwn) {
      if (isTrailing && !named.test(text)) return [undefined, { ...claim, isDoubtful: true }]
      const both = { ...condition, isPlain: condition.isPlain && !isSpoilt(after, isTrailing) }
      return [{ ...last, condition: both }, { condition: both, isTrailing, isDoubtful: false }]
    }
    // "let a > 0 with a < b"
    if (opening?.kind === 'limit' && condition.kind === 'assumption') return [
      undefined, { condition, isTrailing, isDoubtful: false }
    ]
    if (/^\s*,\s*$/.test(before)) {
      const end = runFrom(spoken, k)
      const isList = isThen(end.after)
        || (condition.kind === 'assumption' && /^\s*Then\b/.test(spoken[spoken.indexOf(end) + 1]?.before ?? ''))
      if (isList) return [undefined, { condition, isTrailing, isDoubtful: false }]
      return [undefined, { ...claim, isDoubtful: condition.kind === 'assumption' || isSame(one, spoken[k + 1]) }]
    }
  }
  // "we choose x so that x > 1", "x = 2, so that x > 1"
  if (opening === undefined && /\bso that\s+$/i.test(before)) return [undefined, { ...claim, isDoubtful: true }]
  const said = announcedBy(document, at, kind === 'inline' && !text.includes('=') && inequality.test(text))
  const older: Opening | undefined = said === 'condition' || said === 'case'
    ? { kind: 'assumption', isPlain: false, lead: before }
    : undefined
  const isSolved = isEquation && !naming.test(text)
    && (opening === undefined || !opening.isPlain || /\b(?:set|setting|put|putting)\b/i.test(before))
  const meant = opening ?? older
  const found = meant === undefined ? undefined : { ...meant, isSolved }
  const isTrailing = found !== undefined && isSame(last, one) && last?.condition === undefined
    && /^[\s,(]*(?:which\s+)?(?:(?:holds?|is true|is valid|follows)(?:\s+(?:exactly|only))?)?[\s,]*$/i.test(found.lead)
  return [undefined, found === undefined ? claim
    : { condition: { ...found, isPlain: found.isPlain
      && !isSpoilt(after, isTrailing) }, isTrailing, isDoubtful: false }]
}

/** The last of the formulas that follow each other with a comma or "and" alone between them. */
const runFrom = (spoken: ReadonlyArray<Spoken>, k: number): Spoken => {
  const [one, next] = [spoken[k] as Spoken, spoken[k + 1]]
  return isSame(one, next) && /^\s*,?\s*(?:and\s+)?$/.test(next?.before ?? '') ? runFrom(spoken, k + 1) : one
}

const lettersOf = ({ passage: { text } }: Spoken): ReadonlyArray<string> =>
  [...text.matchAll(/\\?[a-zA-Z]+/g)].map(([word]) => word).filter(
    word => !/^\\(?:[lg](?:e|t|eq|eqslant)|neq?|in|frac|mathbb|left|right|R)$/.test(word)
  )

const isAbout = (one: Spoken, other: Spoken): boolean =>
  lettersOf(one).some(letter => lettersOf(other).includes(letter))

/** "Otherwise", "in general", "without the assumption". */
const general =
  /\b(?:otherwise|else|in general|generally|in any case|regardless|drop|dropping|without (?:the|this|that|these|any)|other (?:values|cases|numbers))\b/i
const anew = /\b(?:all|any|every|each)\s+(?:(?:real|numbers?|values?|of)\s+)*\$([^$]*)\$|\blet\s+\$([^$]*)\$\s+(?:now\s+)?be\s+(?:any|an? arbitrary|arbitrary)\b/gi

/** Whether the words before a formula, or it itself, take back what was said of the names in a condition: "for all x". */
const takesBack = (group: Heard, one: Heard): boolean => {
  const { before, since, passage: { text }, condition } = one
  const names = [...since.matchAll(anew)].map(found => found[1] ?? found[2] ?? '')
  const member = condition?.kind === 'limit' && /\b(?:all|any|every|each)\b[^$]*$/i.test(before.replace(/\$$/, ''))
    ? text.split(membership).slice(0, -1)
    : []
  const known = lettersOf(group)
  return general.test(since) || [...names, ...member].some(
    name => [...name.matchAll(/\\?[a-zA-Z]+/g)].some(([letter]) => known.includes(letter))
  )
}

/** The conditions under which the formula is claimed. */
const underAt = (heard: ReadonlyArray<Heard>, k: number): ReadonlyArray<Under> => {
  const one = heard[k] as Heard
  const from = heard.findIndex(({ section }) => section === one.section)
  const groups = heard.slice(from, k).flatMap(
    (group, j): ReadonlyArray<Under> => certaintyOf(heard, from + j, k, group, one)
  )
  const later = heard.slice(k + 1, k + 1 + heard.slice(k + 1).findIndex(other => !isSame(one, other)))
  const following = heard.slice(k + 1).every(other => isSame(one, other)) ? heard.slice(k + 1) : later
  const own = one.isDoubtful
    ? [{ passage: one.passage, opening: { kind: 'assumption', isPlain: true, lead: '' }, isCertain: false } as const]
    : []
  return [...groups, ...following.flatMap((group, j) => trailing(following, j, group)), ...own]
}

/** A condition before a claim: certain in its sentence, and of an assumption to the end of its paragraph. */
const certaintyOf = (
  heard: ReadonlyArray<Heard>, j: number, k: number, group: Heard, one: Heard
): ReadonlyArray<Under> => {
  const { passage } = group
  if (group.isDoubtful) return group.paragraph === one.paragraph
    ? [{ passage, opening: { kind: 'assumption', isPlain: true, lead: '' }, isCertain: false }]
    : []
  const opening = group.condition
  if (opening === undefined || isAnyway(opening)) return []
  const under = (isCertain: boolean): ReadonlyArray<Under> =>
    [{ passage, opening, isCertain: isCertain && opening.isPlain }]
  const between = heard.slice(j + 1, k)
  if ([...between, one].some(later => takesBack(group, later))) return [{ passage, opening, isCertain: false }]
  if (opening.kind === 'assumption') {
    const isFar = [...between, one].some(other => other.paragraph !== group.paragraph && /\w/.test(other.before))
    if (opening.isSolved === true && isFar) return []
    const isReplaced = between.some(other => other.condition?.kind === 'assumption' && other.sentence !== group.sentence
      && isAbout(other, group))
    return under(group.paragraph === one.paragraph && !isReplaced)
  }
  if (group.sentence !== one.sentence) {
    // "If x > 0, then A. If x < 1, then B": B has a case of its own, unless it is said to be another condition
    const isOther = opening.kind === 'case'
      && between.some(other => other.condition?.kind === 'case' && other.sentence !== group.sentence
      && !/\b(?:moreover|also|further|furthermore|additionally|addition|too)\b/i.test(other.before)
        && isAbout(other, group))
    return !isOther && (group.paragraph === one.paragraph || opening.kind === 'limit') ? under(false) : []
  }
  const claimed = between.findIndex(other => other.condition === undefined)
  const isReplaced = claimed >= 0 && between.slice(claimed).some(other => other.condition !== undefined)
  const run = heard.slice(j, k).findIndex(other => other.condition === undefined)
  const last = heard[run < 0 ? k - 1 : j + run - 1] ?? group
  return under(!isReplaced && (!group.isTrailing || isThen(last.after)))
}

/** A condition after a claim in its sentence: certain right after it, if it is not rather one of what follows. */
const trailing = (following: ReadonlyArray<Heard>, j: number, group: Heard): ReadonlyArray<Under> => {
  const { passage, condition: opening } = group
  const own: Under = { passage, opening: { kind: 'assumption', isPlain: true, lead: '' }, isCertain: false }
  if (group.isDoubtful) return [own]
  if (opening === undefined || isAnyway(opening) || opening.kind === 'assumption' && opening.isPlain) return []
  const claimed = following.findIndex(other => other.condition === undefined)
  const isNext = claimed < 0 || claimed > j
  const end = following.slice(j).findIndex(other => other.condition === undefined)
  const last = following[end < 0 ? following.length - 1 : j + end - 1] ?? group
  if (isThen(last.after)) return []
  const isOpen = /,\s*$/.test(following[0]?.condition?.lead ?? '') && opening.kind === 'case' && claimed >= 0
  return [{ passage, opening, isCertain: isNext && group.isTrailing && !isOpen && opening.isPlain }]
}
