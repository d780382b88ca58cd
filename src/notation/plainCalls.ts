import type { Atom } from './Atom.js'
import { complainAt } from './complainAt.js'
import { functionNamed } from './functions.js'
import { relationIn } from './plainBrackets.js'
import { type PlainReader, readList, sign } from './PlainReader.js'
import type { Token } from './plainTokens.js'
import { around, type Span } from './Span.js'

const big: Readonly<Record<string, string>> = { sum: 'sum', product: 'prod', prod: 'prod', max: 'max', min: 'min' }

const grouped = (atoms: ReadonlyArray<Atom>): Atom =>
  ({ kind: 'group', atoms, span: around(atoms.map(atom => atom.span)) })

const wordOf = ({ text, span }: Token): Atom => ({ kind: 'word', text: big[text] ?? text, span })

/** i from a to b, as 1 <= i <= n says it. */
const bounded = (from: ReadonlyArray<Atom>, index: Atom, to: ReadonlyArray<Atom>): ReadonlyArray<Atom> =>
  [grouped(from), sign('<=', index.span), index, sign('<=', index.span), grouped(to)]

/** Calls of what formulas write otherwise. */
const written: ReadonlyArray<string> = ['dot', 'indicator', 'floor', 'ceil', 'mod']

/** A call of what is no declared name: a known function, a sum over an index, an inner product, an indicator; or none of these. */
export const readCall = (reader: PlainReader): ReadonlyArray<Atom> | undefined => {
  const token = reader.peek()
  const isSum = token.text === 'sum' || token.text === 'product' || token.text === 'prod'
  if (isSum && isIndexed(reader)) return readIndexed(reader)
  const isKnown = written.includes(token.text) || functionNamed(token.text) !== undefined
  if (!isKnown) return isSum ? complainAt(token.span, 'product(i, 1, n, ...)', 'a product over nothing') : undefined
  reader.take()
  const { parts, span } = readList(reader, ')')
  const [first = [], second = []] = parts
  if (token.text === 'indicator') {
    if (parts.length > 1 || relationIn(first) < 0) return complainAt(
      span, 'a relation, as in indicator(a >= b)', 'none'
    )
    return [sign('[', span), ...first, sign(']', span)]
  }
  if (token.text === 'dot') {
    return parts.length === 2 ? [sign('<|', span), ...first, sign(',', span), ...second, sign('|>', span)]
      : complainAt(token.span, 'dot with 2 arguments', String(parts.length))
  }
  if (token.text === 'floor' || token.text === 'ceil') {
    const [open, close] = token.text === 'floor' ? ['⌊', '⌋'] as const : ['⌈', '⌉'] as const
    return parts.length === 1 ? [sign(open, span), ...first, sign(close, span)]
      : complainAt(token.span, `${token.text} with 1 argument`, String(parts.length))
  }
  if (token.text === 'mod') {
    return parts.length === 2
      ? [sign('(', span), grouped(first), sign('mod', span), grouped(second), sign(')', span)]
      : complainAt(token.span, 'mod with 2 arguments', String(parts.length))
  }
  return [wordOf(token), sign('(', span), ...parts.flatMap((
    part, k
  ) => (k === 0 ? part : [sign(',', span), ...part])), sign(')', span)]
}

/** Whether sum(i, 1, n, ...) stands here: a bare name that is not declared, and three arguments more, the last one with this name. */
const isIndexed = (reader: PlainReader): boolean => {
  if (reader.peek(2).kind !== 'name' || reader.isDeclared(reader.peek(2)) || !reader.isAt(',', 3)) return false
  const index = reader.peek(2).text
  let [depth, commas, uses] = [0, 0, 0]
  for (let k = 1; reader.peek(k).kind !== 'end'; k++) {
    const { kind, text } = reader.peek(k)
    if (kind === 'sign' && '([{'.includes(text)) depth += 1
    if (kind === 'sign' && ')]}'.includes(text)) depth -= 1
    if (depth === 1 && text === ',') commas += 1
    if (commas === 3 && text === index) uses += 1
    if (depth === 0) return commas === 3 && uses > 0
  }
  return false
}

/** sum(i, 1, n, x[i]^2). */
const readIndexed = (reader: PlainReader): ReadonlyArray<Atom> => {
  const word = wordOf(reader.take())
  const { parts, span } = readList(reader, ')')
  const [[index] = [], from = [], to = [], of = []] = parts
  const below = index === undefined ? [] : bounded(from, index, to)
  return [grouped([word, { kind: 'scripts', below, span: word.span }, sign('(', span), ...of, sign(')', span)])]
}

