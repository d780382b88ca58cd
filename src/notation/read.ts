import type { Atom, FractionAtom, SignAtom } from './Atom.js'
import { binary, call, number, unary } from './build.js'
import { complainAt } from './complainAt.js'
import type { Context, Grammar } from './Context.js'
import { type Cursor, cursorOver, nameOf } from './cursor.js'
import { multiplied } from './dots/multiplied.js'
import { plain } from './plain.js'
import { derivativeOf, isDerivative } from './readDerivative.js'
import { readEnclosed } from './readEnclosed.js'
import { readLetter } from './readLetter.js'
import { scriptsOf } from './readScripts.js'
import { refuseUnseen } from './unseen.js'
import { readWord } from './readWord.js'
import { around } from './Span.js'
import { spelling } from './spelling.js'
import { isWord, startsFactor } from './startsFactor.js'
import type { Summand } from './dots/Summand.js'
import { summed } from './dots/summed.js'
import type { BinaryOperator, Term } from './Term.js'

/** A whole list of atoms as one formula. */
const readAll = (context: Context, atoms: ReadonlyArray<Atom>, end: number): Term => {
  const cursor = cursorOver(atoms, end)
  const term = readSum({ ...context, bars: [] }, cursor)
  return cursor.isDone() ? term : complainAt(cursor.span(), 'an operator or the end', nameOf(cursor.peek()))
}

/** a + b - c, and (a + b) \bmod n. */
const readSum = (context: Context, cursor: Cursor): Term => {
  const summands: Array<Summand> = []
  for (let sign = cursor.accept(['+', '-']); summands.length === 0
    || sign !== undefined; sign = cursor.accept(['+', '-'])) {
    summands.push(readSummand(context, cursor, sign))
  }
  const sum = summed(context, summands)
  const modulo = cursor.accept(['mod'])
  if (modulo === undefined) return sum
  if (summands.length > 1) complainAt(modulo.span, 'brackets around what is taken modulo a number', 'a sum')
  return call('mod', [sum, readProduct(context, cursor)], modulo.span)
}

const readSummand = (context: Context, cursor: Cursor, sign: SignAtom | undefined): Summand => {
  const isNegative = sign?.text === '-'
  const dots = sign === undefined ? undefined : cursor.accept(['...'])
  if (dots !== undefined) return { isNegative, span: dots.span }
  const own = sign === undefined ? undefined : cursor.accept(['+', '-'])
  const product = readProduct(context, cursor)
  const term = own?.text === '-' ? unary('negate', product, around([own.span, product.span])) : product
  return { isNegative, term, span: around([sign?.span ?? term.span, term.span]) }
}

/** a b / c: what stands side by side is multiplied. */
const readProduct = (context: Context, cursor: Cursor): Term => {
  let product: Product = [{ operator: 'multiply', term: readFactor(context, cursor) }]
  for (;;) {
    const sign = cursor.accept(['*', '.', '.*', '/'])
    const operator = products[sign?.text ?? '*'] ?? 'multiply'
    if (sign?.text !== '/' && sign?.text !== '.*' && cursor.isAt(['...'])) product = readDots(context, cursor, product)
    else if (sign?.text === '/') {
      const [above, below] = [whole(product), readSigned(context, cursor)]
      product = [{ operator: 'multiply', term: binary('divide', above, below) }]
      if (startsFactor(context, cursor.peek())) refuseBoth(context, cursor, above, below)
    } else if (sign !== undefined) product = [...product, { operator, term: readSigned(context, cursor) }]
    else if (startsFactor(context, cursor.peek())) {
      refuseNumbers(cursor)
      product = [...product, { operator, term: readFactor(context, cursor) }]
    } else return whole(product)
  }
}

/** Factors, each with the operator before it. */
type Product = ReadonlyArray<{ readonly operator: BinaryOperator; readonly term: Term }>

const whole = ([first, ...others]: Product): Term =>
  others.reduce((left, { operator, term }) => binary(operator, left, term), (first as Product[number]).term)

