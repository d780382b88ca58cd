import { exactQuotient, lowered } from '../number/exactQuotient.js'
import { type RationalFunction, rationalFunction } from '../number/polynomial.js'
import { type Rational, rational, showRational } from '../number/rational.js'

type Monomial = ReadonlyArray<number>

/** "1", "eta/2", "1 - p": a quotient in the names of its variables, without the factors that both sides have in common as products. */
export const showQuotient = (quotient: RationalFunction, names: ReadonlyArray<string>): string => {
  const whole = quotient.den.size > 1 ? exactQuotient(quotient.num, quotient.den) : undefined
  const { num, den } = whole === undefined ? lowered(quotient) : { num: whole, den: rationalFunction.of(1).den }
  const [first] = [...den.values()]
  if (first === undefined) return 'undefined'
  const sides = [num, den].map(
    p => [...p.values()].map(term => ({ ...term, coefficient: rational.div(term.coefficient, first.coefficient) }))
  )
  const [above = [], below = []] = sides
  const show = (terms: Readonly<typeof above>): string =>
    joined(terms.map(({ monomial, coefficient }) => termOf(coefficient, monomial, names)))
  const bottom = show(below)
  const [top, divisor] = [show(above), below.length > 1 || bottom.includes(' ') ? `(${bottom})` : bottom]
  return bottom === '1' ? top : `${above.length > 1 ? `(${top})` : top} / ${divisor}`
}

const termOf = (coefficient: Rational, monomial: Monomial, names: ReadonlyArray<string>): string => {
  const factors = [...new Set(monomial)].map(position => {
    const power = monomial.filter(other => other === position).length
    return `${names[position] ?? 'a root'}${power === 1 ? '' : `^${power}`}`
  })
  const number = showRational(coefficient)
  return factors.length === 0 ? number
    : `${number === '1' ? '' : number === '-1' ? '-' : `${number} `}${factors.join(' ')}`
}

const joined = (terms: ReadonlyArray<string>): string =>
  (terms.length === 0 ? '0'
    : terms.reduce((sum, term) => (term.startsWith('-') ? `${sum} - ${term.slice(1)}` : `${sum} + ${term}`)))

