import type { Scope, Term } from '../notation/index.js'

/** A bare name, or a call of one on bare names: it can be defined anew. */
export const isName = (first: Term): boolean => first.kind === 'name' || isCallOfNames(first)

const isCallOfNames = (first: Term): boolean =>
  first.kind === 'call' && first.arguments.length > 0 && first.arguments.every(arg => arg.kind === 'name')

/** A bare name that nothing stands for, a call of one on bare names, or an entry of one: what it is said to equal defines it. */
export const isNew = (scope: Scope, first: Term): boolean => {
  switch (first.kind) {
    case 'name': return !scope.has(first.name)
    case 'call': return isCallOfNames(first) && !scope.has(first.function) && /[^a-z0-9]|^.$/i.test(first.function)
    case 'entry': return first.of.kind === 'name' && !scope.has(first.of.name) && first.of.name !== 'I'
      && first.at.every(at => at.kind === 'name' && !scope.has(at.name))
    default: return false
  }
}
