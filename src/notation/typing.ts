import { float64 } from '../number/index.js'
import { attempt, type Either, type Refusal } from '../prelude/index.js'
import { evaluate } from './evaluate.js'
import type { Scope } from './Scope.js'
import type { Term } from './Term.js'
import type { Unknown } from './unknown.js'
import { deferred, filled, type Value } from './Value.js'
import { type Ground, memory, type World } from './World.js'

/** Where formulas are evaluated: the sizes and labels that are tried, and what the variables are worth. */
export interface Given<A> {
  readonly sizes: ReadonlyMap<string, number>
  readonly labels: ReadonlyMap<string, number>
  /** A variable, or a member of a sequence. */
  readonly input: Ground<A>['input']
  /** Functions of which only properties are known, as unknowns; else examples of them are taken. */
  readonly unknown?: Unknown<A>
}

/** The place at which a whole formula stands, over a number system. */
export const worldOf = <A>(N: Ground<A>['N'], scope: Scope, { sizes, labels, input, unknown }: Given<A>): World<A> => ({
  ground: {
    N, scope, sizes, labels, input, build: filled, isTyping: false, ...unknown === undefined ? {} : { unknown }, cut: new Map(),
    remember: memory(),
    showShape: ({ rows, columns }) => shapeInWords(String(rows), String(columns))
  },
  indices: new Map(), parameters: new Map(), evaluate
})

// Sizes that no formula confuses: sums and products of a few of them differ.
const primes = [1009, 2003, 4001, 8009, 16001, 32003, 64007, 128021, 256019, 512009]

/** The place at which shapes are checked: each size is another large prime, and no entry is computed. */
const typingWorld = (scope: Scope): World<number> => {
  const names = [...scope].flatMap(([name, symbol]) => (symbol.kind === 'size' ? [name] : []))
  const sizes = new Map(names.map((name, k) => [name, primes[k % primes.length] as number]))
  const labels = new Map([...scope].flatMap(([name, symbol]) => (symbol.kind === 'label' ? [[name, 1] as const] : [])))
  const inWords = (size: number): string => names.find(name => sizes.get(name) === size) ?? String(size)
  const world = worldOf(float64, scope, { sizes, labels, input: (_, __, rows, columns) => deferred(rows, columns, () => NaN) })
  const showShape = ({ rows, columns }: Value<unknown>): string => shapeInWords(inWords(rows), inWords(columns))
  return { ...world, ground: { ...world.ground, build: deferred, isTyping: true, showShape } }
}

const shapeInWords = (rows: string, columns: string): string =>
  (rows === '1' && columns === '1' ? 'a number' : columns === '1' ? `a vector of ${rows} entries`
    : rows === '1' ? `a row of ${columns} entries` : `a ${rows} x ${columns} matrix`)

/**
 * The shape of a term for all sizes, in words, or what does not fit in it: at n = 1 everything would.
 *
 * @example
 * typeOf(new Map(), { kind: 'number', text: '2', span: { from: 0, to: 1 } }).right // 'a number'
 */
export const typeOf = (scope: Scope, term: Term, indices: ReadonlyArray<string> = []): Either<Refusal, string> => attempt(() => {
  const world = { ...typingWorld(scope), indices: new Map(indices.map(index => [index, 1])) }
  return world.ground.showShape(evaluate(world, term))
})
