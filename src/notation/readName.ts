import type { Atom, LetterAtom, ScriptsAtom } from './Atom.js'
import { call } from './build.js'
import { complainAt } from './complainAt.js'
import { type Context, isKnown } from './Context.js'
import { type Cursor, nameOf } from './cursor.js'
import { refuseOneLabel } from './labelled.js'
import { readArguments } from './readArguments.js'
import { isTransposeSign, partsBelow, raised, scriptsOf } from './readScripts.js'
import type { Type } from './Scope.js'
import { around, type Span } from './Span.js'
import { scripted, spelling } from './spelling.js'
import { startsFactor } from './startsFactor.js'
import type { Term } from './Term.js'

/** A letter with scripts: the longest part that is a name, and what the rest of the scripts says of it. */
export const readName = (context: Context, cursor: Cursor, letter: LetterAtom, scripts: ScriptsAtom): Term => {
  cursor.take()
  const { below, above } = scripts
  const primes = above?.filter(atom => atom.kind === 'sign' && atom.text === '\'').length ?? 0
  const isDerivative = cursor.isAt(['(']) || isFunction(context, scripted(letter.text, below))
  if (primes > 0 && isDerivative && !context.scope.has(scripted(letter.text, below, above))) {
    return slope(context, cursor, letter, scripts, primes)
  }
  // f_1(x, y), where nothing is called f: a function with that name; but I_n is the identity
  const isCalled = cursor.isAt(['(']) && above === undefined && letter.text !== 'I' && !isKnown(context, letter.text)
  if (isCalled) {
    const span = around([letter.span, scripts.span])
    return applied(context, cursor, { kind: 'name', name: scripted(letter.text, below), span })
  }
  const found = meant(context, letter.text, scripts)
  const whole = around([letter.span, scripts.span])
  refuseOneLabel(context.scope, context.bound, found.name, whole)
  const member = found.member === undefined ? undefined
    : context.grammar.all(context, unbracketed(found.member), scripts.span.to)
  const base: Term = member === undefined ? { kind: 'name', name: found.name, span: whole }
    : { kind: 'item', of: found.name, at: member, span: whole }
  const indices = digitsApart(context, found.name, found.below ?? [], scripts.span).map(
    part => context.grammar.all(context, part, scripts.span.to)
  )
  const lowered: Term = indices.length === 0 ? base : { kind: 'entry', of: base, at: indices, span: whole }
  if (lowered.kind === 'entry' && cursor.isAt(['(']) && isFunction(context, found.name)) {
    const of = call(found.name, readArguments(context, cursor), letter.span)
    const entry: Term = { ...lowered, of }
    return found.above === undefined ? scriptsOf(context, cursor, entry)
      : raised(context, entry, found.above, scripts.span)
  }
  return found.above !== undefined ? raised(context, lowered, found.above, scripts.span)
    : applied(context, cursor, lowered)
}

/** W_{12} is the entry 1, 2 of a matrix, where it has no row 12. */
const digitsApart = (
  { scope }: Context, name: string, parts: ReadonlyArray<ReadonlyArray<Atom>>, span: Span
): ReadonlyArray<ReadonlyArray<Atom>> => {
  const symbol = scope.get(name)
  const [only, more] = parts.flat()
  if (symbol?.kind !== 'variable' || only?.kind !== 'number' || more !== undefined
    || !/^\d\d$/.test(only.text)) return parts
  const most = ({ rows, columns }: Type): ReadonlyArray<number> => [rows, columns].map(size => {
    const known = size.kind === 'name' ? scope.get(size.name) : undefined
    return size.kind === 'number' ? Number(size.text) : known?.kind === 'size' ? known.to : Infinity
  })
  const [rows = 1, columns = 1] = most(symbol.type)
  if (rows === 1 || columns === 1) return parts
  const digits = [...only.text]
  return Number(only.text) > rows ? digits.map(text => [{ ...only, text }])
    : complainAt(
      span, `${name}_{${digits.join(', ')}} for an entry, or (${name})_{${only.text}} for a row`,
      `${name}_{${only.text}}`
    )
}

interface Meant {
  /** A name, or that of a sequence with the place of its index: "w^". */
  readonly name: string
  /** Which member of the sequence. */
  readonly member?: ReadonlyArray<Atom>
  /** What is left: indices and a power. */
  readonly below?: ReadonlyArray<ReadonlyArray<Atom>>
  readonly above?: ReadonlyArray<Atom>
}

