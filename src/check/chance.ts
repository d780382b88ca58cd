import { orThrow, refuse } from '../prelude/index.js'
import { lawOf, parseTeX, type Scope, type Symbol, spelling, splitAt, type Term, texAtoms } from '../notation/index.js'
import { labelsNamed } from './members.js'

const span = { from: 0, to: 0 }
// no formula can spell it
const everyEntry = 'every entry'
const one: Term = { kind: 'number', text: '1', span }

const aLaw = /^over\s+(.+?)(?:\s*\\in\s*(\S.*?))?\s+(uniform|with\s.+)$/

/** The scope with what is random: over y uniform, over i \in \{1..n\} uniform, over y with p_y, over m_j with probability q of 1. */
export const withLaws = (scope: Scope, text: string, line: string): Scope => {
  const form = 'expectation over y uniform, or over y with p_y, or over m with probability q of 1'
  const [, names = '', set, how = ''] = aLaw.exec(text) ?? refuse('input', line, form, text)
  return splitAt(orThrow(texAtoms(names)), ',').map(spelling).reduce(
    (known, name) => withLaw(known, name, set, how, line), scope
  )
}

const withLaw = (scope: Scope, name: string, set: string | undefined, how: string, line: string): Scope => {
  const { of, index } = randomNamed(scope, name, set !== undefined, line)
  const range = set === undefined ? {} : { range: labelsNamed(scope, orThrow(texAtoms(set)), line) }
  if (range.range?.size !== undefined) {
    return refuse(
      'input', line, `${name} \\in ${set ?? ''} as a line before, and then "expectation over ${name}"`, 'a vector'
    )
  }
  const probability = how === 'uniform' ? {} : probabilityOf(scope, of, index, how.replace(/^with\s+/, ''), line)
  const law: Symbol = { kind: 'law', of, ...range, ...probability }
  return new Map([...scope, [lawOf(of), law]])
}

/** y, a declared label; m_j, each of a vector of labels; or a new name with its range. */
const randomNamed = (
  scope: Scope, name: string, isNew: boolean, line: string
): { readonly of: string; readonly index?: string } => {
  if (isNew) return scope.has(name) ? refuse('input', line, 'a name that stands for nothing else', name) : { of: name }
  const [, letter = '', index = ''] = /^(.+?)_\{?([^{}]+)\}?$/.exec(name) ?? []
  const [whole, each] = [scope.get(name), scope.get(letter)]
  if (whole?.kind === 'label') return { of: name, ...whole.size === undefined ? {} : { index: everyEntry } }
  return each?.kind === 'label' && each.size !== undefined ? { of: letter, index }
    : refuse(
      'input', line, 'a label that is declared before, y \\in \\{1..C\\}, or with its range, i \\in \\{1..n\\}', name
    )
}

/** A formula of the name; or what the probability of one value is, where there are two. */
const probabilityOf = (
  scope: Scope, of: string, index: string | undefined, how: string, line: string
): { readonly probability: Term; readonly index?: string } => {
  const termOf = (tex: string): Term =>
    orThrow(parseTeX(tex, scope)).first ?? refuse('input', line, 'a probability', tex)
  const at = index === undefined ? {} : { index }
  const [, probability, value] = /^probability\s+(.+?)\s+of\s+(\S+)$/.exec(how) ?? []
  if (probability === undefined || value === undefined) {
    return index === everyEntry ? refuse('input', line, `an index, ${of}_j, as ${of} is a vector`, of)
      : { probability: termOf(how), ...at }
  }
  const name: Term = { kind: 'name', name: of, span }
  const entry: Term = index === undefined ? name
    : { kind: 'entry', of: name, at: [{ kind: 'name', name: index, span }], span }
  const p = termOf(probability)
  return {
    ...at,
    probability: { kind: 'cases', span, cases: [
      { value: p, where: { kind: 'relation', sign: '=', left: entry, right: termOf(value), span } },
      { value: { kind: 'binary', operator: 'subtract', left: one, right: p, span } }
    ] }
  }
}
