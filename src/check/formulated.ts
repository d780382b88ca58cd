import { atMost, between, equal, type Lifted, type Premise, type Relation, type Variables } from '../claim/index.js'
import { watched } from '../claim/watched.js'
import type { Analytic } from '../number/index.js'
import { refuse } from '../prelude/index.js'
import {
  asInputs, entriesOf, evaluate, filled, firstIndex, type Given, indicator, pointNamed, type Scope, sidesOf, type Term,
  type Unknown, worldOf
} from '../notation/index.js'
import { given, inputsOf } from './inputs.js'
import { interpolated, noticing } from './interpolation.js'
import { dependenciesOf } from './names.js'
import { placesOf, type Sides } from './places.js'
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

/** With examples of functions of which only properties are known. */
export const byExamples = (scope: Scope, sides: Sides, choice: Choice, cancelled: () => boolean): Formulated => {
  const relations = <A>(N: Analytic<A>, at: Given<A>): ReadonlyArray<Relation<A>> =>
    relationsOf(asking(N, cancelled), scope, sides, at)
  const inputs = inputsOf(scope, choice, relations)
  return { variables: inputs.variables, formula: (N, lifted) => relations(N, given(inputs, choice, lifted)) }
}

/** With values and gradients of such functions as unknowns. */
export const byProperties = (scope: Scope, sides: Sides, choice: Choice, cancelled: () => boolean): FromProperties => {
  const found = <A>(
    within: Analytic<A>, at: Given<A>
  ): { readonly relations: ReadonlyArray<Relation<A>>; readonly premises: ReadonlyArray<Premise<A>> } => {
    const N = asking(within, cancelled)
    const { unknown, points } = noticing(flattened(N, scope, asInputs(at.input)))
    // equalities want no more of a function than where it occurs
    if (sides.sign === '=') return { relations: relationsOf(N, scope, sides, { ...at, unknown }), premises: [] }
    const world = worldOf(N, scope, { ...at, unknown })
    // first, so that points come in the order of the steps
    iterates(scope, sides, choice).forEach(term => evaluate(world, term))
    const relations = relationsOf(N, scope, sides, { ...at, unknown })
    flatPoints(scope, sides).forEach(term => evaluate(world, term))
    return { relations, premises: interpolated(world, points(), unknown) }
  }
  const inputs = inputsOf(scope, choice, found)
  const here = <A>(N: Analytic<A>, lifted: Lifted<Variables, A>): ReturnType<typeof found<A>> =>
    found(N, given(inputs, choice, lifted))
  return { variables: inputs.variables, formula: (N, lifted) => here(N, lifted).relations, premises: (N, lifted) =>
    here(N, lifted).premises }
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
    return xs.flatMap(
      (x, k) => related(N, sides.sign, x, ys[k] as A, [entry(k), where].filter(text => text !== '').join(', '))
    )
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
