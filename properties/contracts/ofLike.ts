import { nameOf, readSignature, type Slot } from '../../src/bridge/signature.js'
import { didYouMean, refuse } from '../../src/prelude/index.js'
import type { Contract } from './Contract.js'

/** A function that is like one of a shipped contract, but is called otherwise. */
export interface Alike {
  readonly like: string
  readonly forward: string
  readonly backward?: string
}

/** What stands at the keys of records in a signature. */
const atKeys = (slots: ReadonlyArray<Slot>): Readonly<Record<string, Slot>> =>
  Object.assign({}, ...slots.map(slot => (slot.kind === 'record' ? slot.of : {}))) as Readonly<Record<string, Slot>>

const namesOf = (slots: ReadonlyArray<Slot>): ReadonlyArray<string> => slots.flatMap(slot =>
  slot.kind === 'name' ? [slot.name] : slot.kind === 'record' ? namesOf(Object.values(slot.of)) : [])

const word = (slot: Slot | undefined): string | undefined => (slot?.kind === 'name' ? slot.name : undefined)

/** `batchnorm` for batchnorm_forward. */
const shortName = ({ forward }: Contract): string => nameOf(readSignature(forward)).replace('_forward', '')

/**
 * The contract with signatures of the user's own. A number in a record fixes the constant that has this key; a constant that is passed
 * nowhere has its default; a mode chooses among the contracts of several modes.
 */
export const ofLike = (
  name: string, { like, forward, backward }: Alike, shipped: ReadonlyArray<Contract>
): Contract => {
  const alike = shipped.filter(each => shortName(each) === like)
  const known = [...new Set(shipped.map(shortName))]
  const own = readSignature(forward)
  const keys = atKeys(own.arguments)
  const modeOf = (each: Contract): string | undefined => word(atKeys(readSignature(each.forward).arguments)['mode'])
  const model = alike.find(each => modeOf(each) === word(keys['mode'])) ?? alike[0]
    ?? refuse('input', 'like', `one of ${known.join(', ')}`, `${like}${didYouMean(like, known)}`)
  const theirs = readSignature(model.forward)
  const modelKeys = atKeys(theirs.arguments)
  const fixed = Object.entries(keys).flatMap(([key, slot]): ReadonlyArray<readonly [string, number]> => {
    const constant = word(modelKeys[key])
    return slot.kind === 'number' && constant !== undefined ? [[constant, slot.value]] : []
  })
  const used = namesOf(own.arguments)
  const left = Object.entries(model.defaults ?? {})
    .filter(([constant]) => !used.includes(constant) && !fixed.some(([each]) => each === constant))
  const mayStand = [...namesOf(theirs.arguments), ...namesOf(Object.values(modelKeys))]
  const odd = used.find(each => !mayStand.includes(each))
  if (odd !== undefined) refuse('input', 'forward', `names that ${like} has: ${mayStand.join(', ')}`, `${odd}${didYouMean(odd, mayStand)}`)
  const { after = {}, backward: _, defaults: __, share, ...rest } = model
  const kept = Object.entries(after).filter(([key]) => keys[key] !== undefined)
  const constants = Object.fromEntries([...left, ...fixed])
  return {
    ...rest, name, forward, after: Object.fromEntries(kept), ...backward === undefined ? {} : { backward: [backward] },
    cases: model.cases.map(given => ({ ...given, ...constants })),
    ...share === undefined ? {} : { share: { ...share, caseFor: seed => ({ ...share.caseFor(seed), ...constants }) } }
  }
}
