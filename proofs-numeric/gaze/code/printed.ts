import { atMost, type Plain, type Relation } from '../../../src/claim/index.js'
import { fraction, rational } from '../../../src/number/index.js'
import * as T from '../../../src/tensor/index.js'
import type { Tensor } from '../../../src/tensor/index.js'

/** That a number rounds to what is printed with so many decimals. */
export const rounds = (decimals: number): (value: number, printed: number, place: string) => Relation<Plain> =>
  (value, printed, place) => {
    const unit = 10n ** BigInt(decimals)
    const away = rational.sub(rational.of(value), fraction(BigInt(Math.round(printed * 10 ** decimals)), unit))
    return atMost<Plain>(
      rational.max(away, rational.sub(rational.of(0), away)), fraction(1n, 2n * unit), `${place}, printed ${printed}`
    )
  }

/** The same of each entry. */
export const roundsEach = (
  decimals: number, found: Tensor, printed: ReadonlyArray<number>, name: string
): ReadonlyArray<Relation<Plain>> =>
  printed.map((text, i) => rounds(decimals)(found.data[i] ?? NaN, text, `${name}[${i}]`))

/** Evenly spaced from one end to the other, in this shape. */
export const spaced = (low: number, high: number, shape: ReadonlyArray<number>): Tensor =>
  T.reshape(T.linspace(low, high, shape.reduce((n, size) => n * size, 1)), shape)
