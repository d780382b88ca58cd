import { fraction } from '../number/fraction.js'
import { encloseRational, type Rational, rational } from '../number/rational.js'
import type { Plain } from './plain.js'
import { atMost, type Relation } from './Relation.js'

/**
 * That a number rounds to one in print with so many decimals: it is within half a unit of the last of them. The print
 * may leave out trailing zeros.
 *
 * @example
 * const eighth = [rational.of(0.125)]
 * everyCase('an eighth', eighth, x => roundsTo(x, '.13', 2, 'x'))(effort(), 'numbers/eighth').verdict // 'proved'
 */
export const roundsTo = (
  x: Rational | number, printed: string | number, decimals: number, place: string
): ReadonlyArray<Relation<Plain>> => {
  const [value, half] = [rational.decimal(`${printed}`), fraction(1n, 2n * 10n ** BigInt(decimals))]
  // a double is compared as one, so that the evidence says that it is
  const [low, high] = [rational.sub(value, half), rational.add(value, half)].map(
    end => (typeof x === 'number' ? encloseRational(end) : end)
  ) as [Plain, Plain]
  return [
    atMost<Plain>(low, x, `${place}, printed ${printed}`), atMost<Plain>(x, high, `${place}, printed ${printed}`)
  ]
}
