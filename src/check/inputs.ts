import {
  array, arrayOf, type Lifted, nonnegative, positive, type Scalar, scalar, share, type Variables, within
} from '../claim/index.js'
import { type Analytic, float64, fromEntries, type Grid } from '../number/index.js'
import { filled, type Given, plainName, type Scope, type Value } from '../notation/index.js'
import type { Choice } from './tried.js'

/** The variables that a formula asks for: each by an id that can stand in a message, and where it is found again. */
export interface Inputs {
  readonly variables: Variables
  readonly idOf: ReadonlyMap<string, string>
}

const keyOf = (name: string, member: number | undefined): string => (member === undefined ? name : `${name}{${member}}`)

/** Runs a formula once, to see what it asks for. */
export const inputsOf = (
  scope: Scope, choice: Choice, run: (N: Analytic<number>, given: Given<number>) => unknown
): Inputs => {
  const idOf = new Map<string, string>()
  const variables: Array<readonly [string, Variables[string]]> = []
  run(float64, {
    ...choice,
    input: (name, member, rows, columns) => {
      const key = keyOf(name, member)
      if (!idOf.has(key)) {
        const id = unused(readable(name, member), new Set(idOf.values()))
        idOf.set(key, id)
        variables.push([id, kindOf(scope, name, rows, columns)])
      }
      return filled(rows, columns, () => 0.5)
    }
  })
  return { variables: Object.fromEntries(variables), idOf }
}

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

/** The inputs from the values that a judge has lifted into a number system. */
export const given = <A>({ idOf }: Inputs, choice: Choice, lifted: Lifted<Variables, A>): Given<A> => ({
  ...choice,
  input: (name, member, rows, columns): Value<A> => {
    const value = lifted[idOf.get(keyOf(name, member)) ?? ''] as A | Grid<A>
    const grid = isGrid(value) ? value : fromEntries([1, 1], [value])
    return filled(rows, columns, (i, j) => grid.entries[i * columns + j] as A)
  }
})

const isGrid = <A>(value: A | Grid<A>): value is Grid<A> =>
  typeof value === 'object' && value !== null && 'entries' in value && 'shape' in value
