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
  /** Names that stand in the place of an index. */
  readonly places: ReadonlySet<string>
  /** Those with an index above. */
  readonly sequences: ReadonlyMap<string, string>
  readonly functions: ReadonlySet<string>
  /** What the document itself defines, before it is used, and where. */
  readonly defined: ReadonlyMap<string, number>
  /** W_1 and the like, where the script is no index. */
  readonly scripted: ReadonlySet<string>
}

const customary = /^[ijklrst]$/
const greek = /^\\(?!math|bold|hat|tilde|bar|vec|bm)/

/** Looks at how each name is used. */
export const rolesOf = (said: ReadonlyArray<Said>, scope: Scope): Roles => {
  const sides = said.flatMap(({ statement }) => sidesOf(statement))
  const [terms, named] = [termsIn(sides), namesIn(sides)]
  const ranges = terms.flatMap(term => (term.kind === 'many' ? term.ranges : []))
  const indices = new Set(ranges.map(({ index }) => index))
  const sizes = new Map(ranges.flatMap(({ index, bounds = [] }) => namesIn(bounds.slice(1))
    .filter(name => !indices.has(name) && !scope.has(name)).map(name => [name, index] as const)))
  const isIndex = (name: string): boolean => indices.has(name) || (customary.test(name) && !sizes.has(name))
  const entries = terms.flatMap(
    term => (term.kind === 'entry' && term.of.kind === 'name' ? [{ of: term.of.name, at: term.at }] : [])
  )
  // a script that is a capital letter, or stands for an array itself, is part of the name
  const isLone = (name: string): boolean =>
    (/^[A-Z]$/.test(name) || entries.some(({ of }) => of === name)) && !sizes.has(name) && !isIndex(name)
  const labels = new Set(entries.flatMap(({ at }) => at.flatMap(part => (part.kind === 'name' ? [part.name] : [])))
    .filter(name => !isIndex(name) && !sizes.has(name) && !scope.has(name) && !isLone(name)))
  const bases = new Set([...named, ...entries.map(({ of }) => of)])
  const numbered = named.filter(name => /_(?:\d|\{\d+\})$/.test(name))
  const scripted = new Set([
    ...numbered.filter(name => !bases.has(withoutScript(name))),
    ...entries.flatMap(({ of, at: [script, more] }) =>
      (script?.kind === 'name' && more === undefined && !scope.has(of) && isLone(script.name) ? [`${of}_${script.name}`]
        : []))
  ])
  const sequences = new Map(terms.flatMap((term): ReadonlyArray<readonly [string, string]> => {
    if (term.kind !== 'binary' || term.operator !== 'power') return []
    const base = term.left.kind === 'entry' ? term.left.of : term.left
    const [index, ...more] = namesIn([term.right])
    const isLatin = base.kind === 'name' && !greek.test(base.name) && !scope.has(base.name)
    return isLatin && index !== undefined && more.length === 0 && isIndex(index) ? [[base.name, index]] : []
  }))
  const isPlace = (name: string): boolean => isIndex(name) || labels.has(name)
  const functions = new Set(terms.flatMap(term => (term.kind === 'slope'
    || (term.kind === 'call' && isFunction(term.function, term.arguments, bases, isPlace)) ? [term.function] : [])))
  const places = new Set(namesIn(terms.flatMap(term => (term.kind === 'entry' || term.kind === 'item' ? term.at : []))))
  return { sizes, indices, labels, places, sequences, functions, defined: definedIn(said, scope), scripted }
}

const customaryFunction =
  /^(?:[fghFGHLJERU]|\\ell|\\sigma|\\(?:var)?phi|\\psi|\\Phi|\\Psi|\\mathcal\{.\}|\\mathbb\{E\})(?:_.*)?$/

/** v of v_1, which may be an entry of it. */
const withoutScript = (name: string): string => name.replace(/_[^_]*$/, '')

/** Whether a function is the document's own. */
const isOwn = (name: string): boolean => functionNamed(name) === undefined && !/^norm/.test(name)

