import type { Atom } from './Atom.js'
import { binary, number } from './build.js'
import { complainAt } from './complainAt.js'
import { type Context, isKnown, splitAt, within } from './Context.js'
import { type Cursor, nameOf } from './cursor.js'
import { lawNamed } from './expectation.js'
import { randomIn } from './randomIn.js'
import { scriptsOf } from './readScripts.js'
import { around, type Span } from './Span.js'
import { scripted, spelling } from './spelling.js'
import type { ExpectationTerm, Term } from './Term.js'

const words: ReadonlyArray<string> = ['E', '\\mathbb{E}', 'Var', 'Cov']
const closing: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' }

/** Whether E[...], \mathbb{E}_y[...], Var(...) or Cov(...) stands here; E(...) may be a function. */
export const isExpectation = (context: Context, word: string, cursor: Cursor): boolean => {
  if (!words.includes(word) || isKnown(context, word)) return false
  const scripts = cursor.peek()
  if (scripts?.kind === 'scripts'
    && (scripts.above !== undefined || isKnown(context, scripted(word, scripts.below)))) return false
  const open = cursor.peek(scripts?.kind === 'scripts' ? 1 : 0)
  return word !== 'E' || (open?.kind === 'sign' && open.text === '[')
}

/** The mean of what stands in brackets; the variance E[(x - E[x])^2] and the covariance E[(x - E[x]) (y - E[y])] are made of means. */
export const readExpectation = (context: Context, word: string, from: Span, cursor: Cursor): Term => {
  const scripts = cursor.peek()
  const named = scripts?.kind === 'scripts' ? namesBelow(context, scripts.below ?? [], scripts.span) : undefined
  if (named !== undefined) cursor.take()
  const open = cursor.accept(['[', '(', '{'])
    ?? complainAt(cursor.span(), `brackets around what ${nameIn(word)} is of`, nameOf(cursor.peek()))
  const inner = { ...within(context, named ?? []), bars: [] }
  const first = context.grammar.sum(inner, cursor)
  const second = word === 'Cov' && cursor.expect(',') !== undefined ? context.grammar.sum(inner, cursor) : first
  const span = around([from, cursor.expect(closing[open.text] ?? ']').span])
  const over = named ?? averaged(context, binary('add', first, second), word, span)
  const mean = (of: Term): ExpectationTerm => ({ kind: 'expectation', over, of, span })
  const centred = (of: Term): Term => binary('subtract', of, mean(of))
  return scriptsOf(context, cursor, mean(word === 'Var' ? binary('power', centred(first), number('2', span))
    : word === 'Cov' ? binary('multiply', centred(first), centred(second)) : first))
}

const nameIn = (word: string): string => (word === '\\mathbb{E}' ? 'E' : word)

/** Without a name below, all that is random inside is averaged, except what a sum around it binds. */
const averaged = ({ scope, bound }: Context, of: Term, word: string, span: Span): ReadonlyArray<string> => {
  const over = randomIn(scope, of).filter(name => !bound.has(name))
  if (over.length > 0) return over
  const declared = [...scope.values()].flatMap(symbol => (symbol.kind === 'law' ? [symbol.of] : []))
  return declared.length > 0 ? complainAt(
    span, `something random inside, as declared: ${declared.join(', ')}; or \\mathbb{E}_{${declared[0] ?? ''}}`, 'none'
  )
    : complainAt(span, 'what is random: E is an expectation over what? Declare: expectation over y uniform', nameIn(
      word
    ))
}

const namesBelow = ({ scope }: Context, below: ReadonlyArray<Atom>, span: Span): ReadonlyArray<string> =>
  [...new Set(splitAt(below, ',').map(part => (part.some(atom => atom.kind === 'letter' && atom.text === '\\sim')
    ? complainAt(span, 'only a name below E; its probabilities are declared: "expectation over y with p_y"', spelling(
      part
    ))
    : lawNamed(scope, spelling(part), span).of)))]
