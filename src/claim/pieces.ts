import type { Analytic } from '../number/Arithmetic.js'
import { type Polynomial, type RationalFunction, rationalFunction as R } from '../number/polynomial.js'
import { primitive } from '../number/primitive.js'
import { refuse } from '../prelude/index.js'
import { type KnownSigns, signOfQuotient } from './neverNegative.js'
import type { RootsAsUnknowns } from './rootsAsUnknowns.js'

/** What is assumed of the sign of a polynomial. */
export type Assumed = '>=' | '>' | '<=' | '<' | '='

/** A part of all values of the variables: primitive polynomials, by how they are written, and what is assumed of each. */
export type Piece = ReadonlyMap<string, { readonly part: Polynomial; readonly is: Assumed }>

/** Whether something is at least 0: so is a primitive polynomial, or its opposite. */
export interface Question {
  readonly key: string
  readonly part: Polynomial
  readonly isOpposite: boolean
}

const written = (p: Polynomial): string =>
  [...p].map(([key, { coefficient: { num, den } }]) => `${key}*${num}/${den}`).sort().join(' + ')

const quotient = (num: Polynomial): RationalFunction => ({ num, den: R.of(1).den })

/** Of longer quotients no sign is sought. */
const mostProducts = 2 ** 10

/** A polynomial that has the sign of a quotient, where it is defined. */
export const withSignOf = ({ num, den }: RationalFunction, known: KnownSigns): Polynomial => {
  if (num.size * den.size > mostProducts) {
    return refuse('undecided', 'a sign', `at most ${mostProducts} products of terms`, String(num.size * den.size))
  }
  const sign = signOfQuotient(quotient(den), { ...known, ranges: new Map() })
  return sign === '+' ? known.reduced(num) : sign === '-' ? known.reduced(R.sub(R.of(0), quotient(num)).num)
    : known.reduced(R.mul(quotient(num), quotient(den)).num)
}

/** Whether a quotient is at least 0. */
export const questionOf = (difference: RationalFunction, known: KnownSigns): Question => {
  const { content, part } = primitive(withSignOf(difference, known))
  return { key: written(part), part, isOpposite: content.num < 0n }
}

/** Whether it is at least 0 in a piece: yes and no hold everywhere in it; perhaps it is at most 0 there, which may be enough. */
export const answer = (
  { key, part, isOpposite }: Question, piece: Piece, known: KnownSigns
): 'yes' | 'no' | 'at most 0' | 'open' => {
  if (part.size === 0) return 'yes'
  const isNumber = part.size === 1 && part.has('')
  if (isNumber) return isOpposite ? 'no' : 'yes'
  const is = piece.get(key)?.is
  switch (is) {
    case undefined: {
      const sign = signOfQuotient(quotient(part), { ...known, ranges: new Map() })
      return sign === '?' ? 'open' : (sign === '+') !== isOpposite ? 'yes' : 'at most 0'
    }
    case '=': return 'yes'
    case '>': return isOpposite ? 'no' : 'yes'
    case '<': return isOpposite ? 'yes' : 'no'
    case '>=': return isOpposite ? 'at most 0' : 'yes'
    case '<=': return isOpposite ? 'yes' : 'at most 0'
  }
}

/** The two pieces in which it is at least 0, and below 0. */
export const halves = (piece: Piece, { key, part, isOpposite }: Question): ReadonlyArray<Piece> => {
  const before = piece.get(key)?.is
  const together = (is: Assumed): Assumed => (before === undefined || is === '>' || is === '<' ? is : '=')
  const [there, beyond]: readonly [Assumed, Assumed] = isOpposite ? ['<=', '>'] : ['>=', '<']
  return [together(there), together(beyond)].map(is => new Map([...piece, [key, { part, is }]]))
}

/**
 * Formulas on a piece: comparisons are decided there, and absolute values too where they are; others are unknowns. `open` are comparisons
 * that are not decided and were met, without which nothing can be said of the formula.
 */
export const onPiece = (
  roots: RootsAsUnknowns, piece: Piece, known: () => KnownSigns
): { readonly N: Analytic<RationalFunction>; readonly open: () => ReadonlyArray<Question> } => {
  const open: Array<Question> = []
  const { N } = roots
  const half = N.of(0.5)
  const isUndefined = (a: RationalFunction): boolean => a.den.size === 0
  const abs = (a: RationalFunction): RationalFunction => {
    if (isUndefined(a)) return a
    const found = answer(questionOf(a, known()), piece, known())
    return found === 'yes' ? a : found === 'open' ? N.abs(a) : N.neg(a)
  }
  const extreme = (combine: typeof N.add) => (a: RationalFunction, b: RationalFunction): RationalFunction =>
    N.mul(half, combine(N.add(a, b), abs(N.sub(a, b))))
  const whole = N.of(1)
  const exp = exponential(N)
  return {
    N: {
      ...N, abs, sqrt: of => {
        const root = roots.squareRoot(of)
        return root === undefined ? N.sqrt(of) : abs(root)
      },
      hypot: entries => (entries.length === 1 ? abs(entries[0] as RationalFunction) : N.hypot(entries)),
      max: extreme(N.add), min: extreme(N.sub), relu: a => extreme(N.add)(N.of(0), a), exp,
      where: (a, b, x, y) => {
        const difference = N.sub(a, b)
        if (isUndefined(difference)) return difference
        const question = questionOf(difference, known())
        const found = answer(question, piece, known())
        if (found === 'open' || found === 'at most 0') open.push(question)
        return found === 'no' ? y : x
      },
      sigmoid: a => N.div(whole, N.add(whole, exp(N.neg(a)))), softplus: a => N.log(N.add(whole, exp(a))),
      log1p: a => N.log(N.add(whole, a)), expm1: a => N.sub(exp(a), whole)
    },
    open: () => open
  }
}

/** Larger exponents of a power of e are left as they are. */
const mostTimes = 6n

/** e^(2x - y) is made of e^x and e^y. */
const exponential = (N: RootsAsUnknowns['N']) => (a: RationalFunction): RationalFunction => {
  if (a.den.size === 0) return a
  const terms = [...a.num.values()]
  if (terms.length === 0) return N.of(1)
  return terms.map(({ monomial, coefficient: { num, den } }) => {
    const times = num < 0n ? -num : num
    const isPower = times <= mostTimes
    const [sign, count] = [num < 0n ? -1 : 1, isPower ? Number(times) : 1]
    const term = { monomial, coefficient: { num: isPower ? 1n : times, den } }
    return N.power(N.exp({ num: new Map([[monomial.join('.'), term]]), den: a.den }), sign * count)
  }).reduce(N.mul)
}
