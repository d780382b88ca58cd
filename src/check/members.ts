import { rational } from '../number/index.js'
import { orThrow, refuse } from '../prelude/index.js'
import {
  type Atom, type Ends, firstIndex, type LabelSymbol, plain, readStatement, type Scope, scripted, type ScriptsAtom,
  spelling, splitAt, type Symbol, type Term,
  texAtoms, type Type
} from '../notation/index.js'
import { indexed, type Members, type WrittenRange } from './indexed.js'
import { written } from './range.js'

type Atoms = ReadonlyArray<Atom>

/** The scope with names of a set: x, w^t \in \mathbb{R}^n, y \in \{1..C\}. */
export const withMembers = (
  scope: Scope, names: Atoms, set: Atoms, isName: boolean, line: string, range?: WrittenRange
): Scope => {
  const of = setOf(scope, set, line)
  const all = splitAt(names, ',')
  if (range !== undefined) return all.reduce<Scope>(
    (known, atoms) => new Map([...known, overRange(scope, atoms, of, range, line)]), scope
  )
  if (all.map(spelling).includes('...')) return withList(scope, all, of, line)
  return all.reduce<Scope>((known, atoms) => {
    const [name, symbol] = symbolOf(atoms, of, isName, line)
    return new Map([...known, [name, symbol]])
  }, scope)
}

/** x_1, ..., x_n \in \mathbb{R}: the vector x of these numbers; of vectors, a sequence with its index below. */
const withList = (scope: Scope, names: ReadonlyArray<Atoms>, of: Members, line: string): Scope => {
  const [first = [], ...others] = names
  const last = others[others.length - 1] ?? []
  const [letter, scripts] = first
  const [same, below] = last
  const from = firstIndex(scope)
  const numbered = (k: number): string => `${letter === undefined ? '' : spelling([letter])}_${k}`
  const written = names.slice(0, -1).map(spelling)
  const isRun = written.slice(0, -1).every((text, k) => text === numbered(from + k))
    && written[written.length - 1] === '...'
  const isName = letter?.kind === 'letter' || letter?.kind === 'word'
  const isSame = isName && same !== undefined && spelling([letter]) === spelling([same])
  if (!isRun || !isSame || scripts?.kind !== 'scripts' || below?.kind !== 'scripts' || below.below === undefined
    || last.length > 2) {
    return refuse('input', line, `${numbered(from)}, ..., and the last of them`, names.map(spelling).join(', '))
  }
  const [one, end]: readonly [Term, Term] = [sideOf(scope, scripts.below ?? [], line), sideOf(scope, below.below, line)]
  return new Map([...scope, indexed(scope, letter.text, '_', of, [one, end], line)])
}

/** w_j, w^j, where the index has a range. */
const overRange = (
  scope: Scope, atoms: Atoms, of: Members, [index, from, to]: WrittenRange, line: string
): readonly [string, Symbol] => {
  const [letter, scripts, more] = joined(atoms)
  const { below, above } = scripts?.kind === 'scripts' ? scripts : {}
  const isIt = (part: Atoms | undefined): boolean =>
    part !== undefined && [index, `(${index})`].includes(spelling(part))
  if ((letter?.kind !== 'letter' && letter?.kind !== 'word') || more !== undefined || isIt(below) === isIt(above)) {
    return refuse('input', line, `names with the index ${index}, as w_${index}`, spelling(atoms))
  }
  const ends = [from, to].map(end => sideOf(scope, orThrow(texAtoms(end)), line)) as [Term, Term]
  return isIt(below) ? indexed(scope, scripted(letter.text, undefined, above), '_', of, ends, line)
    : indexed(scope, scripted(letter.text, below), '^', of, ends, line)
}

const one: Term = { kind: 'number', text: '1', span: { from: 0, to: 0 } }

/** The shape that \mathbb{R}, \mathbb{R}^n or \mathbb{R}^{m \times n} names. */
export const typeNamed = (scope: Scope, atoms: Atoms, line: string): Type => {
  const found = setOf(scope, atoms, line)
  return found.kind === 'array' ? found.type : refuse('input', line, '\\mathbb{R} or \\mathbb{R}^n', spelling(atoms))
}

/** A set of whole numbers, \{1..C\}. */
export const labelsNamed = (scope: Scope, atoms: Atoms, line: string): LabelSymbol => {
  const found = setOf(scope, atoms, line)
  return found.kind === 'label' ? found : refuse('input', line, 'a set of whole numbers, \\{1..C\\}', spelling(atoms))
}

const known = 'a set: \\mathbb{R}^n, (0, 1), [-1, 2.5] or \\{1..C\\}'

/** What lies from one number to a larger one. */
export const ends = (from: Term, to: Term, line: string): Ends => {
  const [first, last] = [from, to].map(written)
  const isRange = first !== undefined && last !== undefined
    && rational.compare(rational.decimal(first), rational.decimal(last)) < 0
  return isRange ? { from: first, to: last }
    : refuse('input', line, 'two numbers, the smaller first, as [-1, 2.5]', `${plain(from)} and ${plain(to)}`)
}

const positives: ReadonlyArray<string> = ['+', '++', '>0']

