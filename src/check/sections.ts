import type { Scope } from '../notation/index.js'
import type { Reading, Section } from './Reading.js'

/** The reading with declarations, which hold to the end of the section in which they stand. */
export const opened = (reading: Reading, scope: Scope): Reading => {
  const [section, ...outer] = reading.sections
  if (section === undefined) return { ...reading, scope }
  const changed = [...scope.keys()].filter(name => scope.get(name) !== reading.scope.get(name))
  return { ...reading, scope, sections: [
    { ...section, declared: new Set([...section.declared, ...changed]) }, ...outer
  ] }
}

/** A heading ends the sections of its level and below, with what was declared in them. */
export const closing = (reading: Reading, heading: string): Reading => {
  const level = levelOf(heading)
  const ended = reading.sections.filter(section => section.level >= level)
  const scope = ended.reduce(restored, reading.scope)
  const lost = [...reading.lost, ...ended.flatMap(({ declared }) => [...declared])].filter(name => !scope.has(name))
  const section = { level, before: scope, declared: new Set<string>() }
  return { ...reading, scope, lost: new Set(lost), sections: [section, ...reading.sections.slice(ended.length)] }
}

const restored = (scope: Scope, { before, declared }: Section): Scope =>
  new Map([...scope].flatMap(([name, symbol]) => {
    const earlier = before.get(name)
    return !declared.has(name) ? [[name, symbol] as const] : earlier === undefined ? [] : [[name, earlier] as const]
  }))

/** How deep a heading is. */
export const levelOf = (heading: string): number => {
  const [, marks, depth] = /^(?:(#+)|\\((?:sub)*)(?:section|chapter))/.exec(heading) ?? []
  return marks !== undefined ? marks.length : 1 + (depth?.length ?? 0) / 3
}
