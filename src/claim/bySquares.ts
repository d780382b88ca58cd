import { ofVariable, type Polynomial, type RationalFunction, rationalFunction } from '../number/polynomial.js'
import { attempt, isLeft } from '../prelude/index.js'
import type { Evidence, Judge } from './Claim.js'
import { type Formula, forAll } from './forAll.js'
import { fewLooks, ifDefined } from './ifDefined.js'
import { type Relation, relationsOf } from './Relation.js'
import { rootsAsUnknowns } from './rootsAsUnknowns.js'
import { blocksOf, checked, everyValue, liftBy, notNegativesOf, positivesOf, type Variables } from './Variable.js'

/**
 * Proves inequalities whose slack is a quadratic form in some of its variables: by elimination it becomes a sum of squares, whose
 * coefficients are seen not to be negative, because they are sums of even powers and of products of positive variables. What is no such
 * form is looked for a counterexample on drawn values.
 *
 * @example
 * const young = (N, { a, b, c }) => atMost(N.mul(N.of(2), N.mul(a, b)), N.add(N.mul(c, N.square(a)), N.div(N.square(b), c)))
 * bySquares({ a: scalar, b: scalar, c: positive }, young)(effort(), 'young/weighted').verdict // 'proved'
 */
export const bySquares = <V extends Variables>(variables: V, formula: Formula<V>): Judge => (effort, id) => {
  checked('bySquares', variables)
  const sought = forAll(variables, formula)
  // What is false is seen on a few cases sooner than by its form.
  const few = sought({ ...effort, runs: Math.min(effort.runs, fewLooks) }, id)
  if (few.verdict === 'refuted') return few
  const reason = whyNotSquares(variables, formula)
  if (reason === undefined) {
    const scope = `${everyValue(variables)} where both sides are defined; the slack is a sum of squares`
    return ifDefined({ verdict: 'proved', evidence: { ...nothing, cases: 1, scope } }, few)
  }
  const found = effort.runs <= fewLooks ? few : sought(effort, id)
  return found.verdict === 'refuted' || found.verdict === 'vacuous' ? found
    : { verdict: 'undecided', evidence: found.evidence, reason: `${reason}, and no counterexample was found` }
}

/** Why the slack of some relation is not seen to be a sum of squares; nothing where that of each is. */
const whyNotSquares = <V extends Variables>(variables: V, formula: Formula<V>): string | undefined => {
  const found = attempt(() => {
    const blocks = blocksOf(variables)
    const { N, notNegative, reduced } = rootsAsUnknowns(blocks.length)
    const related = formula(N, liftBy(variables, ofVariable))
    const relations = related === 'outside' ? [] : relationsOf(related)
    const known = new Set([...positivesOf(variables), ...notNegativesOf(variables), ...notNegative()])
    return relations.length > 0 && relations.every(relation => isNotNegative(relation, reduced, known, blocks))
  })
  if (isLeft(found)) return found.left.message
  return found.right ? undefined : 'the slack is not seen to be a sum of squares'
}

const nothing: Evidence = { strength: 'exact', scope: 'nothing was judged', cases: 0, undecidedCases: 0, slack: null, resolution: null }

type Positions = ReadonlySet<number>

/** Whether right less left is a quotient that is never negative where it is defined. */
const isNotNegative = (
  { kind, left, right }: Relation<RationalFunction>, reduced: (p: Polynomial) => Polynomial, positive: Positions, blocks: ReadonlyArray<number>
): boolean => {
  if (kind !== '<=') return false
  const difference = rationalFunction.sub(right, left)
  if (difference.den.size === 0) return false
  const [num, den] = [reduced(difference.num), reduced(difference.den)]
  const sign = signOf(den, positive)
  // the quotient has the sign of the product, where it is defined
  const slack = sign === '+' ? num : sign === '-' ? negated(num) : reduced(rationalFunction.mul(polynomial(num), polynomial(den)).num)
  const used = new Set([...slack.values()].flatMap(({ monomial }) => monomial))
  const free = [...used].filter(position => !positive.has(position))
  const groups = [...new Set(free.map(position => blocks[position]))]
  const choices = [free, [...used], ...groups.length < 2 ? [] : groups.map(block => free.filter(position => blocks[position] === block))]
  return signOf(slack, positive) === '+' || choices.some(chosen => isForm(slack, new Set(chosen), positive))
}

