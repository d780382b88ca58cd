import { rational } from '../number/index.js'
import { attempt, type Either, orThrow, refuse, type Refusal } from '../prelude/index.js'
import {
  type Atom, macrosOf, readStatement, type RelationTerm, type Scope, spelling, type Statement, type Symbol,
  texAtoms, type Term, type VariableSymbol
} from '../notation/index.js'
import { defined } from './defined.js'
import { withFamily, withFlat } from './families.js'
import { rangeIn } from './indexed.js'
import { dependenciesOf } from './names.js'
import { ends, typeNamed, withMembers } from './members.js'
import { isAboveZero, rangeOf } from './range.js'
import { narrowed } from './narrowed.js'
import { settingOf } from './settings.js'
import { withShown } from './shown.js'
import { together, unsaid } from './together.js'

/**
 * What names stand for, in the TeX that a student writes, a line each:
 *
 * sizes n = 1..3, T = 1..4 · \eta > 0 · w^t, v_t, w^* \in \mathbb{R}^n · name W_i \in \mathbb{R}^{h \times d} · y \in \{1..C\} ·
 * f(x) := x^2 · w^1 := 0 · w^{t+1} := w^t - \eta v_t · S_{ij} := [i = j] · \|w^*\| \le B ·
 * f : \mathbb{R}^n \to \mathbb{R} convex, \rho-Lipschitz · indices 0..n-1 · subscripts modulo n · alias p = \rho
 *
 * A letter above or below a name makes it a sequence. What stands after % is for people.
 *
 * @example
 * [...declarations('sizes n = 1..3').right.keys()] // ['n']
 */
export const declarations = (text: string): Either<Refusal, Scope> => attempt(() =>
  text.split('\n').reduce<Scope>((scope, line) => declared(scope, line, new Map()), new Map()))

/**
 * The scope with what a line declares; wide gaps may part several declarations. What its block, which began with `before`, has said of a
 * name holds beside what the line says.
 */
export const declared = (scope: Scope, text: string, before: Scope = scope): Scope => {
  const line = text.replace(/(^|[^\\])%.*$/, '$1').trim()
  if (line === '') return scope
  if (/^sizes\s/.test(line)) return together(
    before, scope, ranged(line.slice('sizes'.length)).split(',').reduce(withSize, scope), line
  )
  return settingOf(scope, line)
    ?? partsOf(line).reduce((known, part) => together(before, known, withPart(known, part), part), scope)
}

/** "n = 1, ..., 3" as "n = 1..3". */
const ranged = (text: string): string => text.replace(/,\s*(?:\\[lc]?dots|…|\.\.\.)\s*,\s*/g, '..')

const isWhole = /:=|\\in|[<>]|\\le|\\ge|≤|≥|∈/

/** "w^1 := 0    w^{t+1} := w^t" as two: each part between wide gaps must declare something. */
const partsOf = (line: string): ReadonlyArray<string> => {
  const parts = line.split(/\s{2,}/)
  return parts.every(part => isWhole.test(part)) ? parts : [line]
}

// f : \mathbb{R}^n \to \mathbb{R} convex
const aFunction =
  /^([^\s,:]+(?:\s*,\s*[^\s,:]+)*)\s*(?::(?!=)|\\colon)\s*(.+?)\\to(?![a-zA-Z])\s*(\\mathbb\s*\{?R\}?|\\[a-zA-Z]+|ℝ)(.*)$/

// a, b > 0 and 0 < x, y < 1 say the same of each name
const aName = '(?:\\\\?[a-zA-Z]+(?:\\{[^{}]*\\})?|\\p{L})(?:[_^](?:\\w|\\*|\\\\[a-zA-Z]+|\\{[^{}]*\\}))*'
const aSign = '(?:[<>≤≥]|\\\\[lg](?:e|t|eq|eqslant)(?![a-zA-Z]))'
const aList = new RegExp(`^(.*${aSign}\\s*)?(${aName}(?:\\s*,\\s*${aName})+)\\s*(${aSign}.*)?$`, 'u')

