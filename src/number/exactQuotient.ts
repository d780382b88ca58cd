import { ofVariable, type Polynomial, type RationalFunction, rationalFunction } from './polynomial.js'
import { rational } from './rational.js'

type Monomial = ReadonlyArray<number>

/** The polynomial that times the second is the first; none where there is none. */
export const exactQuotient = (dividend: Polynomial, divisor: Polynomial): Polynomial | undefined => {
  const lead = leading(divisor)
  if (lead === undefined) return undefined
  const by = over(divisor)
  let [rest, quotient] = [over(dividend), rationalFunction.of(0)]
  for (let top = leading(rest.num); top !== undefined; top = leading(rest.num)) {
    const left = without(top.monomial, lead.monomial)
    if (left === undefined) return undefined
    const factor = rationalFunction.ofRational(rational.div(top.coefficient, lead.coefficient))
    const term = left.map(ofVariable).reduce(rationalFunction.mul, factor)
    rest = rationalFunction.sub(rest, rationalFunction.mul(term, by))
    quotient = rationalFunction.add(quotient, term)
  }
  return quotient.num
}

const over = (num: Polynomial): RationalFunction => ({ num, den: rationalFunction.of(1).den })

/** The term that comes first by the power of the first variable, then of the second, and so on. */
const leading = (p: Polynomial): ReturnType<typeof p.get> => {
  const [first, ...others] = [...p.values()]
  return others.reduce((most, term) => (most !== undefined && isBefore(term.monomial, most.monomial) ? term : most), first)
}

const isBefore = (a: Monomial, b: Monomial): boolean => {
  const k = a.findIndex((position, i) => position !== b[i])
  return k >= 0 && (b[k] === undefined || (a[k] as number) < b[k])
}

/** The product without these factors, if it has them all. */
const without = (monomial: Monomial, factors: Monomial): Monomial | undefined => factors.reduce<Monomial | undefined>((rest, factor) => {
  const at = rest?.indexOf(factor) ?? -1
  return at < 0 ? undefined : rest?.filter((_, k) => k !== at)
}, monomial)
