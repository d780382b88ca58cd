import type { Piece } from './pieces.js'

export type EditKind = 'relation' | 'sign' | 'factor' | 'index' | 'transpose' | 'term'

/** What a machine does to a document at a place, whatever it means. */
export interface Edit {
  readonly kind: EditKind
  readonly from: number
  readonly to: number
  readonly text: string
}

/** What is known of the letters of a formula. */
export interface Letters {
  readonly isArray: (name: string) => boolean
  readonly isFunction: (name: string) => boolean
}

const opposite: Readonly<Record<string, ReadonlyArray<string>>> = {
  '=': ['<', '>'], '\\approx': ['<', '>'], '\\le': ['\\ge'], '\\ge': ['\\le'], '\\leq': ['\\ge'], '\\geq': ['\\le']
}

/** Over an index, which stands below, and which is no factor. */
const isOverIndex = (text: string): boolean => text === '\\sum' || text === '\\prod'
const isExtreme = (text: string): boolean => text === '\\max' || text === '\\min'

const isPart = ({ kind }: Piece): boolean => !['relation', 'sign', 'stop', 'between'].includes(kind)

/** The parts between signs of some kinds. */
const split = (pieces: ReadonlyArray<Piece>, kinds: ReadonlyArray<string>): ReadonlyArray<ReadonlyArray<Piece>> =>
  pieces.reduce<ReadonlyArray<ReadonlyArray<Piece>>>((parts, piece) => (kinds.includes(piece.kind) ? [...parts, []]
    : [...parts.slice(0, -1), [...parts[parts.length - 1] ?? [], piece]]), [[]]).filter(part => part.length > 0)

const termsOf = (pieces: ReadonlyArray<Piece>): ReadonlyArray<ReadonlyArray<Piece>> =>
  split(pieces, ['relation', 'sign', 'stop'])

const replace = (kind: EditKind, { from, to }: Pick<Piece, 'from' | 'to'>, text: string): Edit =>
  ({ kind, from, to, text })

/** All edits of a formula: none is left out because of what it makes true or false. */
export const editsOf = (pieces: ReadonlyArray<Piece>, letters: Letters): ReadonlyArray<Edit> => {
  const indices = [...new Set(indicesOf(pieces))]
  return [
    ...pieces.flatMap(piece => (piece.kind === 'relation' ? turned(piece) : [])),
    ...split(pieces, ['relation', 'stop']).flatMap(droppedTerms),
    ...within(pieces, letters, indices)
  ]
}

const turned = (relation: Piece): ReadonlyArray<Edit> =>
  (opposite[relation.text] ?? ['\\ge']).map(text => replace('relation', relation, text))

/** Each summand of a side with several. */
const droppedTerms = (side: ReadonlyArray<Piece>): ReadonlyArray<Edit> => {
  const terms = termsOf(side)
  if (terms.length < 2) return []
  return terms.flatMap((term, k) => {
    const [first, last] = [term[0], term[term.length - 1]]
    if (first === undefined || last === undefined) return []
    const before = side[side.indexOf(first) - 1]
    const after = side[side.indexOf(last) + 1]
    return [k > 0 ? replace('term', { from: before?.from ?? first.from, to: last.to }, '')
      : replace('term', { from: before?.from ?? first.from, to: after?.text === '+' ? after.to : last.to }, '')]
  })
}

/** The letters that stand where an index does. */
const indicesOf = (pieces: ReadonlyArray<Piece>): ReadonlyArray<string> =>
  pieces.flatMap(({ text, below = [], above = [], inside }) => {
    const named = isOverIndex(text) ? below.slice(0, 1) : isExtreme(text) ? [] : below
    const letters = named.filter(({ kind }) => kind === 'letter').map(({ text: letter }) => letter)
    return [...letters, ...indicesOf(above), ...inside.flatMap(indicesOf)]
  })

/** Edits of what a formula consists of, at every depth. */
const within = (
  pieces: ReadonlyArray<Piece>, letters: Letters, indices: ReadonlyArray<string>
): ReadonlyArray<Edit> => [
  ...pieces.flatMap((piece, k) => (piece.kind === 'sign' ? [signed(piece, pieces[k - 1])] : [])),
  ...termsOf(pieces).flatMap(term => factors(term, letters)),
  ...pieces.flatMap(piece => ofOne(piece, letters, indices))
]