const withPart = (scope: Scope, line: string): Scope => {
  const [, functions = '', set, to = '', about = ''] = aFunction.exec(line) ?? []
  const read = (tex: string): ReadonlyArray<Atom> => orThrow(texAtoms(tex, macrosOf(scope)))
  if (set !== undefined) {
    const [argument, values] = [typeNamed(scope, read(set), line), spelling(read(to))]
    const [, isDefined] = /^\s*is\s+(.*)$/.exec(about) ?? []
    return functions.split(',').map(name => name.trim()).reduce((known, name) =>
      (isDefined === undefined ? withFamily(known, name, argument, values, about, line)
        : withShown(known, name, argument, isDefined, line)), scope)
  }
  const isName = /^name\s/.test(line)
  const [declaration, range] = rangeIn(isName ? line.slice('name'.length) : line)
  const atoms = worded(read(declaration))
  const member = atoms.findIndex(atom => atom.kind === 'sign' && atom.text === 'in')
  if (member >= 0) return withMembers(scope, atoms.slice(0, member), atoms.slice(member + 1), isName, line, range)
  const [, before = '', names, after = ''] = aList.exec(declaration) ?? []
  if (names !== undefined && before + after !== '') {
    return names.split(',').map(name => `${before}${name.trim()} ${after}`).reduce(withPart, scope)
  }
  // what is declared anew is no longer what it was: f(x) := ... where f was a number
  const called = /^([^\s(_^]+(?:_(?:\w|\{\w+\}))?)\s*\(.*\)\s*:=/.exec(line)?.[1] ?? ''
  const statement = orThrow(readStatement(new Map([...scope].filter(([name]) => name !== called)), atoms))
  return statement.steps[0]?.sign === ':=' ? defined(scope, statement, line) : bounded(scope, statement, line)
}

/** \\text{loss} is a name where it is declared: before the sign. */
const worded = (atoms: ReadonlyArray<Atom>): ReadonlyArray<Atom> => {
  const sign = atoms.findIndex(
    ({ kind, ...atom }) => kind === 'sign' && 'text' in atom && /^(:=|in|[<>]=?)$/.test(atom.text)
  )
  return atoms.map((atom, k) => (atom.kind === 'prose' && k < sign ? { ...atom, kind: 'word' } : atom))
}

const withSize = (scope: Scope, text: string): Scope => {
  const [, name, from, to] = /^\s*(\S+)\s*=\s*(\d+)(?:\.\.(\d+))?\s*$/.exec(text) ?? []
  if (name === undefined || from === undefined) return refuse(
    'input', 'sizes', 'a name and a range, n = 1..3', text.trim()
  )
  const symbol: Symbol = { kind: 'size', from: Number(from), to: Number(to ?? from) }
  return symbol.from >= 1 && symbol.to >= symbol.from && symbol.to <= mostSize ? new Map([...scope, [name, symbol]])
    : refuse('input', 'sizes', `a range inside 1..${mostSize}`, text.trim())
}

const mostSize = 32

const one: Term = { kind: 'number', text: '1', span: { from: 0, to: 0 } }
const isNumber = (term: Term | undefined, value: number): boolean =>
  term?.kind === 'number' && rational.compare(rational.decimal(term.text), rational.of(value)) === 0

/**
 * \eta > 0, x \ge 0, 0 < p < 1, -1 \le x \le 2: what is known of a number, or of each entry; or \|w\| \le B, where B is at least that;
 * or 0 < \eta \le 1/L, where 1/L is known.
 */
const bounded = (scope: Scope, { first, steps, conditions }: Statement, line: string): Scope => {
  const [step, more] = steps
  if (first === undefined || step === undefined || conditions.length > 0 || steps.length > 2) return refused(line)
  // \lambda > 1, 0 < x < 3
  const anyRange = (): Scope => {
    const named = [first, ...steps.map(({ side }) => side)].find(({ kind }) => kind === 'name')
    const isNew = named?.kind === 'name' && !scope.has(named.name)
    const known: Scope = isNew ? new Map([...scope, [named.name, { kind: 'variable', type: unsaid }]]) : scope
    const relations = steps.map(
      ({ sign, side, span }, k): RelationTerm => (sign === ':=' || sign === '=' ? refused(line)
        : { kind: 'relation', sign, left: steps[k - 1]?.side ?? first, right: side, span })
    )
    const { scope: found, left } = narrowed(known, relations)
    return left.length > 0 ? refused(line) : found
  }
  if (more !== undefined) {
    const isAbove = isNumber(first, 0) && step.sign === '<' && more.sign === '<=' && step.side.kind === 'name'
    if (isAbove && isBound(scope, step.side.name, more.side)) return withMost(scope, step.side.name, more.side)
    if ([step, more].every(({ sign }) => sign === '<=')) {
      return knownToBe(scope, step.side, ends(first, more.side, line)) ?? refused(line)
    }
    const isBetween = isNumber(first, 0) && isNumber(more.side, 1) && [step, more].every(({ sign }) => sign === '<')
    return isBetween ? knownToBe(scope, step.side, 'between 0 and 1') ?? refused(line) : anyRange()
  }
  const { sign, side } = step
  if (first.kind === 'slope' && sign === '=' && isNumber(side, 0)) return withFlat(scope, first, line)
  if (isNumber(side, 0) && (sign === '>' || sign === '>=')) {
    return knownToBe(scope, first, sign === '>' ? 'positive' : 'nonnegative') ?? refused(line)
  }
  const isPositiveName = first.kind === 'name' && isAboveZero(scope, first)
  if (sign === '<=' && isPositiveName && side.kind !== 'name'
    && isBound(scope, first.name, side)) return withMost(scope, first.name, side)
  const [most, least] = sign === '<=' ? [side, first] : [first, side]
  return sign[1] === '=' && most.kind === 'name' && !isBelow(scope, most.name) ? withBound(scope, most.name, least)
    : anyRange()
}

const isBelow = (scope: Scope, name: string): boolean => {
  const symbol = scope.get(name)
  return symbol?.kind === 'variable' && rangeOf(symbol.is).upper !== undefined
}

const refused = (line: string): never =>
  refuse('input', line, 'a declaration: x \\in \\mathbb{R}^n, \\eta > 0, \\lambda > 1, f(x) := ..., or sizes n = 1..3', 'none')

const knownToBe = (scope: Scope, of: Term, is: NonNullable<VariableSymbol['is']>): Scope | undefined => {
  const name = of.kind === 'name' ? of.name : of.kind === 'entry' && of.of.kind === 'name' ? of.of.name : undefined
  const symbol = name === undefined ? undefined : scope.get(name)
  if (name === undefined || (of.kind === 'entry' && symbol?.kind !== 'variable')) return undefined
  const type = symbol?.kind === 'variable' ? symbol.type : unsaid
  return new Map([...scope, [name, { kind: 'variable', type, is }]])
}

/** B is what it bounds, and something more that is not negative: so it is a bound by construction, and often an exact one. */
const withBound = (scope: Scope, name: string, of: Term): Scope => {
  const slack = `${name}^{slack}`
  const { span } = of
  const body: Term = { kind: 'binary', operator: 'add', left: of, right: { kind: 'name', name: slack, span }, span }
  return new Map([
    ...scope,
    [slack, { kind: 'variable', type: { rows: one, columns: one }, is: 'nonnegative' }],
    [name, { kind: 'definition', parameters: [], body }]
  ])
}

/** Whether a term is seen to be above 0 and does not depend on the name that it is to bound. */
const isBound = (scope: Scope, name: string, term: Term): boolean =>
  isAboveZero(scope, term) && !dependenciesOf(scope, [term]).has(name)

/** \eta \le 1/L: a positive number is a part of what bounds it, and often all of it. */
const withMost = (scope: Scope, name: string, most: Term): Scope => {
  const { span } = most
  const part: Term = { kind: 'name', name: `${name}^{part}`, span }
  return new Map([
    ...scope,
    [part.name, { kind: 'variable', type: { rows: one, columns: one }, is: 'above 0, at most 1' }],
    [name, { kind: 'definition', parameters: [], body: {
      kind: 'binary', operator: 'multiply', left: part, right: most, span
    } }]
  ])
}