/** What a letter with scripts stands for: the longest declared name first, then a member of a sequence, then what has these indices. */
const meant = (context: Context, letter: string, { below, above }: ScriptsAtom): Meant => {
  const isMember = above !== undefined && !isMark(above) && !isTransposeSign(context, above)
  const [label, inner, more] = below ?? []
  // x_{\text{in}_i}: where x_{\text{in}} is a name, it has the index
  const isLabelled = label !== undefined && inner?.kind === 'scripts' && inner.below !== undefined
    && inner.above === undefined
    && more === undefined && isKnown(context, scripted(letter, [label], above))
  if (isLabelled) return { name: scripted(letter, [label], above), below: partsBelow(inner.below) }
  const parts = below === undefined ? [] : partsBelow(below)
  const low = below === undefined ? {} : { below: parts }
  const high = above === undefined ? {} : { above }
  const [first = [], ...rest] = parts
  const members: Meant = { name: `${letter}_`, member: first, ...high, ...rest.length > 0 ? { below: rest } : {} }
  const candidates: ReadonlyArray<Meant | undefined> = [
    { name: scripted(letter, below, above) },
    isMember ? { name: `${scripted(letter, below)}^`, member: above } : undefined,
    isMember ? { name: `${letter}^`, member: above, ...low } : undefined,
    above === undefined ? undefined : { name: scripted(letter, undefined, above), ...low },
    above === undefined || below === undefined ? undefined : {
      name: `${scripted(letter, undefined, above)}_`, member: below
    },
    below === undefined || isMark(above) ? undefined : { name: scripted(letter, below), ...high },
    below === undefined || isMark(above) ? undefined : members,
    isMark(above) ? undefined : { name: letter, ...low, ...high }
  ]
  const declared = candidates.find(candidate => candidate !== undefined && isKnown(context, candidate.name))
  if (declared !== undefined) return declared
  const isNumbered = below !== undefined && /^\d+$/.test(spelling(below))
  return {
    name: scripted(letter, isNumbered ? below : undefined, isMark(above) ? above : undefined),
    ...isNumbered ? {} : low, ...isMark(above) ? {} : high
  }
}

const isFunction = ({ scope }: Context, name: string): boolean => {
  const symbol = scope.get(name)
  return symbol?.kind === 'definition' && symbol.parameters.length > 0
}

/** w^{(t)} is the member t. */
const unbracketed = (atoms: ReadonlyArray<Atom>): ReadonlyArray<Atom> => {
  const [first, last] = [atoms[0], atoms[atoms.length - 1]]
  return first?.kind === 'sign' && first.text === '(' && last?.kind === 'sign' && last.text === ')' ? atoms.slice(1, -1)
    : atoms
}

/** A star, a plus or a prime above is part of a name. */
const isMark = (above: ReadonlyArray<Atom> | undefined): boolean =>
  above !== undefined && ['*', '+', '-', '\\star', '\'', '\'\''].includes(spelling(above))

/** f(x), where f is a function; a variable before a bracket is multiplied with it. */
export const applied = (context: Context, cursor: Cursor, base: Term): Term => {
  if (base.kind !== 'name' || !cursor.isAt(['('])) return base
  const symbol = context.scope.get(base.name)
  if (symbol === undefined ? context.bound.has(base.name) : !isFunction(context, base.name)) return base
  const args = readArguments(context, cursor)
  return scriptsOf(context, cursor, call(base.name, args, base.span))
}

/** f'(x). */
const slope = (
  context: Context, cursor: Cursor, letter: LetterAtom, { below, above = [], span }: ScriptsAtom, primes: number
): Term => {
  if (primes > 2 || primes < above.length) return complainAt(span, 'one prime or two', spelling(above))
  return slopeAt(context, cursor, scripted(letter.text, below), letter.span, primes)
}

export const slopeAt = (context: Context, cursor: Cursor, name: string, span: Span, order: number): Term => {
  if (!cursor.isAt(['('])) return complainAt(
    cursor.span(), `(x) after the derivative of ${name}`, nameOf(cursor.peek())
  )
  const [at, ...more] = readArguments(context, cursor)
  if (at === undefined || more.length > 0) return complainAt(span, 'one argument', String(1 + more.length))
  return scriptsOf(context, cursor, {
    kind: 'slope', function: name, ...order === 2 ? { order } : {}, at, span: around([span, at.span])
  })
}

/** \nabla f(x), \nabla_w L; the Hessian \nabla^2 f(x), \nabla_w^2 L. */
export const gradient = (context: Context, cursor: Cursor, nabla: LetterAtom): Term => {
  const scripts = cursor.peek()
  if (scripts?.kind === 'scripts') cursor.take()
  const { below, above } = scripts?.kind === 'scripts' ? scripts : {}
  if (above !== undefined && spelling(above) !== '2') return complainAt(
    nabla.span, 'a gradient, or a Hessian \\nabla^2', `\\nabla^${spelling(above)}`
  )
  if (below !== undefined) {
    const by = context.grammar.all(context, below, nabla.span.to)
    const of = context.grammar.factor(context, cursor)
    const isNumber = of.kind === 'number' || (of.kind === 'binary' && of.operator === 'divide')
    if (isNumber && startsFactor(context, cursor.peek())) return complainAt(
      cursor.span(), 'brackets around all that is derived', 'a product'
    )
    const once: Term = { kind: 'derivative', of, by, span: around([nabla.span, of.span]) }
    return above === undefined ? once : { ...once, of: once }
  }
  const name = cursor.peek()
  if (name?.kind !== 'letter') {
    return complainAt(cursor.span(), 'a function of one argument, \\nabla f(x), or a variable, \\nabla_w L', nameOf(
      name
    ))
  }
  cursor.take()
  return slopeAt(context, cursor, name.text, nabla.span, above === undefined ? 1 : 2)
}
