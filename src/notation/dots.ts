import { binary, call, number, unary } from './build.js'
import { complainAt } from './complainAt.js'
import type { Context } from './Context.js'
import { constant, isSame, type Linear, linearOf, minus, plus, termOf } from './linear.js'
import { plain } from './plain.js'
import { extended, longestRun, type Run, runOf } from './run.js'
import { around, type Span } from './Span.js'
import type { ManyTerm, Term } from './Term.js'

/** What is added or taken away; without a term, the dots that stand for what comes between. */
export interface Summand {
  readonly isNegative: boolean
  readonly span: Span
  readonly term?: Term
}

interface Written extends Summand {
  readonly term: Term
}

const isWritten = (summand: Summand | undefined): summand is Written => summand?.term !== undefined

const many = (operator: ManyTerm['operator'], { index, from, to, of }: Run, span: Span): ManyTerm =>
  ({ kind: 'many', operator, ranges: [{ index, bounds: [termOf(from, span), termOf(to, span)] }], of, span })

const refuseDots = (terms: ReadonlyArray<Term>, last: Term): never => complainAt(around([...terms, last].map(({ span }) => span)),
  'terms around the dots that follow one rule and no other. One term more before the dots, or brackets around those that belong '
  + 'together, may settle it; \\sum_{k=1}^{n} and \\prod_{k=1}^{n} always do', [...terms.map(plain), '...', plain(last)].join(', '))

const ends = 'a term before the dots and the last one after them, x_1 + ... + x_n'

/** A sum, where dots stand for terms by the rule of those around them. */
export const summed = (context: Context, summands: ReadonlyArray<Summand>): Term => {
  const at = summands.findIndex(summand => !isWritten(summand))
  const [dots, last] = [summands[at], summands[at + 1]]
  const before = summands.slice(0, Math.max(at, 0)).filter(isWritten)
  if (dots === undefined) return summands.filter(isWritten).reduce<Term | undefined>(added, undefined) as Term
  if (!isWritten(last) || before.length === 0) return complainAt(dots.span, ends, last === undefined ? 'the end' : 'no such terms')
  const next = summands.slice(at + 1)
  const terms = before.map(({ term }) => term)
  const runFrom = (used: ReadonlyArray<Written>): Run | undefined =>
    sameSigned(context, used, dots, last) ?? alternating(context, used, dots, last)
  const found = longestRun(context, terms, from => runFrom(before.slice(from))) ?? refuseDots(terms, last.term)
  const used = before.slice(found.before)
  const isSameSigned = used.every(({ isNegative }) => isNegative === last.isNegative) && dots.isNegative === last.isNegative
  const { run, count } = isSameSigned ? withNext(context, used, found.run, next, 1) : { run: found.run, count: 1 }
  const [first, end] = [used[0] as Written, next[count - 1] as Written]
  const span = around([first.span, end.span])
  const sum: Written = { isNegative: isSameSigned && last.isNegative, term: many('sum', run, span), span }
  return summed(context, [...before.slice(0, found.before), sum, ...next.slice(count)])
}

const added = (sum: Term | undefined, { isNegative, term, span }: Written): Term =>
  (sum !== undefined ? binary(isNegative ? 'subtract' : 'add', sum, term) : isNegative ? unary('negate', term, span) : term)

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

/** 1 - x + x^2 - ... + (-1)^n x^n: signs that change with each term, if the last one is seen to have the sign that it must have. */
const alternating = (context: Context, used: ReadonlyArray<Written>, dots: Summand, last: Written): Run | undefined => {
  const [first] = used
  const { sign, term } = withSign(context, last.term)
  const isNext = (summand: Summand, k: number): boolean => summand.isNegative === ((first?.isNegative ?? false) !== (k % 2 === 1))
  if (first === undefined || used.length < 2 || !used.every(isNext) || !(isNext(dots, used.length) || sign !== undefined)) return undefined
  const run = runOf(context, [...used.map(one => one.term), term])
  if (run === undefined) return undefined
  const begins = constant(first.isNegative ? 1 : 0)
  const written = plus(sign ?? new Map(), constant(last.isNegative ? 1 : 0))
  const expected = plus(begins, minus(run.to, run.from))
  if (!isSame(odd(minus(expected, written)), new Map())) return undefined
  const { span } = run.of
  const exponent = termOf(plus(odd(plus(begins, run.from)), new Map([[run.index, 1]])), span)
  const power = binary('power', unary('negate', number('1', span)), exponent)
  return { ...run, of: binary('multiply', power, run.of) }
}

