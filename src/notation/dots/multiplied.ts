import type { Context } from '../Context.js'
import { manyOf, refuseDots } from './manyOf.js'
import { longestRun, runOf } from './run.js'
import { around } from '../Span.js'
import type { Term } from '../Term.js'

/** x_1 x_2 ... x_n: the factors before the dots and the last one as a product. */
export const multiplied = (context: Context, factors: ReadonlyArray<Term>, last: Term): readonly [number, Term] => {
  const { before, run } = longestRun(context, factors, from => runOf(context, [...factors.slice(from), last]))
    ?? refuseDots(factors, last)
  // 1 ... n is rather a range
  if (factors.length - before === 1 && !run.isSubscript) return refuseDots(factors, last)
  return [before, manyOf(context, 'product', run, around([...factors.slice(before), last].map(({ span }) => span)))]
}
