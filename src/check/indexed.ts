import { refuse } from '../prelude/index.js'
import {
  firstIndex, type LabelSymbol, type Scope, type Symbol, type Term, type Type, type VariableSymbol
} from '../notation/index.js'

/** A set of which names are declared members: whole numbers, or arrays. */
export type Members = LabelSymbol | {
  readonly kind: 'array'; readonly type: Type; readonly is?: NonNullable<VariableSymbol['is']>
}

// w_j \in \mathbb{R}^d for j = 1..K
const aRange = new RegExp([
  /^(.+?\\in.+?)[\s,]+(?:\\quad\s*)?(?:for|\\text\s*\{[\s,]*for\s*\})(?:\s+all)?\s+(\\?[a-zA-Z]+)/,
  /\s*=\s*(\S+?)\s*(?:\.\.|,\s*(?:\\[lc]?dots|…|\.\.\.)\s*,)\s*(\S+)$/
].map(({ source }) => source).join(''))

/** A range of an index as it is written: the index, and from where to where it goes. */
export type WrittenRange = readonly [string, string, string]

/** A line without its range, and the range. */
export const rangeIn = (line: string): readonly [string, WrittenRange | undefined] => {
  const [, rest = line, index, from = '', to = ''] = aRange.exec(line) ?? []
  return index === undefined ? [line, undefined] : [rest, [index, from, to]]
}

/** What w_j or w^j stands for, where j has this range: a vector of numbers or labels, else a sequence. */
export const indexed = (
  scope: Scope, letter: string, place: '_' | '^', of: Members, [from, to]: readonly [Term, Term], line: string
): readonly [string, Symbol] => {
  const isNumbers = of.kind === 'label' || [of.type.rows, of.type.columns].every(
    size => size.kind === 'number' && size.text === '1'
  )
  if (!isNumbers || (place === '^' && of.kind === 'array')) return [
    `${letter}${place}`, { ...of, kind: 'sequence', range: [from, to] }
  ]
  const first = firstIndex(scope)
  if (place === '^' || from.kind !== 'number' || Number(from.text) !== first) {
    return refuse(
      'input', line, `${letter}_${first} as the first of these numbers, as indices count from ${first}`, 'another'
    )
  }
  const { span } = to
  const more: Term = { kind: 'number', text: String(1 - first), span }
  const rows: Term = first === 1 ? to : { kind: 'binary', operator: 'add', left: to, right: more, span }
  return [letter, of.kind === 'label' ? { ...of, size: rows } : { ...of, kind: 'variable', type: { ...of.type, rows } }]
}
