import { attempt, type Either, type Refusal } from '../prelude/index.js'
import type { Atom } from './Atom.js'
import { complainAt } from './complainAt.js'
import { functionNamed } from './functions.js'
import { readBraced, readBracketed, readSubscript } from './plainBrackets.js'
import { isDerivativeAt, isMeanAt, readCall, readDerivative, readMany, readMean } from './plainCalls.js'
import { nameFrom, plainName } from './plainName.js'
import { type PlainReader, sign } from './PlainReader.js'
import { plainTokens, type Token } from './plainTokens.js'
import type { Scope } from './Scope.js'
import { around } from './Span.js'

/** The atoms of a formula in plain text, where names mean what the scope says. */
export const plainAtoms = (text: string, scope: Scope): Either<Refusal, ReadonlyArray<Atom>> => attempt(() => {
  const words = plainTokens(text)
  return readerOver(words, text.length, scope).until([])
})

const deepest = 100

const readerOver = (words: ReadonlyArray<Token>, end: number, scope: Scope): PlainReader => {
  let at = 0
  let depth = 0
  const spell = nameFrom(scope)
  const spellings = new Set([...scope.keys()].map(plainName))
  const peek = (ahead = 0): Token => words[at + ahead] ?? { kind: 'end', text: 'the end', span: { from: end, to: end } }
  const isAt = (text: string, ahead = 0): boolean => peek(ahead).kind !== 'end' && peek(ahead).text === text
  const deeper = <T>(read: () => T): T => {
    if (depth > deepest) complainAt(
      peek().span, `at most ${deepest} brackets inside each other`, 'one nested too deeply'
    )
    depth += 1
    const found = read()
    depth -= 1
    return found
  }
  const reader: PlainReader = {
    peek, isAt,
    take: () => {
      const token = peek()
      at += 1
      return token
    },
    expect: text => (isAt(text) ? reader.take() : complainAt(peek().span, `an operator or ${text}`, peek().text)),
    nameOf: ({ text, span }) => spell(text, span),
    isDeclared: ({ text }) => spellings.has(text),
    isFunction: token => {
      const symbol = reader.isDeclared(token) ? scope.get(reader.nameOf(token)) : undefined
      return symbol === undefined ? !reader.isDeclared(token)
        : symbol.kind === 'definition' && symbol.parameters.length > 0
    },
    scriptOf: name => {
      return scope.has(`${name}^`) ? 'above' : scope.has(`${name}_`) ? 'below' : undefined
    },
    until: ends => sequence(reader, ends),
    factor: () => deeper(() => readFactor(reader))
  }
  return reader
}

const closing = [')', ']', '}', '|>', '⌋', '⌉']
const operators = ['+', '-', '*', '.', '.*', '/']
const stops = [')', ']', '}', '..', ';']

const sequence = (reader: PlainReader, ends: ReadonlyArray<string>): ReadonlyArray<Atom> => {
  const atoms: Array<Atom> = []
  for (let token = reader.peek(); token.kind !== 'end' && !ends.includes(token.text); token = reader.peek()) {
    const before = atoms[atoms.length - 1]
    const follows = before !== undefined && (before.kind !== 'sign' || closing.includes(before.text))
    if (token.kind === 'sign' && (stops.includes(token.text) || (token.text === '^' && !follows))) {
      complainAt(
        token.span, follows ? `an operator or ${ends.at(-1) ?? 'the end'}` : 'a number, a name or a bracket', token.text
      )
    }
    if (token.kind === 'number' && follows) complainAt(token.span, 'an operator', token.text)
    const isFactor = token.kind !== 'sign' || ['(', '[', '{'].includes(token.text)
    for (const atom of isFactor ? reader.factor() : [sign(reader.take().text, token.span)]) atoms.push(atom)
  }
  const [last, next] = [atoms[atoms.length - 1], reader.peek()]
  if (last?.kind === 'sign' && operators.includes(last.text)) complainAt(
    next.span, 'a number, a name or a bracket', next.text
  )
  return atoms
}

