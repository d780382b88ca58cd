import { isKept, type Signature, type Slot } from '../../src/bridge/signature.js'
import type { Argument, Call, Outcome, Result } from '../../src/bridge/Value.js'
import { sameShape, type Shape } from '../../src/number/index.js'
import { type Either, left, right } from '../../src/prelude/index.js'
import type { Tensor } from '../../src/tensor/index.js'
import type { Case } from '../contracts/Contract.js'
import type { Named } from '../layers/subject.js'
import type { Finding } from './Finding.js'

/** Asks the program for one call. */
export type Ask = (call: Call) => Outcome

/** What a call gave back, by the names of its signature. */
export interface Answered {
  readonly results: Named
  readonly cache: Argument
  readonly wrote: ReadonlyArray<string>
}

/** The shapes that results should have, by name. */
export type Shapes = Readonly<Record<string, Shape>>

const argumentOf = (slot: Slot, given: Case): Argument | undefined => {
  switch (slot.kind) {
    case 'number': return slot.value
    case 'name': return Object.hasOwn(given, slot.name) ? given[slot.name] : slot.name
    case 'record': return Object.fromEntries(Object.entries(slot.of).flatMap(([key, each]) => {
      const value = argumentOf(each, given)
      return value === undefined ? [] : [[key, value]]
    }))
  }
}

/** The call that a signature describes, with the arguments of a case; `set` says which attributes an object is given first. */
const callOf = ({ name, arguments: slots, results, of }: Signature, given: Case, set?: Slot): Call => ({
  name,
  arguments: slots.map(slot => argumentOf(slot, given) ?? null),
  names: slots.map(slot => (slot.kind === 'name' ? slot.name : '')),
  results: results.length,
  keep: results.flatMap((slot, k) => (isKept(slot) ? [k] : [])),
  ...of === undefined ? {} : {
    of: {
      name: of.name, arguments: of.arguments.map(slot => argumentOf(slot, given) ?? null),
      set: set === undefined ? {} : argumentOf(set, given) as Readonly<Record<string, Argument>>
    }
  }
})

/** Calls the function, and finds its results in what came back; or says why they are not there. */
export const called = (
  ask: Ask, signature: Signature, given: Case, shapes: Shapes, after: Readonly<Record<string, string>> = {},
  set?: Slot
): Either<Finding, Answered> => {
  const outcome = ask(callOf(signature, given, set))
  if (outcome.kind !== 'returned') return left(faultOf(outcome))
  const slots = signature.results
  const wanted = slots.map(spelledSlot).join(', ')
  const bad = (says: string, entry?: string): Either<Finding, Answered> =>
    left({ verdict: 'wrong shape', law: 'form', says, ...entry === undefined ? {} : { entry } })
  const told = outcome.results.filter((_, k) => !(slots[k] !== undefined && isKept(slots[k])))
  if (told[0]?.kind === 'nothing' || told.length === 0) return left(
    { verdict: 'not written', law: 'form', says: 'it returns None' }
  )
  if (outcome.count !== slots.length || (slots.length > 1 && !outcome.isTuple)) return bad(
    `it returns ${outcome.isTuple ? `${outcome.count} results` : inWords(outcome.results[0])}, and should return ${
      slots.length === 1 ? '' : `${slots.length}: `}${wanted}`
  )
  const records = outcome.after.filter(each => each !== null)
  const afterwards = (key: string): Result | undefined =>
    records.map(each => (each.kind === 'record' ? each.of[key] : undefined)).find(each => each !== undefined)
  const found: ReadonlyArray<readonly [string, Result | undefined]> = [
    ...slots.flatMap((slot, k) => named(slot, outcome.results[k])),
    ...Object.entries(after).map(([key, name]) => [name, afterwards(key)] as const)
  ]
  const wrong = found.flatMap(([name, result]) => wrongForm(name, result, shapes[name]))[0]
  if (wrong !== undefined) return bad(wrong[1], wrong[0])
  const cacheAt = slots.findIndex(isKept)
  const kept = outcome.results[cacheAt]
  return right({
    results: Object.fromEntries(
      found.flatMap(([name, result]) => (result?.kind === 'doubles' ? [[name, result.tensor]] : []))
    ),
    cache: kept?.kind === 'kept' ? kept : null,
    wrote: outcome.wrote.filter(name => name !== '' && !name.startsWith('.'))
  })
}

const named = (slot: Slot, result: Result | undefined): ReadonlyArray<readonly [string, Result | undefined]> => {
  if (isKept(slot)) return []
  if (slot.kind === 'name') return [[slot.name, result]]
  if (slot.kind === 'number') return []
  return Object.entries(slot.of).flatMap(([key, each]) =>
    named(each, result?.kind === 'record' ? result.of[key] ?? { kind: 'other', is: `nothing under the key '${key}'` } : result))
}

const spelledSlot = (slot: Slot): string => {
  switch (slot.kind) {
    case 'name': return slot.name
    case 'number': return String(slot.value)
    case 'record': return `{${Object.entries(slot.of).map(([key, each]) => `'${key}': ${spelledSlot(each)}`).join(', ')}}`
  }
}

const tuple = (shape: Shape): string =>
  (shape.length === 0 ? 'a number' : `shape (${shape.join(', ')}${shape.length === 1 ? ',' : ''})`)

const wrongForm = (
  name: string, result: Result | undefined, shape: Shape | undefined
): ReadonlyArray<readonly [string, string]> => {
  if (shape === undefined || (result?.kind === 'doubles' && sameShape(result.tensor.shape, shape))) return []
  return [[name, `${name} should ${shape.length === 0 ? 'be a number' : `have ${tuple(shape)}`}, and is ${inWords(result)}`]]
}

const inWords = (result: Result | undefined): string => {
  switch (result?.kind) {
    case undefined: return 'missing'
    case 'doubles': return result.tensor.shape.length === 0 ? `the number ${result.tensor.data[0] ?? NaN}`
      : `an array of ${tuple(result.tensor.shape)}`
    case 'large': return `an array of ${tuple(result.shape)}`
    case 'record': return 'a dict'
    case 'kept': return 'something'
    case 'nothing': return 'None'
    case 'flag': return result.is ? 'True' : 'False'
    case 'text': return 'a string'
    case 'other': return result.is
  }
}

/** What an outcome without results says of the function. */
export const faultOf = (outcome: Exclude<Outcome, { readonly kind: 'returned' }>): Finding => {
  const { line } = outcome
  switch (outcome.kind) {
    case 'raised': return outcome.unwritten
      ? { verdict: 'not written', law: 'form', says: `it raises ${outcome.error}`, line }
      : { verdict: 'raises', law: 'form', line, says: `it raises ${outcome.error}${outcome.message === '' ? '' : `: ${outcome.message}`}` }
    case 'hung': return { verdict: 'hangs', law: 'form', line, says: `it is not done after ${outcome.seconds} s` }
    case 'died': return { verdict: 'raises', law: 'form', line, says: `the process ended: ${outcome.how}` }
  }
}

/** The arrays of doubles in a case. */
export const arraysIn = (given: Case): Named =>
  Object.fromEntries(Object.entries(given).filter((entry): entry is [string, Tensor] => isDoubles(entry[1])))

const isDoubles = (value: Argument | undefined): value is Tensor =>
  typeof value === 'object' && value !== null && 'data' in value && value.data instanceof Float64Array
