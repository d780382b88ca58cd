import { readSignature } from '../../src/bridge/signature.js'
import { evaluate, type Graph, variablesOf } from '../../src/expression/index.js'
import { parse } from '../../src/formula/index.js'
import { fromEntries, grid, type Grid, type Shape } from '../../src/number/index.js'
import { orThrow, refuse } from '../../src/prelude/index.js'
import * as T from '../../src/tensor/index.js'
import type { Axes } from '../cases/shapes.js'
import { casesOf } from './cases.js'
import type { Contract, Define } from './Contract.js'

/** A function by its signatures, the axes of its arrays, and the formula of each entry of its result. */
export interface Formulated {
  readonly forward: string
  readonly backward?: string
  readonly shapes: Readonly<Record<string, Axes>>
  readonly definition: string
}

/** The entry of an array that stands at a place of a result: axes count from the last, and one of size 1 is repeated. */
const entryFor = <A>(x: Grid<A>, place: ReadonlyArray<number>): A => {
  const own = place.slice(place.length - x.shape.length)
  return x.at(...own.map((index, axis) => (x.shape[axis] === 1 ? 0 : index)))
}

const entrywise = (graph: Graph, result: string): Define => N => inputs => {
  const names = Object.keys(inputs)
  const shape = names.map(name => inputs[name]?.shape ?? []).reduce<Shape>((a, b) => T.broadcastShapes(a, b), [])
  const at = (place: ReadonlyArray<number>) => Object.fromEntries(names.map(name => [name, entryFor(inputs[name] as Grid<never>, place)]))
  const entry = (place: ReadonlyArray<number>) => evaluate(N)(graph, at(place) as never)[graph.output] as never
  return { [result]: shape.length === 0 ? fromEntries([], [entry([])]) : grid(shape, (...place) => entry(place as ReadonlyArray<number>)) }
}

/** The contract of a function whose result is a formula, entry by entry, of arrays that fit as numpy lets them. */
export const ofFormula = (name: string, { forward, backward, shapes, definition }: Formulated): Contract => {
  const graph = orThrow(parse(definition))
  const stray = variablesOf(graph).find(variable => shapes[variable] === undefined)
  if (stray !== undefined) refuse('input', 'definition', `names that have a shape: ${Object.keys(shapes).join(', ')}`, stray)
  const [first] = readSignature(forward).results
  const result = first?.kind === 'name' ? first.name : refuse('input', 'forward', 'a name for its first result', forward)
  return {
    name, forward, ...backward === undefined ? {} : { backward: [backward] },
    domain: `${result} = ${definition}, entry by entry`,
    cases: casesOf(shapes), define: entrywise(graph, result)
  }
}
