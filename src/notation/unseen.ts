import type { Atom, GroupAtom } from './Atom.js'
import { complainAt } from './complainAt.js'
import { plain } from './plain.js'
import type { Term } from './Term.js'

const [opening, closing] = [['(', '[', '{', '<|', '|', '||', ','], [')', ']', '}', '|>', '|', '||', ',']]

const isAlone = (atom: Atom | undefined, signs: ReadonlyArray<string>): boolean =>
  atom === undefined || (atom.kind === 'sign' && signs.includes(atom.text))

/** {a + b} c is printed as a + b c: braces are refused where what is printed would be read in another way. */
export const refuseUnseen = (
  { atoms, span }: GroupAtom, term: Term, before: Atom | undefined, next: Atom | undefined
): void => {
  if (isEnclosed(atoms) || isRead(term, atoms, before, next)) return
  complainAt(span, `brackets that are seen, (${plain(term)})`, 'braces, which are not printed')
}

const isRead = (term: Term, atoms: ReadonlyArray<Atom>, before: Atom | undefined, next: Atom | undefined): boolean => {
  const isAtEnd = isAlone(next, ['+', '-', ...closing])
  const isBelow = before?.kind === 'sign' && before.text === '/'
  if (term.kind === 'many') return isAlone(before, ['+', '-', ...opening]) && isAtEnd
  if (term.kind === 'unary' && term.operator === 'negate') return isAlone(before, ['+', ...opening]) && isAtEnd
  if (term.kind !== 'binary') return next?.kind !== 'scripts' || isSimple(term, atoms)
  switch (term.operator) {
    case 'add': case 'subtract': return isAlone(before, ['+', ...opening]) && isAtEnd
    case 'divide': return !isBelow && isAtEnd
    default: return !isBelow && next?.kind !== 'scripts'
  }
}

/** A name, or what ends with a bracket of its own: a script belongs to all of it. */
const isSimple = ({ kind }: Term, atoms: ReadonlyArray<Atom>): boolean =>
  ['number', 'name', 'entry', 'item', 'matrix'].includes(kind)
    || (kind === 'call' && isAlone(atoms[atoms.length - 1], closing))

/** (a + b), with brackets around all of it. */
const isEnclosed = (atoms: ReadonlyArray<Atom>): boolean => {
  const depths = atoms.reduce<ReadonlyArray<number>>((before, atom) => {
    const step = atom.kind !== 'sign' ? 0
      : ['(', '[', '{'].includes(atom.text) ? 1 : [')', ']', '}'].includes(atom.text) ? -1 : 0
    return [...before, (before[before.length - 1] ?? 0) + step]
  }, [])
  return depths[depths.length - 1] === 0 && depths.slice(0, -1).every(depth => depth > 0)
}
