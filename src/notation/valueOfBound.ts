import { type Analytic, fromEntries, type Grid } from '../number/index.js'
import { refuse } from '../prelude/index.js'
import { complainAt } from './complainAt.js'
import type { Bound } from './Bound.js'
import type { BoundSymbol, Type } from './Scope.js'
import type { Span } from './Span.js'
import { entriesOf, sameShape, type Value } from './Value.js'
import { wholeOf } from './whole.js'
import { fresh, type World } from './World.js'

/** The value of a bound function at arguments of the shapes that are declared. */
export const valueOfBound = <A>(
  world: World<A>, name: string, { by, of, type }: BoundSymbol, values: ReadonlyArray<Value<A>>, span: Span
): Value<A> => {
  const { ground } = world
  const shapeOf = ({ rows, columns }: Type): Value<A> =>
    ({ rows: wholeOf(fresh(world), rows), columns: wholeOf(fresh(world), columns), at: () => ground.N.of(0) })
  const args = values.map((value, k) => {
    const declared = of[k] === undefined ? undefined : shapeOf(of[k])
    if (declared === undefined || (value.fitsAll !== true && !sameShape(value, declared))) {
      const expected = declared === undefined ? 'none' : ground.showShape(declared)
      return complainAt(span, `${expected} as argument ${k + 1} of ${name}, as declared`, ground.showShape(value))
    }
    return passed({ ...declared, at: value.fitsAll === true ? () => value.at(0, 0) : value.at }, of[k] as Type)
  })
  const { rows, columns } = shapeOf(type)
  if (ground.isTyping) return ground.build(rows, columns, () => ground.N.of(NaN))
  const result = applied(ground.N, name, by, args)
  const entries = entriesFrom(ground.N, result, type, rows, columns)
    ?? refuse(
      'input', `${name}, bound to ${by.name}`, `${ground.showShape(shapeOf(type))}, as declared`, inWords(result), span
    )
  return ground.build(rows, columns, (i, j) => entries[i * columns + j] as A)
}

const isOne = ({ kind, ...size }: Type['rows']): boolean => kind === 'number' && 'text' in size && size.text === '1'

const passed = <A>(value: Value<A>, { rows, columns }: Type): unknown => {
  if (isOne(rows) && isOne(columns)) return value.at(0, 0)
  const entries = entriesOf(value)
  return Object.assign([...entries], fromEntries(isOne(columns) ? [value.rows] : [value.rows, value.columns], entries))
}

/** Each function takes as many arguments as it names. */
const applied = <A>(N: Analytic<A>, name: string, by: Bound, args: ReadonlyArray<unknown>): unknown => {
  const wrongCount = (): never =>
    refuse('input', `${name}, bound to ${by.name}`, 'as many arguments as it is declared with', `a function that does not take ${args.length}`)
  const all = (f: unknown, left: ReadonlyArray<unknown>): unknown => {
    if (typeof f !== 'function') return left.length > 0 ? wrongCount() : f
    const own = f.length
    return own === 0 || own > left.length ? wrongCount()
      : all(Reflect.apply(f, undefined, left.slice(0, own)), left.slice(own))
  }
  const [first, ...others] = args
  try {
    const both = isGrid(first) ? { ...N, ...grid(first) } : N
    const begun: unknown = Reflect.apply(by, undefined, [both, ...others.slice(0, by.length - 1)])
    return typeof begun === 'function' ? all(begun, args) : by.length === args.length ? begun : wrongCount()
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    return refuse(
      'input', `${name}, bound to ${by.name}`, 'a function that takes what is declared',
      `one that raised ${error.message}`
    )
  }
}

const grid = ({ shape, entries, at }: Grid<unknown>): Grid<unknown> => ({ shape, entries, at })

const isGrid = (x: unknown): x is Grid<unknown> => typeof x === 'object' && x !== null && 'entries' in x && 'shape' in x

/** The entries of what was given, if it has this shape. */
const entriesFrom = <A>(
  N: Analytic<A>, result: unknown, { rows: r, columns: c }: Type, rows: number, columns: number
): ReadonlyArray<A> | undefined => {
  if (isOne(r) && isOne(c)) return typeof result === typeof N.of(0) && !isGrid(result) && !Array.isArray(result)
    ? [result as A]
    : undefined
  const shape = isGrid(result) ? result.shape : Array.isArray(result) ? [result.length] : []
  const isSame = isOne(c) ? shape.length === 1 && shape[0] === rows
    : shape.length === 2 && shape[0] === rows && shape[1] === columns
  return isSame ? (isGrid(result) ? result.entries : result) as ReadonlyArray<A> : undefined
}

const inWords = (result: unknown): string =>
  (isGrid(result) ? `an array of shape ${result.shape.join(' x ')}`
    : Array.isArray(result) ? `a list of ${result.length}`
      : typeof result === 'object' || typeof result === 'number' ? 'a number' : typeof result)
