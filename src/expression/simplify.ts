import { type Analytic, type Rational, rational } from '../number/index.js'
import { power } from '../number/index.js'
import type { Operation } from './Graph.js'
import type { OperationName } from './operations.js'
import type { Recorder, Ref } from './record.js'

const minusOne: Rational = { num: -1n, den: 1n }
const isZero = (q: Rational | undefined): boolean => q?.num === 0n
const isOne = (q: Rational | undefined): boolean => q?.num === 1n && q.den === 1n

// A power of a fraction beyond this many digits is better left as it is written.
const largestFolded = 64

/**
 * Numbers that write down what is done with them, and leave out what changes nothing: sums with 0, products with 1, double signs;
 * constants are gathered to the left, fractions of fractions flattened. What is lost with a factor 0 is also lost from the domain.
 */
export const simplifying = ({ N: R, node }: Recorder): Analytic<Ref> => {
  const constant = (a: Ref): Rational | undefined => {
    const it = node(a)
    return it.kind === 'constant' && typeof it.value !== 'string' ? it.value : undefined
  }
  const as = (name: OperationName, a: Ref): Operation | undefined => {
    const it = node(a)
    return it.kind === 'operation' && it.name === name ? it : undefined
  }
  const operandsOf = (name: OperationName, a: Ref): readonly [Ref, Ref] | undefined => {
    const it = as(name, a)
    return it === undefined ? undefined : [it.operands[0] ?? a, it.operands[1] ?? a]
  }
  const number = R.ofRational
  const folded = (f: (p: Rational, q: Rational) => Rational, a: Ref, b: Ref): Ref | undefined => {
    const [p, q] = [constant(a), constant(b)]
    return p === undefined || q === undefined ? undefined : number(f(p, q))
  }

  /** What is taken away where this is added: x of -x, 2 x of -2 x. */
  const minus = (a: Ref): Ref | undefined => {
    const [alone, negated, product] = [constant(a), operandsOf('neg', a), operandsOf('mul', a)]
    if (alone !== undefined) return alone.num < 0n ? neg(a) : undefined
    const c = product === undefined ? undefined : constant(product[0])
    return negated?.[0] ?? (product !== undefined && c !== undefined && c.num < 0n ? mul(neg(product[0]), product[1])
      : undefined)
  }

  const neg = (a: Ref): Ref => {
    const [c, negated, difference] = [constant(a), operandsOf('neg', a), operandsOf('sub', a)]
    if (c !== undefined) return number(rational.mul(minusOne, c))
    if (negated !== undefined) return negated[0]
    if (difference !== undefined) return sub(difference[1], difference[0])
    const product = operandsOf('mul', a)
    return product !== undefined && constant(product[0]) !== undefined ? mul(neg(product[0]), product[1]) : R.neg(a)
  }

  // one level of brackets is flattened, not a whole chain, which may be long
  const pair = (name: 'add' | 'mul', b: Ref): readonly [Ref, Ref] | undefined => {
    const both = operandsOf(name, b)
    return both === undefined || as(name, both[0]) !== undefined || constant(both[0]) !== undefined ? undefined : both
  }

  const add = (a: Ref, b: Ref): Ref => {
    if (isZero(constant(a))) return b
    if (isZero(constant(b))) return a
    if (a === b) return mul(number({ num: 2n, den: 1n }), a)
    const [lost, other, terms, difference] = [minus(b), minus(a), pair('add', b), operandsOf('sub', b)]
    return folded(rational.add, a, b)
      ?? (lost !== undefined ? sub(a, lost) : other !== undefined ? sub(b, other)
        : terms !== undefined ? add(add(a, terms[0]), terms[1])
          : difference !== undefined && pair('add', difference[0]) === undefined
            ? sub(add(a, difference[0]), difference[1])
            : R.add(a, b))
  }

  const sub = (a: Ref, b: Ref): Ref => {
    if (a === b) return number({ num: 0n, den: 1n })
    if (isZero(constant(b))) return a
    if (isZero(constant(a))) return neg(b)
    const lost = minus(b)
    return folded(rational.sub, a, b) ?? (lost !== undefined ? add(a, lost) : R.sub(a, b))
  }

  const mul = (a: Ref, b: Ref): Ref => {
    const [p, q] = [constant(a), constant(b)]
    if (isZero(p) || isOne(q)) return a
    if (isZero(q) || isOne(p)) return b
    if (p !== undefined && q !== undefined) return number(rational.mul(p, q))
    if (q !== undefined) return mul(b, a)
    const [left, right] = [operandsOf('neg', a), operandsOf('neg', b)]
    if (left !== undefined) return neg(mul(left[0], b))
    if (right !== undefined) return neg(mul(a, right[0]))
    return mulPlain(a, b, p)
  }

  const mulPlain = (a: Ref, b: Ref, p: Rational | undefined): Ref => {
    const [product, fraction] = [operandsOf('mul', b), operandsOf('div', b)]
    if (p !== undefined && product !== undefined
      && constant(product[0]) !== undefined) return mul(mul(a, product[0]), product[1])
    if (p?.num === -1n && p.den === 1n) return neg(b)
    if (fraction !== undefined) return div(mul(a, fraction[0]), fraction[1])
    const dividend = operandsOf('div', a)
    if (dividend !== undefined) return div(mul(dividend[0], b), dividend[1])
    const inA = operandsOf('mul', a)
    if (inA !== undefined && constant(inA[0]) !== undefined) return mul(inA[0], mul(inA[1], b))
    if (product !== undefined && constant(product[0]) !== undefined) return mul(product[0], mul(a, product[1]))
    const factors = p === undefined ? pair('mul', b) : undefined
    return a === b ? raised(a, 2) : factors !== undefined ? mul(mul(a, factors[0]), factors[1]) : R.mul(a, b)
  }

  const div = (a: Ref, b: Ref): Ref => {
    const [p, q] = [constant(a), constant(b)]
    if (isOne(q) || (isZero(p) && !isZero(q))) return a
    if (p !== undefined && q !== undefined && !isZero(q)) return number(rational.div(p, q))
    const [left, right, fraction] = [operandsOf('neg', a), operandsOf('neg', b), operandsOf('div', a)]
    if (left !== undefined) return neg(div(left[0], b))
    if (right !== undefined) return neg(div(a, right[0]))
    if (fraction !== undefined) return div(fraction[0], mul(fraction[1], b))
    return a === b ? number({ num: 1n, den: 1n }) : R.div(a, b)
  }

  const raised = (a: Ref, n: number): Ref => {
    if (n === 0) return number({ num: 1n, den: 1n })
    if (n === 1) return a
    const [c, inner] = [constant(a), as('power', a)]
    if (c !== undefined && !isZero(c) && Math.abs(n) <= largestFolded) {
      const size = power(rational)(c, Math.abs(n))
      return number(n < 0 ? rational.div({ num: 1n, den: 1n }, size) : size)
    }
    return inner !== undefined ? raised(inner.operands[0] ?? a, inner.exponent * n) : R.power(a, n)
  }

  return { ...R, neg, add, sub, mul, div, power: raised, where: (a, b, x, y) => (x === y ? x : R.where(a, b, x, y)) }
}