const readFactor = (reader: PlainReader): ReadonlyArray<Atom> => {
  const { kind, text, span } = reader.peek()
  if (kind === 'number') {
    reader.take()
    return withScripts(reader, [{ kind: 'number', text, span }])
  }
  if (kind === 'name') return readName(reader)
  switch (text) {
    case '(': {
      const open = reader.take()
      const inside = reader.until([')'])
      return withScripts(reader, [sign('(', open.span), ...inside, sign(')', reader.expect(')').span)])
    }
    case '[': return withScripts(reader, readBracketed(reader))
    case '{': return withScripts(reader, readBraced(reader))
    default: return complainAt(span, 'a number, a name or a bracket', text)
  }
}

const many = ['sum', 'product', 'max', 'min']

const readName = (reader: PlainReader): ReadonlyArray<Atom> => {
  const token = reader.peek()
  const isFree = !reader.isDeclared(token)
  if (isDerivativeAt(reader)) return readDerivative(reader)
  if (isFree && many.includes(token.text) && reader.isAt('over', 1)) return readMany(reader)
  if (isMeanAt(reader)) return withScripts(reader, readMean(reader))
  if (isFree && reader.isAt('(', 1)) {
    const called = readCall(reader)
    if (called !== undefined) return withScripts(reader, called)
  }
  if (isFree && functionNamed(token.text) !== undefined) return complainAt(
    reader.peek(1).span, `( after ${token.text}`, reader.peek(1).text
  )
  const name = reader.nameOf(reader.take())
  const letter: Atom = { kind: 'letter', text: name, span: token.span }
  if (reader.isAt('{')) return withScripts(reader, readMember(reader, letter))
  // f'(x), and f(x), which the grammar tells from a product
  const order = reader.isAt('\'') ? reader.isAt('\'', 1) ? 2 : 1 : 0
  if (reader.isFunction(token) && order > 0 && reader.isAt('(', order)) {
    const primes = Array.from({ length: order }, () => sign('\'', reader.take().span))
    return [letter, { kind: 'scripts', above: primes, span: around(primes.map(({ span }) => span)) }, ...readFactor(
      reader
    )]
  }
  if (reader.isAt('(')) return [letter, ...readFactor(reader)]
  return isScript(reader) ? withScripts(reader, [{ kind: 'group', atoms: [letter], span: token.span }]) : [letter]
}

/** w{t}: a member of a sequence. */
const readMember = (reader: PlainReader, letter: Atom & { readonly text: string }): ReadonlyArray<Atom> => {
  const script = reader.scriptOf(letter.text)
  if (script === undefined) return complainAt(reader.peek().span, `an operator, as ${letter.text} is no sequence`, '{')
  const open = reader.take()
  const index = reader.until(['}'])
  const span = around([open.span, reader.expect('}').span])
  const inBrackets = [sign('(', open.span), ...index, sign(')', span)]
  return [{ kind: 'group', atoms: [letter, { kind: 'scripts', [script]: inBrackets, span }], span: around(
    [letter.span, span]
  ) }]
}

const isScript = (reader: PlainReader): boolean => ['[', '^', '\''].some(text => reader.isAt(text))

/** Entries, powers and transposes, in the order in which they are written. */
const withScripts = (reader: PlainReader, base: ReadonlyArray<Atom>): ReadonlyArray<Atom> => {
  const { text, span } = reader.peek()
  if (!isScript(reader)) return base
  if (text === '[') return withScripts(reader, readSubscript(reader, base))
  reader.take()
  if (text === '\'') return withScripts(
    reader, [...base, { kind: 'scripts', above: [{ kind: 'letter', text: '\\top', span }], span }]
  )
  const signed = reader.isAt('-') || reader.isAt('+') ? [reader.take()] : []
  const exponent = [...signed.map(token => sign(token.text, token.span)), ...reader.factor()]
  const { from, to } = around(exponent.map(atom => atom.span))
  const above = [sign('(', { from, to: from }), ...exponent, sign(')', { from: to, to })]
  return [...base, { kind: 'scripts', above, span: { from: span.from, to } }]
}
