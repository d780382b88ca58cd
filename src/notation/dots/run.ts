import { alike } from './alike.js'
import type { Context } from '../Context.js'
import { constant, constantOf, isSame, type Linear, linearOf, minus, plus, termOf } from './linear.js'
import { partsOf } from '../partsOf.js'
import { keyOf, type Place } from './Place.js'
import { around } from '../Span.js'
import { substituted } from '../substituted.js'
import type { Term } from '../Term.js'
import { frameOf } from './frameOf.js'

/** What x_1, x_2, ..., x_n says: the rule for its terms, and from where to where its index goes. */
export interface Run {
  readonly index: string
  readonly from: Linear
  readonly to: Linear
  readonly of: Term
  /** The index is a subscript, or the number of a member. */
  readonly isSubscript: boolean
  /** The index itself begins with 0 or 1. */
  readonly isFromFirst: boolean
}

/** The run of terms that follow each other, and of the last one after dots; none where they follow no rule. */
export const runOf = (context: Context, terms: ReadonlyArray<Term>): Run | undefined => {
  const found = alike({ context, isIndex: false, isFactor: false }, terms)
  const index = freshIndex(context, terms)
  const places = [...found?.places ?? []].map(([, place]) => place)
  const [some] = places
  if (found === undefined || index === undefined || some === undefined) return undefined
  const own = places.find(({ step, isIndex }) => step === 1 && isIndex) ?? places.find(({ step }) => step === 1)
  const from = own?.first ?? constant(1)
  const span = around(terms.map(term => term.span))
  const at = ({ first, step }: Place): Term => termOf(plus(plus(first, new Map([[index, step]])), from, -step), span)
  return {
    index, from, to: plus(from, some.steps),
    of: substituted(found.term, new Map([...found.places].map(([name, place]) => [name, at(place)]))),
    isSubscript: places.some(({ isIndex }) => isIndex), isFromFirst: own !== undefined && isFirst(from)
  }
}

const isFirst = (value: Linear): boolean => [0, 1].includes(constantOf(value) ?? NaN)

const letters = ['k', 'j', 'i', 'l', 'm', 'p', 'q', 'r', 's', 'u', 'v', 'z']

/** A letter that stands for nothing, here or anywhere around. */
const freshIndex = ({ scope, bound }: Context, terms: ReadonlyArray<Term>): string | undefined => {
  const taken = new Set(
    [...[...scope.keys()].map(name => name.replace(/[\^_]$/, '')), ...bound, ...terms.flatMap(namesIn)]
  )
  return letters.find(letter => !taken.has(letter))
}

const namesIn = (term: Term): ReadonlyArray<string> => [
  ...term.kind === 'name' ? [term.name] : term.kind === 'call' || term.kind === 'slope' ? [term.function]
    : term.kind === 'many' ? term.ranges.map(({ index }) => index) : [],
  ...partsOf(term).flatMap(namesIn)
]

/** A run of the last of some terms, and how many stand before it. */
export interface Found {
  readonly before: number
  readonly run: Run
}

const mostTerms = 32

/**
 * The longest run among the terms before the dots. What stands before the run must look different from its terms, and the run must begin
 * with the first index: x_1 + x_3 + x_4 + ... + x_n is rather an error than a run that begins with x_3.
 */
export const longestRun = (
  context: Context, terms: ReadonlyArray<Term>, runFrom: (before: number) => Run | undefined
): Found | undefined => {
  for (let before = Math.max(0, terms.length - mostTerms); before < terms.length; before++) {
    const run = runFrom(before)
    const look = looksOf(context, terms[before] as Term)
    const isApart = before === 0
      || (run?.isFromFirst === true && terms.slice(0, before).every(term => looksOf(context, term) !== look))
    if (run !== undefined) return isApart ? { before, run } : undefined
  }
  return undefined
}

/** A term without the numbers in it. */
const looksOf = (context: Context, term: Term): string => {
  const frame = frameOf(term)
  const whole = linearOf(context, term)
  return whole !== undefined && constantOf(whole) !== undefined ? '#'
    : frame === undefined ? keyOf(term) : `${frame}(${partsOf(term).map(part => looksOf(context, part)).join(', ')})`
}

/** The run with the term that comes after its last one, where that is the next by the same rule. */
export const extended = (run: Run, next: Run | undefined): Run | undefined =>
  (next !== undefined && keyOf(next.of) === keyOf(run.of) && isSame(minus(next.to, run.to), constant(1)) ? next
    : undefined)
