import type { Atom } from './Atom.js'
import { complainAt } from './complainAt.js'
import type { Context } from './Context.js'
import { nameOf } from './cursor.js'
import { mentions, partsOf } from './partsOf.js'
import { plain } from './plain.js'
import type { Scope } from './Scope.js'
import { around } from './Span.js'
import type { RelationSign, RelationTerm, Term } from './Term.js'

/** What is said, of what, and what stands before it. */
export interface Said {
  readonly separators: ReadonlyArray<Atom>
  readonly of: Term
  /** The last side; none of a range, i = 1, ..., n. */
  readonly last: Term | undefined
  readonly relations: ReadonlyArray<RelationTerm>
}

export const relation = (sign: RelationSign, left: Term, right: Term): RelationTerm =>
  ({ kind: 'relation', sign, left, right, span: around([left.span, right.span]) })

/**
 * What is said where names that a comma parts may be a list of which one thing is said: "a, b > 0", "0 < x, y < 1". Where two claims may be
 * meant as well, "a < b, c < d", it is refused.
 */
export const togetherOf = (context: Context, all: ReadonlyArray<Said>): ReadonlyArray<RelationTerm> => {
  const [first, ...others] = all
  if (first === undefined) return []
  const isOne = first.relations.length === 0 ? isNumber : isName
  const end = others.findIndex(said => !isListed(said) || !isOne(context, said.of) || said.relations.length > 0)
  const closing = others[end]
  const isClosed = closing !== undefined && isListed(closing) && isOne(context, closing.of)
  const list = [first, ...end < 0 ? others : others.slice(0, isClosed ? end + 1 : end)]
  const isList = list.length > 1 && first.last !== undefined && isOne(context, first.last)
    && (first.relations.length > 0 || isSaid(first))
  const found = isList ? ofEach(context, list) : undefined
  return found === undefined ? [...alone(first), ...togetherOf(context, others)]
    : [...found, ...togetherOf(context, all.slice(list.length))]
}

const isListed = ({ separators: [first, more] }: Said): boolean =>
  first?.kind === 'sign' && first.text === ',' && more === undefined

const isNumber = ({ scope }: Context, of: Term): boolean =>
  of.kind === 'name' && scope.get(of.name)?.kind === 'variable'

const isName = ({ scope }: Context, of: Term): boolean => of.kind === 'name' && scope.get(of.name)?.kind !== 'size'

const isSaid = ({ separators }: Said): boolean =>
  separators.some(atom => atom.kind === 'prose' || (atom.kind === 'sign' && atom.text === 'for all'))

/** "for all i": of a name alone, and of nothing else, it is said that it is any. */
const isForEach = ({ separators, of }: Said): boolean =>
  ['name', 'item', 'entry'].includes(of.kind) && separators.some(atom => (atom.kind === 'sign' && atom.text === 'for all')
    || (atom.kind === 'prose' && /\b(?:for|all|any|each|every)\b/.test(atom.text)))

const alone = (said: Said): ReadonlyArray<RelationTerm> => {
  const { relations, separators: [first] } = said
  return relations.length > 0 || isForEach(said) || first === undefined ? relations
    : isSaid(said) ? complainAt(said.of.span, 'a relation in a condition, such as x > 0', plain(said.of))
      : complainAt(first.span, 'an operator or the end', nameOf(first) === ',' ? 'a comma' : nameOf(first))
}

/** The same of each name of a list; none where these are two claims, as in "x > 0, y < 1". */
const ofEach = (
  { scope }: Context, list: ReadonlyArray<Said>
): ReadonlyArray<RelationTerm> | undefined => {
  const [first, ...others] = list as [Said, ...ReadonlyArray<Said>]
  const last = others[others.length - 1] as Said
  const names = [first.last as Term, ...others.map(({ of }) => of)]
  const [before, after] = [first.relations[first.relations.length - 1], last.relations[0]]
  const isRange = after !== undefined && after.left !== last.of
  if (isRange || (before === undefined && after === undefined)) return undefined
  const both = before !== undefined && after !== undefined
  if (both && others.length === 1 && !isOneList(first, before, last, after, names)) return undefined
  const isClear = !both || (isInOrder(before, after) && (others.length > 1
    || [before.left, after.right].every(end => isConstant(scope, end))))
  if (!isClear) return complainAt(
    around([before.span, after.span]),
    `what is meant: ${plain(relation(before.sign, before.left, names[1] as Term))} too, or two conditions with "and" between them`,
    'what is read in both ways'
  )
  return [
    ...first.relations,
    ...before === undefined ? [] : names.slice(1).map(name => relation(before.sign, before.left, name)),
    ...after === undefined ? [] : names.slice(0, -1).map(name => relation(after.sign, name, after.right)),
    ...last.relations
  ]
}

const isInOrder = ({ sign: [one] }: RelationTerm, { sign: [other] }: RelationTerm): boolean =>
  one === other && (one === '<' || one === '>')

/** Of "a < b, c < d" both are possible; of "x > 0, y < 1", "a < b, b < c" and "0 < x < a, b < c" one alone. */
const isOneList = (
  first: Said, before: RelationTerm, last: Said, after: RelationTerm, names: ReadonlyArray<Term>
): boolean => {
  const all = new Set(names.flatMap(term => (term.kind === 'name' ? [term.name] : [])))
  return isInOrder(before, after) && first.relations.length === 1 && last.relations.length === 1
    && all.size === names.length && ![before.left, after.right].some(end => mentions(end, all))
}

/** Whether a term has no names but those of sizes. */
const isConstant = (scope: Scope, term: Term): boolean => (term.kind === 'name' ? scope.get(term.name)?.kind === 'size'
  : partsOf(term).every(part => isConstant(scope, part)))
