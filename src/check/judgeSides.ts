import { atMost, equal, forAll, formally, type Judge, type Lifted, type Relation, type Variables } from '../claim/index.js'
import type { Analytic } from '../number/index.js'
import { refuse } from '../prelude/index.js'
import {
  entriesOf, evaluate, type Given, plain, reachOf, type RelationSign, type Scope, sidesOf, type Term, worldOf
} from '../notation/index.js'
import { given, inputsOf } from './inputs.js'
import type { Choice } from './tried.js'

/** Two sides of a line and the relation between them, for all values of its free indices. */
export interface Sides {
  readonly sign: RelationSign
  readonly left: Term
  readonly right: Term
  readonly free: ReadonlyArray<string>
}

/** Judges two sides for one choice of the sizes: as an identity of functions if it is one, and else on drawn values. */
export const judgeSides = (scope: Scope, sides: Sides, choice: Choice): Judge => {
  const relations = <A>(N: Analytic<A>, at: Given<A>): ReadonlyArray<Relation<A>> => relationsOf(N, scope, sides, at)
  const inputs = inputsOf(scope, choice, relations)
  const formula = <A>(N: Analytic<A>, lifted: Lifted<Variables, A>): ReadonlyArray<Relation<A>> =>
    relations(N, given(inputs, choice, lifted))
  const drawn = forAll(inputs.variables, formula)
  if (sides.sign !== '=') return drawn
  return (effort, id) => {
    const proof = formally(inputs.variables, formula)(effort, id)
    return proof.verdict === 'undecided' ? drawn(effort, id) : proof
  }
}

const relationsOf = <A>(N: Analytic<A>, scope: Scope, { sign, left, right, free }: Sides, at: Given<A>): ReadonlyArray<Relation<A>> => {
  const top = worldOf(N, scope, at)
  const whole = { of: { kind: 'relation', sign, left, right, span: left.span } as const, span: left.span }
  const places = free.reduce((worlds, index) => {
    const reach = reachOf(worlds[0] ?? top, index, whole)
    return worlds.flatMap(world =>
      Array.from({ length: reach }, (_, k) => ({ ...world, indices: new Map([...world.indices, [index, k + 1]]) })))
  }, [top])
  return places.flatMap(world => {
    const [a, b] = sidesOf(world, evaluate(world, left), evaluate(world, right), left.span)
    const [xs, ys] = [entriesOf(a), entriesOf(b)]
    const where = [...world.indices].map(([index, k]) => `${index} = ${k}`).join(', ')
    return xs.map((x, k) => related(sign, x, ys[k] as A, xs.length === 1 ? where : `entry ${k + 1}${where === '' ? '' : `, ${where}`}`))
  })
}

const related = <A>(sign: RelationSign, x: A, y: A, place: string): Relation<A> => {
  switch (sign) {
    case '=': return equal(x, y, place)
    case '<=': return atMost(x, y, place)
    case '>=': return atMost(y, x, place)
    default: return refuse('undecided', 'a line', '=, \\le or \\ge between its sides', sign)
  }
}

/** "a^2 = b", as it was read. */
export const readAs = ({ sign, left, right }: Pick<Sides, 'sign' | 'left' | 'right'>): string => `${plain(left)} ${sign} ${plain(right)}`
