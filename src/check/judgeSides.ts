import {
  atMost, between, bySquares, equal, forAll, formally, type Judge, type Lifted, type Relation, type Variables
} from '../claim/index.js'
import { type Analytic, float64 } from '../number/index.js'
import { attempt, isLeft, refuse } from '../prelude/index.js'
import { entriesOf, evaluate, filled, firstIndex, type Given, indicator, plain, type Scope, sidesOf, worldOf } from '../notation/index.js'
import { given, inputsOf } from './inputs.js'
import { dependenciesOf } from './names.js'
import { placesOf, type Sides } from './places.js'
import type { Choice } from './tried.js'

/**
 * Judges two sides for one choice of the sizes: as an identity of functions if it is one, and else on drawn values. Functions of which only
 * properties are known are unknowns in a proof; examples of them are drawn, which can refute a line but never prove it.
 */
export const judgeSides = (scope: Scope, sides: Sides, choice: Choice): Judge => {
  const unknown = familiesIn(scope, sides)
  const examples = formulaOf(scope, sides, choice, false)
  const drawn = forAll(examples.variables, examples.formula)
  const isStrict = sides.sign === '<' || sides.sign === '>'
  return (effort, id) => {
    const same = isStrict ? proofOf(scope, { ...sides, sign: '=' }, choice, unknown.length > 0)?.(effort, id) : undefined
    if (same?.verdict === 'proved') return { verdict: 'refuted', evidence: same.evidence, counterexample: everywhereEqual }
    const proof = proofOf(scope, sides, choice, unknown.length > 0)?.(effort, id)
    const isFound = proof?.verdict === 'proved' || (unknown.length === 0 && proof !== undefined && proof.verdict !== 'undecided')
    if (isFound) return proof
    const found = drawn(effort, id)
    const weak = { ...sides, sign: sides.sign === '<' ? '<=' : '>=' } as const
    const isTouching = isStrict && found.verdict === 'supported'
      && proofOf(scope, weak, choice, unknown.length > 0)?.(effort, id).verdict === 'proved'
    return isTouching ? { verdict: 'undecided', evidence: found.evidence, reason: touching } : found
  }
}

// draws hardly ever meet the values at which a sum of squares is 0
const touching = 'the slack is a sum of squares, of which it is not seen that it is never 0: the sides may be equal somewhere'

const everywhereEqual = { input: 'any values', slack: { lo: 0, hi: 0 }, detail: 'both sides are equal' } as const

/**
 * An equality as an identity of functions, an inequality as a sum of squares; none where the line is no such thing, or asks more of an unknown
 * function than its values.
 */
const proofOf = (scope: Scope, sides: Sides, choice: Choice, isUnknown: boolean): Judge | undefined => {
  const isStrict = sides.sign === '<' || sides.sign === '>'
  const sign = sides.sign === '<' ? '<=' : sides.sign === '>' ? '>=' : sides.sign
  const found = attempt(() => formulaOf(scope, { ...sides, sign }, choice, isUnknown))
  if (isLeft(found)) return undefined
  const { variables, formula } = found.right
  const judge = sides.sign === '=' ? formally(variables, formula) : bySquares(variables, formula, { isStrict })
  // what is not proved is looked for a counterexample afterwards
  return (effort, id) => judge({ ...effort, runs: Math.min(effort.runs, 50) }, id)
}

interface Formulated {
  readonly variables: Variables
  readonly formula: <A>(N: Analytic<A>, lifted: Lifted<Variables, A>) => ReadonlyArray<Relation<A>>
}

const formulaOf = (scope: Scope, sides: Sides, choice: Choice, isUnknown: boolean): Formulated => {
  const relations = <A>(N: Analytic<A>, at: Given<A>): ReadonlyArray<Relation<A>> => relationsOf(N, scope, sides, { ...at, isUnknown })
  const inputs = inputsOf(scope, choice, relations)
  return { variables: inputs.variables, formula: (N, lifted) => relations(N, given(inputs, choice, lifted)) }
}

/** "convex f": the functions of which only properties are known. */
export const familiesIn = (scope: Scope, { left, right }: Sides): ReadonlyArray<string> =>
  [...dependenciesOf(scope, [left, right])].flatMap(name => {
    const symbol = scope.get(name)
    return symbol?.kind === 'definition' && symbol.known !== undefined ? [`${symbol.known} ${name}`.trim()] : []
  })

/** Whether the line says anything for these sizes: that i differs from j says nothing where n = 1. */
export const saysAnything = (scope: Scope, sides: Sides, choice: Choice): boolean =>
  sides.conditions.length === 0
    || placesOf(worldOf(float64, scope, { ...choice, input: (_, __, rows, columns) => filled(rows, columns, () => 0.5) }), sides).length > 0

const relationsOf = <A>(N: Analytic<A>, scope: Scope, sides: Sides, at: Given<A>): ReadonlyArray<Relation<A>> =>
  placesOf(worldOf(N, scope, at), sides).flatMap(world => {
    const [a, b] = sidesOf(world, evaluate(world, sides.left), evaluate(world, sides.right), sides.left.span)
    const [xs, ys] = [entriesOf(a), entriesOf(b)]
    const where = [...world.indices].map(([index, k]) => `${index} = ${k}`).join(', ')
    const first = firstIndex(scope)
    const entry = (k: number): string => {
      const [row, column] = [Math.floor(k / a.columns) + first, k % a.columns + first]
      return xs.length === 1 ? '' : a.columns === 1 ? `entry ${row}` : `entry ${row},${column}`
    }
    return xs.flatMap((x, k) => related(N, sides.sign, x, ys[k] as A, [entry(k), where].filter(text => text !== '').join(', ')))
  })

/** A strict inequality is first one that allows equality, so that its sides are shown, and then that they are not equal. */
const related = <A>(N: Analytic<A>, sign: Sides['sign'], x: A, y: A, place: string): ReadonlyArray<Relation<A>> => {
  const differ = [place, 'whether the sides differ'].filter(text => text !== '').join(', ')
  const strictly = (): Relation<A> => equal(indicator(N, sign, x, y), N.of(1), differ)
  switch (sign) {
    case '=': return [equal(x, y, place)]
    case '<=': return [atMost(x, y, place)]
    case '>=': return [reversed(y, x, place)]
    case '<': return [atMost(x, y, place), strictly()]
    case '>': return [reversed(y, x, place), strictly()]
    default: return refuse('undecided', 'a line', '=, \\le, \\ge, < or > between its sides', sign)
  }
}

const reversed = <A>(y: A, x: A, place: string): Relation<A> => between('right', 'left', atMost(y, x, place))

/** "a^2 = b", as it was read. */
export const readAs = ({ sign, left, right }: Pick<Sides, 'sign' | 'left' | 'right'>): string => `${plain(left)} ${sign} ${plain(right)}`
