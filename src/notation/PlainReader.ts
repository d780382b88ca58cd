import type { Atom, SignAtom } from './Atom.js'
import { complainAt } from './complainAt.js'
import type { Token } from './plainTokens.js'
import type { Span } from './Span.js'

/** A place in the words of a formula, which moves on as they are read; and what its parts need of each other. */
export interface PlainReader {
  readonly peek: (ahead?: number) => Token
  readonly take: () => Token
  readonly isAt: (text: string, ahead?: number) => boolean
  readonly expect: (text: string) => Token
  /** The name that a spelling means. */
  readonly nameOf: (token: Token) => string
  /** Whether something is declared under this spelling. */
  readonly isDeclared: (token: Token) => boolean
  /** Whether a name may be called: it is declared as a function, or not at all. */
  readonly isFunction: (token: Token) => boolean
  /** Whether a name stands for one value for each whole number, and with its index above or below. */
  readonly scriptOf: (name: string) => 'above' | 'below' | undefined
  /** All up to one of these signs or words, which is not taken. */
  readonly until: (ends: ReadonlyArray<string>) => ReadonlyArray<Atom>
  /** One factor with all that is written behind it. */
  readonly factor: () => ReadonlyArray<Atom>
}

export const sign = (text: string, span: Span): SignAtom => ({ kind: 'sign', text, span })

/** (a, b, ...): the atoms of each, and where they stand. */
export const readList = (
  reader: PlainReader, close: string
): { readonly parts: ReadonlyArray<ReadonlyArray<Atom>>; readonly span: Span } => {
  const open = reader.take()
  const parts = [reader.until([',', close])]
  while (reader.isAt(',')) {
    reader.take()
    parts.push(reader.until([',', close]))
  }
  const { to } = reader.expect(close).span
  const span = { from: open.span.from, to }
  const empty = parts.findIndex(part => part.length === 0)
  if (empty >= 0) complainAt({ from: to - 1, to }, 'a number, a name or a bracket', parts.length === 1 ? close
    : 'nothing beside a comma')
  return { parts, span }
}
