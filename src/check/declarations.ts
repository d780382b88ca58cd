import { attempt, type Either, orThrow, refuse, type Refusal } from '../prelude/index.js'
import {
  type Atom, parseTeX, readStatement, type Scope, scripted, spelling, splitAt, type Statement, type Symbol, texAtoms, type Term, type Type
} from '../notation/index.js'

/**
 * What names stand for, in the TeX that a student writes, a line each:
 *
 * sizes n = 1..3, T = 1..4 · \eta > 0 · w^t, v_t, w^* \in \mathbb{R}^n · name W_i \in \mathbb{R}^{h \times d} · y \in \{1..C\} ·
 * f(x) := x^2 · w^1 := 0 · w^{t+1} := w^t - \eta v_t
 *
 * A letter above or below a name makes it a sequence. What stands after % is for people.
 */
export const declarations = (text: string): Either<Refusal, Scope> => attempt(() =>
  text.split('\n').reduce(declared, new Map()))

/** The scope with what a line declares. */
export const declared = (scope: Scope, text: string): Scope => {
  const line = text.replace(/(^|[^\\])%.*$/, '$1').trim()
  if (line === '') return scope
  if (/^sizes\s/.test(line)) return line.slice('sizes'.length).split(',').reduce(withSize, scope)
  const isName = /^name\s/.test(line)
  const tex = isName ? line.slice('name'.length) : line
  const atoms = orThrow(texAtoms(tex))
  const member = atoms.findIndex(atom => atom.kind === 'sign' && atom.text === 'in')
  if (member >= 0) return withMembers(scope, atoms.slice(0, member), atoms.slice(member + 1), isName, line)
  const statement = orThrow(readStatement(scope, atoms))
  const [step] = statement.steps
  if (step?.sign === ':=') return defined(scope, statement, line)
  return positive(scope, statement, line)
}

const withSize = (scope: Scope, text: string): Scope => {
  const [, name, from, to] = /^\s*(\S+)\s*=\s*(\d+)(?:\.\.(\d+))?\s*$/.exec(text) ?? []
  if (name === undefined || from === undefined) return refuse('input', 'sizes', 'a name and a range, n = 1..3', text.trim())
  const symbol: Symbol = { kind: 'size', from: Number(from), to: Number(to ?? from) }
  return symbol.from >= 1 && symbol.to >= symbol.from && symbol.to <= mostSize ? new Map([...scope, [name, symbol]])
    : refuse('input', 'sizes', `a range inside 1..${mostSize}`, text.trim())
}

const mostSize = 32

const withMembers = (scope: Scope, names: ReadonlyArray<Atom>, set: ReadonlyArray<Atom>, isName: boolean, line: string): Scope => {
  const of = setOf(scope, set, line)
  return splitAt(names, ',').reduce<Scope>((known, atoms) => {
    const [name, symbol] = symbolOf(atoms, of, isName, line)
    return new Map([...known, [name, symbol]])
  }, scope)
}

type Members = { readonly kind: 'label'; readonly from: Term; readonly to: Term } | { readonly kind: 'array'; readonly type: Type }

const one: Term = { kind: 'number', text: '1', span: { from: 0, to: 0 } }

/** \mathbb{R}, \mathbb{R}^n, \mathbb{R}^{m \times n} or \{1..C\}. */
const setOf = (scope: Scope, atoms: ReadonlyArray<Atom>, line: string): Members => {
  const [first, scripts] = atoms
  if (first?.kind === 'letter' && ['\\mathbb{R}', 'ℝ'].includes(first.text)) {
    const [rows = [], columns] = splitAt(scripts?.kind === 'scripts' ? scripts.above ?? [] : [], '*')
    const size = (part: ReadonlyArray<Atom> | undefined): Term =>
      (part === undefined || part.length === 0 ? one : orThrow(parseSide(scope, part, line)))
    return { kind: 'array', type: { rows: size(rows), columns: size(columns) } }
  }
  const [, from, to] = /^\{(\d+)\.\.(.+)\}$/.exec(spelling(atoms)) ?? []
  if (from === undefined || to === undefined) return refuse('input', line, 'a set: \\mathbb{R}^n or \\{1..C\\}', spelling(atoms))
  return { kind: 'label', from: { ...one, text: from }, to: orThrow(parseText(scope, to, line)) }
}

