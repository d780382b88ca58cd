import fc from 'fast-check'
import { expect, test } from 'vitest'
import { exactQuotient } from '../../src/number/exactQuotient.js'
import { ofVariable, type RationalFunction, rationalFunction } from '../../src/number/polynomial.js'

// sums of a few products of three variables
const polynomials = fc.array(
  fc.tuple(fc.integer({ min: -3, max: 3 }), fc.array(fc.nat(2), { maxLength: 3 })), { minLength: 1, maxLength: 4 }
)
  .map(terms => terms.map(
    ([factor, positions]) => positions.map(ofVariable).reduce(rationalFunction.mul, rationalFunction.of(factor))
  )
    .reduce(rationalFunction.add))
const isSame = (a: RationalFunction, b: RationalFunction): boolean => rationalFunction.sub(a, b).num.size === 0

test('a product divided by a factor is the other factor', () => {
  fc.assert(fc.property(polynomials, polynomials, (p, q) => {
    fc.pre(q.num.size > 0)
    const found = exactQuotient(rationalFunction.mul(p, q).num, q.num)
    expect(found !== undefined && isSame({ num: found, den: p.den }, p)).toBe(true)
  }))
})

test('what is left of a division is no quotient', () => {
  const [x, y] = [ofVariable(0), ofVariable(1)]
  const more = rationalFunction.add(rationalFunction.mul(x, y), rationalFunction.of(1))
  expect(exactQuotient(more.num, x.num)).toBeUndefined()
  expect(exactQuotient(x.num, more.num)).toBeUndefined()
  expect(exactQuotient(x.num, new Map())).toBeUndefined()
})
