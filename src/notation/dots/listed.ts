import { binary, call } from '../build.js'
import { complainAt } from '../complainAt.js'
import type { Context } from '../Context.js'
import { ends, manyOf, refuseDots } from './manyOf.js'
import { constant, type Linear, minus, plus, termOf } from './linear.js'
import { extended, longestRun, type Run, runOf } from './run.js'
import type { Span } from '../Span.js'
import type { Term } from '../Term.js'

/** A run, and what stands before the dots in it. */
interface Part extends Run {
  readonly used: ReadonlyArray<Term>
}

const isTerm = (entry: Term | Span | undefined): entry is Term => entry !== undefined && 'kind' in entry

const isRun = (part: Term | Part): part is Part => 'used' in part

/** (a, x_1, ..., x_n): a vector, where dots stand for entries by the rule of those around them. */
export const listed = (context: Context, entries: ReadonlyArray<Term | Span>, span: Span): Term => {
  if (entries.every(isTerm)) return { kind: 'matrix', rows: entries.map(entry => [entry]), span }
  const cut = entries.find((entry, k) => !isTerm(entry) && !(isTerm(entries[k - 1]) && isTerm(entries[k + 1])))
  if (cut !== undefined) return complainAt(cut as Span, ends, 'dots at an end')
  const parts = entries.reduce<ReadonlyArray<Term | Part>>((done, entry, k) => (!isTerm(entry) ? done
    : isTerm(entries[k - 1]) || k === 0 ? withEntry(context, done, entry) : withRun(context, done, entry)), [])
  return joined(context, parts, span)
}

/** One entry more: it may be the next of a run. */
const withEntry = (context: Context, done: ReadonlyArray<Term | Part>, entry: Term): ReadonlyArray<Term | Part> => {
  const last = done[done.length - 1]
  const longer = last === undefined || !isRun(last) ? undefined : extended(last, runOf(context, [...last.used, entry]))
  return last === undefined || !isRun(last) || longer === undefined ? [...done, entry]
    : [...done.slice(0, -1), { ...last, ...longer }]
}

/** The last entry after dots. */
const withRun = (context: Context, done: ReadonlyArray<Term | Part>, last: Term): ReadonlyArray<Term | Part> => {
  const entries = done.slice(1 + done.findLastIndex(isRun)) as ReadonlyArray<Term>
  const { before, run } = longestRun(context, entries, from => runOf(context, [...entries.slice(from), last]))
    ?? refuseDots(entries, last)
  return [...done.slice(0, done.length - entries.length + before), { ...run, used: entries.slice(before) }]
}

/** Entries one after the other: each stands at its place in a vector of zeros, and these are added. */
const joined = (context: Context, parts: ReadonlyArray<Term | Part>, span: Span): Term => {
  const lengths = parts.map(part => (isRun(part) ? plus(minus(part.to, part.from), constant(1)) : constant(1)))
  const upTo = (k: number): Linear => lengths.slice(0, k).reduce((sum, length) => plus(sum, length), constant(0))
  const all = termOf(upTo(parts.length), span)
  // the entry comes second: a row there is a row of a matrix, and never a number
  const at = (entry: Term, place: Linear): Term =>
    binary('multiply', call('onehot', [termOf(place, span), all], span), entry)
  const terms = parts.map((part, k): Term => (!isRun(part) ? at(part, upTo(k + 1))
    : manyOf(context, 'sum', { ...part, of:
      at(part.of, plus(plus(upTo(k + 1), new Map([[part.index, 1]])), part.to, -1)) }, span)))
  return { ...terms.reduce((sum, term) => binary('add', sum, term)), span }
}
