import { complainAt } from './complainAt.js'
import type { Span } from './Span.js'
import type { BinaryOperator } from './Term.js'
import { isNumber, sameShape, type Value } from './Value.js'

type Shaped = Value<unknown>

/** The common shape of the sides of a sum; 0 takes the shape of the other. */
export const common = (a: Shaped, b: Shaped, show: (value: Shaped) => string, span: Span): Shaped =>
  (a.fitsAll === true ? b : b.fitsAll === true || sameShape(a, b) ? a
    : complainAt(span, `two sides of one shape, ${show(a)}`, show(b)))

/** How a product is taken, from the shapes of its factors. */
export type Way = 'scale' | 'scaled' | 'matrix' | 'inner'

export const wayOf = (
  operator: BinaryOperator, a: Shaped, b: Shaped, show: (value: Shaped) => string, span: Span
): Way => {
  if (isNumber(a)) return 'scale'
  if (isNumber(b)) return 'scaled'
  if (operator === 'dot' && a.columns === 1 && b.columns === 1 && a.rows === b.rows) return 'inner'
  return a.columns === b.rows ? 'matrix'
    : complainAt(
      span, `a factor that ${show(a)} can be multiplied with (x^T y is a number, x \\odot y goes entry by entry)`,
      show(b)
    )
}