const parseSide = (scope: Scope, atoms: ReadonlyArray<Atom>, line: string): Either<Refusal, Term> =>
  attempt(() => side(orThrow(readStatement(scope, atoms)), line))

const parseText = (scope: Scope, tex: string, line: string): Either<Refusal, Term> =>
  attempt(() => side(orThrow(parseTeX(tex, scope)), line))

const side = ({ first, steps }: Statement, line: string): Term =>
  (first === undefined || steps.length > 0 ? refuse('input', line, 'a size', 'a relation') : first)

const symbolOf = (atoms: ReadonlyArray<Atom>, members: Members, isName: boolean, line: string): readonly [string, Symbol] => {
  const [letter, scripts, more] = atoms
  if ((letter?.kind !== 'letter' && letter?.kind !== 'word') || more !== undefined) {
    return refuse('input', line, 'names and a set', spelling(atoms))
  }
  const { below, above } = scripts?.kind === 'scripts' ? scripts : { below: undefined, above: undefined }
  if (members.kind === 'label') return [scripted(letter.text, below, above), members]
  const isIndex = (part: ReadonlyArray<Atom> | undefined): boolean => !isName && part?.length === 1 && part[0]?.kind === 'letter'
  if (isIndex(above)) return [scripted(letter.text, below), { kind: 'sequence', script: 'above', type: members.type }]
  if (isIndex(below)) return [scripted(letter.text, undefined, above), { kind: 'sequence', script: 'below', type: members.type }]
  return [scripted(letter.text, below, above), { kind: 'variable', type: members.type }]
}

/** \eta > 0: a number that is known to be positive. */
const positive = (scope: Scope, { first, steps: [step, ...more], conditions }: Statement, line: string): Scope => {
  const isZero = step?.side.kind === 'number' && Number(step.side.text) === 0
  if (first?.kind !== 'name' || step?.sign !== '>' || !isZero || more.length > 0 || conditions.length > 0) {
    return refuse('input', line, 'a declaration: x \\in \\mathbb{R}^n, \\eta > 0, f(x) := ..., or sizes n = 1..3', 'none')
  }
  return new Map([...scope, [first.name, { kind: 'variable', type: { rows: one, columns: one }, is: 'positive' }]])
}

/** The scope with what a definition defines. */
export const defined = (scope: Scope, { first, steps: [step, ...more] }: Statement, line: string): Scope => {
  if (first === undefined || step === undefined || more.length > 0) {
    return refuse('input', line, 'one definition, f(x) := ...', 'more than one')
  }
  const { side: body } = step
  switch (first.kind) {
    case 'name': return new Map([...scope, [first.name, { kind: 'definition', parameters: [], body }]])
    case 'call': {
      const parameters = first.arguments.flatMap(arg => (arg.kind === 'name' ? [arg.name] : []))
      return parameters.length < first.arguments.length ? refuse('input', line, 'names as parameters', line)
        : new Map([...scope, [first.function, { kind: 'definition', parameters, body }]])
    }
    case 'item': return new Map([...scope, [first.of, recursion(scope, first.of, first.at, body, line)]])
    default: return refuse('input', line, 'a name, f(x), or a member of a declared sequence before :=', line)
  }
}

const recursion = (scope: Scope, name: string, at: Term, value: Term, line: string): Symbol => {
  const symbol = scope.get(name)
  if (symbol?.kind !== 'sequence' && symbol?.kind !== 'recursion') return refuse('input', line, 'a sequence', name)
  if (at.kind === 'number') return { kind: 'recursion', script: symbol.script, first: { at: Number(at.text), value } }
  const index = at.kind === 'binary' && at.operator === 'add' && at.right.kind === 'number' && at.right.text === '1' ? at.left : undefined
  if (index?.kind !== 'name' || symbol.kind !== 'recursion') {
    return refuse('input', line, `the first member of ${name}, then the rule for t + 1`, 'another order')
  }
  return { ...symbol, next: { index: index.name, value } }
}

