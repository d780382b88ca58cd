import type { Atom, SignAtom } from './Atom.js'
import { complainAt } from './complainAt.js'
import type { Span } from './Span.js'

/** A place in a list of atoms, which moves on as they are read. */
export interface Cursor {
  readonly peek: (ahead?: number) => Atom | undefined
  readonly take: () => Atom | undefined
  /** Takes the next atom if it is one of these signs. */
  readonly accept: (signs: ReadonlyArray<string>) => SignAtom | undefined
  readonly expect: (sign: string) => SignAtom
  readonly isAt: (signs: ReadonlyArray<string>) => boolean
  readonly isDone: () => boolean
  /** Where the next atom stands, or the end. */
  readonly span: () => Span
}

export const cursorOver = (atoms: ReadonlyArray<Atom>, end: number): Cursor => {
  let at = 0
  const last = atoms[atoms.length - 1]?.span.to ?? end
  const peek = (ahead = 0): Atom | undefined => atoms[at + ahead]
  const take = (): Atom | undefined => atoms[at++]
  const span = (): Span => peek()?.span ?? { from: last, to: last }
  const isAt = (signs: ReadonlyArray<string>): boolean => {
    const next = peek()
    return next?.kind === 'sign' && signs.includes(next.text)
  }
  const accept = (signs: ReadonlyArray<string>): SignAtom | undefined => (isAt(signs) ? take() as SignAtom : undefined)
  return {
    peek, take, accept, isAt, span,
    isDone: () => at >= atoms.length,
    expect: sign => accept([sign]) ?? complainAt(span(), sign, nameOf(peek()))
  }
}

/** What an atom is, in words. */
export const nameOf = (atom: Atom | undefined): string => {
  switch (atom?.kind) {
    case undefined: return 'the end'
    case 'number': case 'letter': case 'word': case 'sign': return atom.text === ' ' ? 'a space' : atom.text
    case 'prose': return `the words "${atom.text.trim()}"`
    case 'scripts': return 'a subscript or superscript'
    case 'group': return 'a group'
    case 'fraction': return 'a fraction'
    case 'root': return 'a root'
    case 'rows': return 'rows of cells'
  }
}
