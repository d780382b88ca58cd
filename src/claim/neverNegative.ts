import { exactQuotient } from '../number/exactQuotient.js'
import {
  ofTerms, ofVariable, type Polynomial, type RationalFunction, rationalFunction, type Term
} from '../number/polynomial.js'
import { fromDouble, rational } from '../number/rational.js'
import { largest, refuse } from '../prelude/index.js'
import type { Range } from './Variable.js'
import { unlessCancelled } from './watched.js'

type Positions = ReadonlySet<number>

/** What is known of the variables of a polynomial, by their positions. */
export interface KnownSigns {
  /** Never negative. */
  readonly notNegative: Positions
  /** Never negative, and never 0. */
  readonly positive: Positions
  /** Between which numbers a variable is known to lie. */
  readonly ranges: ReadonlyMap<number, Range>
  /** For each variable that a formula is about, which of its arrays and numbers it belongs to. */
  readonly blocks: ReadonlyArray<number>
  /** The polynomial with the squares of roots and of absolute values multiplied out. */
  readonly reduced: (p: Polynomial) => Polynomial
  /** Asked while a long elimination goes on: whether to end it. */
  readonly cancelled: () => boolean
}

/** Whether a quotient is seen never to be negative where it is defined; strictly: nor to be 0. */
export const isNeverNegative = (quotient: RationalFunction, before: KnownSigns, isStrict: boolean): boolean => {
  if (quotient.den.size === 0) return false
  const everywhere = insideRanges(before, false)
  const product = productOf(quotient, everywhere)
  const all = opened(product, everywhere.ranges)
  if (signOf(all, everywhere) === '+' && (!isStrict || isAboveZero(all, product, everywhere))) return true
  const known = insideRanges(before, isStrict)
  const slack = isStrict ? opened(productOf(quotient, known), known.ranges) : all
  const used = new Set([...slack.values()].flatMap(({ monomial }) => monomial))
  const free = [...used].filter(position => !known.notNegative.has(position))
  const groups = [...new Set(free.map(position => known.blocks[position]))]
  const choices = [
    free, [...used],
    ...groups.length < 2 ? [] : groups.map(block => free.filter(position => known.blocks[position] === block))
  ]
  return choices.some(chosen => isSemidefinite(formOf(slack, new Set(chosen)), known, isStrict))
}

/** A polynomial that has the sign of a quotient, where it is defined. */
const productOf = (quotient: RationalFunction, known: KnownSigns): Polynomial => {
  const [num, den] = [known.reduced(quotient.num), known.reduced(quotient.den)]
  const sign = signOf(opened(den, known.ranges), known)
  return sign === '+' ? num : sign === '-' ? negated(num)
    : known.reduced(rationalFunction.mul(polynomial(num), polynomial(den)).num)
}

/** '+' or '-' where a quotient is seen to have that sign, or to be 0. */
export const signOfQuotient = ({ num, den }: RationalFunction, before: KnownSigns): '+' | '-' | '?' => {
  const known = insideRanges(before, false)
  const [a, b] = [num, den].map(p => signOf(opened(known.reduced(p), known.ranges), known))
  return a === '?' || b === '?' || den.size === 0 ? '?' : a === b ? '+' : '-'
}

/**
 * What is known where variables with a range are written by others that may be any positive numbers. Their ends are then left out: what
 * never is negative inside is not at the ends either, but what is never 0 inside may be there.
 */
const insideRanges = (known: KnownSigns, isStrict: boolean): KnownSigns => {
  const ranges = new Map([...known.ranges].filter(([, { ends }]) => ends === 'none' || !isStrict))
  const withInside = (signs: Positions): Positions => new Set([...signs, ...ranges.keys()])
  return { ...known, ranges, notNegative: withInside(known.notNegative), positive: withInside(known.positive) }
}

const polynomial = (num: Polynomial): RationalFunction => ({ num, den: rationalFunction.of(1).den })
const negated = (num: Polynomial): Polynomial => rationalFunction.sub(rationalFunction.of(0), polynomial(num)).num

const countIn = (monomial: ReadonlyArray<number>, position: number): number =>
  monomial.filter(other => other === position).length

const degreeIn = (p: Polynomial, position: number): number =>
  largest([0, ...[...p.values()].map(({ monomial }) => countIn(monomial, position))])

/** With x = (a + b u) / (1 + u), where u may be any positive number, and times a power of 1 + u: x - a and b - x are then positive. */
const opened = (p: Polynomial, ranges: KnownSigns['ranges']): Polynomial =>
  [...ranges].reduce((before, [position, { lo, hi }]) => {
    const terms = [...before.values()]
    const degree = degreeIn(before, position)
    if (degree === 0) return before
    const [one, u] = [rationalFunction.of(1), ofVariable(position)]
    const [above, below] = [rationalFunction.add(
      rationalFunction.ofRational(lo), rationalFunction.mul(rationalFunction.ofRational(hi), u)
    ),
      rationalFunction.add(one, u)]
    return terms.map(({ monomial, coefficient }) => {
      const power = countIn(monomial, position)
      const others = monomial.filter(other => other !== position).map(ofVariable)
      const factors = Array.from({ length: degree }, (_, k) => (k < power ? above : below))
      return [...others, ...factors].reduce(rationalFunction.mul, rationalFunction.ofRational(coefficient))
    }).reduce(rationalFunction.add, rationalFunction.of(0)).num
  }, p)

