import type { Scope, Symbol, Term, Type } from '../../notation/index.js'
import { functionNamed } from '../../notation/functions.js'
import { namesIn, type Said, sidesOf, termsIn } from './statements.js'

/** What the undeclared names of a document are, before anything is said of their shapes. */
export interface Roles {
  /** Bounds of sums: each with the index that goes up to it. */
  readonly sizes: ReadonlyMap<string, string>
  readonly indices: ReadonlySet<string>
  /** Used as an index, but of no sum. */
  readonly labels: ReadonlySet<string>
  /** Those with an index above. */
  readonly sequences: ReadonlyMap<string, string>
  readonly functions: ReadonlySet<string>
  /** What the document itself defines, before it is used. */
  readonly defined: ReadonlySet<string>
  /** W_1 and the like, where the script is no index. */
  readonly scripted: ReadonlySet<string>
}

const customary = /^[ijklrst]$/
const greek = /^\\(?!math|bold|hat|tilde|bar|vec|bm)/

/** Looks at how each name is used. */
export const rolesOf = (said: ReadonlyArray<Said>, scope: Scope): Roles => {
  const terms = said.flatMap(({ statement }) => sidesOf(statement).flatMap(termsIn))
  const ranges = terms.flatMap(term => (term.kind === 'many' ? term.ranges : []))
  const indices = new Set(ranges.map(({ index }) => index))
  const sizes = new Map(ranges.flatMap(({ index, bounds = [] }) => namesIn(bounds.slice(1))
    .filter(name => !indices.has(name) && !scope.has(name)).map(name => [name, index] as const)))
  const isIndex = (name: string): boolean => indices.has(name) || (customary.test(name) && !sizes.has(name))
  const entries = terms.flatMap(term => (term.kind === 'entry' && term.of.kind === 'name' ? [{ of: term.of.name, at: term.at }] : []))
  const isLone = (name: string): boolean => /^[A-Z]$/.test(name) && !sizes.has(name) && !isIndex(name)
  const labels = new Set(entries.flatMap(({ at }) => at.flatMap(part => (part.kind === 'name' ? [part.name] : [])))
    .filter(name => !isIndex(name) && !sizes.has(name) && !scope.has(name) && !isLone(name)))
  const bases = new Set([...namesIn(terms), ...entries.map(({ of }) => of)])
  const isOnlyNumbered = (name: string): boolean => {
    const all = entries.filter(({ of }) => of === name)
    const bare = namesIn(terms).filter(found => found === name).length
    return bare === all.length && all.every(({ at }) => at.length === 1 && at[0]?.kind === 'number')
  }
  const scripted = new Set(entries.flatMap(({ of, at: [script, more] }) => {
    if (script === undefined || more !== undefined || scope.has(of)) return []
    if (script.kind === 'number' && isOnlyNumbered(of)) return [`${of}_${script.text.length > 1 ? `{${script.text}}` : script.text}`]
    return script.kind === 'name' && isLone(script.name) ? [`${of}_${script.name}`] : []
  }))
  const sequences = new Map(terms.flatMap((term): ReadonlyArray<readonly [string, string]> => {
    if (term.kind !== 'binary' || term.operator !== 'power') return []
    const base = term.left.kind === 'entry' ? term.left.of : term.left
    const [index, ...more] = namesIn([term.right])
    return base.kind === 'name' && index !== undefined && more.length === 0 && isIndex(index) && !greek.test(base.name) && !scope.has(base.name)
      ? [[base.name, index]] : []
  }))
  const functions = new Set(terms.flatMap(term => (term.kind === 'slope' ? [term.function]
    : term.kind === 'call' && isFunction(term.function, term.arguments, bases, name => isIndex(name) || labels.has(name)) ? [term.function] : [])))
  return { sizes, indices, labels, sequences, functions, defined: definedIn(said, scope), scripted }
}

const customaryFunction = /^(?:[fghFGHLJERU]|\\ell|\\sigma|\\(?:var)?phi|\\psi|\\Phi|\\Psi|\\mathcal\{.\}|\\mathbb\{E\})(?:_.*)?$/

/** Whether a(...) is a function of what is in brackets, and no product with it. */
const isFunction = (
  name: string, given: ReadonlyArray<Term>, bases: ReadonlySet<string>, isIndex: (name: string) => boolean
): boolean => {
  if (given.length === 0 || functionNamed(name) !== undefined || /^norm/.test(name)) return false
  const { base = name, script } = /^(?<base>.+?)_\{?(?<script>[^{}]+)\}?$/.exec(name)?.groups ?? {}
  if (script !== undefined && [...script].some(isIndex)) return false
  return customaryFunction.test(name) || (!bases.has(base) && given.every(({ kind }) => kind === 'name' || kind === 'entry'))
}

/** Names that stand alone on the left of an equation before anything else is said of them: there the document defines them. */
const definedIn = (said: ReadonlyArray<Said>, scope: Scope): ReadonlySet<string> =>
  said.reduce<{ readonly seen: ReadonlySet<string>; readonly defined: ReadonlySet<string> }>(({ seen, defined }, { statement }) => {
    const { first, steps: [step] } = statement
    const left = first?.kind === 'name' ? first.name
      : first?.kind === 'call' && first.arguments.length > 0 && first.arguments.every(({ kind }) => kind === 'name') ? first.function : undefined
    const isNew = left !== undefined && (step?.sign === '=' || step?.sign === ':=') && !seen.has(left) && !scope.has(left)
    const terms = sidesOf(statement).flatMap(termsIn)
    const spoken = terms.flatMap(term => (term.kind === 'name' ? [term.name] : term.kind === 'call' || term.kind === 'slope' ? [term.function] : []))
    return { seen: new Set([...seen, ...spoken]), defined: isNew ? new Set([...defined, left]) : defined }
  }, { seen: new Set(), defined: new Set() }).defined

const one: Term = { kind: 'number', text: '1', span: { from: 0, to: 0 } }
// Of a Latin letter ^T is the transpose, even where T is a size.
const typeOf = (name: string): Type => ({ rows: greek.test(name) ? one : { ...one, text: '2' }, columns: one })

/** A scope in which lines are read as their roles say: what is an index, what is a member, what is multiplied with a bracket. */
export const provisional = (said: ReadonlyArray<Said>, scope: Scope, { sizes, labels, sequences, functions, indices, scripted }: Roles): Scope => {
  const terms = said.flatMap(({ statement }) => sidesOf(statement).flatMap(termsIn))
  const called = terms.flatMap(term => (term.kind === 'call' && term.arguments.length > 0 && functionNamed(term.function) === undefined
    && !/^norm/.test(term.function) ? [term.function.replace(/_.*$/, '')] : []))
  const names = [...namesIn(terms), ...called].filter(name => !functions.has(name) && !indices.has(name) && !customary.test(name))
  return new Map<string, Symbol>([
    ...[...names, ...scripted].map(name => [name, { kind: 'variable', type: typeOf(name) }] as const),
    ...[...labels].map(name => [name, { kind: 'label', from: one, to: one }] as const),
    ...[...sizes.keys()].map(name => [name, { kind: 'size', from: 1, to: 3 }] as const),
    ...[...sequences.keys()].map(name => [name, { kind: 'sequence', script: 'above', type: typeOf(name) }] as const),
    ...scope
  ])
}