/** Whether a(...) is a function of what is in brackets, and no product with it. */
const isFunction = (
  name: string, given: ReadonlyArray<Term>, bases: ReadonlySet<string>, isIndex: (name: string) => boolean
): boolean => {
  if (given.length === 0 || !isOwn(name)) return false
  const { base = name, script } = /^(?<base>.+?)_\{?(?<script>[^{}]+)\}?$/.exec(name)?.groups ?? {}
  if (script !== undefined && [...script].some(isIndex)) return false
  return customaryFunction.test(name)
    || (!bases.has(base) && given.every(({ kind }) => kind === 'name' || kind === 'entry'))
}

const spokenIn = (terms: unknown): ReadonlyArray<string> => termsIn(terms).flatMap(term =>
  (term.kind === 'name' ? [term.name] : term.kind === 'call' || term.kind === 'slope' ? [term.function] : []))

const definableBy = (left: Term): string | undefined => {
  if (left.kind === 'name') return left.name
  if (left.kind === 'entry') return left.of.kind === 'name' && left.at.every(({ kind }) => kind === 'name')
    ? left.of.name
    : undefined
  const isCall = left.kind === 'call' && left.arguments.length > 0
    && left.arguments.every(({ kind }) => kind === 'name')
  return isCall && isOwn(left.function) ? left.function : undefined
}

/** Names that stand alone on the left of an equation before anything else is said of them: there the document defines them. */
const definedIn = (said: ReadonlyArray<Said>, scope: Scope): Roles['defined'] =>
  said.reduce<{ readonly seen: ReadonlySet<string>; readonly defined: Roles['defined'] }>((
    { seen, defined }, { statement, at }
  ) => {
    const { first, steps: [step] } = statement
    const left = first === undefined ? undefined : definableBy(first)
    const isNew = left !== undefined && (step?.sign === '=' || step?.sign === ':=')
      && ![...seen, ...scope.keys(), ...spokenIn(step.side)].includes(left)
    return { seen: new Set([...seen, ...spokenIn(sidesOf(statement))]), defined: isNew
      ? new Map([...defined, [left, at]])
      : defined }
  }, { seen: new Set(), defined: new Map() }).defined

const one: Term = { kind: 'number', text: '1', span: { from: 0, to: 0 } }
// Of a Latin letter ^T is the transpose, even where T is a size.
const typeOf = (name: string): Type => ({ rows: greek.test(name) ? one : { ...one, text: '2' }, columns: one })

/** A scope in which lines are read as their roles say: what is an index, what is a member, what is multiplied with a bracket. */
export const provisional = (said: ReadonlyArray<Said>, scope: Scope, roles: Roles): Scope => {
  const { sizes, labels, sequences, functions, indices, scripted } = roles
  const sides = said.flatMap(({ statement }) => sidesOf(statement))
  const terms = termsIn(sides)
  const called = terms.flatMap(term =>
    (term.kind === 'call' && term.arguments.length > 0 && isOwn(term.function) ? [term.function.replace(/_.*$/, '')]
      : []))
  // e^T and e_i are no powers of Euler's number
  const units = terms.flatMap(
    term => ((term.kind === 'entry' || (term.kind === 'unary' && term.operator === 'transpose'))
      && term.of.kind === 'call' && term.of.function === 'e' ? ['e'] : [])
  )
  const names = [...namesIn(sides), ...called, ...units]
    .filter(name => !functions.has(name) && !indices.has(name) && !customary.test(name)
      && (scripted.has(name) || !/_(?:\d|\{\d+\})$/.test(name)))
  return new Map<string, Symbol>([
    ...[...names, ...scripted].map(name => [name, { kind: 'variable', type: typeOf(name) }] as const),
    ...[...labels].map(name => [name, { kind: 'label', values: [one] }] as const),
    ...[...sizes.keys()].map(name => [name, { kind: 'size', from: 1, to: 3 }] as const),
    ...[...sequences.keys()].map(name => [`${name}^`, { kind: 'sequence', type: typeOf(name) }] as const),
    ...scope
  ])
}
