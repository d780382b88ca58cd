import type { Atom } from '../notation/index.js'

type Atoms = ReadonlyArray<Atom>

/** The rows of an aligned display, or a whole formula. A row that begins with an operator, or follows one, goes on with the row before. */
export const rowsOf = (atoms: Atoms): ReadonlyArray<Atoms> => {
  const [only, more] = atoms.filter(atom => !isSpace(atom))
  if (only?.kind !== 'rows' || more !== undefined) return [atoms]
  const [first, other] = only.rows
  // equation around split
  if (first !== undefined && other === undefined && first.length === 1
    && isRows(first.flat())) return rowsOf(first.flat())
  const rows = only.rows.reduce<ReadonlyArray<Atoms>>((done, cells) => {
    const before = done[done.length - 1] ?? []
    const row = withoutSpace(cells.flat())
    return isWords(before) || !goesOn(before, row, cells) ? [...done, row] : [...done.slice(0, -1), [...before, ...row]]
  }, [])
  return rows.filter(row => !isWords(row))
}

const isRows = (atoms: Atoms): boolean => atoms.every(atom => atom.kind === 'rows' || isSpace(atom))

const isSpace = (atom: Atom | undefined): boolean => atom?.kind === 'sign' && atom.text === ' '

const withoutSpace = (row: Atoms): Atoms => (isSpace(row[0]) ? withoutSpace(row.slice(1)) : row)

/** Whether a row has words alone, or nothing. */
const isWords = (row: Atoms): boolean => row.every(atom => atom.kind === 'prose' || isSpace(atom))

const isSign = (atom: Atom | undefined, signs: ReadonlyArray<string>): boolean =>
  atom?.kind === 'sign' && signs.includes(atom.text)

const joins = ['+', '-', '+-', '*', '.', '.*', '/']

/** In a cell that is not the first, where the row before is a line of its own; elsewhere a minus may begin the next line. */
const goesOn = (before: Atoms, row: Atoms, [first = [], ...others]: ReadonlyArray<Atoms>): boolean => {
  if (isSign(before[before.length - 1], joins)) return true
  if (!isSign(row[0], joins) || isSign(before[0], joins)) return false
  const isAligned = others.length > 0 && first.length === 0
  return isAligned || row.every(atom => !isSign(atom, ['=', '<', '<=', '>', '>=', '!=', '~', ':=']))
}
