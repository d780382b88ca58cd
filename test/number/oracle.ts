import { type BigNumber, all, create } from 'mathjs'
import { type Dyadic, decompose } from '../../src/number/dyadic.js'
import type { Interval } from '../../src/number/Interval.js'

export interface Oracle {
  readonly exp: (x: BigNumber) => BigNumber
  readonly log: (x: BigNumber) => BigNumber
  readonly sin: (x: BigNumber) => BigNumber
  readonly cos: (x: BigNumber) => BigNumber
  readonly tanh: (x: BigNumber) => BigNumber
  readonly sqrt: (x: BigNumber) => BigNumber
  readonly big: (text: string) => BigNumber
  readonly ofDyadic: (x: Dyadic) => BigNumber
  /** A double exactly: mathjs' own bignumber(0.1) is decimal 0.1. */
  readonly of: (x: number) => BigNumber
}

/** A second opinion to so many decimal digits: mathjs. */
export const oracle = (precision: number): Oracle => {
  const math = create(all ?? {}, { number: 'BigNumber', precision })
  const big = (text: string): BigNumber => math.bignumber(text)
  const ofDyadic = ({ mantissa, exponent }: Dyadic): BigNumber =>
    exponent >= 0
      ? big((mantissa << BigInt(exponent)).toString())
      : big(`${mantissa * 5n ** BigInt(-exponent)}e${exponent}`)
  return {
    exp: x => x.exp(), log: x => x.ln(), sin: x => x.sin(), cos: x => x.cos(), tanh: x => x.tanh(), sqrt: x => x.sqrt(),
    big, ofDyadic, of: x => (Number.isFinite(x) ? ofDyadic(decompose(x)) : big(String(x)))
  }
}

/** Whether the number lies in the interval, as far as an oracle of 80 good digits can tell. */
export const encloses = ({ of, big }: Oracle) => ({ lo, hi }: Interval, x: BigNumber): boolean => {
  const doubt = x.abs().times(big('1e-80'))
  return of(lo).minus(doubt).lte(x) && of(hi).plus(doubt).gte(x)
}
