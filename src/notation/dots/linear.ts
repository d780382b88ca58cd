import { binary, number, unary } from '../build.js'
import type { Context } from '../Context.js'
import type { Span } from '../Span.js'
import type { Term } from '../Term.js'

/** 2 n - i + 1: whole numbers by the names that they stand before, and the one that stands alone under "". None of them is 0. */
export type Linear = ReadonlyMap<string, number>

export const constant = (value: number): Linear => new Map(value === 0 ? [] : [['', value]])

/** a + times b. */
export const plus = (a: Linear, b: Linear, times = 1): Linear =>
  new Map([...new Set([...a.keys(), ...b.keys()])].flatMap(name => {
    const value = (a.get(name) ?? 0) + times * (b.get(name) ?? 0)
    return value === 0 ? [] : [[name, value] as const]
  }))

export const minus = (a: Linear, b: Linear): Linear => plus(a, b, -1)

export const isSame = (a: Linear, b: Linear): boolean => minus(a, b).size === 0

/** The number that it is, if no name is in it. */
export const constantOf = (a: Linear): number | undefined => {
  const value = a.get('') ?? 0
  return a.size === (value === 0 ? 0 : 1) ? value : undefined
}

/** Sizes, labels and indices are whole, and names that stand for nothing may be indices. */
const isWhole = ({ scope, bound }: Context, name: string): boolean => {
  const symbol = scope.get(name)
  return bound.has(name) || symbol === undefined || symbol.kind === 'size' || symbol.kind === 'label'
}

/** A term as whole numbers before names of whole numbers, if it is that. */
export const linearOf = (context: Context, term: Term): Linear | undefined => {
  switch (term.kind) {
    case 'number': return /^\d{1,9}$/.test(term.text) ? constant(Number(term.text)) : undefined
    case 'name': return isWhole(context, term.name) ? new Map([[term.name, 1]]) : undefined
    case 'unary': {
      const of = term.operator === 'negate' ? linearOf(context, term.of) : undefined
      return of === undefined ? undefined : minus(new Map(), of)
    }
    case 'binary': {
      const [left, right] = [linearOf(context, term.left), linearOf(context, term.right)]
      if (left === undefined || right === undefined) return undefined
      const [a, b] = [constantOf(left), constantOf(right)]
      switch (term.operator) {
        case 'add': return plus(left, right)
        case 'subtract': return minus(left, right)
        case 'multiply': case 'dot':
          return a !== undefined ? plus(new Map(), right, a) : b !== undefined ? plus(new Map(), left, b) : undefined
        default: return undefined
      }
    }
    default: return undefined
  }
}

/** The same as a term: what is added first, then what is taken away, and what stands alone last. */
export const termOf = (linear: Linear, span: Span): Term => {
  const one = ([name, value]: readonly [string, number]): Term => {
    const count = number(String(Math.abs(value)), span)
    const of: Term = { kind: 'name', name, span }
    return name === '' ? count : Math.abs(value) === 1 ? of : binary('multiply', count, of)
  }
  const parts = [...linear].sort(([a], [b]) => Number(a === '') - Number(b === ''))
  const [[first, ...added], taken] = [parts.filter(([, value]) => value > 0), parts.filter(([, value]) => value < 0)]
  const [begun, rest] = first !== undefined ? [one(first), taken]
    : taken[0] !== undefined ? [unary('negate', one(taken[0])), taken.slice(1)] : [number('0', span), []]
  const sum = added.reduce<Term>((before, part) => binary('add', before, one(part)), begun)
  return rest.reduce<Term>((before, part) => binary('subtract', before, one(part)), sum)
}
