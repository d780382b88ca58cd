import type { Atom, ScriptsAtom, SignAtom } from './Atom.js'
import { binary, number } from './build.js'
import { complainAt } from './complainAt.js'
import { type Context, isKnown, splitAt, within } from './Context.js'
import { cursorOver, nameOf } from './cursor.js'
import { mentions } from './partsOf.js'
import { plain } from './plain.js'
import { relationSigns } from './readRelation.js'
import { spelling } from './spelling.js'
import { around, type Span } from './Span.js'
import type { Range, RelationSign, RelationTerm, Term } from './Term.js'

/** What stands below and above a big operator, and the context of what comes after it. */
export interface Ranges {
  readonly ranges: ReadonlyArray<Range>
  readonly where?: RelationTerm
  readonly inner: Context
}

/** i = 1 with n above it; i, j = 1; i, j; j != k; 1 <= i < j <= n; 1 <= i, j <= n; after a colon, or on a line of its own, a condition. */
export const rangesOf = (context: Context, { below = [], above, span }: ScriptsAtom): Ranges => {
  const upper = above === undefined ? undefined : context.grammar.all(context, above, span.to)
  const parts = joined(splitAt(inOneLine(below), ',')).map(part => partOf({ ...context, bars: [] }, part, span, upper))
  const ranges = parts.flatMap(
    (part, k) => part.ranges.map((range): Range => ({ ...boundsFrom(parts.slice(k)), ...range }))
  )
  const conditions = parts.flatMap(({ where }) => where)
  const known = new Set(ranges.map(({ index }) => index))
  const isNew = (name: string): boolean => !known.has(name) && !isKnown(context, name)
  const implied = conditions.flatMap(({ left }): ReadonlyArray<Range> =>
    (left.kind === 'name' && isNew(left.name) ? [{ index: left.name }] : []))
  const all = [...ranges, ...implied]
  if (all.length === 0) return complainAt(span, 'an index, such as i = 1', spelling(below))
  if (known.size < ranges.length) return complainAt(span, 'each index once', spelling(below))
  if (conditions.length > 1) {
    const second =
      'one condition below a sum; a second sum may have another: \\sum_{1 \\le i < j \\le n} \\sum_{j < k \\le n}'
    return complainAt(span, second, String(conditions.length))
  }
  const [where] = conditions
  return { ranges: all, ...where === undefined ? {} : { where }, inner: within(context, all.map(({ index }) => index)) }
}

type Atoms = ReadonlyArray<Atom>

/** What \substack sets in lines, and what a colon parts, as parts between commas. */
const inOneLine = (atoms: Atoms): Atoms => atoms.flatMap((atom): Atoms => {
  const comma: Atom = { kind: 'sign', text: ',', span: atom.span }
  if (atom.kind === 'rows') return atom.rows.flatMap((cells, k) => [...k === 0 ? [] : [comma], ...cells.flat()])
  return [atom.kind === 'sign' && atom.text === ':' ? comma : atom]
})

const isRelation = (atom: Atom | undefined): boolean => atom?.kind === 'sign' && relationSigns.includes(atom.text)

/** In 1 <= i, j <= n the comma is inside of a range. */
const joined = (parts: ReadonlyArray<Atoms>): ReadonlyArray<Atoms> =>
  parts.reduce<ReadonlyArray<Atoms>>((done, part) => {
    const before = done[done.length - 1]
    const [first, last] = [before?.[0], before?.[before.length - 1]]
    const isOpen = before !== undefined && first?.kind !== 'letter' && last?.kind === 'letter'
      && before.filter(isRelation).length === 1
    return !isOpen || part[0]?.kind !== 'letter' ? [...done, part]
      : [...done.slice(0, -1), [...before, { kind: 'sign', text: ',', span: part[0].span }, ...part]]
  }, [])

interface Part {
  readonly ranges: ReadonlyArray<Range>
  readonly where: ReadonlyArray<RelationTerm>
  /** A letter alone, which has the range of the next, as i has in i, j = 1. */
  readonly isAlone?: true
  /** Its bounds are those of the letters before it too. */
  readonly isForAll?: true
}

