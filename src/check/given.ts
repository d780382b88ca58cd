import { attempt, isLeft, orThrow } from '../prelude/index.js'
import {
  type Atom, plain, readConditions, type RelationTerm, type Scope, spelling, splitAt, type Statement, texAtoms,
  type Term
} from '../notation/index.js'
import { naming } from './cues.js'
import type { Passage } from './document.js'
import { withMembers } from './members.js'
import { dependenciesOf, spoken } from './names.js'
import { narrowed } from './narrowed.js'
import { rangeOf } from './range.js'
import type { Sides } from './places.js'
import { between } from './steps.js'
import type { Under } from './under.js'
import { isPredicate } from './worded.js'

/** A condition as it is read, and whether the claim may rest on it. */
export interface Given {
  readonly told: string
  readonly isCertain: boolean
  /** Whether it says that the relations hold, and all of it is understood. */
  readonly isPlain: boolean
  readonly relations: ReadonlyArray<RelationTerm>
  /** Whether it follows "where", "for" or "with". */
  readonly isLimit: boolean
  /** The names that it is about. */
  readonly about: ReadonlyArray<string>
}

/** The conditions of a claim; what says no more than the declarations is none. */
export const givensOf = (scope: Scope, under: ReadonlyArray<Under>): ReadonlyArray<Given> =>
  under.flatMap(({ passage, opening, isCertain }) => {
    if (opening.kind === 'limit' && isClaim(scope, passage)) return []
    if (isKnownAnyway(scope, passage)) return []
    const relations = relationsIn(scope, passage)
    const isLimit = opening.kind === 'limit'
    const told = (passage.words ?? passage.text).trim().replace(/\s+/g, ' ').replace(/[.,;]$/, '')
    if (relations === undefined) {
      const atoms = texAtoms(passage.text, passage.macros)
      const names = isLeft(atoms) ? [] : splitAt(atoms.right, ',').map(spelling)
      const about = [...names, ...[...passage.text.matchAll(/\\?[a-zA-Z]+/g)].map(([word]) => word)]
      return [{ told, isCertain, isPlain: false, isLimit, relations: [], about }]
    }
    const about = relations.flatMap(({ left, right }) => [left, right]).flatMap(spoken)
    return relations.length === 0 ? []
      : [{ told: relations.map(readAs).join(', '), isCertain, isPlain: opening.isPlain, isLimit, relations, about }]
  })

/** A positive integer n is one where it is a size, and a convex f where it is declared so. */
const isKnownAnyway = (scope: Scope, { text, words }: Passage): boolean => {
  const symbol = scope.get(text.trim())
  if (words === undefined || symbol === undefined) return false
  const isWhole = symbol.kind === 'size' && /\b(?:positive|integer)\b/i.test(words) && !/\b(?:even|odd|prime|large|small)\b/i.test(words)
  const known = symbol.kind === 'definition' ? symbol.known?.told ?? '' : ''
  return isWhole || (known !== '' && [...words.matchAll(/convex|concave|smooth|lipschitz|linear|affine|homogeneous/gi)].every(
    ([property]) => known.toLowerCase().includes(property.toLowerCase())
  ))
}

const readAs = ({ left, sign, right }: RelationTerm): string => `${plain(left)} ${sign} ${plain(right)}`

/** "where p = softmax(z)" says what holds, if p is something else already than any number. */
export const isClaim = (scope: Scope, { text }: Passage): boolean => {
  if (!naming.test(text)) return false
  const [left = ''] = text.split('=')
  const atoms = texAtoms(left)
  const symbol = isLeft(atoms) ? undefined : scope.get(spelling(atoms.right))
  return symbol === undefined ? !/\\[lc]?dots|…|\.\.\./.test(text)
    : !['variable', 'size', 'label'].includes(symbol.kind)
}

/** What a formula says of its names; none where that is not understood. Of x \in \mathbb{R}^n it is nothing. */
export const relationsIn = (
  scope: Scope, { text, macros, words }: Passage
): ReadonlyArray<RelationTerm> | undefined => {
  if (words !== undefined && (!inequality.test(text) || isMatrix(scope, text))) return undefined
  const found = attempt(() => {
    const atoms = orThrow(texAtoms(text, macros))
    const relations = readConditions(scope, atoms)
    const member = atoms.findIndex(atom => atom.kind === 'sign' && atom.text === 'in')
    if (!isLeft(relations) && relations.right.length > 0) return relations.right
    if (member < 0) return undefined
    const after = withMembers(scope, atoms.slice(0, member), unstopped(atoms.slice(member + 1)), false, text)
    return [...after].flatMap(([name, symbol]) => (symbol === scope.get(name) || symbol.kind === 'sequence' ? []
      : symbol.kind === 'variable' ? ofRange(name, symbol.is) : orThrow(relations)))
  })
  return isLeft(found) ? undefined : found.right
}

/** A positive matrix may have positive entries, or be definite. */
const isMatrix = (scope: Scope, text: string): boolean => {
  const symbol = scope.get(text.replace(/\s*(?:[<>]|\\(?:[lg]e|ne)).*$/, ''))
  return symbol?.kind === 'variable' && plain(symbol.type.columns) !== '1'
}

const inequality = /[<>]|\\(?:[lg]e|ne)(?![a-zA-Z])/

/** Without the punctuation at its end. */
const unstopped = (atoms: ReadonlyArray<Atom>): ReadonlyArray<Atom> => {
  const last = atoms[atoms.length - 1]
  const isStop = (last?.kind === 'sign' && (last.text === ',' || last.text === ' '))
    || (last?.kind === 'number' && last.text === '.')
  return isStop ? unstopped(atoms.slice(0, -1)) : atoms
}

