import { complainAt } from '../complainAt.js'
import type { Context } from '../Context.js'
import { constant, minus, plus, termOf } from './linear.js'
import { plain } from '../plain.js'
import type { Run } from './run.js'
import { around, type Span } from '../Span.js'
import type { ManyTerm, Term } from '../Term.js'

/** What dots need around them. */
export const ends: string = 'a term before the dots and the last one after them, x_1 + ... + x_n'

/** Refuses dots for which no rule is seen, or more than one. */
export const refuseDots = (terms: ReadonlyArray<Term>, last: Term): never => complainAt(
  around([...terms, last].map(({ span }) => span)),
  'terms around the dots that follow one rule and no other. One term more before the dots, or brackets around those that belong '
  + 'together, may settle it; \\sum_{k=1}^{n} and \\prod_{k=1}^{n} always do',
  [...terms.slice(-3).map(plain), '...', plain(last)].join(', ')
)

/** A run as a sum or a product. */
export const manyOf = (context: Context, operator: ManyTerm['operator'], run: Run, span: Span): ManyTerm => {
  const { index, from, to, of } = run
  const bounds = [termOf(from, span), termOf(to, span)] as const
  if (shortest(context, run) < 0) {
    complainAt(span, 'sizes declared so that the last term never comes before the first one', `${plain(bounds[0])}..${plain(bounds[1])}`)
  }
  return { kind: 'many', operator, ranges: [{ index, bounds }], of, span }
}

/** How many terms a run has at least, as far as sizes tell: none is an empty sum, fewer is nothing. */
const shortest = ({ scope, bound }: Context, { from, to }: Run): number =>
  [...plus(minus(to, from), constant(1))].reduce((sum, [name, value]) => {
    const symbol = bound.has(name) ? undefined : scope.get(name)
    return sum + (name === '' ? value
      : symbol?.kind === 'size' ? value * (value > 0 ? symbol.from : symbol.to) : Infinity)
  }, 0)
