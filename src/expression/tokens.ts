import { complain } from './complain.js'
import { callables, isCallable, isConstant, takesLists } from './functions.js'

/** A word of a formula. */
export interface Token {
  readonly kind: 'number' | 'name' | 'sign' | 'other' | 'end'
  readonly text: string
  readonly at: number
}

const longestText = 100_000
const deepest = 100

const word = new RegExp([
  String.raw`\s+`,
  String.raw`(?<number>(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?)`,
  String.raw`(?<name>[\p{L}_][\p{L}\d_]*)`,
  String.raw`(?<sign>\*\*|[-+*/^(),[\]])`,
  '(?<other>[^])'
].join('|'), 'gu')

const kinds = ['number', 'name', 'sign', 'other'] as const

const reserved = new Set([
  'true', 'false', 'null', 'undefined', 'NaN', 'Infinity', 'mod', 'to', 'in', 'and', 'or', 'xor', 'not', 'end'
])

const refusedSigns: Readonly<Record<string, string>> = {
  '=': 'an assignment (values are given with --at)', '.': 'a property access', ';': 'a second statement', '{': 'an object',
  '"': 'a string',
  '\'': 'a string or transpose', ':': 'a range', '?': 'a condition', '!': 'a factorial', '%': 'a remainder', '#': 'a comment',
  '`': 'a string'
}

/** The words of a formula. Refuses text beyond 100,000 characters. */
export const tokens = (text: string): ReadonlyArray<Token> => {
  if (text.length > longestText) complain('', 0, `at most ${longestText} characters`, `${text.length}`)
  return [...text.matchAll(word)].flatMap(({ groups = {}, index }): ReadonlyArray<Token> => {
    const kind = kinds.find(k => groups[k] !== undefined)
    return kind === undefined ? [] : [{ kind, text: groups[kind] ?? '', at: index }]
  })
}

interface Open {
  readonly token: Token
  /** The function whose arguments these are. */
  readonly of?: Token
  readonly commas: number
}

/**
 * Refuses, with the place, what the parser would take but no formula means: signs and words of programs, calls of what is no
 * function, functions that are not called or take another number of arguments, indexing, numbers that no double
 * can hold, and brackets more than 100 deep.
 */
export const checkTokens = (text: string, words: ReadonlyArray<Token>): void => {
  const open: Array<Open> = []
  const end: Token = { kind: 'end', text: 'the end', at: text.length }
  if (words.length === 0) complain(text, text.length, 'a formula', 'nothing')
  words.forEach((token, i) => {
    const [before, after] = [words[i - 1], words[i + 1] ?? end]
    if (token.kind === 'other') {
      complain(text, token.at, 'a number, a name or one of + - * / ^ ( ) [ ]', refusedSigns[token.text] ?? token.text)
    } else if (token.kind === 'name') checkName(text, token, after)
    else if (token.kind === 'number') checkNumber(text, token)
    else if (token.text === '(' || token.text === '[') {
      if (open.length === deepest) complain(text, token.at, `at most ${deepest} brackets inside each other`, 'one more')
      if (token.text === '[') checkList(text, token, before, open[open.length - 1])
      const called = token.text === '(' && before?.kind === 'name' && isCallable(before.text)
      open.push({ token, commas: 0, ...(called ? { of: before } : {}) })
    } else if (token.text === ',') {
      const last = open.pop() ?? complain(text, token.at, 'an operator or the end', 'a comma outside a call')
      if (last.of === undefined && last.token.text === '(') complain(text, token.at, 'an operator or )', 'a comma outside a call')
      open.push({ ...last, commas: last.commas + 1 })
    } else if (token.text === ')' || token.text === ']') checkClosed(text, token, open.pop(), before)
  })
}

const checkName = (text: string, token: Token, after: Token): void => {
  const called = after.text === '('
  if (called && !isCallable(token.text) && !isConstant(token.text)) {
    complain(text, token.at, `one of the functions ${Object.keys(callables).join(' ')}`, `a call of ${token.text}`)
  }
  if (reserved.has(token.text)) complain(text, token.at, 'a name for an input', `the reserved word ${token.text}`)
  if (!called && isCallable(token.text)) complain(text, after.at, `( after ${token.text}`, after.text)
}

const checkNumber = (text: string, token: Token): void => {
  const size = Number(token.text)
  const lost = size === 0 && /[1-9]/.test(token.text.replace(/[eE].*/, ''))
  if (size === Infinity || lost) complain(text, token.at, 'a number between 5e-324 and 1.79e308', token.text)
}

const checkList = (text: string, token: Token, before: Token | undefined, around: Open | undefined): void => {
  const indexing = before?.kind === 'name' || before?.kind === 'number' || before?.text === ')' || before?.text === ']'
  if (indexing) complain(text, token.at, 'an operator or the end', 'indexing')
  const of = around?.of?.text ?? ''
  if (!takesLists.has(of)) complain(text, token.at, 'a list only as an argument of sum, dot, norm, hypot, max or min', 'a list')
}

const checkClosed = (text: string, token: Token, opened: Open | undefined, before: Token | undefined): void => {
  if (opened === undefined) return complain(text, token.at, 'an operator or the end', token.text)
  if (opened.token.text !== (token.text === ')' ? '(' : '[')) complain(text, token.at, opened.token.text === '(' ? ')' : ']', token.text)
  if (opened.of === undefined) return
  const { least, most } = callables[opened.of.text] ?? { least: 1, most: 1 }
  const count = before === opened.token ? 0 : opened.commas + 1
  if (count < least || count > most) {
    const wanted = `${most === Infinity ? `at least ${least}` : least} argument${least === 1 ? '' : 's'}`
    complain(text, opened.of.at, `${opened.of.text} with ${wanted}`, `${count}`)
  }
}