const polynomial = (num: Polynomial): RationalFunction => ({ num, den: ofVariable(0).den })
const negated = (num: Polynomial): Polynomial => rationalFunction.sub(rationalFunction.of(0), polynomial(num)).num

/** '+' where no term can be negative: even powers and positive variables, all with coefficients of one sign. */
const signOf = (p: Polynomial, positive: Positions): '+' | '-' | '?' => {
  const terms = [...p.values()]
  const isEven = terms.every(({ monomial }) =>
    monomial.every(position => positive.has(position) || monomial.filter(other => other === position).length % 2 === 0))
  if (!isEven) return '?'
  return terms.every(({ coefficient }) => coefficient.num > 0n) ? '+' : terms.every(({ coefficient }) => coefficient.num < 0n) ? '-' : '?'
}

type Matrix = ReadonlyArray<ReadonlyArray<RationalFunction>>

/** Past this many terms an elimination has grown too large. */
const mostTerms = 4000

/** Whether the polynomial is a quadratic form in the chosen variables, and 1, that no values make negative. */
const isForm = (slack: Polynomial, chosen: Positions, positive: Positions): boolean => {
  const order = [...chosen, -1]
  const entries = new Map<string, RationalFunction>()
  for (const { monomial, coefficient } of slack.values()) {
    const inside = monomial.filter(position => chosen.has(position))
    if (inside.length > 2) return false
    const [i = -1, j = -1] = inside
    const outside = monomial.filter(position => !chosen.has(position)).map(ofVariable)
    const rest = outside.reduce(rationalFunction.mul, rationalFunction.ofRational(coefficient))
    const half = i === j ? rest : rationalFunction.mul(rest, rationalFunction.of(0.5))
    for (const key of new Set([`${i},${j}`, `${j},${i}`])) {
      entries.set(key, rationalFunction.add(entries.get(key) ?? rationalFunction.of(0), half))
    }
  }
  return isSemidefinite(order.map(i => order.map(j => entries.get(`${i},${j}`) ?? rationalFunction.of(0))), positive)
}

/** By elimination, in each part that hangs together: each pivot must be seen not to be negative, and one that is 0 to have a row of zeros. */
const isSemidefinite = (matrix: Matrix, positive: Positions): boolean => {
  const [first = []] = matrix
  const [pivot, ...row] = first
  if (pivot === undefined) return true
  const part = partOf(matrix, [0])
  if (part.length < matrix.length) {
    const others = matrix.flatMap((_, i) => (part.includes(i) ? [] : [i]))
    return [part, others].every(indices => isSemidefinite(indices.map(i => indices.map(j => at(matrix, i, j))), positive))
  }
  if (pivot.num.size === 0) return matrix.length === 1
  if (signOf(pivot.num, positive) !== '+') return false
  const reduced = row.map((left, i) => row.map((right, j) =>
    rationalFunction.sub(rationalFunction.mul(pivot, at(matrix, i + 1, j + 1)), rationalFunction.mul(left, right))))
  return reduced.flat().every(({ num }) => num.size <= mostTerms) && isSemidefinite(reduced, positive)
}

const at = (matrix: Matrix, i: number, j: number): RationalFunction => matrix[i]?.[j] as RationalFunction

/** The rows that hang together with these. */
const partOf = (matrix: Matrix, known: ReadonlyArray<number>): ReadonlyArray<number> => {
  const more = matrix.flatMap((_, i) => (known.includes(i) || known.every(k => at(matrix, k, i).num.size === 0) ? [] : [i]))
  return more.length === 0 ? known : partOf(matrix, [...known, ...more])
}
