import { alternating } from './alternating.js'
import { binary, unary } from '../build.js'
import { complainAt } from '../complainAt.js'
import type { Context } from '../Context.js'
import { ends, manyOf, refuseDots } from './manyOf.js'
import { extended, longestRun, type Run, runOf } from './run.js'
import { around } from '../Span.js'
import type { Summand, Written } from './Summand.js'
import type { Term } from '../Term.js'

const isWritten = (summand: Summand | undefined): summand is Written => summand?.term !== undefined

/** A sum, where dots stand for terms by the rule of those around them. */
export const summed = (context: Context, summands: ReadonlyArray<Summand>): Term => {
  const at = summands.findIndex(summand => !isWritten(summand))
  const [dots, last] = [summands[at], summands[at + 1]]
  const before = summands.slice(0, Math.max(at, 0)).filter(isWritten)
  if (dots === undefined) return summands.filter(isWritten).reduce<Term | undefined>(added, undefined) as Term
  if (!isWritten(last) || before.length === 0) return complainAt(
    dots.span, ends, last === undefined ? 'the end' : 'no such terms'
  )
  const next = summands.slice(at + 1)
  const terms = before.map(({ term }) => term)
  const runFrom = (used: ReadonlyArray<Written>): Run | undefined =>
    sameSigned(context, used, dots, last) ?? alternating(context, used, dots, last)
  const found = longestRun(context, terms, from => runFrom(before.slice(from))) ?? refuseDots(terms, last.term)
  const used = before.slice(found.before)
  const isSameSigned = used.every(({ isNegative }) => isNegative === last.isNegative)
    && dots.isNegative === last.isNegative
  const { run, count } = isSameSigned ? withNext(context, used, found.run, next, 1) : { run: found.run, count: 1 }
  const [first, end] = [used[0] as Written, next[count - 1] as Written]
  const span = around([first.span, end.span])
  const sum: Written = { isNegative: isSameSigned && last.isNegative, term: manyOf(context, 'sum', run, span), span }
  return summed(context, [...before.slice(0, found.before), sum, ...next.slice(count)])
}

const added = (sum: Term | undefined, { isNegative, term, span }: Written): Term =>
  (sum !== undefined ? binary(isNegative ? 'subtract' : 'add', sum, term)
    : isNegative ? unary('negate', term, span) : term)

const sameSigned = (context: Context, used: ReadonlyArray<Written>, dots: Summand, last: Written): Run | undefined =>
  ([...used, dots].every(({ isNegative }) => isNegative === last.isNegative)
    ? runOf(context, [...used, last].map(({ term }) => term)) : undefined)

/** x_1 + ... + x_{n-1} + x_n: the run goes on as long as the next term is the next one by its rule. */
const withNext = (
  context: Context, used: ReadonlyArray<Written>, run: Run, next: ReadonlyArray<Summand>, count: number
): { readonly run: Run; readonly count: number } => {
  const term = next[count]
  const [first] = used
  const longer = isWritten(term) && term.isNegative === first?.isNegative
    ? extended(run, runOf(context, [...used, term].map(one => one.term))) : undefined
  return longer === undefined ? { run, count } : withNext(context, used, longer, next, count + 1)
}
