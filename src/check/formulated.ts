import { atMost, between, equal, type Lifted, type Premise, type Relation, type Variables } from '../claim/index.js'
import { unlessCancelled, watched } from '../claim/watched.js'
import type { Analytic, Recorded } from '../number/index.js'
import { refuse } from '../prelude/index.js'
import {
  asInputs, entriesOf, evaluate, filled, firstIndex, type Given, indicator, pointNamed, type Scope, sidesOf, type Term,
  type Unknown, worldOf
} from '../notation/index.js'
import { lowered } from './inputs.js'
import { interpolated, noticing } from './interpolation.js'
import { dependenciesOf } from './names.js'
import { placesOf, type Sides } from './places.js'
import type { Scaled } from './sharper.js'
import type { Choice } from './tried.js'

/** The two sides of a line as a formula of its variables, over any number system. */
export interface Formulated {
  readonly variables: Variables
  readonly formula: <A>(N: Analytic<A>, lifted: Lifted<Variables, A>) => ReadonlyArray<Relation<A>>
}

/** The same where functions of which only properties are known are unknowns, and what follows from these properties. */
export interface FromProperties extends Formulated {
  readonly premises: <A>(N: Analytic<A>, lifted: Lifted<Variables, A>) => ReadonlyArray<Premise<A>>
}

/** The number system, which asks now and then whether to go on. */
const asking = <A>(N: Analytic<A>, cancelled: () => boolean): Analytic<A> => ({ ...N, ...watched(N, cancelled) })

const pausing = (cancelled: () => boolean) => (): void => { unlessCancelled(cancelled, () => undefined) }

/** With examples of functions of which only properties are known; for each sign between the sides, or with a share of one. */
export const byExamples = (
  scope: Scope, sides: Sides, choice: Choice, cancelled: () => boolean
): ((sign: Sides['sign'], scaled?: Scaled) => Formulated) => {
  const { variables, found, play } = lowered(scope, choice,
    (N, at) => pairsOf(asking(N, cancelled), scope, sides, at), numbersOf)
  const pause = pausing(cancelled)
  return (sign, scaled) => ({
    variables, formula: (N, lifted) => related(N, sign, found, play(N, lifted, pause), scaled)
  })
}

/** With values and gradients of such functions as unknowns. */
export const byProperties = (scope: Scope, sides: Sides, choice: Choice, cancelled: () => boolean): FromProperties => {
  const run = (within: Analytic<Recorded>, at: Given<Recorded>): FoundByProperties => {
    const N = asking(within, cancelled)
    const { unknown, points } = noticing(flattened(N, scope, asInputs(at.input)))
    // equalities want no more of a function than where it occurs
    if (sides.sign === '=') return { pairs: pairsOf(N, scope, sides, { ...at, unknown }), premises: [] }
    const world = worldOf(N, scope, { ...at, unknown })
    // first, so that points come in the order of the steps
    iterates(scope, sides, choice).forEach(term => evaluate(world, term))
    const pairs = pairsOf(N, scope, sides, { ...at, unknown })
    flatPoints(scope, sides).forEach(term => evaluate(world, term))
    return { pairs, premises: interpolated(world, points(), unknown) }
  }
  const { variables, found: { pairs, premises }, play } = lowered(scope, choice, run, found => [
    ...numbersOf(found.pairs),
    ...found.premises.flatMap(({ amount, above, below, of }) => [amount, above ?? [], below ?? [], of ?? []].flat())
  ])
  const pause = pausing(cancelled)
  return {
    variables,
    formula: (N, lifted) => related(N, sides.sign, pairs, play(N, lifted, pause)),
    premises: (N, lifted) => {
      const value = play(N, lifted, pause)
      return premises.map(({ told, amount, above, below, of }) => ({
        told, amount: value(amount), ...above === undefined ? {} : { above: value(above) },
        ...below === undefined ? {} : { below: value(below) }, ...of === undefined ? {} : { of: of.map(value) }
      }))
    }
  }
}

/** The sides of a line, and what is known of unknown functions in it. */
interface FoundByProperties {
  readonly pairs: ReadonlyArray<Pair<Recorded>>
  readonly premises: ReadonlyArray<Premise<Recorded>>
}

/** The name of the point at which the gradient of a function is declared to be 0, if it stands for the same as then. */
const flatIn = (scope: Scope, name: string): string | undefined => {
  const symbol = scope.get(name)
  const flat = symbol?.kind === 'definition' ? symbol.known?.flat : undefined
  return flat !== undefined && scope.get(flat.name) === flat.point ? flat.name : undefined
}

