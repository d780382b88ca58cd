import { float64 } from '../number/index.js'
import { attempt, type Either, type Refusal } from '../prelude/index.js'
import { sidesOf } from './arrays.js'
import { evaluate } from './evaluate.js'
import type { Scope } from './Scope.js'
import type { Term } from './Term.js'
import { deferred, filled, type Value } from './Value.js'
import { type Ground, type Labels, memory, type Unknown, type World } from './World.js'

/** Where formulas are evaluated: the sizes and labels that are tried, and what the variables are worth. */
export interface Given<A> {
  readonly sizes: ReadonlyMap<string, number>
  readonly labels: Labels
  /** A variable, or a member of a sequence. */
  readonly input: Ground<A>['input']
  /** Functions of which only properties are known, as unknowns; else examples of them are taken. */
  readonly unknown?: Unknown<A>
}

/**
 * The place at which a whole formula stands, over a number system.
 *
 * @example
 * const world = worldOf(float64, new Map(), { sizes: new Map([['n', 3]]), labels: new Map(), input: () => filled(1, 1, () => 0) })
 * evaluate(world, parsePlain('n + 1', new Map()).right.first).at(0, 0) // 4
 */
export const worldOf = <A>(N: Ground<A>['N'], scope: Scope, { sizes, labels, input, unknown }: Given<A>): World<A> => ({
  ground: {
    N, scope, sizes, labels, input, build: filled, isTyping: false, ...unknown === undefined ? {} : { unknown },
    cut: new Map(),
    remember: memory(), rememberMean: memory(),
    showShape: ({ rows, columns }) => shapeInWords(String(rows), String(columns))
  },
  indices: new Map(), parameters: new Map(), evaluate
})

// Sizes that no formula confuses: sums and products of a few of them differ.
const primes = [1009, 2003, 4001, 8009, 16001, 32003, 64007, 128021, 256019, 512009]

/** The place at which shapes are checked: each size is another large prime, and no entry is computed. */
const typingWorld = (scope: Scope, repeated?: Ground<number>['repeated']): World<number> => {
  const names = [...scope].flatMap(([name, symbol]) => (symbol.kind === 'size' ? [name] : []))
  const sizes = new Map(names.map((name, k) => [name, primes[k % primes.length] as number]))
  const labels = new Map([...scope].flatMap(
    ([name, symbol]) => (symbol.kind === 'label' ? [[name, symbol.size === undefined ? 1 : []] as const]
      : symbol.kind === 'law' && !scope.has(symbol.of) ? [[symbol.of, 1] as const] : [])
  ))
  const inWords = (size: number): string => sizeInWords(sizes, size)
  const world = worldOf(float64, scope, {
    sizes, labels, input: (_, __, rows, columns) => deferred(rows, columns, () => NaN)
  })
  const showShape = ({ rows, columns }: Value<unknown>): string => shapeInWords(inWords(rows), inWords(columns))
  return { ...world, ground: {
    ...world.ground, build: deferred, isTyping: true, showShape, ...repeated === undefined ? {} : { repeated }
  } }
}

/** "n", "n + 1", "3 n", "n m": a size by the names that it is made of. */
const sizeInWords = (sizes: ReadonlyMap<string, number>, size: number): string => {
  const named = [...sizes]
  const words = [
    ...named.map(([name, value]) => [name, size - value] as const),
    ...named.flatMap(([name, value], k) =>
      named.slice(k).map(([other, by]) => [`${name} ${other}`, size - value * by] as const)),
    ...named.flatMap(([name, value]) => small.slice(1).map(by => [`${by} ${name}`, size - by * value] as const))
  ].flatMap(([name, rest]) =>
    (rest === 0 ? [name] : small.includes(Math.abs(rest)) ? [`${name} ${rest > 0 ? '+' : '-'} ${Math.abs(rest)}`] : []))
  return words[0] ?? String(size)
}

// What is added to a size, or multiplies it, where the primes still tell it apart.
const small = [1, 2, 3, 4, 5, 6, 7, 8, 9]

const shapeInWords = (rows: string, columns: string): string =>
  (rows === '1' && columns === '1' ? 'a number' : columns === '1' ? `a vector of ${rows} entries`
    : rows === '1' ? `a row of ${columns} entries` : `${article(rows)} ${rows} x ${columns} matrix`)

/** "an n x n matrix", "a 3 x 3 matrix": by how the first letter or number is said. */
const article = (word: string): string => (/^(?:[aefhilmnorsx](?![a-z])|[aeio]|8|1[18](?!\d))/i.test(word) ? 'an' : 'a')

/**
 * The shape of a term for all sizes, in words, or what does not fit in it: at n = 1 everything would.
 *
 * @example
 * typeOf(new Map(), { kind: 'number', text: '2', span: { from: 0, to: 1 } }).right // 'a number'
 */
export const typeOf = (
  scope: Scope, term: Term, indices: ReadonlyArray<string> = [], repeated?: Ground<number>['repeated']
): Either<Refusal, string> => attempt(() => {
  const world = { ...typingWorld(scope, repeated), indices: new Map(indices.map(index => [index, 1])) }
  return world.ground.showShape(evaluate(world, term))
})

/**
 * Whether two sides have one shape for all sizes; 0 has every shape.
 *
 * @example
 * alike(new Map(), parsePlain('1 + 1', new Map()).right.first, parsePlain('2', new Map()).right.first)._tag // 'Right'
 * alike(new Map(), parsePlain('1 + 1', new Map()).right.first, parsePlain('[1, 2]', new Map()).right.first)._tag // 'Left'
 */
export const alike = (
  scope: Scope, left: Term, right: Term, indices: ReadonlyArray<string> = []
): Either<Refusal, unknown> => attempt(() => {
  const world = { ...typingWorld(scope), indices: new Map(indices.map(index => [index, 1])) }
  return sidesOf(world, evaluate(world, left), evaluate(world, right), right.span)
})