/** sum over i = 1..n, j where i != j of x[i] y[j]: up to the next sum, as \sum is. */
export const readMany = (reader: PlainReader): ReadonlyArray<Atom> => {
  const word = wordOf(reader.take())
  const over = reader.take()
  const parts = [rangeOf(reader)]
  while (reader.isAt(',')) {
    reader.take()
    parts.push(rangeOf(reader))
  }
  if (reader.isAt('where')) {
    reader.take()
    parts.push(conditionOf(reader.until(['of'])))
  }
  const of = reader.expect('of')
  const below = parts.flatMap((part, k) => (k === 0 ? part : [sign(',', over.span), ...part]))
  return [word, { kind: 'scripts', below, span: around([over.span, of.span]) }, ...reader.factor()]
}

const rangeOf = (reader: PlainReader): ReadonlyArray<Atom> => {
  const token = reader.take()
  if (token.kind !== 'name') return complainAt(token.span, 'an index, as in sum over i = 1..n of x[i]', token.text)
  const index: Atom = { kind: 'letter', text: reader.nameOf(token), span: token.span }
  if (!reader.isAt('=')) return [index]
  reader.take()
  const from = reader.until(['..'])
  reader.expect('..')
  return bounded(from, index, reader.until([',', 'where', 'of']))
}

/** A condition that begins with no letter: i = j is no range of i. */
const conditionOf = (atoms: ReadonlyArray<Atom>): ReadonlyArray<Atom> => {
  const at = relationIn(atoms)
  return at < 1 ? atoms : [grouped(atoms.slice(0, at)), ...atoms.slice(at)]
}

/** Whether E(... over y) stands here. */
export const isMeanAt = (reader: PlainReader): boolean => {
  if (!reader.isAt('E') || !reader.isAt('(', 1)) return false
  const close = closeOf(reader, 1)
  const depths = Array.from({ length: close }, (_, k) => k).filter(k => reader.isAt('over', k))
  return depths.some(
    k => !['sum', 'product', 'max', 'min'].includes(reader.peek(k - 1).text) && depthAt(reader, k) === 1
  )
}

const depthAt = (reader: PlainReader, place: number): number =>
  Array.from({ length: place }, (_, k) => reader.peek(k)).reduce((depth, { kind, text }) =>
    (kind !== 'sign' ? depth : '([{'.includes(text) ? depth + 1 : ')]}'.includes(text) ? depth - 1 : depth), 0)

/** E(x[y] over y): the mean of x[y] over y. */
export const readMean = (reader: PlainReader): ReadonlyArray<Atom> => {
  const { span } = reader.take()
  const open = reader.take()
  const of = reader.until(['over'])
  reader.take()
  const below = reader.until([')'])
  const close = reader.expect(')')
  return [{ kind: 'letter', text: '\\mathbb{E}', span }, { kind:
    'scripts', below, span }, sign('[', open.span), ...of, sign(']', close.span)]
}

/** Whether d(y)/d(x) stands here. */
export const isDerivativeAt = (reader: PlainReader): boolean => {
  if (!reader.isAt('d') || !reader.isAt('(', 1)) return false
  const close = closeOf(reader, 1)
  return reader.isAt('/', close + 1) && reader.isAt('d', close + 2) && reader.isAt('(', close + 3)
}

const closeOf = (reader: PlainReader, open: number): number => {
  let depth = 0
  for (let k = open; reader.peek(k).kind !== 'end'; k++) {
    depth += reader.isAt('(', k) ? 1 : reader.isAt(')', k) ? -1 : 0
    if (depth === 0) return k
  }
  return open
}

/** d(y)/d(x): the derivative of y by x. */
export const readDerivative = (reader: PlainReader): ReadonlyArray<Atom> => {
  const part = (): { readonly atoms: ReadonlyArray<Atom>; readonly span: Span } => {
    const d = reader.take()
    const { parts, span } = readList(reader, ')')
    const [of = []] = parts
    if (parts.length > 1) complainAt(span, 'one formula', String(parts.length))
    return { atoms: [{ kind: 'letter', text: '\\partial', span: d.span }, grouped(of)], span: around([d.span, span]) }
  }
  const above = part()
  reader.expect('/')
  const below = part()
  const next = reader.peek()
  if (['^', '[', '\''].includes(next.text)) complainAt(
    next.span, `brackets before ${next.text}: (d(y)/d(x))${next.text}`, next.text
  )
  return [
    { kind: 'fraction', numerator: above.atoms, denominator: below.atoms, span: around([above.span, below.span]) }
  ]
}