const signed = (sign: Piece, before: Piece | undefined): Edit =>
  replace('sign', sign, before !== undefined && isPart(before) ? (sign.text === '+' ? '-' : '+') : '')

/** A summand doubled, and each of its factors left out. */
const factors = (term: ReadonlyArray<Piece>, { isFunction }: Letters): ReadonlyArray<Edit> => {
  const [first] = term
  if (first === undefined) return []
  const doubled = first.kind === 'number' ? []
    : [{ kind: 'factor', from: first.from, to: first.from, text: '2 ' } as const]
  const isCalled = (k: number): boolean => {
    const [head, after] = [term[k], term[k + 1]]
    const isSum = head !== undefined && isOverIndex(head.text) && k + 2 < term.length
    return (head?.kind === 'prefix' && !isSum) || (after?.text === '(' && head !== undefined && isFunction(head.text))
  }
  const calls = term.filter((_, k) => isCalled(k) || isCalled(k - 1))
  const dropped = term.filter(isPart).length < 2 ? [] : term.flatMap((piece, k) => {
    if (!isPart(piece) || piece.kind === 'prefix' || calls.includes(piece)) return []
    const [before, after] = [term[k - 1], term[k + 1]]
    return [replace('factor', {
      from: before?.kind === 'between' ? before.from : piece.from,
      to: before?.kind !== 'between' && after?.kind === 'between' ? after.to : piece.to
    }, '')]
  })
  return [...doubled, ...dropped]
}

const ofOne = (piece: Piece, letters: Letters, indices: ReadonlyArray<string>): ReadonlyArray<Edit> => {
  const { kind, text, from, inside, below = [], above = [] } = piece
  const [power] = above
  const isSum = isOverIndex(text)
  const isTransposed = !isSum && above.length === 1 && (power?.text === 'T' || power?.text === '\\top')
  const whole = { from, to: from + text.length }
  return [
    ...kind === 'number' && Number(text) > 0 ? [replace('factor', whole, String(2 * Number(text)))] : [],
    ...isSum || isExtreme(text) ? below.flatMap(
      bound => (bound.kind === 'number' ? [replace('index', bound, '2')] : [])
    )
      : below.flatMap(index => otherwise(index, indices)),
    ...kind === 'letter' && below.length === 0 && above.length === 0 && letters.isArray(text)
      ? [{ kind: 'transpose', from: piece.to, to: piece.to, text: '^T' } as const] : [],
    ...isTransposed ? [replace('transpose', { from: piece.to - (power?.text.length ?? 0) - 1, to: piece.to }, '')]
      : isSum ? [] : power?.to === piece.to ? bare(power) : within(above, letters, indices),
    ...inside.flatMap(
      part => (kind === 'derivative' || kind === 'prefix' ? part.flatMap(one => ofOne(one, letters, indices))
        : kind === 'word' ? part.flatMap(one => [...indicator(one, indices)]) : within(part, letters, indices))
    )
  ]
}

/** A power or a number of a member, without braces: doubled. */
const bare = (script: Piece): ReadonlyArray<Edit> =>
  (script.kind === 'number' ? [replace('factor', script, String(2 * Number(script.text)))]
    : script.text === '*' ? [] : [replace('factor', script, `{2 ${script.text}}`)])

/** Another index in scope; where there is none, one that stands for all values. */
const otherwise = (index: Piece, indices: ReadonlyArray<string>): ReadonlyArray<Edit> => {
  if (index.kind === 'number') return [replace('index', index, String(1 + Number(index.text)))]
  if (index.kind !== 'letter') return []
  const others = indices.filter(letter => letter !== index.text)
  return (others.length > 0 ? others : [index.text === 'i' ? 'j' : 'i']).map(letter => replace('index', index, letter))
}

const indicator = (piece: Piece, indices: ReadonlyArray<string>): ReadonlyArray<Edit> =>
  (piece.kind === 'letter' && indices.includes(piece.text) ? otherwise(piece, indices)
    : piece.kind === 'relation' ? turned(piece)
      : piece.kind === 'number' && Number(piece.text) > 0 ? [replace('factor', piece, String(2 * Number(piece.text)))]
        : [])
