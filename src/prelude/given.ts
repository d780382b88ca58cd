import { didYouMean } from './didYouMean.js'
import { refuse } from './Refusal.js'

// Checks at the door of a function, for those who call it without a compiler: each gives back what was given, or refuses it in the
// name of the function. `what` is how the function calls the argument.

/** What a value is, in the words of a message. */
export const kindOf = (value: unknown): string => {
  if (value === undefined) return 'nothing'
  if (Array.isArray(value)) return 'an array'
  if (typeof value === 'string') return JSON.stringify(value.length > 40 ? `${value.slice(0, 40)}...` : value)
  if (typeof value === 'function') return value.name === '' ? 'a function' : `the function ${value.name}`
  if (typeof value !== 'object' || value === null) return `${value as number | boolean | bigint | null}`
  const names = Object.keys(value)
  return names.length === 0 ? 'an object without names'
    : `an object with ${names.slice(0, 5).join(', ')}${names.length > 5 ? ', ...' : ''}`
}

const isRecord = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** An object, such as a record of tensors. */
export const record = <A extends object>(place: string, what: string, value: A): A =>
  isRecord(value) ? value : refuse('input', place, `${what}, an object`, kindOf(value))

/** An object with no other options than these: a misspelt one would be ignored in silence. */
export const options = <A extends object>(place: string, value: A, names: ReadonlyArray<keyof A & string>): A => {
  if (!isRecord(value)) return refuse('input', place, `options { ${names.join(', ')} }`, kindOf(value))
  const odd = Object.keys(value).find(name => !(names as ReadonlyArray<string>).includes(name))
  return odd === undefined ? value
    : refuse('input', place, `no other options than ${names.join(', ')}`, `${odd}${didYouMean(odd, names)}`)
}

/** One of a few words. */
export const oneOf = <A extends string>(place: string, what: string, value: A, words: ReadonlyArray<A>): A =>
  words.includes(value) ? value : refuse('input', place, `${what}: ${words.join(' or ')}`, kindOf(value))

/** A whole number from `least` up. */
export const whole = (place: string, what: string, value: number, least: number): number =>
  Number.isSafeInteger(value) && value >= least
    ? value
    : refuse('domain', place, `${what}: a whole number from ${least}`, kindOf(value))

/** A number, which may be NaN or infinite. */
export const real = (place: string, what: string, value: number): number =>
  typeof value === 'number' ? value : refuse('input', place, `${what}, a number`, kindOf(value))

/**
 * A number for which a condition holds, which `what` says:
 * `given.number('leakyRelu', 'a slope from 0 to 1', slope, slope >= 0 && slope <= 1)`.
 */
export const number = (place: string, what: string, value: number, holds: boolean): number =>
  typeof value === 'number' && holds ? value : refuse('domain', place, what, kindOf(value))

/** A finite number. */
export const finite = (place: string, what: string, value: number): number =>
  Number.isFinite(value) ? value : refuse('domain', place, `${what}, a finite number`, kindOf(value))

/** A text. */
export const text = (place: string, what: string, value: string): string =>
  typeof value === 'string' ? value : refuse('input', place, `${what}, a text`, kindOf(value))

/** True or false. */
export const flag = (place: string, what: string, value: boolean): boolean =>
  typeof value === 'boolean' ? value : refuse('input', place, `${what}, true or false`, kindOf(value))

/** A function. */
export const callable = <F>(place: string, what: string, value: F): F =>
  typeof value === 'function' ? value : refuse('input', place, `${what}, a function`, kindOf(value))

/** What a for loop runs over. */
export const iterable = <A>(place: string, what: string, value: Iterable<A>): Iterable<A> => {
  const { [Symbol.iterator]: iterator } = (value ?? {}) as Partial<Iterable<A>>
  return typeof iterator === 'function' ? value
    : refuse('input', place, `${what}, an array or another iterable`, kindOf(value))
}

/** An array. */
export const list = <A extends ReadonlyArray<unknown>>(place: string, what: string, value: A): A =>
  Array.isArray(value) ? value : refuse('input', place, `${what}, an array`, kindOf(value))
