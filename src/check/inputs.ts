import {
  array, arrayOf, type Lifted, nonnegative, positive, type Scalar, scalar, share, type Variables, within
} from '../claim/index.js'
import { type Analytic, type Grid, newTape, type Recorded } from '../number/index.js'
import { filled, type Given, plainName, type Scope, type Value } from '../notation/index.js'
import type { Choice } from './tried.js'

/** A formula that was run once, for one choice of its sizes, and is played over any number system. */
export interface Lowered<T> {
  /** What it asks for, each by an id that can stand in a message. */
  readonly variables: Variables
  /** What it gave, with places in a tape where numbers are. */
  readonly found: T
  /** The values of what it gave. */
  readonly play: <A>(N: Analytic<A>, lifted: Lifted<Variables, A>, pause?: () => void) => (output: Recorded) => A
}

/** Runs a formula once; `outputs` are the numbers of what it gives. */
export const lowered = <T>(
  scope: Scope, choice: Choice, run: (N: Analytic<Recorded>, given: Given<Recorded>) => T,
  outputs: (found: T) => ReadonlyArray<Recorded>
): Lowered<T> => {
  const { N, input, played } = newTape()
  const known = new Map<string, Value<Recorded>>()
  const variables: Array<readonly [string, Variables[string]]> = []
  const places: Array<Place> = []
  const found = run(N, {
    ...choice,
    input: (name, member, rows, columns) => {
      const key = keyOf(name, member)
      const before = known.get(key)
      if (before !== undefined) return before
      const id = unused(readable(name, member), new Set(variables.map(([taken]) => taken)))
      variables.push([id, kindOf(scope, name, rows, columns)])
      const value = filled(rows, columns, (i, j) => input(places.push({ id, entry: i * columns + j }) - 1))
      known.set(key, value)
      return value
    }
  })
  const playing = played(outputs(found))
  const play: Lowered<T>['play'] = (over, lifted, pause) =>
    playing(over, k => valueAt(lifted, places[k] as Place), pause)
  return { variables: Object.fromEntries(variables), found, play }
}

/** A variable, and which of its entries. */
interface Place {
  readonly id: string
  readonly entry: number
}

const valueAt = <A>(lifted: Lifted<Variables, A>, { id, entry }: Place): A => {
  const value = lifted[id] as A | Grid<A>
  return isGrid(value) ? value.entries[entry] as A : value
}

const keyOf = (name: string, member: number | undefined): string => (member === undefined ? name : `${name}{${member}}`)

const kindOf = (scope: Scope, name: string, rows: number, columns: number): Variables[string] => {
  const symbol = scope.get(name)
  const is = symbol?.kind === 'variable' || symbol?.kind === 'sequence' || symbol?.kind === 'recursion' ? symbol.is : undefined
  const each: Scalar | undefined = typeof is === 'object' ? within(is.from, is.to)
    : is === undefined ? undefined : kinds[is]
  if (rows === 1 && columns === 1) return each ?? scalar
  const shape = columns === 1 ? [rows] : [rows, columns]
  return each === undefined ? array(shape) : arrayOf(shape, each)
}

const kinds =
  { positive, nonnegative, 'between 0 and 1': within('0', '1', 'none'), 'above 0, at most 1': share } as const

/** "w_star", "y_hat", "w_2": a name as a program would spell it. */
const readable = (name: string, member: number | undefined): string =>
  (member === undefined ? plainName(name) : `${plainName(name)}_${member}`.replace('-', 'minus_'))

const unused = (id: string, taken: ReadonlySet<string>): string => (taken.has(id) ? unused(`${id}_`, taken) : id)

const isGrid = <A>(value: A | Grid<A>): value is Grid<A> =>
  typeof value === 'object' && value !== null && 'entries' in value && 'shape' in value
