import { largest } from '../prelude/index.js'
import type { LetterAtom } from './Atom.js'
import { call } from './build.js'
import { complainAt } from './complainAt.js'
import { type Context, isKnown } from './Context.js'
import type { Cursor } from './cursor.js'
import { knownWords } from './functions.js'
import { readEnclosed } from './readEnclosed.js'
import { applied, gradient, readName } from './readName.js'
import { derivativeOf, isPartial, slashed, slashedFraction } from './readDerivative.js'
import { isExpectation, readExpectation } from './readExpectation.js'
import { scriptsOf } from './readScripts.js'
import { readWord } from './readWord.js'
import { around, type Span } from './Span.js'
import type { Term } from './Term.js'

// the variance and the covariance are no functions, but are written as such
const words = [...knownWords, 'Var', 'Cov']
const longestWord = Math.max(24, largest(words.map(word => word.length)))

const constants: Readonly<Record<string, string>> = { e: 'e', '\\pi': 'pi', 'π': 'pi', '\\mathrm{e}': 'e' }
const indicators = ['\\mathbb{1}', '\\mathbf{1}', '\\mathbb{I}', '\\mathbf{I}', '𝟙']

/** A constant, a sign for a derivative or an indicator, or a name. */
export const readLetter = (context: Context, cursor: Cursor, letter: LetterAtom): Term => {
  const fraction = slashedFraction(context, cursor)
  if (fraction !== undefined) return scriptsOf(context, cursor, derivativeOf(context, fraction, cursor))
  const word = spelledOut(context, cursor)
  if (word !== undefined) {
    for (const _ of word.slice(1)) cursor.take()
    return readWord(context, cursor, { kind: 'word', text: word, span: letter.span })
  }
  cursor.take()
  if (letter.text === '\\nabla' || letter.text === '∇') return gradient(context, cursor, letter)
  if (isPartial(letter)) return slashed(context, cursor, letter)
  const [difference, of] = [letter.text, cursor.peek()]
  if (difference === '\\Delta' && of?.kind === 'letter' && !isKnown(context, difference)) {
    cursor.take()
    const [name, scripts] = [`${difference} ${of.text}`, cursor.peek()]
    const span = around([letter.span, of.span])
    return scripts?.kind === 'scripts' ? readName(context, cursor, { ...of, text: name, span }, scripts)
      : { kind: 'name', name, span }
  }
  const isFree = !isKnown(context, letter.text)
  if (isFree && indicators.includes(letter.text) && cursor.isAt(['(', '[', '{'])) return readEnclosed(context, cursor)
  if (isExpectation(context, letter.text, cursor)) return readExpectation(context, letter.text, letter.span, cursor)
  const constant = Object.hasOwn(constants, letter.text) ? constants[letter.text] : undefined
  if (constant !== undefined && isFree) return scriptsOf(context, cursor, call(constant, [], letter.span))
  const scripts = cursor.peek()
  if (scripts?.kind !== 'scripts') return applied(
    context, cursor, { kind: 'name', name: letter.text, span: letter.span }
  )
  return readName(context, cursor, letter, scripts)
}

/** The function or the declared name that letters side by side spell, as in "sin(x)" without its backslash: s times i times n of x is
 * meant by nobody while one of these letters stands for nothing. Where each stands for something, a declared name may be either. */
const spelledOut = (context: Context, cursor: Cursor): string | undefined => {
  const letters: Array<LetterAtom> = []
  for (let next = cursor.peek(); next?.kind === 'letter'
    && next.text.length === 1; next = cursor.peek(letters.length)) {
    if (letters.push(next) === longestWord) break
  }
  const text = letters.map(letter => letter.text).join('')
  const isProduct = (name: string): boolean => [...name].every(letter => isKnown(context, letter))
  const spanOf = (name: string): Span =>
    around([letters[0] as LetterAtom, letters[name.length - 1] as LetterAtom].map(({ span }) => span))
  const declared = longest([...context.scope.keys()].filter(name => /^[a-z]{2,}$/i.test(name) && text.startsWith(name)))
  if (declared !== undefined && isProduct(declared.replaceAll('e', ''))) {
    return complainAt(
      spanOf(declared), `\\text{${declared}}, the name, or ${[...declared].join(' \\cdot ')}, the product`,
      `${declared}, which may be both`
    )
  }
  if (declared !== undefined) return declared
  const word = words.find(known => text.startsWith(known) && !isProduct(known))
  if (word === undefined) return undefined
  const next = cursor.peek(word.length)
  const isCalled = next?.kind === 'sign' && (next.text === '(' || next.text === '[')
  return isCalled ? word
    : complainAt(spanOf(word), `\\${word}, or \\operatorname{${word}}`, `the letters ${[...word].join(' ')}`)
}

const longest = (names: ReadonlyArray<string>): string | undefined =>
  names.reduce<string | undefined>(
    (most, name) => (most === undefined || name.length > most.length ? name : most), undefined
  )
