import { complainAt, standingFor } from './complainAt.js'
import { reachOf } from './many.js'
import { plainName } from './plainName.js'
import { type DefinitionSymbol, type EntriesSymbol, firstIndex } from './Scope.js'
import type { Span } from './Span.js'
import { isNumber, type Value } from './Value.js'
import { wholeOf } from './whole.js'
import { fresh, withIndex, type World } from './World.js'

/** A function at its arguments. One vector stands for as many arguments as it has entries. */
export const defined = <A>(
  world: World<A>, name: string, symbol: DefinitionSymbol, given: ReadonlyArray<Value<A>>, span: Span
): Value<A> => {
  if (symbol.known !== undefined && world.ground.unknown !== undefined) complainAt(span, `${name} at one point`, name)
  const parameters = parametersOf(world, symbol, given)
    ?? complainAt(span, `${symbol.parameters.length} arguments of ${name}`, String(given.length))
  const value = (): Value<A> => world.evaluate({ ...fresh(world), parameters }, symbol.body)
  return isBound(world, symbol) ? value() : standingFor(() => plainName(name), span, value)
}

/** Whether it calls a function of a program: that tells by itself what it was called with. */
const isBound = <A>({ ground }: World<A>, { body }: DefinitionSymbol): boolean =>
  body.kind === 'call' && ground.scope.get(body.function)?.kind === 'bound'

/** Each parameter with its argument, if there are as many. */
export const parametersOf = <A>(
  world: World<A>, { parameters: names }: DefinitionSymbol, given: ReadonlyArray<Value<A>>
): ReadonlyMap<string, Value<A>> | undefined => {
  const args = spread(world, given, names.length)
  return args.length === names.length ? new Map(names.map((parameter, k) => [parameter, args[k] as Value<A>]))
    : undefined
}

const spread = <A>({ ground }: World<A>, given: ReadonlyArray<Value<A>>, count: number): ReadonlyArray<Value<A>> => {
  const [vector, ...more] = given
  return vector === undefined || more.length > 0 || count === 1 || isNumber(vector) || vector.columns > 1
    || vector.rows !== count ? given
    : Array.from({ length: count }, (_, k) => ground.build(1, 1, () => vector.at(k, 0)))
}

/** An array by the rule for its entries. */
export const entriesOfRule = <A>(world: World<A>, { indices, body, type }: EntriesSymbol): Value<A> => {
  const place = fresh(world)
  const [i = '', j] = indices
  const from = firstIndex(world.ground.scope)
  const reach = (index: string): number =>
    reachOf(indices.reduce((around, other) => withIndex(around, other, from), place), index, {
      of: body, span: body.span
    })
  const [rows, columns] = type === undefined ? [reach(i), j === undefined ? 1 : reach(j)]
    : [wholeOf(place, type.rows), wholeOf(place, type.columns)]
  const at = (row: number, column: number): World<A> => {
    const within = withIndex(place, i, row + from)
    return j === undefined ? within : withIndex(within, j, column + from)
  }
  const entry = (row: number, column: number): A => {
    const value = world.evaluate(at(row, column), body)
    return isNumber(value) ? value.at(0, 0)
      : complainAt(body.span, 'a number as the entry', world.ground.showShape(value))
  }
  if (world.ground.isTyping) entry(0, 0)
  const array = world.ground.build(rows, columns, entry)
  return j === undefined ? array : { ...array, isMatrix: true }
}
