import type { Atom, LetterAtom, ScriptsAtom } from './Atom.js'
import { call } from './build.js'
import { complainAt } from './complainAt.js'
import { type Context, isKnown } from './Context.js'
import { type Cursor, nameOf } from './cursor.js'
import { readArguments } from './readArguments.js'
import { entryOf, indicesOf, raised, scriptsOf } from './readScripts.js'
import { around, type Span } from './Span.js'
import { scripted, spelling } from './spelling.js'
import type { Term } from './Term.js'

/** A letter with scripts: the longest part that is a name, and what the rest of the scripts says of it. */
export const readName = (context: Context, cursor: Cursor, letter: LetterAtom, scripts: ScriptsAtom): Term => {
  cursor.take()
  const { below, above } = scripts
  const primes = above?.filter(atom => atom.kind === 'sign' && atom.text === '\'').length ?? 0
  if (primes > 0 && !context.scope.has(scripted(letter.text, below, above))) return slope(context, cursor, letter, scripts, primes)
  // f_1(x, y), where nothing is called f: a function with that name; but I_n is the identity
  const isCalled = cursor.isAt(['(']) && above === undefined && letter.text !== 'I' && !isKnown(context, letter.text)
  if (isCalled) {
    const span = around([letter.span, scripts.span])
    return applied(context, cursor, { kind: 'name', name: scripted(letter.text, below), span })
  }
  const named = [[below, above], [undefined, above], [below, undefined], [undefined, undefined]] as const
  const [low, high] = named.find(([b, a]) => isKnown(context, scripted(letter.text, b, a)))
    ?? [undefined, isMark(above) ? above : undefined]
  const name = scripted(letter.text, low, high)
  const symbol = context.scope.get(name)
  const whole = around([letter.span, scripts.span])
  const [restBelow, restAbove] = [low === undefined ? below : undefined, high === undefined ? above : undefined]
  const base: Term = { kind: 'name', name, span: whole }
  const isSequence = symbol?.kind === 'sequence' || symbol?.kind === 'recursion'
  if (isSequence && symbol.script === 'above' && restAbove !== undefined) {
    const item: Term = { kind: 'item', of: name, at: context.grammar.all(context, unbracketed(restAbove), scripts.span.to), span: whole }
    return restBelow === undefined ? item : entryOf(context, item, restBelow, scripts.span)
  }
  const [first, ...others] = restBelow === undefined ? [] : indicesOf(context, restBelow, scripts.span)
  const lowered: Term = first === undefined ? base
    : isSequence && symbol.script === 'below'
      ? others.length === 0 ? { kind: 'item', of: name, at: first, span: whole }
        : { kind: 'entry', of: { kind: 'item', of: name, at: first, span: whole }, at: others, span: whole }
      : { kind: 'entry', of: base, at: [first, ...others], span: whole }
  return restAbove !== undefined ? raised(context, lowered, restAbove, scripts.span) : applied(context, cursor, lowered)
}

/** w^{(t)} is the member t. */
const unbracketed = (atoms: ReadonlyArray<Atom>): ReadonlyArray<Atom> => {
  const [first, last] = [atoms[0], atoms[atoms.length - 1]]
  return first?.kind === 'sign' && first.text === '(' && last?.kind === 'sign' && last.text === ')' ? atoms.slice(1, -1) : atoms
}

/** A star or a plus above is part of a name. */
const isMark = (above: ReadonlyArray<Atom> | undefined): boolean =>
  above !== undefined && ['*', '+', '-', '\\star'].includes(spelling(above))

/** f(x), where f is a function; a variable before a bracket is multiplied with it. */
export const applied = (context: Context, cursor: Cursor, base: Term): Term => {
  if (base.kind !== 'name' || !cursor.isAt(['('])) return base
  const symbol = context.scope.get(base.name)
  const isFunction = symbol === undefined ? !context.bound.has(base.name) : symbol.kind === 'definition' && symbol.parameters.length > 0
  if (!isFunction) return base
  const args = readArguments(context, cursor)
  return scriptsOf(context, cursor, call(base.name, args, base.span))
}

/** f'(x). */
const slope = (context: Context, cursor: Cursor, letter: LetterAtom, { below, above = [], span }: ScriptsAtom, primes: number): Term => {
  if (primes > 1 || primes < above.length) return complainAt(span, 'one prime', spelling(above))
  const name = scripted(letter.text, below)
  return slopeAt(context, cursor, name, letter.span)
}

const slopeAt = (context: Context, cursor: Cursor, name: string, span: Span): Term => {
  if (!cursor.isAt(['('])) return complainAt(cursor.span(), `(x) after the derivative of ${name}`, nameOf(cursor.peek()))
  const [at, ...more] = readArguments(context, cursor)
  if (at === undefined || more.length > 0) return complainAt(span, 'one argument', String(1 + more.length))
  return scriptsOf(context, cursor, { kind: 'slope', function: name, at, span: around([span, at.span]) })
}

/** \nabla f(x), \nabla_w L. */
export const gradient = (context: Context, cursor: Cursor, nabla: LetterAtom): Term => {
  const scripts = cursor.peek()
  if (scripts?.kind === 'scripts') {
    cursor.take()
    if (scripts.below === undefined) return complainAt(scripts.span, 'a gradient of first order', spelling(scripts.above ?? []))
    const by = context.grammar.all(context, scripts.below, scripts.span.to)
    const of = context.grammar.factor(context, cursor)
    return { kind: 'derivative', of, by, span: around([nabla.span, of.span]) }
  }
  const name = cursor.peek()
  if (name?.kind !== 'letter') {
    return complainAt(cursor.span(), 'a function of one argument, \\nabla f(x), or a variable, \\nabla_w L', nameOf(name))
  }
  cursor.take()
  return slopeAt(context, cursor, name.text, nabla.span)
}
