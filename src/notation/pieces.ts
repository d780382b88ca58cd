import type { Atom } from './Atom.js'
import { relationSigns } from './readRelation.js'
import { spelling } from './spelling.js'

type Atoms = ReadonlyArray<Atom>

/**
 * The statements that stand side by side in a line: "a = 1; b = 2", "x_1 = a, x_2 = b". What follows a comma or a space and is no
 * equation of its own, such as "i != j" after what has these indices, belongs to the statement before it. "0 < x, y < 1" is said of both.
 *
 * @example
 * piecesOf(texAtoms('a = 1; b = 2').right).map(spelling) // ['a=1', 'b=2']
 */
export const piecesOf = (atoms: Atoms): ReadonlyArray<Atoms> =>
  withLists(segmentsOf(atoms)).reduce<ReadonlyArray<Atoms>>((pieces, { separator, atoms: segment }) => {
    const last = pieces[pieces.length - 1]
    if (last === undefined) return [segment]
    const isOwn = separator?.text === ';' ? segment.length > 0 : isStatement(segment, last)
    return isOwn ? [...pieces, segment]
      : [...pieces.slice(0, -1), [...last, ...separator === undefined ? [] : [separator], ...segment]]
  }, [])

type Separator = Extract<Atom, { readonly kind: 'sign' }>

interface Segment {
  readonly separator?: Separator
  readonly atoms: Atoms
}

const [opening, closing] = [['(', '[', '{', '<|', '⌊', '⌈'], [')', ']', '}', '|>', '⌋', '⌉']]

/** The parts between separators that stand in no bracket. */
const segmentsOf = (atoms: Atoms): ReadonlyArray<Segment> => {
  let depth = 0
  return atoms.reduce<ReadonlyArray<Segment>>((segments, atom) => {
    const last = segments[segments.length - 1] ?? { atoms: [] }
    if (atom.kind === 'sign' && opening.includes(atom.text)) depth++
    if (atom.kind === 'sign' && closing.includes(atom.text)) depth--
    return depth === 0 && atom.kind === 'sign' && [';', ',', ' '].includes(atom.text)
      ? [...segments, { separator: atom, atoms: [] }]
        : [...segments.slice(0, -1), { ...last, atoms: [...last.atoms, atom] }]
  }, [{ atoms: [] }])
}

const isInequality = (atom: Atom | undefined): boolean =>
  atom?.kind === 'sign' && ['<', '<=', '>', '>='].includes(atom.text)

/** "0 < x, y < 1" as "0 < x < 1, 0 < y < 1": names in a list between numbers. */
const withLists = (segments: ReadonlyArray<Segment>): ReadonlyArray<Segment> => {
  const [first, ...others] = segments
  if (first === undefined) return []
  const end = others.findIndex(({ separator, atoms }) => separator?.text !== ',' || !isName(atoms))
  const last = others[end]
  const [from, to] = [first.atoms.findIndex(isInequality), last?.atoms.findIndex(isInequality) ?? -1]
  const names = [first, ...others.slice(0, Math.max(end, 0))]
    .map(({ atoms }, k) => (k === 0 ? atoms.slice(from + 1) : atoms))
    .concat([last?.atoms.slice(0, to) ?? []])
  const [lower, upper] = [first.atoms.slice(0, from + 1), last?.atoms.slice(to) ?? []]
  const [least, sign] = [lower[from], upper[0]]
  const isList = last?.separator?.text === ',' && from > 0 && to > 0 && names.every(isName)
    && isNumber(lower.slice(0, -1)) && isNumber(upper.slice(1))
    && least?.kind === 'sign' && sign?.kind === 'sign' && least.text[0] === sign.text[0]
  if (!isList) return [first, ...withLists(others)]
  return [
    ...names.map((name, k) => (
      { ...k === 0 ? first : { separator: { ...last.separator as Separator, text: ';' } }, atoms: [...lower, ...name, ...upper] }
    )),
    ...withLists(others.slice(end + 1))
  ]
}

const isName = ([letter, scripts, more]: Atoms): boolean => (letter?.kind === 'letter' || letter?.kind === 'word')
  && (scripts === undefined || scripts.kind === 'scripts') && more === undefined

const isNumber = (atoms: Atoms): boolean => /^[-\d./()]+$/.test(spelling(atoms))

const isRelation = (atom: Atom): boolean =>
  atom.kind === 'sign' && (atom.text === ':=' || relationSigns.includes(atom.text))

const isCondition = (atom: Atom): boolean => atom.kind === 'prose' && /\b(?:if|when|whenever|where|for|with|provided)\b/i.test(atom.text)

/** Whether a condition stands here that another may go on, as in "if a > 0"; "for all a" is none. */
const hasCondition = (atoms: Atoms): boolean => {
  const from = atoms.findLastIndex(isCondition)
  return from >= 0 && atoms.slice(from).some(isRelation)
}

/**
 * An equation whose left side is no index of what stands before it; and no inequality after a condition, to which it belongs, as in
 * "if a > 0, b > 0", but where it has a condition of its own.
 */
const isStatement = (segment: Atoms, before: Atoms): boolean => {
  const at = segment.findIndex(isRelation)
  if (isInequality(segment[at]) && hasCondition(before) && !segment.some(isCondition)) return false
  const left = segment.slice(0, Math.max(at, 0))
  const [letter] = left
  if (at <= 0 || !before.some(isRelation) || left.some(({ kind }) => kind === 'prose')) return false
  if (left.some(atom => atom.kind === 'sign' && ['for all', 'in', '...'].includes(atom.text))) return false
  if (left.length === 1 && letter?.kind === 'letter') return !spelling(before).includes(letter.text)
  // "1 <= i" is of an index; "3 = 4" is of none
  if (left.length === 1 && letter?.kind === 'number') return isNumber(segment.slice(at + 1))
  const indices = spelling(before.filter(({ kind }) => kind === 'scripts'))
  return left.some(
    atom => atom.kind !== 'number' && atom.kind !== 'sign' && !(atom.kind === 'letter' && indices.includes(atom.text))
  )
}
