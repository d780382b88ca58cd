import type { FactoryFunctionMap } from 'mathjs'
import { attempt, type Either, isLeft, type Refusal } from '../prelude/index.js'
import { complain } from './complain.js'
import { isCallable, isConstant } from './functions.js'
import type { Graph } from './Graph.js'
import { checkTokens, type Token, tokens } from './tokens.js'
import { graphOf, type Parsed } from './tree.js'

/** The sizes of the inputs that are lists. */
export interface ParseOptions {
  readonly lists?: Readonly<Record<string, number>>
}

/**
 * A formula that a person typed, as a graph; or what is wrong with it, the line with a caret, and what was expected there.
 *
 * + - * / ^ (also **), implicit multiplication (2w2, which binds tighter than /), pi and e, the functions of `callables`; sum, dot, norm,
 * hypot, max and min of lists too. The text is read, never executed. The parser is loaded when the first formula comes.
 */
export const parse = async (text: string, { lists = {} }: ParseOptions = {}): Promise<Either<Refusal, Graph>> => {
  const words = attempt(() => checked(text))
  if (isLeft(words)) return words
  const read = await parser()
  return attempt(() => graphOf(treeOf(read, text), namesIn(words.right), lists))
}

const checked = (text: string): ReadonlyArray<Token> => {
  const words = tokens(text)
  checkTokens(text, words)
  return words
}

const namesIn = (words: ReadonlyArray<Token>): ReadonlyArray<string> =>
  [...new Set(words.flatMap(({ kind, text }) => (kind === 'name' && !isCallable(text) && !isConstant(text) ? [text] : [])))]

type Read = (text: string) => unknown

// Decimals stay decimals.
const loadParser = async (): Promise<Read> => {
  const { create, parseDependencies } = await import('mathjs')
  const { parse: read } = create(parseDependencies as FactoryFunctionMap, { number: 'BigNumber' })
  return text => read?.(text)
}

// 0.4 seconds, spent once, and only where a formula is typed
const parser: () => Promise<Read> = (() => {
  let loaded: Promise<Read> | undefined
  return () => (loaded ??= loadParser())
})()

const treeOf = (read: Read, text: string): Parsed => {
  try {
    return read(text.replaceAll('**', '^ ').replace(/\s/g, ' ')) as Parsed
  } catch (error) {
    // the parser calls itself for each level
    if (error instanceof RangeError) return complain(text, 0, 'fewer levels', 'a formula nested too deeply')
    if (!(error instanceof SyntaxError)) throw error
    const { char = text.length + 1 } = error as { readonly char?: number }
    return complain(text, Math.min(char - 1, text.length), expectedBy(error.message), text.slice(char - 1, char) || 'the end')
  }
}

const expectedBy = (message: string): string =>
  /^(Value|Unexpected (end|operator))/.test(message) ? 'a number, a name or ('
    : message.startsWith('Parenthesis )') ? 'an operator or )'
      : message.startsWith('Unexpected part') ? 'an operator' : 'what a formula is made of'