/** The bounds of a letter alone: those of the part after it, i, j = 1. */
const boundsFrom = (parts: ReadonlyArray<Part>): Pick<Range, 'bounds'> => {
  const next = parts.find(({ isAlone }) => isAlone !== true)
  const bounds = next?.isForAll === true ? next.ranges[0]?.bounds : undefined
  return bounds === undefined ? {} : { bounds }
}

const partOf = (context: Context, atoms: Atoms, span: Span, upper: Term | undefined): Part => {
  const [letter, sign] = atoms
  if (letter === undefined) return complainAt(span, 'an index', 'nothing')
  if (letter.kind === 'letter' && atoms.length === 1) return {
    ranges: [{ index: letter.text }], where: [], isAlone: true
  }
  if (letter.kind === 'letter' && sign?.kind === 'sign' && sign.text === '=') {
    if (upper === undefined) return complainAt(span, `the last ${letter.text} above`, 'none')
    const bounds = [context.grammar.all(context, atoms.slice(2), span.to), upper] as const
    return { ranges: [{ index: letter.text, bounds }], where: [], isForAll: true }
  }
  const cursor = cursorOver(atoms, span.to)
  const inner = letter.kind === 'letter' ? within(context, [letter.text]) : context
  const sides = [context.grammar.sum(inner, cursor)]
  const signs: Array<SignAtom> = []
  const accepted = [...relationSigns, ',']
  for (let next = cursor.accept(accepted); next !== undefined; next = cursor.accept(accepted)) {
    signs.push(next)
    sides.push(context.grammar.sum(inner, cursor))
  }
  if (signs.length === 0 || !cursor.isDone()) return complainAt(cursor.span(), 'a relation', nameOf(cursor.peek()))
  const relations = signs.flatMap(
    (each, k) => (each.text === ',' ? [] : [relation(each, sides[k] as Term, sides[k + 1] as Term)])
  )
  return signs.length === 1 ? { ranges: [], where: relations }
    : between(context, letter.kind === 'letter', sides, signs, relations, span)
}

const relation = ({ text }: SignAtom, left: Term, right: Term): RelationTerm =>
  ({ kind: 'relation', sign: text as RelationSign, left, right, span: around([left.span, right.span]) })

/** 1 <= i < j <= n: indices from the first side to the last one, and what is said of them in between. */
const between = (
  context: Context, isLetter: boolean, sides: ReadonlyArray<Term>, signs: ReadonlyArray<SignAtom>,
  relations: ReadonlyArray<RelationTerm>,
  span: Span
): Part => {
  const ends = [sides[0], sides[sides.length - 1]] as [Term, Term]
  const indices = sides.slice(1, -1).flatMap(side => (side.kind === 'name' ? [side.name] : []))
  const isRange = [signs[0], signs[signs.length - 1]].every(sign => sign?.text === '<=' || sign?.text === '<')
  if (!isRange || indices.length < sides.length - 2) return complainAt(
    span, '1 <= i <= n, or 1 <= i < j <= n', 'another range'
  )
  const [from] = ends
  // of i < j <= n both may be summed over, or j alone
  const isEither = isLetter && from.kind === 'name' && !isKnown(context, from.name)
  if (isEither || ends.some(end => mentions(end, new Set(indices)))) {
    const [first, index] = [plain(from), indices[0] ?? 'j']
    const both = `both from numbers on, 1 \\le ${first} < ${index} \\le n`
    return complainAt(from.span, isEither ? `${both}; or ${index} alone, (${first}) < ${index} \\le n`
      : both, `a range of ${index} from ${first} on`)
  }
  const one = (operator: 'add' | 'subtract', side: Term, sign: SignAtom | undefined): Term =>
    (sign?.text === '<' ? binary(operator, side, number('1', side.span)) : side)
  const bounds = [one('add', ends[0], signs[0]), one('subtract', ends[1], signs[signs.length - 1])] as const
  return { ranges: indices.map(index => ({ index, bounds })), where: relations.slice(1, -1) }
}
