import type { CallTerm, Scope, Term } from '../notation/index.js'

/** A bare name, or a call of one on bare names: it can be defined anew. */
export const isName = (first: Term): boolean => first.kind === 'name' || isCallOfNames(first)

const isOther = (scope: Scope, { function: name, arguments: args }: CallTerm): boolean => {
  const symbol = scope.get(name)
  return symbol === undefined
    || (symbol.kind === 'definition' && symbol.parameters.length > 0 && symbol.parameters.length !== args.length)
}

const isCallOfNames = (first: Term): boolean =>
  first.kind === 'call' && first.arguments.length > 0 && first.arguments.every(arg => arg.kind === 'name')

/**
 * A bare name that nothing stands for, a call of one on bare names, or an entry of one: what it is said to equal defines it. f(x, y) is
 * another function than f(x) was.
 */
export const isNew = (scope: Scope, first: Term): boolean => {
  switch (first.kind) {
    case 'name': return !scope.has(first.name)
    case 'call': return isCallOfNames(first) && isOther(scope, first) && /[^a-z0-9]|^.$/i.test(first.function)
    case 'entry': return first.of.kind === 'name' && !scope.has(first.of.name) && first.of.name !== 'I'
      && first.at.every(at => at.kind === 'name' && !scope.has(at.name))
    default: return false
  }
}
