import { largest } from '../prelude/index.js'
import type { LetterAtom } from './Atom.js'
import { call } from './build.js'
import { complainAt } from './complainAt.js'
import { type Context, isKnown } from './Context.js'
import type { Cursor } from './cursor.js'
import { knownWords } from './functions.js'
import { readEnclosed } from './readEnclosed.js'
import { applied, gradient, readName } from './readName.js'
import { scriptsOf } from './readScripts.js'
import { around } from './Span.js'
import type { Term } from './Term.js'

const longestWord = largest(knownWords.map(word => word.length))

const constants: Readonly<Record<string, string>> = { e: 'e', '\\pi': 'pi', 'π': 'pi', '\\mathrm{e}': 'e' }
const indicators = ['\\mathbb{1}', '\\mathbf{1}', '\\mathbb{I}', '\\mathbf{I}', '𝟙']

/** A constant, a sign for a derivative or an indicator, or a name. */
export const readLetter = (context: Context, cursor: Cursor, letter: LetterAtom): Term => {
  refuseSpelledOut(context, cursor)
  cursor.take()
  if (letter.text === '\\nabla' || letter.text === '∇') return gradient(context, cursor, letter)
  if (letter.text === '\\partial' || letter.text === '∂') {
    return complainAt(letter.span, 'a fraction \\frac{\\partial y}{\\partial x}', letter.text)
  }
  const isFree = !isKnown(context, letter.text)
  if (isFree && indicators.includes(letter.text) && cursor.isAt(['(', '[', '{'])) return readEnclosed(context, cursor)
  const constant = Object.hasOwn(constants, letter.text) ? constants[letter.text] : undefined
  if (constant !== undefined && isFree) return scriptsOf(context, cursor, call(constant, [], letter.span))
  const scripts = cursor.peek()
  if (scripts?.kind !== 'scripts') return applied(context, cursor, { kind: 'name', name: letter.text, span: letter.span })
  return readName(context, cursor, letter, scripts)
}

/** "sin(x)" without its backslash is s times i times n of x: nobody means that. */
const refuseSpelledOut = ({ scope, bound }: Context, cursor: Cursor): void => {
  const letters: Array<LetterAtom> = []
  for (let next = cursor.peek(); next?.kind === 'letter' && next.text.length === 1; next = cursor.peek(letters.length)) {
    if (letters.push(next) === longestWord) break
  }
  const text = letters.map(letter => letter.text).join('')
  const word = knownWords.find(known => text.startsWith(known) && [...known].some(letter => !scope.has(letter) && !bound.has(letter)))
  if (word === undefined) return
  const last = letters[word.length - 1] as LetterAtom
  const first = letters[0] as LetterAtom
  complainAt(around([first.span, last.span]), `\\${word}, or \\operatorname{${word}}`, `the letters ${[...word].join(' ')}`)
}