const ofRange = (name: string, is: Parameters<typeof rangeOf>[0]): ReadonlyArray<RelationTerm> => {
  const { lower, upper } = rangeOf(is)
  const span = { from: 0, to: 0 }
  const left: Term = { kind: 'name', name, span }
  return [
    ...lower === undefined ? [] : [
      { kind: 'relation', sign: lower.isStrict ? '>' : '>=', left, right: lower.at, span } as const
    ],
    ...upper === undefined ? []
      : [{ kind: 'relation', sign: upper.isStrict ? '<' : '<=', left, right: upper.at, span } as const]
  ]
}

const saying =
  /^\s*,?\s*(?:if|when|whenever|for(?: all| any| every| each)?|where|provided(?: that)?|(?:as|so) long as|given(?: that)?|assuming(?: that)?|with)\s*$/i

/** Whether a line announces what stands after it: "\text{if}", "\forall". */
const isSaid = (atoms: ReadonlyArray<Atom>): boolean => {
  const isWord = (atom: Atom): boolean => atom.kind === 'prose' || (atom.kind === 'sign' && atom.text === 'for all')
  const at = atoms.findIndex(isWord)
  const claim = atoms.slice(0, Math.max(at, 0))
  const separator = claim.findIndex(atom => atom.kind === 'sign' && [',', ';', ' '].includes(atom.text))
  const isOne = separator < 0 || claim.slice(separator).every(
    atom => atom.kind === 'sign' && [',', ';', ' '].includes(atom.text)
  )
  const [first, ...more] = atoms.filter(isWord)
  const says = (atom: Atom | undefined): boolean =>
    atom?.kind === 'sign' || (atom?.kind === 'prose' && saying.test(atom.text))
  return at > 0 && isOne && says(first) && more.every(
    atom => says(atom) || (atom.kind === 'prose' && /^\s*and\s*$/.test(atom.text))
  )
}

/** A line without the conditions on numbers that it announces itself, and these. */
export const parted = (
  scope: Scope, statement: Statement, atoms: ReadonlyArray<Atom>
): { readonly statement: Statement; readonly own: ReadonlyArray<Given> } => {
  const isOwn = (relation: RelationTerm): boolean => !isWhole(scope, relation)
  const own = isSaid(atoms) ? statement.conditions.filter(isOwn) : []
  const from = atoms.findIndex(({ kind }) => kind === 'prose')
  const said = from > 0 ? atoms.slice(from) : []
  const words = said.some(atom => atom.kind === 'prose' && isPredicate(atom.text))
    ? [{
      told: said.map(atom => spelling([atom])).join(' ').trim(), isCertain: true, isPlain: false, isLimit: false, relations: [],
      about: said.flatMap(atom => (atom.kind === 'letter' || atom.kind === 'word' ? [atom.text] : []))
    }] : []
  return {
    statement: { ...statement, conditions: statement.conditions.filter(relation => !own.includes(relation)) },
    own: [...words, ...own.map(relation => ({
      told: readAs(relation), isCertain: true, isPlain: true, isLimit: false, relations: [relation],
      about: [relation.left, relation.right].flatMap(spoken)
    }))]
  }
}

/** What is known where conditions hold: the scope, conditions on indices and sizes, and the conditions that could not be taken into it. */
export interface Applied {
  readonly scope: Scope
  readonly conditions: ReadonlyArray<RelationTerm>
  readonly left: ReadonlyArray<Given>
  readonly told: ReadonlyArray<string>
}

/** Takes conditions into a scope. */
export const applied = (scope: Scope, givens: ReadonlyArray<Given>, sides: Omit<Sides, 'free'>): Applied => {
  const plainly = givens.filter(({ isPlain }) => isPlain)
  const all = plainly.flatMap(given => given.relations.map(relation => ({ given, relation })))
  const whole = all.filter(({ relation }) => isWhole(scope, relation))
  const fitting = all.filter(({ relation }) => !isWhole(scope, relation) && fits(scope, relation))
  const { scope: narrow, left } = narrowed(scope, fitting.map(({ relation }) => relation))
  const names = about(narrow, sides)
  const meant = whole.filter(({ relation }) => spoken(relation).some(name => names.has(name))).map(
    ({ relation }) => relation
  )
  const taken = [...whole.map(({ relation }) => relation), ...fitting.map(({ relation }) => relation).filter(
    relation => !left.includes(relation)
  )]
  const isTaken = ({ relations, isPlain }: Given): boolean =>
    isPlain && relations.every(relation => taken.includes(relation))
  const told = plainly.filter(({ relations }) => relations.some(relation => meant.includes(relation)
    || (taken.includes(relation) && !whole.some(other => other.relation === relation)
      && isNews(scope, narrow, relation)))).map(given => given.told)
  return { scope: narrow, conditions: meant, left: givens.filter(given => !isTaken(given)), told: [...new Set(told)] }
}

/** The names on which a claim depends. */
export const about = (scope: Scope, { left, right, conditions }: Omit<Sides, 'free'>): ReadonlySet<string> =>
  new Set([...dependenciesOf(scope, [left, right]), ...[left, right, ...conditions].flatMap(spoken)])

const isWhole = (scope: Scope, relation: RelationTerm): boolean =>
  spoken(relation).every(name => !scope.has(name) || ['size', 'label'].includes(scope.get(name)?.kind ?? ''))

const fits = (scope: Scope, { sign, left, right }: RelationTerm): boolean =>
  !isLeft(attempt(() => between(scope, sign, left, right)))

/** Whether a relation changed what is known of a name in it. */
const isNews = (scope: Scope, narrow: Scope, relation: RelationTerm): boolean => spoken(relation).some(name => {
  const [before, after] = [scope.get(name), narrow.get(name)]
  return JSON.stringify(before) !== JSON.stringify(after)
})