/** x_1 x_2 ... x_n. */
const readDots = (context: Context, cursor: Cursor, product: Product): Product => {
  const dots = cursor.expect('...')
  cursor.accept(['*', '.'])
  if (!startsFactor(context, cursor.peek())) complainAt(
    dots.span, 'a factor after the dots, x_1 \\cdots x_n', nameOf(cursor.peek())
  )
  const last = readFactor(context, cursor)
  // in 2 \cdot 4 \cdots 2n the last factor is 2n
  if (last.kind === 'number' && startsFactor(context, cursor.peek())) {
    complainAt(cursor.span(), 'brackets around the last factor', nameOf(cursor.peek()))
  }
  const factors = product.slice(1 + product.findLastIndex(({ operator }) => operator === 'entrywise'))
  const [before, term] = multiplied(context, factors.map(factor => factor.term), last)
  const kept = product.slice(0, product.length - factors.length + before)
  return [...kept, { operator: product[kept.length]?.operator ?? 'multiply', term }]
}

/** "1 2" is printed as twelve is. */
const refuseNumbers = (cursor: Cursor): void => {
  const [before, next] = [cursor.peek(-1), cursor.peek()]
  if (before?.kind === 'number' && next?.kind === 'number') {
    complainAt(next.span, `${before.text} \\cdot ${next.text}, or ${before.text}${next.text} for one number`, `${next.text} after a space`)
  }
}

/** a / b c is read in two ways: both are told. */
const refuseBoth = (context: Context, cursor: Cursor, above: Term, below: Term): never => {
  const span = cursor.span()
  const factor = readFactor(context, cursor)
  const readings = [binary('divide', above, binary('multiply', below, factor)), binary(
    'multiply', binary('divide', above, below), factor
  )]
  return complainAt(span, `brackets: ${readings.map(plain).join(' or ')}`, 'what is read in both ways')
}

const products: Readonly<Record<string, BinaryOperator>> = { '*': 'multiply', '.': 'dot', '.*': 'entrywise' }

/** A factor after an operator may have a sign of its own. */
const readSigned = (context: Context, cursor: Cursor): Term => {
  const sign = cursor.accept(['+', '-'])
  const factor = readFactor(context, cursor)
  return sign?.text === '-' ? unary('negate', factor, around([sign.span, factor.span])) : factor
}

/** A number, a name, a call, a bracket or a fraction, with its scripts. */
const readFactor = (context: Context, cursor: Cursor): Term => {
  const atom = cursor.peek()
  switch (atom?.kind) {
    case 'number': {
      cursor.take()
      const text = atom.text.replace(/\.$/, '')
      if (!/^(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/.test(text)) return complainAt(atom.span, 'a number', atom.text)
      return scriptsOf(context, cursor, number(text, atom.span))
    }
    case 'letter': return readLetter(context, cursor, atom)
    case 'word': return readWord(context, cursor, atom)
    case 'prose': return isWord(context, atom) ? readWord(context, cursor, { ...atom, kind: 'word' }) : nothing(cursor)
    case 'fraction': {
      cursor.take()
      return scriptsOf(context, cursor, isDerivative(context, atom) ? derivativeOf(context, atom, cursor)
        : quotient(context, atom))
    }
    case 'root': {
      cursor.take()
      if (atom.degree !== undefined) return complainAt(
        atom.span, 'a square root, or a power of 1/n', `a root of degree ${spelling(atom.degree)}`
      )
      return scriptsOf(context, cursor, call('sqrt', [readAll(context, atom.body, atom.span.to)], atom.span))
    }
    case 'group': {
      const before = cursor.peek(-1)
      cursor.take()
      const term = readAll(context, atom.atoms, atom.span.to)
      if (atom.isUnseen === true) refuseUnseen(atom, term, before, cursor.peek())
      return scriptsOf(context, cursor, term)
    }
    case 'rows': return complainAt(atom.span, 'brackets around a matrix', 'rows of cells')
    case 'sign': return startsFactor(context, atom) ? readEnclosed(context, cursor) : nothing(cursor)
    default: return nothing(cursor)
  }
}

const nothing = (cursor: Cursor): never => complainAt(cursor.span(),
  cursor.isAt(['...']) ? 'a term before dots and one after them, x_1 + ... + x_n'
    : 'a number, a name or a bracket', nameOf(cursor.peek()))

const quotient = (context: Context, { numerator, denominator, span }: FractionAtom): Term =>
  ({ ...binary('divide', readAll(context, numerator, span.to), readAll(context, denominator, span.to)), span })

/** The grammar of formulas. */
export const grammar: Grammar = { sum: readSum, product: readProduct, factor: readFactor, all: readAll }
