import { ofTerms, type Polynomial, type RationalFunction } from './polynomial.js'
import { isZero, rational } from './rational.js'

type Monomial = ReadonlyArray<number>

/** The polynomial that times the second is the first; none where there is none. */
export const exactQuotient = (dividend: Polynomial, divisor: Polynomial): Polynomial | undefined => {
  const lead = leading(divisor)
  if (lead === undefined) return undefined
  const rest = new Map(dividend)
  const quotient = new Map(nothing)
  for (let top = leading(rest); top !== undefined; top = leading(rest)) {
    const left = without(top.monomial, lead.monomial)
    if (left === undefined) return undefined
    const coefficient = rational.div(top.coefficient, lead.coefficient)
    quotient.set(left.join('.'), { monomial: left, coefficient })
    divisor.forEach(term => {
      const monomial = [...left, ...term.monomial].sort((x, y) => x - y)
      const key = monomial.join('.')
      const taken = rational.mul(coefficient, term.coefficient)
      const remains = rational.sub(rest.get(key)?.coefficient ?? zero, taken)
      if (isZero(remains)) rest.delete(key)
      else rest.set(key, { monomial, coefficient: remains })
    })
  }
  return quotient
}

const zero = rational.of(0)
const nothing: Polynomial = new Map()

/** The term that comes first by the power of the first variable, then of the second, and so on. */
const leading = (p: Polynomial): ReturnType<typeof p.get> => {
  let most = undefined as ReturnType<typeof p.get>
  for (const term of p.values()) most = most === undefined || isBefore(term.monomial, most.monomial) ? term : most
  return most
}

const isBefore = (a: Monomial, b: Monomial): boolean => {
  const k = a.findIndex((position, i) => position !== b[i])
  return k >= 0 && (b[k] === undefined || (a[k] as number) < b[k])
}

/** The product without these factors, if it has them all. */
const without = (monomial: Monomial, factors: Monomial): Monomial | undefined =>
  factors.reduce<Monomial | undefined>((rest, factor) => {
    const at = rest?.indexOf(factor) ?? -1
    return at < 0 ? undefined : rest?.filter((_, k) => k !== at)
  }, monomial)

/** The quotient without the variables that are factors of all its terms, above and below. */
export const lowered = ({ num, den }: RationalFunction): RationalFunction => {
  const [first, ...others] = [...num.values(), ...den.values()].map(({ monomial }) => monomial)
  const shared = others.reduce((known, monomial) => (known.length === 0 ? known : common(known, monomial)), first ?? [])
  return shared.length === 0 ? { num, den } : { num: divided(num, shared), den: divided(den, shared) }
}

const divided = (p: Polynomial, by: Monomial): Polynomial =>
  ofTerms([...p.values()].map(({ monomial, coefficient }) => ({ monomial: without(monomial, by) ?? [], coefficient })))

const common = (a: Monomial, b: Monomial): Monomial => {
  const [first, ...rest] = a
  if (first === undefined) return []
  return b.includes(first) ? [first, ...common(rest, without(b, [first]) ?? [])] : common(rest, b)
}
