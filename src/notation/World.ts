import type { Analytic } from '../number/index.js'
import type { Scope } from './Scope.js'
import type { Term } from './Term.js'
import type { Build, Repeated, Value } from './Value.js'

/** Labels and other whole numbers that are given; of a vector of labels all of them. */
export type Labels = ReadonlyMap<string, number | ReadonlyArray<number>>

/** Functions of which only properties are known, as unknowns: what such a function and its gradient are worth at a place. */
export interface Unknown<A> {
  readonly value: (name: string, place: string, at: Value<A>) => Value<A>
  readonly slope: (name: string, place: string, at: Value<A>) => Value<A>
}

/** What all formulas of a document share while they are evaluated over one number system. */
export interface Ground<A> {
  readonly N: Analytic<A>
  readonly scope: Scope
  readonly sizes: ReadonlyMap<string, number>
  readonly labels: Labels
  readonly build: Build
  /** Only shapes are asked for: what is summed is looked at once. */
  readonly isTyping: boolean
  /** A variable, or a member of a sequence. */
  readonly input: (name: string, member: number | undefined, rows: number, columns: number) => Value<A>
  /** Names that count as given, because something is derived by them. */
  readonly cut: ReadonlyMap<string, Value<A>>
  /** Where it is given, functions of which only properties are known are unknowns; else examples of them are taken. */
  readonly unknown?: Unknown<A>
  /** The value of a name, which is computed once. */
  readonly remember: Memory<A>
  /** The value of an expectation, which is the same wherever what it depends on is. */
  readonly rememberMean: Memory<A>
  /** Told of each vector that stands for the rows or columns of a matrix, as declared. */
  readonly repeated?: (vector: Term, way: Repeated) => void
  readonly showShape: (value: Value<unknown>) => string
}

export type Memory<A> = (key: string, compute: () => Value<A>) => Value<A>

/** An empty memory. */
export const memory = <A>(): Memory<A> => {
  const known = new Map<string, Value<A>>()
  return (key, compute) => {
    const before = known.get(key)
    if (before !== undefined) return before
    const value = compute()
    known.set(key, value)
    return value
  }
}

/** A place in a formula: the values of the indices and parameters around it. */
export interface World<A> {
  readonly ground: Ground<A>
  readonly indices: ReadonlyMap<string, number>
  readonly parameters: ReadonlyMap<string, Value<A>>
  readonly evaluate: Evaluate
}

export type Evaluate = <A>(world: World<A>, term: Term) => Value<A>

/**
 * The place at which a definition's own formula stands: nothing around it is seen.
 *
 * @example
 * const world = worldOf(float64, new Map(), { sizes: new Map(), labels: new Map(), input: () => filled(1, 1, () => 0) })
 * fresh({ ...world, indices: new Map([['i', 1]]) }).indices.size // 0
 */
export const fresh = <A>({ ground, evaluate }: World<A>): World<A> =>
  ({ ground, evaluate, indices: new Map(), parameters: new Map() })

/** The place inside a sum: its index hides a parameter of the same name. */
export const withIndex = <A>(
  { ground, evaluate, indices, parameters }: World<A>, index: string, value: number
): World<A> => ({
  ground, evaluate,
  indices: new Map([...indices, [index, value]]),
  parameters: parameters.has(index) ? new Map([...parameters].filter(([name]) => name !== index)) : parameters
})
