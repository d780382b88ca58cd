import { binary, number, unary } from '../build.js'
import type { Context } from '../Context.js'
import { constant, isSame, type Linear, linearOf, minus, plus, termOf } from './linear.js'
import { plain } from '../plain.js'
import { type Run, runOf } from './run.js'
import type { Summand, Written } from './Summand.js'
import type { Term } from '../Term.js'

/** 1 - x + x^2 - ... + (-1)^n x^n: signs that change with each term, if the last one is seen to have the sign that it must have. */
export const alternating = (
  context: Context, used: ReadonlyArray<Written>, dots: Summand, last: Written
): Run | undefined => {
  const [first] = used
  const { sign, term } = withSign(context, last.term)
  const isNext = (summand: Summand, k: number): boolean =>
    summand.isNegative === ((first?.isNegative ?? false) !== (k % 2 === 1))
  if (first === undefined || used.length < 2 || !used.every(isNext)
    || !(isNext(dots, used.length) || sign !== undefined)) return undefined
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
