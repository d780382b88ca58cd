import katex from 'katex'
import { refuse, Refusal } from '../prelude/index.js'
import { complainAt } from './complainAt.js'
import { commandsOf, definingIn, type Macros, mostTokens } from './macros.js'
import type { Span } from './Span.js'

/** The tree of KaTeX as far as it is looked at; it is documented nowhere, so a test holds what each kind looks like. */
export interface Node {
  readonly type: string
  readonly loc?: { readonly start: number; readonly end: number; readonly lexer: { readonly input: string } } | null
  readonly text?: string
  readonly name?: string
  readonly label?: string
  readonly font?: string
  readonly mclass?: string
  readonly delim?: string
  readonly left?: string
  readonly right?: string
  readonly body?: Node | ReadonlyArray<Node> | ReadonlyArray<ReadonlyArray<Node>>
  readonly base?: Node
  readonly sub?: Node | null
  readonly sup?: Node | null
  readonly numer?: Node
  readonly denom?: Node
  readonly hasBarLine?: boolean
  readonly index?: Node | null
  readonly mathml?: ReadonlyArray<Node>
  readonly dimension?: { readonly number: number; readonly unit: string }
}

const limits = {
  displayMode: true, strict: 'ignore', throwOnError: true, trust: false, maxExpand: mostTokens, maxSize: 50
}

/** The tree of a formula, in which commands of the document have been replaced. */
export const parsed = (tex: string, macros: Macros): ReadonlyArray<Node> => {
  const { __parse: parse, ParseError } = katex as unknown as {
    readonly __parse: (tex: string, options: object) => ReadonlyArray<Node>
    readonly ParseError: new () => Problem
  }
  const own = definingIn(tex)
  const at = (from: number): Span => ({ from, to: from })
  if (own !== undefined) complainAt(
    at(own.at), 'definitions such as \\newcommand{\\R}{\\mathbb{R}} apart from formulas', own.name
  )
  try {
    return parse(tex, { ...limits, macros: commandsOf(macros) })
  } catch (error) {
    if (error instanceof RangeError) return refuse('input', 'a formula', 'fewer levels', 'one nested too deeply')
    const use = (): Span => at(placeOfUse(tex, macros))
    if (error instanceof Refusal) return complainAt(use(), error.expected, error.got)
    if (!(error instanceof ParseError)) throw error
    if (/^Too many expansions/.test(error.rawMessage)) {
      return complainAt(
        use(), 'commands that come to an end', `more than ${mostTokens} signs: one leads back to itself, or grows`
      )
    }
    return complainAt(isIn(tex, error) ? at(error.position ?? 0) : use(), 'TeX that can be typeset', lowered(
      error.rawMessage
    ))
  }
}

interface Problem {
  readonly rawMessage: string
  /** With the part that it is about underlined. */
  readonly message: string
  readonly position?: number
  readonly length?: number
}

/** Whether a problem is in this text, and not in what a command stands for. */
const isIn = (tex: string, { message, position = 0, length = 0 }: Problem): boolean =>
  (message.match(/(?:[^]\u0332)+/)?.[0] ?? '').replaceAll('\u0332', '') === tex.slice(position, position + length)

/** Where the first of the commands stands that a document defines. */
const placeOfUse = (tex: string, macros: Macros): number =>
  Math.max(0, [...tex.matchAll(/\\(?:[a-zA-Z@]+|[^])/g)].find(([name]) => Object.hasOwn(macros, name))?.index ?? 0)

const lowered = (sentence: string): string => sentence.charAt(0).toLowerCase() + sentence.slice(1)
