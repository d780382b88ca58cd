import { type Atom, type Scope, texAtoms, withMacros } from '../../notation/index.js'
import { attempt, isLeft } from '../../prelude/index.js'
import { declared } from '../declarations.js'
import { passagesOf, placeIn } from '../document.js'

/** A declaration, and why it is proposed. */
export interface Proposal {
  readonly declares: string
  readonly why: string
}

const small = 'and|or|with|without|are|is|the|their|these|its|our|of|for|from|in|on|to|has|have|as|at|by|be'
const things =
  'samples|examples|observations|points|inputs|outputs|features|attributes|dimensions|entries|components|classes|labels|'
    + 'clusters|steps|iterations|rounds|epochs|layers|neurons|units|weights|parameters|rows|columns|tokens|heads'
const counted = new RegExp(`^\\s+(?:(?!(?:${small})\\b)[a-z-]+\\s+){0,2}?(?:${things})\\b`)
const measured = /\b(?:dimensions?|length|size|order)\s+$/

/** The sizes that sentences speak of, "$n$ samples": each with the sentence. */
export const sizesSaid = (document: string): ReadonlyMap<string, string> => {
  const passages = passagesOf(document)
  return new Map(passages.flatMap(({ kind, text, span }) => {
    if (kind !== 'inline' || !/^\s*[a-zA-Z]\s*$/.test(text)) return []
    const [noun] = counted.exec(document.slice(span.to, span.to + 80)) ?? []
    const [measure] = measured.exec(document.slice(Math.max(0, span.from - 40), span.from)) ?? []
    const words = noun !== undefined ? `${text.trim()}${noun}`
      : measure !== undefined ? `${measure}${text.trim()}` : undefined
    return words === undefined ? [] : [[text.trim(), said(document, words, span.from)] as const]
  }))
}

const said = (document: string, words: string, at: number): string =>
  `line ${placeIn(document, at).line} says "${words.replace(/\s+/g, ' ').trim()}"`

/** The names of sizes in \mathbb{R}^{m \times n} and in \{1..C\}. */
const sizesIn = (atoms: ReadonlyArray<Atom>): ReadonlyArray<string> => atoms.flatMap(atom => {
  if (atom.kind === 'scripts') return sizesIn(atom.above ?? [])
  if (atom.kind === 'group') return sizesIn(atom.atoms)
  return atom.kind === 'letter' && !/^\\mathbb|^ℝ$/.test(atom.text) ? [atom.text] : []
})

interface Declared {
  readonly sizes: ReadonlyMap<string, string>
  readonly proposals: ReadonlyArray<Proposal>
  readonly scope: Scope
}

/** What sentences declare, such as "$x \in \mathbb{R}^n$" and "$\eta > 0$", and the sizes that this needs. */
export const declaredBySentences = (document: string, before: Scope): Omit<Declared, 'scope'> =>
  passagesOf(document).filter(({ kind }) => kind === 'inline').reduce<Declared>(
    (known, { text, span, macros }) => {
      const tex = text.trim().replace(/\s+/g, ' ').replace(/(?<=\\\{[^{}]*),\s*\\[lc]?dots\s*,\s*/, '..')
      const isMember = /\\in(?![a-z])/.test(tex)
      if (!isMember && !/^[^=<]*>\s*0$/.test(tex)) return known
      const atoms = texAtoms(tex, macros)
      if (isLeft(atoms)) return known
      const set = atoms.right.slice(1 + atoms.right.findIndex(atom => atom.kind === 'sign' && atom.text === 'in'))
      const needed = isMember ? sizesIn(set).filter(name => !known.scope.has(name)) : []
      const sized = withMacros(
        new Map([...known.scope, ...needed.map(name => [name, { kind: 'size', from: 1, to: 3 }] as const)]), macros
      )
      const next = attempt(() => declared(sized, tex))
      if (isLeft(next) || [...next.right.keys()].every(name => sized.has(name))) return known
      return {
        scope: next.right,
        sizes: new Map([...known.sizes, ...needed.map(name => [name, said(document, `$${tex}$`, span.from)] as const)]),
        proposals: [...known.proposals, { declares: tex, why: said(document, `$${tex}$`, span.from) }]
      }
    }, { sizes: new Map(), proposals: [], scope: before })