/** Gradients that are declared to be 0 are. */
const flattened = <A>(N: Analytic<A>, scope: Scope, { value, slope }: Unknown<A>): Unknown<A> => ({
  value,
  slope: (name, place, at) => {
    const flat = flatIn(scope, name)
    return flat !== undefined && place === pointNamed(scope, { kind: 'name', name: flat, span: { from: 0, to: 0 } })
      ? filled(at.rows, at.columns, () => N.of(0)) : slope(name, place, at)
  }
})

/** The gradients that are declared to be 0: a proof may need one that the line does not show. */
const flatPoints = (scope: Scope, { left, right }: Sides): ReadonlyArray<Term> =>
  [...dependenciesOf(scope, [left, right])].flatMap(name => {
    const flat = flatIn(scope, name)
    return flat === undefined ? []
      : [{ kind: 'slope', function: name, at: { kind: 'name', name: flat, span: left.span }, span: left.span } as const]
  })

/** The gradients at all members of the sequences that are made by such gradients: a proof may need one that the line does not show. */
const iterates = (scope: Scope, { left, right }: Sides, { sizes }: Choice): ReadonlyArray<Term> =>
  [...dependenciesOf(scope, [left, right])].flatMap(of => {
    const symbol = scope.get(of)
    if (symbol?.kind !== 'recursion' || symbol.next === undefined) return []
    const last = sizes.get(symbol.next.index.toUpperCase()) ?? 0
    const functions = [...dependenciesOf(scope, [symbol.next.value])].filter(name => isUnknown(scope, name))
    const { span } = symbol.next.value
    const members = Array.from({ length: Math.max(0, last - symbol.first.at + 1) }, (_, k): Term =>
      ({ kind: 'item', of, at: { kind: 'number', text: String(symbol.first.at + k), span }, span }))
    return functions.flatMap(name => members.map((at): Term => ({ kind: 'slope', function: name, at, span })))
  })

const isUnknown = (scope: Scope, name: string): boolean => {
  const symbol = scope.get(name)
  return symbol?.kind === 'definition' && symbol.known !== undefined
}

/** Both sides at one entry of one place. */
interface Pair<A> {
  readonly left: A
  readonly right: A
  readonly place: string
}

const numbersOf = <A>(pairs: ReadonlyArray<Pair<A>>): ReadonlyArray<A> =>
  pairs.flatMap(({ left, right }) => [left, right])

const pairsOf = <A>(N: Analytic<A>, scope: Scope, sides: Sides, at: Given<A>): ReadonlyArray<Pair<A>> =>
  placesOf(worldOf(N, scope, at), sides).flatMap(world => {
    const [a, b] = sidesOf(world, evaluate(world, sides.left), evaluate(world, sides.right), sides.left.span)
    const [xs, ys] = [entriesOf(a), entriesOf(b)]
    const where = [...world.indices].map(([index, k]) => `${index} = ${k}`).join(', ')
    const first = firstIndex(scope)
    const entry = (k: number): string => {
      const [row, column] = [Math.floor(k / a.columns) + first, k % a.columns + first]
      return xs.length === 1 ? '' : a.columns === 1 ? `entry ${row}` : `entry ${row},${column}`
    }
    return xs.map((left, k) =>
      ({ left, right: ys[k] as A, place: [entry(k), where].filter(text => text !== '').join(', ') }))
  })

/** What is said of the sides at each place, with their values. */
const related = <A>(
  N: Analytic<A>, sign: Sides['sign'], pairs: ReadonlyArray<Pair<Recorded>>, value: (side: Recorded) => A, scaled?: Scaled
): ReadonlyArray<Relation<A>> => {
  const valueOf = (pair: Pair<Recorded>, side: Scaled['side']): A =>
    (scaled?.side === side ? N.mul(N.decimal(scaled.share), value(pair[side])) : value(pair[side]))
  return pairs.flatMap(pair =>
    relationsAt(N, sign, { left: valueOf(pair, 'left'), right: valueOf(pair, 'right'), place: pair.place }))
}

/** A strict inequality is first one that allows equality, so that its sides are shown, and then that they are not equal. */
const relationsAt = <A>(
  N: Analytic<A>, sign: Sides['sign'], { left: x, right: y, place }: Pair<A>
): ReadonlyArray<Relation<A>> => {
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
