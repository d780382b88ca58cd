import { refuse } from '../prelude/index.js'
import { firstIndex, refuseOneLabel, type Scope, type Statement, type Symbol, type Term } from '../notation/index.js'
import { spoken } from './names.js'

/** The scope with what a definition defines: a name, a function, the entries of an array, members of a sequence. */
export const defined = (scope: Scope, { first, steps: [step, ...more] }: Statement, line: string): Scope => {
  if (first === undefined || step === undefined || more.length > 0) {
    return refuse('input', line, 'one definition, f(x) := ...', 'more than one')
  }
  const { side: body } = step
  const names = (terms: ReadonlyArray<Term>): ReadonlyArray<string> => {
    const found = terms.flatMap(term => (term.kind === 'name' ? [term.name] : []))
    return found.length < terms.length ? refuse('input', line, 'names as parameters', line) : found
  }
  switch (first.kind) {
    case 'name': return new Map([...scope, [first.name, { kind: 'definition', parameters: [], body }]])
    case 'call': return new Map(
      [...scope, [first.function, { kind: 'definition', parameters: names(first.arguments), body }]]
    )
    case 'item': return new Map([...scope, [first.of, recursion(scope, first.of, first.at, body, line)]])
    case 'entry': {
      const { of, at } = first
      if (of.kind !== 'name' || at.length > 2) return refuse(
        'input', line, 'a name with one or two indices before :=', line
      )
      spoken(body).forEach(name => { refuseOneLabel(scope, new Set(names(at)), name, body.span) })
      const symbol = scope.get(of.name)
      const type = symbol?.kind === 'variable' ? { type: symbol.type } : {}
      return new Map([...scope, [of.name, { kind: 'entries', indices: names(at), body, ...type }]])
    }
    default: return refuse('input', line, 'a name, f(x), S_{ij}, or a member of a declared sequence before :=', line)
  }
}

const recursion = (scope: Scope, name: string, at: Term, value: Term, line: string): Symbol => {
  const symbol = scope.get(name)
  if (symbol?.kind !== 'sequence' && symbol?.kind !== 'recursion') return refuse('input', line, 'a sequence', name)
  if (at.kind === 'number') return { kind: 'recursion', type: symbol.type, first: { at: Number(at.text), value } }
  if (at.kind === 'name') {
    return { kind: 'recursion', type: symbol.type, first: { at: firstIndex(scope), value }, each: {
      index: at.name, value
    } }
  }
  const index = at.kind === 'binary' && at.operator === 'add' && at.right.kind === 'number' && at.right.text === '1'
    ? at.left
    : undefined
  if (index?.kind !== 'name') return refuse('input', line, `a member of ${name}, or the rule for t + 1`, 'another')
  const next = { index: index.name, value }
  if (symbol.kind === 'recursion') return { ...symbol, next }
  const { type, is, range } = symbol
  if (range !== undefined) return refuse('input', line, `the first member of ${name}, then the rule for t + 1`, 'another order')
  return { kind: 'recursion', type, first: { at: firstIndex(scope) }, next, ...is === undefined ? {} : { is } }
}
