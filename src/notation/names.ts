import { didYouMean } from '../prelude/index.js'
import { numberOf } from './arrays.js'
import { complainAt, standingFor } from './complainAt.js'
import { defined, entriesOfRule } from './defined.js'
import { plain } from './plain.js'
import { plainName } from './plainName.js'
import type { DefinitionSymbol, LabelSymbol, RecursionSymbol, SequenceSymbol, Type } from './Scope.js'
import type { ItemTerm, NameTerm } from './Term.js'
import { sameShape, type Value } from './Value.js'
import { wholeIn, wholeOf } from './whole.js'
import { fresh, withIndex, type World } from './World.js'

/** What a name is worth: a parameter, an index, a size, a variable, or the formula that it stands for. */
export const named = <A>(world: World<A>, term: NameTerm): Value<A> => {
  const { ground } = world
  const given = world.parameters.get(term.name)
    ?? (world.indices.has(term.name) ? undefined : ground.cut.get(term.name))
  if (given !== undefined) return given
  const whole = wholeIn(world, term)
  if (whole !== undefined) return numberOf(ground, () => ground.N.of(whole))
  const symbol = ground.scope.get(term.name)
  switch (symbol?.kind) {
    case undefined: {
      const isSequence = [`${term.name}^`, `${term.name}_`].some(name => ground.scope.has(name))
      if (isSequence) return complainAt(term.span, 'one member of the sequence', term.name)
      return complainAt(term.span, `a name that is declared${meant(term.name, [...ground.scope.keys()])}`, term.name)
    }
    case 'variable': return variable(world, term, undefined, symbol.type)
    case 'definition': {
      if (symbol.parameters.length > 0) return onItsParameters(world, term, symbol)
      return ground.remember(term.name, () =>
        standingFor(() => plainName(term.name), term.span, () => world.evaluate(fresh(world), symbol.body)))
    }
    case 'entries': return ground.remember(term.name, () =>
      standingFor(() => plainName(term.name), term.span, () => entriesOfRule(world, symbol)))
    case 'label': return labelled(world, term, symbol)
    default: return complainAt(term.span, 'a value', `the ${symbol?.kind ?? 'name'} ${term.name}`)
  }
}

/** f alone is f(x), where its parameter x stands for something outside of it too. */
const onItsParameters = <A>(world: World<A>, { name, span }: NameTerm, symbol: DefinitionSymbol): Value<A> => {
  const { ground } = world
  const { parameters } = symbol
  if (parameters.some(parameter => !ground.scope.has(parameter))) return complainAt(
    span, `${name}(${parameters.join(', ')})`, name
  )
  return defined(
    world, name, symbol, parameters.map(parameter => named(fresh(world), { kind: 'name', name: parameter, span })), span
  )
}

/** A vector of labels as one of numbers. */
const labelled = <A>(world: World<A>, { name, span }: NameTerm, { size }: LabelSymbol): Value<A> => {
  const { labels, build, N } = world.ground
  const values = labels.get(name)
  return size === undefined || values === undefined || typeof values === 'number'
    ? complainAt(span, 'a value', `the label ${name}`)
      : build(wholeOf(fresh(world), size), 1, i => N.of(values[i] ?? NaN))
}

/** A member of a sequence. */
export const item = <A>(world: World<A>, term: ItemTerm): Value<A> => {
  const { ground } = world
  const member = wholeOf(world, term.at)
  const key = `${term.of}{${member}}`
  const given = ground.cut.get(key)
  if (given !== undefined) return given
  const symbol = ground.scope.get(term.of)
  switch (symbol?.kind) {
    case 'sequence':
      refuseOutside(world, term, symbol, member)
      return variable(world, term, member, symbol.type)
    case 'recursion': return ground.remember(key, () =>
      standingFor(() => plainName(term.of.slice(0, -1)), term.span, () => memberOf(world, term, symbol, member)))
    default: return complainAt(term.span, 'a sequence', term.of.slice(0, -1))
  }
}

/** Refuses a member that is not declared; while shapes are checked an index is any. */
const refuseOutside = <A>(world: World<A>, { of, span }: ItemTerm, { range }: SequenceSymbol, member: number): void => {
  if (range === undefined || world.ground.isTyping) return
  const [from, to] = range.map(end => wholeOf(fresh(world), end)) as [number, number]
  if (member < from || member > to) complainAt(
    span, `a member of ${of.slice(0, -1)} from ${from} to ${to}, as declared`, String(member)
  )
}

const memberOf = <A>(
  world: World<A>, term: ItemTerm, { type, first, next, each }: RecursionSymbol, member: number
): Value<A> => {
  const { ground } = world
  const shape = { rows: wholeOf(fresh(world), type.rows), columns: wholeOf(fresh(world), type.columns) }
  const declared = (value: Value<A>): Value<A> =>
    (value.fitsAll === true ? ground.build(shape.rows, shape.columns, () => value.at(0, 0))
      : sameShape(value, { ...shape, at: value.at }) ? value
        : complainAt(
          term.span, `members of the shape that is declared, ${ground.showShape({ ...shape, at: value.at })}`,
          ground.showShape(value)
        ))
  if (each !== undefined) return declared(world.evaluate(withIndex(fresh(world), each.index, member), each.value))
  if (ground.isTyping && member !== first.at) return ground.build(shape.rows, shape.columns, () => ground.N.of(NaN))
  if (member === first.at) {
    return first.value === undefined ? variable(world, term, member, type)
      : declared(world.evaluate(fresh(world), first.value))
  }
  if (member < first.at) return complainAt(term.span, `a member from ${first.at}`, String(member))
  if (next === undefined) return complainAt(
    term.span, `a rule for ${term.of.slice(0, -1)} after its first member`, 'none'
  )
  return declared(world.evaluate(withIndex(fresh(world), next.index, member - 1), next.value))
}

const variable = <A>(
  world: World<A>, term: NameTerm | ItemTerm, member: number | undefined, { rows, columns }: Type
): Value<A> => {
  const name = term.kind === 'name' ? term.name : term.of
  return world.ground.remember(member === undefined ? name : `${name}{${member}}`, () => {
    const place = fresh(world)
    const sizeOf = (size: Type['rows']): number => wholeIn(place, size)
      ?? complainAt(term.span, `sizes that are declared in the shape of ${plainName(term.kind === 'name' ? name : name.slice(0, -1))}, as by "sizes n = 1..3"`, plain(size))
    const value = world.ground.input(name, member, sizeOf(rows), sizeOf(columns))
    return isOne(rows) || isOne(columns) ? value : { ...value, isMatrix: true }
  })
}

const isOne = (size: Type['rows']): boolean => size.kind === 'number' && size.text === '1'

// Any two letters are near each other.
const meant = (name: string, known: ReadonlyArray<string>): string => (name.length > 2 ? didYouMean(name, known) : '')
