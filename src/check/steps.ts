import type { Judge, Part } from '../claim/index.js'
import { attempt, isLeft, orThrow, type Refusal, refuse } from '../prelude/index.js'
import {
  alike, lawOf, plain, randomIn, refuseOneLabel, type RelationSign, type RelationTerm, type Scope, type Term
} from '../notation/index.js'
import { familiesIn, judgeSides, saysAnything } from './judgeSides.js'
import { dependenciesOf, freeIndices, spoken } from './names.js'
import { refusePairs } from './pairs.js'
import { isPlace, sequenceRange, type Sides } from './places.js'
import type { Sharper } from './sharper.js'
import { type Choice, choicesOf, mostTried } from './tried.js'

/** Two sides of one shape, whatever the sizes; others are refused. */
export const between = (
  scope: Scope, sign: RelationSign, left: Term, right: Term, conditions: ReadonlyArray<RelationTerm> = []
): Sides => {
  const free = freeIndices(scope, [left, right])
  const about = [left, right, ...conditions]
  about.flatMap(spoken).forEach(name => { refuseOneLabel(scope, new Set(free), name, left.span) })
  refusePairs([left, right], free, conditions)
  orThrow(alike(scope, left, right, free))
  return { sign, left, right, free, conditions }
}

/** A step of a line for each choice of its sizes and labels for which it says anything, as it stands or sharper. */
export const partsOf = (
  scope: Scope, sides: Sides, cancelled: () => boolean = () => false
): ((sharper?: Sharper) => ReadonlyArray<Part>) => {
  const ends = sides.free.flatMap(index => sequenceRange(scope, index, [sides.left, sides.right]))
  const choices = choicesOf(scope, triedIn(scope, [sides.left, sides.right, ...sides.conditions, ...ends]))
  const isUnknown = familiesIn(scope, sides).length > 0
  const parts = choices.filter(choice => saysAnything(scope, sides, choice)).map(choice => {
    const judge = attempt(() => judgeSides(scope, sides, choice, cancelled, isUnknown))
    const label = [...choice.sizes, ...choice.labels].map(([name, value]) =>
      `${name} = ${typeof value === 'number' ? value : `(${value.join(', ')})`}`).join(', ')
    return { label, choice, judge: isLeft(judge) ? refusedAt(choice, judge.left) : judge.right }
  })
  return sharper => parts.map(({ label, choice, judge }) => ({ label, judge: ofSome(choice, judge(sharper)) }))
}

/** What fits for sizes in general may not where one is 1: there a vector is a number. */
const refusedAt = ({ sizes }: Choice, { tag, place, expected, got, span }: Readonly<Refusal>): never => {
  const [name] = [...sizes].find(([, size]) => size === 1) ?? []
  return refuse(
    tag, place, name === undefined ? expected : `${expected} at ${name} = 1; sizes from 2 may do`, got, span
  )
}

/** The names on which terms depend, without labels over which all that depends on them is averaged. */
const triedIn = (scope: Scope, terms: ReadonlyArray<Term>): ReadonlySet<string> => {
  const random = new Set(terms.flatMap(term => randomIn(scope, term)))
  return new Set([...dependenciesOf(scope, terms)].filter(name => random.has(name) || !scope.has(lawOf(name))))
}

/** Where not all choices of the labels are tried, nothing is proved. */
const ofSome = ({ outOf }: Choice, judge: Judge): Judge => (outOf === undefined ? judge : (effort, id) => {
  const found = judge(effort, id)
  return found.verdict !== 'proved' ? found
    : { verdict: 'supported', evidence: { ...found.evidence, strength: 'sampled' } }
})

/** "64 choices of the labels were tried for each choice of sizes, of up to 1024": said where they were too many to try all. */
export const untriedOf = (scope: Scope, sides: Sides): string | undefined => {
  const most = choicesOf(scope, triedIn(scope, [sides.left, sides.right, ...sides.conditions]))
    .reduce((known, { outOf = 0n }) => (outOf > known ? outOf : known), 0n)
  return most === 0n ? undefined
    : `${mostTried} choices of the labels were tried for each choice of sizes, of up to ${most}`
}

/** "n = 1..3, T = 1..4, t = 1..T": the sizes on which terms depend, and how many members of sequences are tried. */
export const rangesOf = (scope: Scope, terms: ReadonlyArray<Term>): string => {
  const free = freeIndices(scope, terms).filter(index => !terms.some(term => isPlace(term, index)))
  const ends = free.map(index => [index, sequenceRange(scope, index, terms)] as const)
  const names = dependenciesOf(scope, [...terms, ...ends.flatMap(([, range]) => range)])
  const sizes = [...scope].flatMap(([name, symbol]) =>
    (names.has(name) && symbol.kind === 'size' ? [`${name} = ${symbol.from}..${symbol.to}`] : []))
  const ranges = [...sizes, ...ends.map(([index, range]) => `${index} = ${range.map(plain).join('..')}`)]
  return ranges.length === 0 ? 'as it stands' : ranges.join(', ')
}