/** What is left of whole numbers without an even part. */
const odd = (linear: Linear): Linear =>
  new Map([...linear].flatMap(([name, value]) => (value % 2 === 0 ? [] : [[name, 1] as const])))

/** (-1)^n x^n: the exponent of the sign, and the rest. */
const withSign = (context: Context, term: Term): { readonly sign?: Linear; readonly term: Term } => {
  const isSign = term.kind === 'binary' && term.operator === 'power' && plain(term.left) === '-1'
  const own = isSign ? linearOf(context, term.right) : undefined
  if (own !== undefined) return { sign: own, term: number('1', term.span) }
  if (term.kind !== 'binary' || (term.operator !== 'multiply' && term.operator !== 'dot')) return { term }
  const { sign, term: left } = withSign(context, term.left)
  if (sign === undefined) return { term }
  return { sign, term: left.kind === 'number' && left.text === '1' ? term.right : { ...term, left } }
}

/** x_1 x_2 ... x_n: the factors before the dots and the last one as a product. */
export const multiplied = (context: Context, factors: ReadonlyArray<Term>, last: Term): readonly [number, Term] => {
  const { before, run } = longestRun(context, factors, from => runOf(context, [...factors.slice(from), last]))
    ?? refuseDots(factors, last)
  // 1 ... n is rather a range
  if (factors.length - before === 1 && !run.isSubscript) return refuseDots(factors, last)
  return [before, many('product', run, around([...factors.slice(before), last].map(({ span }) => span)))]
}

/** (a, x_1, ..., x_n): a vector, where dots stand for entries by the rule of those around them. */
export const listed = (context: Context, entries: ReadonlyArray<Term | Span>, span: Span): Term => {
  const isTerm = (entry: Term | Span | undefined): entry is Term => entry !== undefined && 'kind' in entry
  if (entries.every(isTerm)) return { kind: 'matrix', rows: entries.map(entry => [entry]), span }
  const parts = entries.reduce<ReadonlyArray<Term | Run>>((done, entry, k) => {
    if (!isTerm(entry)) return done
    const dots = entries[k - 1]
    if (dots === undefined || isTerm(dots)) return [...done, entry]
    const before = done.slice(1 + done.findLastIndex(part => !('kind' in part))) as ReadonlyArray<Term>
    const found = before.length === 0 ? complainAt(dots, ends, 'dots after dots')
      : longestRun(context, before, from => runOf(context, [...before.slice(from), entry])) ?? refuseDots(before, entry)
    return [...done.slice(0, done.length - before.length + found.before), found.run]
  }, [])
  const [first, last] = [entries[0], entries[entries.length - 1]]
  const cut = [first, last].find(entry => entry !== undefined && !isTerm(entry))
  if (cut !== undefined) return complainAt(cut as Span, ends, 'dots at an end')
  return joined(parts, span)
}

/** Entries one after the other: each stands at its place in a vector of zeros, and these are added. */
const joined = (parts: ReadonlyArray<Term | Run>, span: Span): Term => {
  const lengths = parts.map(part => ('kind' in part ? constant(1) : plus(minus(part.to, part.from), constant(1))))
  const upTo = (k: number): Linear => lengths.slice(0, k).reduce((sum, length) => plus(sum, length), constant(0))
  const all = termOf(upTo(parts.length), span)
  const at = (entry: Term, place: Linear): Term => binary('multiply', entry, call('onehot', [termOf(place, span), all], span))
  return { ...parts.map((part, k): Term => ('kind' in part ? at(part, plus(upTo(k), constant(1)))
    : many('sum', { ...part, of: at(part.of, plus(plus(upTo(k + 1), new Map([[part.index, 1]])), part.to, -1)) }, span)))
    .reduce((sum, part) => binary('add', sum, part)), span }
}
