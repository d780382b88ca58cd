import type { Atom, RowsAtom } from './Atom.js'
import { complainAt } from './complainAt.js'
import { type PlainReader, readList, sign } from './PlainReader.js'
import { relationSigns } from './readRelation.js'
import { around, type Span } from './Span.js'

const isSign = (atom: Atom | undefined, text: string): boolean => atom?.kind === 'sign' && atom.text === text

/** Where a relation stands outside of all brackets, or -1. */
export const relationIn = (atoms: ReadonlyArray<Atom>): number => {
  let depth = 0
  return atoms.findIndex(atom => {
    if (atom.kind !== 'sign') return false
    depth += ['(', '[', '{'].includes(atom.text) ? 1 : [')', ']', '}'].includes(atom.text) ? -1 : 0
    return depth === 0 && relationSigns.includes(atom.text)
  })
}

/** The entries of what is nothing but a list. */
const listIn = (atoms: ReadonlyArray<Atom>): ReadonlyArray<ReadonlyArray<Atom>> | undefined => {
  const [open, rows, close, more] = atoms
  const isAlone = isSign(open, '[') && isSign(close, ']') && more === undefined
  return isAlone && rows?.kind === 'rows' && rows.rows.every(cells => cells.length === 1)
    ? rows.rows.map(([cell = []]) => cell) : undefined
}

const inBrackets = (rows: RowsAtom['rows'], span: Span): ReadonlyArray<Atom> =>
  [sign('[', span), { kind: 'rows', rows, span }, sign(']', span)]

/** [a, b] is a vector, [[a, b], [c, d]] a matrix in rows, and [a = b] is 1 where that is so, and else 0. */
export const readBracketed = (reader: PlainReader): ReadonlyArray<Atom> => {
  const { parts, span } = readList(reader, ']')
  const [first = [], ...others] = parts
  if (others.length === 0 && relationIn(first) >= 0) return [sign('[', span), ...first, sign(']', span)]
  const lists = parts.map(listIn)
  const rows = lists.flatMap(list => (list === undefined ? [] : [list]))
  return inBrackets(rows.length === parts.length ? rows : parts.map(part => [part]), span)
}

const mostEntries = 10_000

/** x[i], A[i, j], and the slice x[1..3]: the vector of these entries. */
export const readSubscript = (reader: PlainReader, base: ReadonlyArray<Atom>): ReadonlyArray<Atom> => {
  const open = reader.take()
  const indices = [indexOf(reader)]
  while (reader.isAt(',')) {
    reader.take()
    indices.push(indexOf(reader))
  }
  const span = around([open.span, reader.expect(']').span])
  const at = (index: ReadonlyArray<ReadonlyArray<Atom>>): ReadonlyArray<Atom> => {
    const groups = index.map((atoms): Atom => ({ kind: 'group', atoms, span: around(atoms.map(atom => atom.span)) }))
    return [...base, { kind: 'scripts', below: groups.flatMap((part, k) => (k === 0 ? [part] : [sign(',', span), part])), span }]
  }
  const [rows = { atoms: [] }, columns, more] = indices
  const slices = indices.filter(index => 'slice' in index)
  if (slices.length === 0 || more !== undefined) return at(indices.map(index => index.atoms))
  const [down, across] = [each(rows), columns === undefined ? [undefined] : each(columns)]
  if (down.length * across.length > mostEntries) complainAt(span, `at most ${mostEntries} entries`, String(down.length * across.length))
  const entries = down.map(i => across.map(j => at(j === undefined ? [i] : [i, j])))
  return inBrackets(entries, around([...base.map(atom => atom.span), span]))
}

interface Index {
  readonly atoms: ReadonlyArray<Atom>
  readonly slice?: readonly [number, number]
}

/** An index, or a range of whole numbers. */
const indexOf = (reader: PlainReader): Index => {
  const atoms = reader.until([',', ']', '..'])
  if (atoms.length === 0) return complainAt(reader.peek().span, 'an index, counted from 1', reader.peek().text)
  if (!reader.isAt('..')) return { atoms }
  const dots = reader.take()
  const end = reader.until([',', ']'])
  const [from, to] = [wholeIn(atoms), wholeIn(end)]
  return from === undefined || to === undefined || from > to
    ? complainAt(around([dots.span, ...[...atoms, ...end].map(atom => atom.span)]), 'a slice between whole numbers, x[1..3]', 'another')
    : { atoms, slice: [from, to] }
}

const wholeIn = ([atom, more]: ReadonlyArray<Atom>): number | undefined =>
  (atom?.kind === 'number' && /^\d{1,6}$/.test(atom.text) && more === undefined ? Number(atom.text) : undefined)

const each = ({ atoms, slice }: Index): ReadonlyArray<ReadonlyArray<Atom>> => {
  if (slice === undefined) return [atoms]
  const [from, to] = slice
  const span = around(atoms.map(atom => atom.span))
  return Array.from({ length: to - from + 1 }, (_, k) => [{ kind: 'number', text: String(from + k), span }])
}

/** { a where x > 0; b }: the first value whose condition holds, else the last. */
export const readBraced = (reader: PlainReader): ReadonlyArray<Atom> => {
  const open = reader.take()
  const rows: Array<ReadonlyArray<ReadonlyArray<Atom>>> = []
  do {
    const value = reader.until(['where', ';', '}'])
    if (value.length === 0) complainAt(reader.peek().span, 'a value', reader.peek().text)
    if (!reader.isAt('where')) rows.push([value])
    else {
      reader.take()
      rows.push([value, reader.until([';', '}'])])
    }
  } while (reader.isAt(';') && reader.take().text === ';')
  const span = around([open.span, reader.expect('}').span])
  return [sign('{', open.span), { kind: 'rows', rows, span }, sign('}', span)]
}
