import { complainAt } from './complainAt.js'
import type { Span } from './Span.js'

/** A word of a formula in plain text. */
export interface Token {
  readonly kind: 'number' | 'name' | 'sign' | 'end'
  readonly text: string
  readonly span: Span
}

const longest = 100_000

const word = new RegExp([
  String.raw`\s+`,
  String.raw`(?<number>(?:\d+(?:\.(?!\.)\d*)?|\.\d+)(?:[eE][-+]?\d+)?)`,
  String.raw`(?<name>[\p{L}_][\p{L}\d_]*)`,
  String.raw`(?<dot>(?<=\s)\.(?=\s))`,
  String.raw`(?<sign>\*\*|\.\*|\.\.\.|\.\.|:=|<=|>=|!=|[-+*/^(),[\]{};'=<>~−·⋅×⊙≤≥≠≈…])`,
  '(?<other>[^])'
].join('|'), 'gu')

const spellings: Readonly<Record<string, string>> = {
  '**': '^', '−': '-', '·': '.', '⋅': '.', '×': '*', '⊙': '.*', '≤': '<=', '≥': '>=', '≠': '!=', '≈': '~', '…': '...'
}

const refused: Readonly<Record<string, string>> = {
  '.': 'a property access', '"': 'a string', ':': 'a colon', '?': 'a condition', '!': 'a factorial', '%': 'a remainder',
  '#': 'a comment', '`': 'a string', '|': 'a bar (write abs(x) or norm(x))', '\\': 'TeX'
}

/** The words of a formula in plain text. */
export const plainTokens = (text: string): ReadonlyArray<Token> => {
  if (text.length > longest) complainAt({ from: 0, to: 0 }, `at most ${longest} characters`, String(text.length))
  return [...text.matchAll(word)].flatMap(({ 0: found, groups = {}, index }): ReadonlyArray<Token> => {
    const span = { from: index, to: index + found.length }
    const { number, name, dot, sign, other } = groups
    if (other !== undefined) return complainAt(span, 'what a formula is made of', refused[other] ?? other)
    if (number !== undefined) return [{ kind: 'number', text: decimal(number, span), span }]
    if (name !== undefined) return [{ kind: 'name', text: name, span }]
    const mark = dot ?? sign
    return mark === undefined ? [] : [{ kind: 'sign', text: spellings[mark] ?? mark, span }]
  })
}

/** 1e-3 as 0.001: the decimal that it says, without its power of ten. Refuses what no double can hold. */
const decimal = (text: string, span: Span): string => {
  const [digits = '', power] = text.toLowerCase().split('e')
  const size = Number(text)
  if (size === Infinity || (size === 0 && /[1-9]/.test(digits))) complainAt(
    span, 'a number between 5e-324 and 1.79e308', text
  )
  if (power === undefined) return digits.replace(/\.$/, '')
  if (size === 0) return '0'
  const [whole = '', rest = ''] = digits.split('.')
  const [all, point] = [whole + rest, whole.length + Number(power)]
  const padded = point <= 0 ? '0'.repeat(1 - point) + all : all.padEnd(point, '0')
  const at = Math.max(1, point)
  const parts = [padded.slice(0, at).replace(/^0+(?=\d)/, ''), padded.slice(at).replace(/0+$/, '')]
  return parts.filter(part => part !== '').join('.')
}
