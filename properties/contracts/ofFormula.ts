import { isKept, namesIn, readSignature } from '../../src/bridge/signature.js'
import { evaluate, type Graph, variablesOf } from '../../src/expression/index.js'
import { parse } from '../../src/formula/index.js'
import { type Analytic, grid, type Grid, type Shape } from '../../src/number/index.js'
import { at, didYouMean, mapRecord, orThrow, refuse, refusedIn } from '../../src/prelude/index.js'
import * as T from '../../src/tensor/index.js'
import type { Axes } from '../cases/shapes.js'
import type { NamedGrids } from '../layers/subject.js'
import { casesOf } from './cases.js'
import type { Contract } from './Contract.js'
import { argumentsOf, givenMeanings } from './names.js'

/** A function by its signatures, the axes of its arrays, and the formula of each entry of its result. */
export interface Formulated {
  readonly forward: string
  readonly backward?: string
  readonly shapes: Readonly<Record<string, Axes>>
  readonly definition: string
}

/** The entry of an array at a place of a result: axes count from the last, and one of size 1 is repeated. */
const entryFor = <A>(x: Grid<A>, place: ReadonlyArray<number>): A => {
  const own = place.slice(place.length - x.shape.length)
  return x.at(...own.map((index, axis) => (x.shape[axis] === 1 ? 0 : index)))
}

/** The formula at each place of arrays that are repeated to one shape. */
const everywhere = <A>(N: Analytic<A>, graph: Graph, inputs: NamedGrids<A>): Grid<A> => {
  const shape = Object.values(inputs).reduce<Shape>((all, x) => T.broadcastShapes(all, x.shape), [])
  return grid(shape, (...place) => {
    const values = evaluate(N)(graph, mapRecord(inputs, x => entryFor(x, place)))
    return at(values, graph.output)
  })
}

/** Refuses axes that numpy does not fit to each other: counted from the last, they are the same or 1. */
const givenFit = (shapes: Formulated['shapes']): void => {
  const rank = Math.max(0, ...Object.values(shapes).map(({ length }) => length))
  const alongside = Array.from({ length: rank }, (_, k) =>
    new Set(Object.values(shapes).map(axes => axes.at(-1 - k) ?? 1).filter(axis => axis !== 1)))
  const odd = alongside.find(({ size }) => size > 1)
  if (odd !== undefined) refuse(
    'input', 'shapes', 'axes that fit: counted from the last they are the same, or 1', [...odd].join(' beside ')
  )
}

/** The contract of a function whose result is a formula, entry by entry, of arrays that fit as numpy lets them. */
export const ofFormula = (name: string, { forward, backward, shapes, definition }: Formulated): Contract => {
  const graph = refusedIn('definition', () => orThrow(parse(definition)))
  const names = Object.keys(shapes)
  const stray = variablesOf(graph).find(variable => !names.includes(variable))
  if (stray !== undefined) refuse(
    'input', 'definition', `names that have a shape: ${names.join(', ')}`, `${stray}${didYouMean(stray, names)}`
  )
  givenFit(shapes)
  const [first] = readSignature(forward).results
  const result = first?.kind === 'name' && !isKept(first) ? first.name
    : refuse('input', 'forward', 'a name for its first result, as out in f(x) -> out', forward)
  const signatures = { forward, ...backward === undefined ? {} : { backward } }
  givenMeanings(signatures, { given: names, arrays: names, results: [result] })
  const absent = names.filter(each => !namesIn(argumentsOf(forward)).includes(each))
  if (absent.length > 0) refuse(
    'input', 'forward', 'among its arguments all names that have a shape', `none called ${absent.join(', ')}`
  )
  return {
    name, forward, ...backward === undefined ? {} : { backward: [backward] },
    domain: `${result} = ${definition}, entry by entry`,
    cases: casesOf(shapes), define: N => inputs => ({ [result]: everywhere(N, graph, inputs) })
  }
}
