import { isKept, type Signature, type Slot } from '../../src/bridge/signature.js'
import type { Argument } from '../../src/bridge/Value.js'
import type { Case } from '../contracts/Contract.js'

/** A call as it is written in Python, arrays by their names and all else as it is. */
export const callText = (
  given: Case, { name, of, arguments: slots, results }: Signature, valueText: (value: Argument) => string, set?: Slot
): ReadonlyArray<string> => {
  const argument = (slot: Slot): string | undefined => {
    switch (slot.kind) {
      case 'number': return String(slot.value)
      case 'name': {
        const value = Object.hasOwn(given, slot.name) ? given[slot.name] : isKept(slot) ? {} : slot.name
        return value === undefined ? undefined
          : typeof value === 'object' && value !== null ? slot.name : valueText(value)
      }
      case 'record': return `{${Object.entries(slot.of).flatMap(([key, each]) => {
        const text = argument(each)
        return text === undefined ? [] : [`'${key}': ${text}`]
      }).join(', ')}}`
    }
  }
  const list = (all: ReadonlyArray<Slot>): string => all.map(slot => argument(slot) ?? 'None').join(', ')
  const left = results.map(slot =>
    (slot.kind === 'record' ? 'config' : slot.kind === 'name' ? slot.name : '_')).join(', ')
  if (of === undefined) return [`${left} = ${name}(${list(slots)})`]
  const attributes = set?.kind === 'record' ? Object.entries(set.of) : []
  return [
    `object = ${of.name}(${list(of.arguments)})`,
    ...attributes.map(([key, each]) => `object.${key} = ${argument(each) ?? 'None'}`),
    `${left} = object.${name}(${list(slots)})`
  ]
}
