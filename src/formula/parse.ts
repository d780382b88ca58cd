import type { Graph } from '../expression/index.js'
import {
  isKnownFunction, knownWords, parsePlain, plainName, type Scope, type Symbol, type Term, typeOf
} from '../notation/index.js'
import { attempt, type Either, orThrow, type Refusal, refuse, type Span } from '../prelude/index.js'
import { freeNames } from './freeNames.js'
import { lower } from './lower.js'
import { pointed } from './pointed.js'

/** The rows and columns of the inputs that are vectors or matrices. */
export type Shapes = Readonly<Record<string, readonly [number, number]>>

const number = (size: number): Term => ({ kind: 'number', text: String(size), span: { from: 0, to: 0 } })

const variable = ([rows, columns]: readonly [number, number]): Symbol =>
  ({ kind: 'variable', type: { rows: number(rows), columns: number(columns) } })

/** One formula, without a relation. */
const formulaIn = (text: string, scope: Scope): Term => {
  const { first, steps: [step], conditions: [condition] } = orThrow(parsePlain(text, scope))
  const onlyOne = (got: string, span: Span): never =>
    refuse('input', 'the formula', 'an operator or the end', got, span)
  if (step !== undefined) return onlyOne('a relation (values are given with --at)', step.span)
  if (condition !== undefined) return onlyOne('a comma', condition.span)
  return first ?? refuse('input', 'the formula', 'a formula', 'nothing')
}

// Words of programs, which no formula means.
const reserved = new Set([
  'true', 'false', 'null', 'undefined', 'NaN', 'Infinity', 'mod', 'to', 'in', 'and', 'or', 'xor', 'not', 'end', 'over',
  'where', 'of'
])

/** A formula and what its names stand for: the arrays that are given, and numbers. */
export const readFormula = (text: string, shapes: Shapes = {}): { readonly scope: Scope; readonly term: Term } => {
  if (text.trim() === '') return refuse('input', 'the formula', 'a formula', 'nothing')
  const given = new Map(Object.entries(shapes).map(([name, shape]) => [name, variable(shape)]))
  const uses = freeNames(formulaIn(text, given))
  const unknown = uses.find(({ name, isCalled }) => isCalled && !isKnownFunction(name))
  if (unknown !== undefined) {
    const known = [...knownWords, 'dot', 'indicator'].sort().join(' ')
    return refuse(
      'input', 'the formula', `one of the functions ${known}`, `a call of ${plainName(unknown.name)}`, unknown.span
    )
  }
  const names = uses.filter(({ isCalled }) => !isCalled).map(
    ({ name, span }) => (!reserved.has(plainName(name)) ? plainName(name)
      : refuse('input', 'the formula', 'a name for an input', `the reserved word ${plainName(name)}`, span))
  )
  const scope = new Map(
    [...names.filter(name => !given.has(name)).map(name => [name, variable([1, 1])] as const), ...given]
  )
  return { scope, term: formulaIn(text, scope) }
}

/**
 * A formula that a person typed, as a graph; or what is wrong with it, the line with a caret, and what was expected there. Its inputs are
 * numbers, and the vectors and matrices whose shapes are given. The text is read, never executed.
 *
 * @example
 * parse('sum(x) / t', { x: [2, 1] }).right.nodes.map(({ name }) => name) // ['x[1]', 'x[2]', 't', 'sum', 'div']
 */
export const parse = (text: string, shapes: Shapes = {}): Either<Refusal, Graph> => attempt(() => pointed(text, () => {
  const { scope, term } = readFormula(text, shapes)
  // an array with one entry is told from a number by nothing but its declaration
  if (Object.values(shapes).every(([rows, columns]) => rows * columns > 1)) {
    const shape = orThrow(typeOf(scope, term))
    if (shape !== 'a number') refuse('input', 'the formula', 'a number', shape, term.span)
  }
  return lower(scope, term)
}))
