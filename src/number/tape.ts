import type { Analytic } from './Arithmetic.js'
import { refuse } from '../prelude/index.js'
import { float64 } from './float64.js'

/** A number that is not computed yet: the place in a tape of the operation that gives it. */
export interface Recorded {
  readonly place: number
}

/** What an operation takes: results of earlier ones, a list of them, or something as it is, such as a double or a whole exponent. */
type Taken = Recorded | ReadonlyArray<Recorded> | { readonly as: unknown }

interface Operation {
  readonly name: keyof Analytic<unknown> | 'input'
  readonly takes: ReadonlyArray<Taken>
}

/** A formula that was run once over `N`, and can be run over any number system without asking again what it is made of. */
export interface Tape {
  /** Each operation on the same numbers stands once. */
  readonly N: Analytic<Recorded>
  readonly input: (k: number) => Recorded
  /** What is needed for the outputs, computed from the inputs in the order in which it was recorded. */
  readonly played: (outputs: ReadonlyArray<Recorded>) => Played
}

/** Computes, with a pause now and then, in which the work can be ended. */
export type Played = <A>(N: Analytic<A>, input: (k: number) => A, pause?: () => void) => (output: Recorded) => A

// A pause costs as much as a small operation.
const untilPause = 64

/**
 * An empty tape: the list of operations that a formula makes (Wengert, A simple automatic derivative evaluation program, 1964).
 *
 * @example
 * const { N, input, played } = newTape()
 * const [x, y] = [input(0), input(1)]
 * const area = N.mul(N.add(x, y), N.add(x, y))
 * played([area])(float64, k => [1, 2][k])(area) // 9
 */
export const newTape = (): Tape => {
  const operations: Array<Operation> = []
  const recording = (name: Operation['name']) => {
    const known = new Map<string | number, Recorded>()
    return (takes: ReadonlyArray<Taken>): Recorded => {
      const key = keyOf(takes)
      const before = known.get(key)
      if (before !== undefined) return before
      const recorded = { place: operations.length }
      operations.push({ name, takes })
      known.set(key, recorded)
      return recorded
    }
  }
  // nothing is known of the order of numbers that are not computed yet; what array methods hand on beside the numbers is not taken
  const { compare: _, ...functions } = float64
  const N = Object.fromEntries(Object.entries(functions).map(([name, { length }]) => {
    const own = takesAsTheyAre[name]
    const record = recording(name as Operation['name'])
    const taken = takesLists.has(name) ? listIn : recordedIn
    return [name, own !== undefined || length === 0 || length > 2
      ? (...args: ReadonlyArray<unknown>) => record(
          args.slice(0, length).map((arg, k) => (k === own ? { as: arg } : taken(name, arg))))
      : length === 2 ? (a: unknown, b: unknown) => record([taken(name, a), taken(name, b)])
      : (a: unknown) => record([taken(name, a)])]
  })) as unknown as Analytic<Recorded>
  const recordInput = recording('input')
  return {
    N, input: k => recordInput([{ as: k }]),
    played: outputs => playedFrom(operations, needed(operations, outputs))
  }
}

/** The position at which a function of N takes what is no number of N. */
const takesAsTheyAre: Readonly<Record<string, number>> = { of: 0, ofRational: 0, decimal: 0, power: 1 }

/** The functions of N that take a list. */
const takesLists: ReadonlySet<string> = new Set(['sum', 'hypot'])

const recordedIn = (name: string, arg: unknown): Recorded =>
  (typeof arg === 'object' && arg !== null && 'place' in arg ? arg as Recorded
    : refuse('input', `N.${name}`, 'a number of N', Array.isArray(arg) ? 'a list' : typeof arg))

const listIn = (name: string, arg: unknown): ReadonlyArray<Recorded> =>
  (Array.isArray(arg) ? arg.map(each => recordedIn(name, each)) : refuse('input', `N.${name}`, 'a list of numbers of N', typeof arg))

/** One or two numbers, as most operations have, by a number: a tape with so many operations would not fit into the memory. */
const keyOf = (takes: ReadonlyArray<Taken>): string | number => {
  const [first, second, third] = takes
  return first === undefined || third !== undefined || !('place' in first) ? takes.map(spelled).join(' ')
    : second === undefined ? first.place
    : 'place' in second ? (first.place + 1) * 2 ** 26 + second.place : takes.map(spelled).join(' ')
}

const spelled = (taken: Taken): string => {
  if ('place' in taken) return `${taken.place}`
  if (!('as' in taken)) return `[${taken.map(({ place }) => place).join(' ')}]`
  const { as } = taken
  return typeof as === 'object' && as !== null && 'num' in as && 'den' in as ? `${String(as.num)}/${String(as.den)}`
    : Object.is(as, -0) ? '-0' : String(as)
}

const partsOf = (taken: Taken): ReadonlyArray<Recorded> => ('place' in taken ? [taken] : 'as' in taken ? [] : taken)

/** The places of the operations on which outputs depend, the first first. */
const needed = (operations: ReadonlyArray<Operation>, outputs: ReadonlyArray<Recorded>): ReadonlyArray<number> => {
  const isNeeded = new Uint8Array(operations.length)
  const need = ({ place }: Recorded): void => { isNeeded[place] = 1 }
  outputs.forEach(need)
  for (let place = operations.length - 1; place >= 0; place -= 1) {
    if (isNeeded[place] === 1) operations[place]?.takes.forEach(taken => { partsOf(taken).forEach(need) })
  }
  return operations.flatMap((_, place) => (isNeeded[place] === 1 ? [place] : []))
}

const playedFrom = (operations: ReadonlyArray<Operation>, places: ReadonlyArray<number>): Played => {
  const at = new Int32Array(operations.length)
  places.forEach((place, k) => { at[place] = k })
  const steps = places.map(place => stepOf(operations[place] as Operation, ({ place: part }) => at[part] as number))
  return <A>(N: Analytic<A>, input: (k: number) => A, pause?: () => void) => {
    const values: Array<A> = []
    steps.forEach((step, k) => {
      if (k % untilPause === untilPause - 1) pause?.()
      values.push(step(N, values, input))
    })
    return ({ place }) => values[at[place] as number] as A
  }
}

type Step = <A>(N: Analytic<A>, values: ReadonlyArray<A>, input: (k: number) => A) => A

const stepOf = ({ name, takes }: Operation, at: (part: Recorded) => number): Step => {
  if (name === 'input') {
    const { as } = takes[0] as { readonly as: number }
    return (_, __, input) => input(as)
  }
  const f = <A>(N: Analytic<A>) => N[name] as (...args: ReadonlyArray<unknown>) => A
  const [first, second] = takes
  if (first === undefined) return N => f(N)()
  const one = readOf(first, at)
  if (second === undefined) return (N, values) => f(N)(one(values))
  const other = readOf(second, at)
  if (takes.length === 2) return (N, values) => f(N)(one(values), other(values))
  const all = takes.map(taken => readOf(taken, at))
  return (N, values) => Reflect.apply(f(N), undefined, all.map(read => read(values)))
}

const readOf = (taken: Taken, at: (part: Recorded) => number): ((values: ReadonlyArray<unknown>) => unknown) => {
  if ('as' in taken) return () => taken.as
  if ('place' in taken) {
    const k = at(taken)
    return values => values[k]
  }
  const all = taken.map(at)
  return values => all.map(k => values[k])
}
