import type { Analytic } from '../number/index.js'
import { diagonal, inner, mapped, norm, number, numberOf, product, softmax, trace, transposed, zipped } from './arrays.js'
import { complainAt } from './complainAt.js'
import { defined } from './defined.js'
import { derivative, slope } from './derivative.js'
import { elementwise } from './functions.js'
import { many } from './many.js'
import { item, named } from './names.js'
import { plain } from './plain.js'
import { firstIndex } from './Scope.js'
import type { BinaryTerm, CallTerm, CasesTerm, EntryTerm, MatrixTerm, RelationTerm, Term } from './Term.js'
import { pointOf } from './unknown.js'
import { entriesOf, isNumber, type Value } from './Value.js'
import { positionOf, wholeIn, wholeOf } from './whole.js'
import type { Evaluate, World } from './World.js'

/**
 * The value of a term over any number system. Shapes are found before entries: where entries are deferred, a term is checked without
 * any number being computed.
 */
export const evaluate: Evaluate = (world, term) => {
  const { ground } = world
  const { N } = ground
  switch (term.kind) {
    case 'number': return Number(term.text) === 0
      ? { ...numberOf(ground, () => N.of(0)), fitsAll: true }
      : numberOf(ground, () => N.decimal(term.text))
    case 'name': return named(world, term)
    case 'item': return item(world, term)
    case 'entry': return entry(world, term)
    case 'call': return called(world, term)
    case 'unary': {
      const of = evaluate(world, term.of)
      return term.operator === 'transpose' ? transposed(ground, of) : mapped(ground, N.neg, of)
    }
    case 'binary': return operated(world, term)
    case 'many': return many(world, term)
    case 'derivative': return derivative(world, term)
    case 'slope': return slope(world, term)
    case 'relation': return relation(world, term)
    case 'matrix': return matrix(world, term)
    case 'cases': return cases(world, term)
  }
}

const entry = <A>(world: World<A>, { of, at, span }: EntryTerm): Value<A> => {
  const { ground } = world
  if (of.kind === 'name' && at.length === 1 && !ground.scope.has(of.name)) {
    const n = (): number => wholeOf(world, at[0] as Term)
    if (of.name === 'I') return ground.build(n(), n(), (i, j) => ground.N.of(i === j ? 1 : 0))
    if (ones.includes(of.name)) return ground.build(n(), 1, () => ground.N.of(1))
  }
  const array = evaluate(world, of)
  const indices = at.map(index => positionOf(world, index))
  const [first = 0, second] = indices
  const isMatrix = array.isMatrix === true || (array.rows > 1 && array.columns > 1)
  const sizes = second === undefined ? [isMatrix || array.columns === 1 ? array.rows : array.columns] : [array.rows, array.columns]
  if (isNumber(array) && ground.isTyping) return complainAt(span, 'an array before a subscript; declare the name with it as one', plain(of))
  if (second !== undefined && array.columns === 1 && ground.isTyping) return complainAt(span, 'one index of a vector', '2')
  if (indices.length > 2) return complainAt(span, 'one or two indices', String(indices.length))
  indices.forEach((index, k) => {
    const size = sizes[k] as number
    const from = firstIndex(ground.scope)
    if (!ground.isTyping && (index < 0 || index >= size)) {
      complainAt(span, `an index from ${from} to ${size - 1 + from}`, String(index + from))
    }
  })
  if (second !== undefined) return numberOf(ground, () => array.at(first, second))
  return isMatrix ? ground.build(1, array.columns, (_, j) => array.at(first, j))
    : numberOf(ground, () => (array.columns === 1 ? array.at(first, 0) : array.at(0, first)))
}

/** With a size below it, a vector of ones. */
const ones: ReadonlyArray<string> = ['\\mathbf{1}', '\\mathbb{1}', '\\boldsymbol{1}']

const called = <A>(world: World<A>, { function: name, arguments: args, span }: CallTerm): Value<A> => {
  const { ground } = world
  const { N } = ground
  const symbol = ground.scope.get(name)
  const values = args.map(arg => evaluate(world, arg))
  const [at, ...others] = args
  if (symbol?.kind === 'definition' && symbol.known !== undefined && ground.unknown !== undefined && at !== undefined && others.length === 0) {
    return ground.unknown.value(name, pointOf(world, at), values[0] as Value<A>)
  }
  if (symbol?.kind === 'definition') return defined(world, name, symbol, values, span)
  const [first] = values
  if (first === undefined) return numberOf(ground, () => (name === 'e' ? N.e() : N.pi()))
  if (elementwise.has(name)) return mapped(ground, N[name as 'exp'], first)
  switch (name) {
    case 'softmax': return softmax(ground, first, span)
    case 'norm': case 'norm1': case 'normInfinity': return norm(ground, name.slice(4), first, span)
    case 'tr': return trace(ground, first, span)
    case 'diag': return diagonal(ground, first, span)
    case 'max': case 'min': return values.length === 1
      ? numberOf(ground, () => entriesOf(first).reduce(N[name]))
      : values.reduce((a, b) => extreme(world, name, a, b, span))
    default: return complainAt(span, `a function that is known; declare ${name} first`, `${name}(...)`)
  }
}

