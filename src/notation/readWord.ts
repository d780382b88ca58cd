import type { ScriptsAtom, WordAtom } from './Atom.js'
import { binary, call, unary } from './build.js'
import { complainAt } from './complainAt.js'
import { type Context, isKnown } from './Context.js'
import type { Cursor } from './cursor.js'
import { functionNamed } from './functions.js'
import { readArguments } from './readArguments.js'
import { isExpectation, readExpectation } from './readExpectation.js'
import { applied, readName } from './readName.js'
import { rangesOf } from './readRanges.js'
import { raised, scriptsOf } from './readScripts.js'
import { around } from './Span.js'
import { spelling } from './spelling.js'
import { startsFactor } from './startsFactor.js'
import type { ManyTerm, Term } from './Term.js'

const many: Readonly<Record<string, ManyTerm['operator']>> = { sum: 'sum', prod: 'product', max: 'max', min: 'min' }

/** A big operator, a known function, or a name of several letters. */
export const readWord = (context: Context, cursor: Cursor, word: WordAtom): Term => {
  cursor.take()
  const scripts = cursor.peek()
  const operator = Object.hasOwn(many, word.text) ? many[word.text] : undefined
  if (operator !== undefined && scripts?.kind === 'scripts' && scripts.below !== undefined) {
    cursor.take()
    const { ranges, where, inner } = rangesOf(context, scripts)
    const minus = cursor.accept(['-'])
    const product = context.grammar.product(inner, cursor)
    const of = minus === undefined ? product : unary('negate', product, around([minus.span, product.span]))
    return { kind: 'many', operator, ranges, ...where === undefined ? {} : { where }, of, span: around(
      [word.span, of.span]
    ) }
  }
  if (word.isOperator === true && (operator === 'sum' || operator === 'product')) return complainAt(
    word.span, 'an index below: \\sum_{i=1}^n', 'none'
  )
  if (isExpectation(context, word.text, cursor)) return readExpectation(context, word.text, word.span, cursor)
  const isDeclared = context.scope.has(word.text)
  const name = isDeclared ? undefined : functionNamed(word.text)
  if (name === undefined) {
    if (scripts?.kind === 'scripts') return readName(context, cursor, { ...word, kind: 'letter' }, scripts)
    return applied(context, cursor, { kind: 'name', name: word.text, span: word.span })
  }
  const power = scripts?.kind === 'scripts' ? cursor.take() as ScriptsAtom : undefined
  if (power?.below !== undefined) return complainAt(power.span, `${word.text} without a base`, spelling(power.below))
  if (power?.above !== undefined && !/^[1-9]\d*$/.test(spelling(power.above))
    && !isKnown(context, spelling(power.above))) {
    return complainAt(power.span, 'a whole power; arcsin and the like are written as words', spelling(power.above))
  }
  const of = readApplied(context, cursor, name, word)
  return power?.above === undefined ? of : raised(context, of, power.above, power.span)
}

/** log(x), or log x y: without brackets the argument goes on to the next operator or function. */
const readApplied = (context: Context, cursor: Cursor, name: string, word: WordAtom): Term => {
  if (cursor.isAt(['(']) || ((name === 'max' || name === 'min') && cursor.isAt(['{', '[']))) {
    return scriptsOf(context, cursor, call(name, readArguments(context, cursor), word.span))
  }
  let argument = context.grammar.factor(context, cursor)
  while (startsFactor(context, cursor.peek()) && cursor.peek()?.kind !== 'word') {
    argument = binary('multiply', argument, context.grammar.factor(context, cursor))
  }
  return call(name, [argument], word.span)
}
