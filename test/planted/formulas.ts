import type { Bindings } from '../../src/check/bound.js'
import { reading } from '../../src/check/check.js'
import { type Passage, passagesOf } from '../../src/check/document.js'
import { type Scope, typeOf } from '../../src/notation/index.js'
import { isLeft } from '../../src/prelude/index.js'
import { type Edit, editsOf, type Letters } from './edits.js'
import { type Piece, piecesOf } from './pieces.js'

/** A document whose formulas are edited, and what its names are bound to in a program. */
export interface Paper {
  readonly document: string
  readonly bind?: Bindings
}

/** A formula of a document that is judged, or that defines what others are judged by; from where to where it stands, and all its edits. */
export interface Formula {
  readonly from: number
  readonly to: number
  /** What it defines, if it does. */
  readonly defines?: string
  /** Letters and words in it. */
  readonly names: ReadonlySet<string>
  readonly edits: ReadonlyArray<Edit>
}

const effort = { seed: 1, runs: 0, cancelled: () => false }

/** What names mean after the first passages of a document. */
export const scopeAfter = ({ document, bind = {} }: Paper, to: number): Scope =>
  reading(document.slice(0, to), effort, { bind, isMeant: () => false }).scope

const lettersIn = (scope: Scope): Letters => {
  const isArray = (name: string): boolean => {
    const type = typeOf(scope, { kind: 'name', name, span: { from: 0, to: 0 } })
    return !isLeft(type) && type.right !== 'a number'
  }
  const isFunction = (name: string): boolean => {
    const symbol = scope.get(name)
    return symbol?.kind === 'definition' && symbol.parameters.length > 0
  }
  return { isArray, isFunction }
}

/** A form of an erratum that is printed, and wrong as it is. */
const isPrinted = ({ text }: Passage): boolean => /^[^\n]*%\s*lemmata:[^;\n]*;[^;\n]*;\s*printed\s*\n/.test(text)

/** The formulas of a document with all edits of each. */
export const formulasOf = (paper: Paper): ReadonlyArray<Formula> =>
  passagesOf(paper.document).filter(passage => !isPrinted(passage)).flatMap(({ kind, text, at, span }) => {
    if (kind === 'heading') return []
    const letters = lettersIn(scopeAfter(paper, kind === 'declarations' ? span.to : span.from))
    if (kind === 'declarations') return definitionsIn(text, at, letters)
    const pieces = piecesOf(text, at)
    const isSaid = pieces.some(piece => piece.kind === 'relation')
    return isSaid ? [{ from: at, to: at + text.length, names: namesIn(pieces), edits: editsOf(pieces, letters) }] : []
  })

const definitionsIn = (block: string, at: number, letters: Letters): ReadonlyArray<Formula> =>
  block.split('\n').reduce<{ readonly from: number; readonly found: ReadonlyArray<Formula> }>((
    { from, found }, line
  ) => {
    const text = line.replace(/%.*$/, '')
    const pieces = piecesOf(text, from)
    const sign = pieces.findIndex(piece => piece.text === ':=')
    const said = pieces.slice(sign + 1)
    const [name] = pieces
    const formula = {
      from, to: from + text.length, defines: name?.text ?? '', names: namesIn(said), edits: editsOf(said, letters)
    }
    return { from: from + line.length + 1, found: sign < 0 ? found : [...found, formula] }
  }, { from: at, found: [] }).found

const namesIn = (pieces: ReadonlyArray<Piece>): ReadonlySet<string> =>
  new Set(pieces.flatMap(({ text, below = [], above = [], inside }) =>
    [text, ...[below, above, ...inside].flatMap(part => [...namesIn(part)])]))

/** Whether a formula depends on a name, by what it says or by what that is defined by. */
export const dependsOn = (
  formulas: ReadonlyArray<Formula>, { names }: Formula, name: string, seen: ReadonlySet<string> = new Set()
): boolean => names.has(name) || formulas.some(
  other => other.defines !== undefined && names.has(other.defines) && !seen.has(other.defines)
      && dependsOn(formulas, other, name, new Set([...seen, other.defines]))
)