const setOf = (scope: Scope, atoms: Atoms, line: string): Members => {
  const [first, scripts, ...rest] = atoms
  if (first?.kind === 'letter' && ['\\mathbb{R}', 'ℝ'].includes(first.text)) {
    const isWhole = rest.length === 0 && (scripts === undefined || scripts.kind === 'scripts')
    if (!isWhole) return refuse('input', line, 'one set after \\in, such as \\mathbb{R}^n', spelling(atoms))
    const { above = [], below = [] } = scripts?.kind === 'scripts' ? scripts : {}
    const [rows = [], columns] = splitAt(above, '*')
    const size = (part: Atoms | undefined): Term =>
      (part === undefined || part.length === 0 ? one : sideOf(scope, part, line))
    const type = { rows: size(rows), columns: size(columns) }
    if (below.length === 0) return { kind: 'array', type }
    return positives.includes(spelling(below)) ? { kind: 'array', type, is: 'positive' }
      : refuse('input', line, '\\mathbb{R}_+, the positive numbers', spelling(atoms))
  }
  const last = atoms[atoms.length - 1]
  if (last?.kind === 'scripts') return labelsOf(scope, setOf(scope, atoms.slice(0, -1), line), last, line)
  const inner = enclosed(atoms)
  if (inner === undefined) return refuse('input', line, known, spelling(atoms))
  const { bracket, parts: [from = [], ...others] } = inner
  const end = others[others.length - 1]
  if (bracket === '(' && spelling(from) === '0' && others.length === 1 && spelling(others[0] ?? []) === '1') {
    return { kind: 'array', type: { rows: one, columns: one }, is: 'between 0 and 1' }
  }
  if (bracket === '[' && others.length === 1 && end !== undefined) {
    return { kind: 'array', type: { rows: one, columns: one }, is: ends(
      sideOf(scope, from, line), sideOf(scope, end, line), line
    ) }
  }
  if (bracket !== '{' || end === undefined) return refuse('input', line, known, spelling(atoms))
  const [next, ...more] = others.slice(0, -1).map(spelling)
  const isSecond = Number(next) === Number(spelling(from)) + 1
  const isRange = next === '...' ? more.length === 0 : isSecond && more.length === 1 && more[0] === '...'
  if (!isRange && [next, ...more].some(part => part?.includes('...'))) {
    return refuse('input', line, 'a range, \\{1, ..., n\\} or \\{1, 2, ..., n\\}', spelling(atoms))
  }
  return {
    kind: 'label',
    values: isRange ? { from: sideOf(scope, from, line), to: sideOf(scope, end, line) }
      : [from, ...others].map(part => sideOf(scope, part, line))
  }
}

/** \{1..C\}^m: as many labels as stand above. */
const labelsOf = (scope: Scope, of: Members, { below, above }: ScriptsAtom, line: string): Members => {
  if (of.kind !== 'label' || below !== undefined || above === undefined || splitAt(above, '*').length > 1) {
    return refuse('input', line, 'a vector of labels, \\{1..C\\}^m', 'another set with a script')
  }
  return { ...of, size: sideOf(scope, above, line) }
}

/** What stands in brackets around all atoms, cut at commas and at two dots: "1..C" is read as numbers and dots side by side. */
const enclosed = (atoms: Atoms): { readonly bracket: string; readonly parts: ReadonlyArray<Atoms> } | undefined => {
  const [open, close] = [atoms[0], atoms[atoms.length - 1]]
  if (open?.kind !== 'sign' || close?.kind !== 'sign'
    || !['{}', '()', '[]'].includes(open.text + close.text)) return undefined
  const inside = atoms.slice(1, -1).flatMap((atom): Atoms => {
    const [, before = '', after = ''] = atom.kind === 'number' ? /^(\d*)\.\.(\d*)$/.exec(atom.text) ?? [] : []
    if (atom.kind !== 'number' || !atom.text.includes('..')) return [atom]
    const number = (text: string): Atoms => (text === '' ? [] : [{ ...atom, text }])
    const sign = (text: string): Atom => ({ kind: 'sign', text, span: atom.span })
    return [...number(before), sign(','), sign('...'), sign(','), ...number(after)]
  })
  return { bracket: open.text, parts: splitAt(inside, ',') }
}

const sideOf = (scope: Scope, atoms: Atoms, line: string): Term => {
  const { first, steps } = orThrow(readStatement(scope, atoms))
  return first === undefined || steps.length > 0 ? refuse('input', line, 'a size', 'a relation') : first
}

const symbolOf = (atoms: Atoms, members: Members, isName: boolean, line: string): readonly [string, Symbol] => {
  const [letter, scripts, more] = joined(atoms)
  const isScripted = scripts === undefined || scripts.kind === 'scripts'
  if ((letter?.kind !== 'letter' && letter?.kind !== 'word') || more !== undefined || !isScripted) {
    return refuse('input', line, 'names and a set', spelling(atoms))
  }
  const { below, above } = scripts ?? {}
  if (members.kind === 'label') return [scripted(letter.text, below, above), members]
  const { type, is } = members
  const known = is === undefined ? {} : { is }
  const isIndex = ([index, other]: Atoms = []): boolean =>
    !isName && other === undefined && index?.kind === 'letter' && index.text !== '\\star'
  if (isIndex(above)) return [`${scripted(letter.text, below)}^`, { kind: 'sequence', type, ...known }]
  if (isIndex(below)) return [`${scripted(letter.text, undefined, above)}_`, { kind: 'sequence', type, ...known }]
  return [scripted(letter.text, below, above), { kind: 'variable', type, ...known }]
}

/** \Delta w is one name. */
const joined = (atoms: Atoms): Atoms => {
  const [difference, letter, ...rest] = atoms
  return difference?.kind === 'letter' && letter?.kind === 'letter' && difference.text === '\\Delta'
    ? [{ ...letter, text: `\\Delta ${letter.text}` }, ...rest] : atoms
}