/** '+' where no term can be negative: even powers and positive variables, all with coefficients of one sign. */
const signOf = (p: Polynomial, { notNegative }: KnownSigns): '+' | '-' | '?' => {
  const terms = [...p.values()]
  const isEven = terms.every(({ monomial }) =>
    monomial.every(position => notNegative.has(position) || countIn(monomial, position) % 2 === 0))
  if (!isEven) return '?'
  return terms.every(({ coefficient }) => coefficient.num > 0n) ? '+'
    : terms.every(({ coefficient }) => coefficient.num < 0n) ? '-' : '?'
}

/** More ends than these are not looked at. */
const mostEnds = 6

/**
 * Of a polynomial that has no negative term once its ranges are opened: whether one of them is above 0 at each choice of the ends that may
 * be met. At the lower end u is 0, and at the upper one only the highest powers of u count.
 */
const isAboveZero = (all: Polynomial, product: Polynomial, { positive, ranges }: KnownSigns): boolean => {
  const ends = [...ranges].flatMap(([position, { ends: met }]) => {
    const degree = degreeIn(product, position)
    return degree === 0 || met === 'none' ? []
      : [(met === 'both' ? [0, degree] : [degree]).map(power => ({ position, power }))]
  })
  if (ends.length > mostEnds) return false
  const above = [...all.values()].filter(({ monomial }) => monomial.every(position => positive.has(position)))
  const corners = ends.reduce<ReadonlyArray<(typeof ends)[number]>>(
    (begun, one) => begun.flatMap(corner => one.map(end => [...corner, end])), [[]])
  return corners.every(
    corner => above.some(({ monomial }) => corner.every(({ position, power }) => countIn(monomial, position) === power))
  )
}

/** Of a polynomial without negative terms: whether one of them is never 0. */
const isPositive = (p: Polynomial, { positive }: KnownSigns): boolean =>
  [...p.values()].some(({ monomial }) => monomial.every(position => positive.has(position)))

type Matrix = ReadonlyArray<ReadonlyArray<RationalFunction>>

/** Past this many terms an elimination has grown too large. */
const mostTerms = 1000

/** The matrix of a quadratic form in the chosen variables, and in 1, which comes last; none where it is no such form. */
const formOf = (slack: Polynomial, chosen: Positions): Matrix | undefined => {
  const order = [...chosen, -1]
  const entries = new Map<string, Array<Term>>()
  for (const { monomial, coefficient } of slack.values()) {
    const inside = monomial.filter(position => chosen.has(position))
    if (inside.length > 2) return undefined
    const [i = -1, j = -1] = inside
    const rest = monomial.filter(position => !chosen.has(position))
    const entry = { monomial: rest, coefficient: i === j ? coefficient : rational.mul(coefficient, half) }
    for (const key of new Set([`${i},${j}`, `${j},${i}`])) {
      const terms = entries.get(key)
      if (terms === undefined) entries.set(key, [entry])
      else terms.push(entry)
    }
  }
  return order.map(i => order.map(j => polynomial(ofTerms(entries.get(`${i},${j}`) ?? []))))
}

const half = fromDouble(0.5)

/**
 * By elimination, in each part that hangs together: each pivot must be seen not to be negative, and one that is 0 to have a row of zeros.
 * What is left is divided by the pivot before, so that its entries are minors of the matrix and stay small (Bareiss 1968). What is
 * eliminated last is the number 1: a pivot that is left of it is above 0 exactly where the form never is 0.
 */
const isSemidefinite = (matrix: Matrix | undefined, known: KnownSigns, isStrict: boolean, before = one): boolean => {
  if (matrix === undefined) return false
  const [first = []] = matrix
  const [pivot, ...row] = first
  if (pivot === undefined) return true
  const part = partOf(matrix, [0])
  if (part.length < matrix.length) {
    const others = matrix.flatMap((_, i) => (part.includes(i) ? [] : [i]))
    return [part, others].every(indices => isSemidefinite(
      indices.map(i => indices.map(j => at(matrix, i, j))), known, isStrict && indices.includes(matrix.length - 1),
      before))
  }
  if (pivot.num.size === 0) return matrix.length === 1 && !isStrict
  if (signOf(pivot.num, known) !== '+') return false
  if (matrix.length === 1) return !isStrict || isPositive(pivot.num, known)
  const reduced = row.map((left, i) => row.map((right, j) => unlessCancelled(known.cancelled, () => less(
    rationalFunction.sub(rationalFunction.mul(pivot, at(matrix, i + 1, j + 1)), rationalFunction.mul(left, right)),
    before))))
  return reduced.flat().every(({ num }) => num.size <= mostTerms) && isSemidefinite(reduced, known, isStrict, pivot)
}

const one = rationalFunction.of(1)

const less = (entry: RationalFunction, before: RationalFunction): RationalFunction =>
  (before === one ? entry : polynomial(
    exactQuotient(entry.num, before.num) ?? refuse('undecided', 'an elimination', 'minors', 'no polynomial')
  ))

const at = (matrix: Matrix, i: number, j: number): RationalFunction => matrix[i]?.[j] as RationalFunction

/** The rows that hang together with these, in order. */
const partOf = (matrix: Matrix, known: ReadonlyArray<number>): ReadonlyArray<number> => {
  const more = matrix.flatMap(
    (_, i) => (known.includes(i) || known.every(k => at(matrix, k, i).num.size === 0) ? [] : [i])
  )
  return more.length === 0 ? known : partOf(matrix, [...known, ...more].sort((a, b) => a - b))
}
