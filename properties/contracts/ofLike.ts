import fc from 'fast-check'
import { namesIn, type Slot } from '../../src/bridge/signature.js'
import { float64 } from '../../src/number/index.js'
import { didYouMean, mapRecord, refuse } from '../../src/prelude/index.js'
import * as T from '../../src/tensor/index.js'
import { arraysIn } from '../judging/called.js'
import type { Case, Contract } from './Contract.js'
import { argumentsOf, givenMeanings, type Meanings, shortName } from './names.js'

/** A function that is like one of a shipped contract, but is called otherwise. */
export interface Alike {
  readonly like: string
  readonly forward: string
  readonly backward?: string
}

type Slots = Readonly<Record<string, Slot>>

type Numbers = Readonly<Record<string, number>>

/** What stands at the keys of records among the arguments. */
const keysOf = (forward: string): Slots => Object.fromEntries(
  argumentsOf(forward).flatMap(slot => (slot.kind === 'record' ? Object.entries(slot.of) : [])))

const word = (slot: Slot | undefined): string | undefined => (slot?.kind === 'name' ? slot.name : undefined)

const modeOf = (forward: string): string | undefined => word(keysOf(forward)['mode'])

/** Of contracts that are alike, that of the mode that is named, or the first. */
const modelOf = ({ like, forward }: Alike, shipped: ReadonlyArray<Contract>): Contract => {
  const alike = shipped.filter(each => shortName(each) === like)
  const likes = [...new Set(shipped.map(shortName))]
  const [first = refuse('input', 'like', `one of ${likes.join(', ')}`, `${like}${didYouMean(like, likes)}`)] = alike
  const mode = modeOf(forward)
  const modes = alike.flatMap(each => modeOf(each.forward) ?? [])
  const expected = modes.length === 0 ? `no mode, since ${like} has none` : `a mode: ${modes.join(' or ')}`
  return mode === undefined ? first
    : alike.find(each => modeOf(each.forward) === mode) ?? refuse('input', 'forward', expected, mode)
}

const caseOf = ({ cases }: Contract): Case => fc.sample(cases, { seed: 0, numRuns: 1 })[0] as Case

const meaningsOf = (model: Contract): Meanings => {
  const given = caseOf(model)
  const inputs = arraysIn(given)
  return {
    given: [...new Set(namesIn(argumentsOf(model.forward)))], arrays: Object.keys(inputs),
    results: Object.keys(model.define(float64)(mapRecord(inputs, T.toGrid), given))
  }
}

/** The constants that numbers in records fix, by the keys that the contract has for them. */
const fixedIn = ({ like, forward }: Alike, model: Contract): Numbers => {
  const [theirs, given] = [keysOf(model.forward), caseOf(model)]
  const constantAt = (key: string): string => word(theirs[key]) ?? ''
  const keys = Object.keys(theirs).filter(key => typeof given[constantAt(key)] === 'number')
  const expected = keys.length === 0 ? `no number in a record, since ${like} has no constants`
    : `a number at a key that is a constant of ${like}: ${keys.join(', ')}`
  return Object.fromEntries(Object.entries(keysOf(forward)).flatMap(([key, slot]) => {
    if (slot.kind !== 'number') return []
    return [[keys.includes(key) ? constantAt(key)
      : refuse('input', 'forward', expected, `${key}: ${slot.value}${didYouMean(key, keys)}`), slot.value]]
  }))
}

/** What arguments are that stand nowhere in the signature: their defaults, or undefined where a function may lack them. */
const leftOutOf = (
  { like }: Alike, names: ReadonlyArray<string>, defaults: Numbers, { mayLack = [] }: Contract
): Case => {
  const needed = names.filter(name => !Object.hasOwn(defaults, name) && !mayLack.includes(name))
  if (needed.length > 0) refuse('input', 'forward', `all arguments that ${like} needs`, `none for ${needed.join(', ')}`)
  return Object.fromEntries(names.map(name => [name, defaults[name]]))
}

/**
 * The contract with signatures of the user's own. A number in a record fixes the constant that has this key; a constant that is passed
 * nowhere has its default; a mode chooses among the contracts of several modes.
 */
export const ofLike = (name: string, alike: Alike, shipped: ReadonlyArray<Contract>): Contract => {
  const { like, forward, backward } = alike
  const model = modelOf(alike, shipped)
  const meanings = meaningsOf(model)
  givenMeanings(alike, meanings)
  const fixed = fixedIn(alike, model)
  const stands = [...namesIn(argumentsOf(forward)), ...Object.keys(fixed), modeOf(model.forward)]
  // those of another mode are the same
  const defaults: Numbers = Object.fromEntries(shipped.filter(each => shortName(each) === like)
    .flatMap(each => Object.entries(each.defaults ?? {})))
  const own = { ...leftOutOf(alike, meanings.given.filter(each => !stands.includes(each)), defaults, model), ...fixed }
  const keys = keysOf(forward)
  const { after = {}, backward: _, defaults: __, share, ...rest } = model
  return {
    ...rest, name, forward, ...backward === undefined ? {} : { backward: [backward] },
    after: Object.fromEntries(Object.entries(after).filter(([key]) => keys[key] !== undefined)),
    cases: model.cases.map(given => ({ ...given, ...own })),
    ...share === undefined ? {} : { share: { ...share, caseFor: seed => ({ ...share.caseFor(seed), ...own }) } }
  }
}
