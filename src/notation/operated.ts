import { inner, mapped, number, product, zipped } from './arrays.js'
import { aligned } from './broadcast.js'
import { complainAt } from './complainAt.js'
import { plain } from './plain.js'
import type { BinaryTerm, Term } from './Term.js'
import { isNumber, type Value } from './Value.js'
import { wholeIn } from './whole.js'
import type { World } from './World.js'

/** Operations that begin with operations, as long sums do, are taken one after the other, as a sum of 5000 terms is 5000 deep. */
export const operated = <A>(world: World<A>, term: BinaryTerm): Value<A> => {
  const waiting: Array<BinaryTerm> = []
  let first: Term = term
  for (; first.kind === 'binary' && first.operator !== 'power'; first = first.left) waiting.push(first)
  return waiting.reduceRight((left, next) => combined(world, next, left),
    first.kind === 'binary' ? power(world, first.left, first.right) : world.evaluate(world, first))
}

const combined = <A>(world: World<A>, term: BinaryTerm, a: Value<A>): Value<A> => {
  const { ground } = world
  const { operator, right, span } = term
  const { N } = ground
  const b = world.evaluate(world, right)
  const entries = (f: (x: A, y: A) => A): Value<A> => {
    const [x, y] = aligned(ground, a, b, term)
    return zipped(ground, f, x, y, span)
  }
  switch (operator) {
    case 'add': return entries(N.add)
    case 'subtract': return entries(N.sub)
    case 'entrywise': return isNumber(a) || isNumber(b) ? product(ground, 'multiply', a, b, span) : entries(N.mul)
    case 'multiply': case 'dot': return product(ground, operator, a, b, span)
    case 'inner': return inner(ground, a, b, span)
    case 'divide': {
      const by = number(ground, b, right.span)
      return mapped(ground, x => N.div(x, by.at(0, 0)), a)
    }
    case 'power': return complainAt(span, 'another operation', 'a power')
  }
}

/**
 * A whole power of a number multiplies, and that of a vector goes entry by entry; the square of a norm is made of squares; others are
 * exp(b log a).
 */
const power = <A>(world: World<A>, base: Term, exponent: Term): Value<A> => {
  const { ground } = world
  const { N } = ground
  const n = wholeIn(world, exponent)
  if (n === 2 && base.kind === 'call' && base.function === 'norm') {
    const [of] = base.arguments.map(arg => world.evaluate(world, arg))
    if (of !== undefined) return inner(ground, of, of, base.span)
  }
  const a = world.evaluate(world, base)
  if (exponent.kind === 'name' && exponent.name === 'T' && !isNumber(a)) {
    return complainAt(exponent.span, '\\top for the transpose, because T is declared as something else', 'T')
  }
  if (a.rows !== 1 && a.columns !== 1) return complainAt(base.span, 'a number or a vector', ground.showShape(a))
  if (n !== undefined) return mapped(ground, x => N.power(x, n), a)
  const b = number(ground, world.evaluate(world, exponent), exponent.span)
  const isHalf = exponent.kind === 'binary' && exponent.operator === 'divide' && plain(exponent) === '1 / 2'
  return mapped(ground, x => (isHalf ? N.sqrt(x) : N.pow(x, b.at(0, 0))), a)
}
