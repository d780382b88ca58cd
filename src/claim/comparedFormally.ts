import type { Analytic, Divisible } from '../number/Arithmetic.js'
import { type Formals, formals } from '../number/formal.js'
import { tooLarge } from '../number/polynomial.js'
import { power } from '../number/sum.js'
import { attempt, isLeft, orThrow, refuse } from '../prelude/index.js'
import { anEquality } from './exactly.js'
import { type Relation, relationsOf } from './Relation.js'
import { liftBy, positivesOf } from './positions.js'
import type { Lifted, Variables } from './Variable.js'
import { watched } from './watched.js'

/** An equality between formulas with elementary functions, written once over any number system. */
export type FormalIdentity<V extends Variables> =
  <A>(N: Analytic<A>, given: Lifted<V, A>) => Relation<A> | ReadonlyArray<Relation<A>>

/** What was found by normal forms, or why they were not found. */
export interface Comparison extends ReturnType<Formals['called']> {
  readonly found: 'same' | 'different' | 'nowhere' | 'nothing' | { readonly most: string }
}

/** Compares the normal forms of the sides, with the laws of functions or with functions as unknowns. */
export const comparedFormally = <V extends Variables>(
  variables: V, identity: FormalIdentity<V>, laws: boolean, cancelled: () => boolean
): Comparison => {
  const { N, variable, compare, called } = formals(laws)
  const positive = new Set(positivesOf(variables))
  const compared = attempt(() => relationsOf(
    identity({ ...N, ...watched(N, cancelled) }, liftBy(variables, i => variable(i, positive.has(i))))
  ).map(anEquality).map(({ left, right }) => compare(left, right)))
  if (isLeft(compared)) {
    return compared.left.place === tooLarge ? { ...called(), found: { most: compared.left.expected } }
      : orThrow(compared)
  }
  const found = compared.right
  return {
    ...called(),
    found: found.length === 0 ? 'nothing'
      : found.includes('nowhere') ? 'nowhere' : found.includes('different') ? 'different' : 'same'
  }
}

const none = (): never => refuse(
  'undecided', 'exactly', 'a polynomial or rational function', 'one with other functions'
)

/** Added in halves: what grows, as polynomials do, is so copied less often. */
const inHalves = <A>(add: (a: A, b: A) => A, terms: ReadonlyArray<A>): A => {
  if (terms.length < 3) return terms.reduce(add)
  const half = Math.ceil(terms.length / 2)
  return add(inHalves(add, terms.slice(0, half)), inHalves(add, terms.slice(half)))
}

/** A number system that can divide, for formulas that call no function. */
export const withoutFunctions = <A>(N: Divisible<A>): Analytic<A> => {
  const [zero, one] = [N.of(0), N.of(1)]
  const whole = power({ of: N.of, mul: N.mul, square: N.square })
  return {
    ...N,
    neg: a => N.sub(zero, a),
    sum: terms => (terms.length === 0 ? zero : inHalves(N.add, terms)),
    power: (a, n) => (n < 0 ? N.div(one, whole(a, -n)) : whole(a, n)),
    pi: none, e: none, abs: none, min: none, relu: none, exp: none, expm1: none, log: none, log1p: none, log10: none,
    sin: none, cos: none,
    tan: none, asin: none, acos: none, atan: none, sinh: none, cosh: none, tanh: none, sigmoid: none, softplus: none,
    erf: none, sqrt: none,
    hypot: none, pow: none
  }
}