/** The larger of two, entry by entry; a number stands beside each entry, as in max(0, x). */
const extreme = <A>({ ground }: World<A>, name: 'max' | 'min', a: Value<A>, b: Value<A>, span: CallTerm['span']): Value<A> => {
  const f = ground.N[name]
  return isNumber(a) ? mapped(ground, x => f(a.at(0, 0), x), b)
    : isNumber(b) ? mapped(ground, x => f(x, b.at(0, 0)), a) : zipped(ground, f, a, b, span)
}

const operated = <A>(world: World<A>, { operator, left, right, span }: BinaryTerm): Value<A> => {
  const { ground } = world
  const { N } = ground
  if (operator === 'power') return power(world, left, right)
  const [a, b] = [evaluate(world, left), evaluate(world, right)]
  switch (operator) {
    case 'add': return zipped(ground, N.add, a, b, span)
    case 'subtract': return zipped(ground, N.sub, a, b, span)
    case 'entrywise': return isNumber(a) || isNumber(b) ? product(ground, 'multiply', a, b, span) : zipped(ground, N.mul, a, b, span)
    case 'multiply': case 'dot': return product(ground, operator, a, b, span)
    case 'inner': return inner(ground, a, b, span)
    case 'divide': {
      const by = number(ground, b, right.span)
      return mapped(ground, x => N.div(x, by.at(0, 0)), a)
    }
  }
}

/** A whole power of a number multiplies; that of a norm is made of squares where it is even; others are exp(b log a). */
const power = <A>(world: World<A>, base: Term, exponent: Term): Value<A> => {
  const { ground } = world
  const { N } = ground
  const n = wholeIn(world, exponent)
  if (n === 2 && base.kind === 'call' && base.function === 'norm') {
    const [of] = base.arguments.map(arg => evaluate(world, arg))
    if (of !== undefined) return inner(ground, of, of, base.span)
  }
  const of = evaluate(world, base)
  if (exponent.kind === 'name' && exponent.name === 'T' && !isNumber(of)) {
    return complainAt(exponent.span, '\\top for the transpose, because T is declared as something else', 'T')
  }
  const a = number(ground, of, base.span)
  if (n !== undefined) return numberOf(ground, () => N.power(a.at(0, 0), n))
  const b = number(ground, evaluate(world, exponent), exponent.span)
  const isHalf = exponent.kind === 'binary' && exponent.operator === 'divide' && plain(exponent) === '1 / 2'
  return numberOf(ground, () => (isHalf ? N.sqrt(a.at(0, 0)) : N.pow(a.at(0, 0), b.at(0, 0))))
}

/** 1 where the relation holds, and else 0. */
const relation = <A>(world: World<A>, term: RelationTerm): Value<A> => {
  const { ground } = world
  const { N } = ground
  const known = wholeIn(world, term)
  if (known !== undefined) return numberOf(ground, () => N.of(known))
  const [a, b] = [term.left, term.right].map(side => number(ground, evaluate(world, side), side.span)) as [Value<A>, Value<A>]
  return numberOf(ground, () => indicator(N, term.sign, a.at(0, 0), b.at(0, 0)))
}

/** The same of two numbers. */
export const indicator = <A>(N: Analytic<A>, sign: RelationTerm['sign'], a: A, b: A): A => {
  const atLeast = (x: A, y: A): A => N.where(x, y, N.of(1), N.of(0))
  switch (sign) {
    case '>=': return atLeast(a, b)
    case '<=': return atLeast(b, a)
    case '>': return N.sub(N.of(1), atLeast(b, a))
    case '<': return N.sub(N.of(1), atLeast(a, b))
    case '=': case '~': return N.mul(atLeast(a, b), atLeast(b, a))
    case '!=': return N.sub(N.of(1), N.mul(atLeast(a, b), atLeast(b, a)))
  }
}

const matrix = <A>(world: World<A>, { rows, span }: MatrixTerm): Value<A> => {
  const columns = rows[0]?.length ?? 0
  const uneven = rows.find(cells => cells.length !== columns)
  if (uneven !== undefined) return complainAt(span, `rows of ${columns} entries`, `one of ${uneven.length}`)
  const entries = rows.map(cells => cells.map(cell => number(world.ground, evaluate(world, cell), cell.span)))
  return world.ground.build(rows.length, columns, (i, j) => (entries[i]?.[j] as Value<A>).at(0, 0))
}

/** The first value whose condition holds. */
const cases = <A>(world: World<A>, { cases: all, span }: CasesTerm): Value<A> => {
  const { ground } = world
  const { N } = ground
  const [first, ...others] = all
  if (first === undefined) return complainAt(span, 'a case', 'none')
  const value = evaluate(world, first.value)
  if (first.where === undefined) return value
  const known = wholeIn(world, first.where)
  if (known === 1 && !ground.isTyping) return value
  const rest: Value<A> = others.length > 0 ? cases(world, { kind: 'cases', cases: others, span })
    : complainAt(span, 'a last case for all else', 'none')
  if (known !== undefined && !ground.isTyping) return rest
  const holds = relation(world, first.where)
  return zipped(ground, (x, y) => N.where(holds.at(0, 0), N.of(1), x, y), value, rest, span)
}
