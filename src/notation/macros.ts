import { refuse } from '../prelude/index.js'

/** A command of a document: what replaces it, and what its first argument is where it may be left out; or why it is not followed. */
export type Macro =
  | { readonly parameters: number; readonly body: string; readonly optional?: string }
  | { readonly refused: string }

/** The commands that a document defines, by their names: `{ '\\R': { parameters: 0, body: '\\mathbb{R}' } }`. */
export type Macros = Readonly<Record<string, Macro>>

interface Token {
  readonly text: string
}

/** What KaTeX gives to a macro, as far as it is used. Lists of tokens are in reverse. */
interface Expander {
  readonly settings: object
  readonly lexer: { readonly constructor: unknown }
  readonly future: () => Token
  readonly popToken: () => Token
  readonly consumeSpaces: () => void
  readonly consumeArg: (closing?: ReadonlyArray<string>) => { readonly tokens: ReadonlyArray<Token> }
  /** Raises where all counts together are more than maxExpand. */
  readonly countExpansion: (count: number) => void
}

/**
 * How many tokens macros may put into one formula.
 *
 * @example
 * mostTokens // 10000
 */
export const mostTokens = 10_000

/** Commands of LaTeX that KaTeX does not know, and that say nothing of what a formula means. */
const ofLaTeX: Macros = {
  '\\label': { parameters: 1, body: '' },
  '\\xspace': { parameters: 0, body: '' },
  '\\ensuremath': { parameters: 1, body: '#1' },
  '\\mbox': { parameters: 1, body: '\\text{#1}' },
  '\\intertext': { parameters: 1, body: '\\text{#1}\\\\' },
  '\\shortintertext': { parameters: 1, body: '\\text{#1}\\\\' }
}

const defining = /\\(?:[gex]?def|let|futurelet|(?:re)?newcommand|providecommand)(?![a-zA-Z])/

/**
 * A command with which a formula would define its own commands, whose expansion nothing bounds; and where it stands.
 *
 * @example
 * definingIn('x \\def\\a{1}').name // '\\def'
 */
export const definingIn = (tex: string): { readonly name: string; readonly at: number } | undefined => {
  const found = defining.exec(tex)
  return found === null ? undefined : { name: found[0], at: found.index }
}

/**
 * Macros as KaTeX takes them. Each expansion is counted before it is made, so that none can grow without end.
 *
 * @example
 * Object.hasOwn(commandsOf({ '\\R': { parameters: 0, body: '\\mathbb{R}' } }), '\\R') // true
 */
export const commandsOf = (macros: Macros): Record<string, object> =>
  Object.fromEntries(Object.entries({ ...ofLaTeX, ...macros }).map(([name, macro]) => [name, expanding(name, macro)]))

const expanding = (name: string, macro: Macro) =>
  (context: Expander): { readonly tokens: ReadonlyArray<Token>; readonly numArgs: 0 } => {
    const ways = 'commands of \\newcommand, \\def or \\DeclareMathOperator, with one meaning'
    if ('refused' in macro) return refuse('input', name, ways, macro.refused)
    const inner = definingIn(macro.body)
    if (inner !== undefined) return refuse('input', name, 'a command that defines no other', inner.name)
    const args = Array.from({ length: macro.parameters }, (_, k) => (k === 0 && macro.optional !== undefined
      ? optionalOf(context, macro.optional) : [...context.consumeArg().tokens].reverse()))
    const body = tokensOf(context, macro.body)
    const parts = body.map((token, k) => {
      if (token.text !== '#') return body[k - 1]?.text === '#' ? [] : [token]
      return args[Number(body[k + 1]?.text) - 1]
        ?? refuse('input', name, `arguments up to #${macro.parameters}`, `#${body[k + 1]?.text ?? ''}`)
    })
    context.countExpansion(parts.reduce((sum, part) => sum + part.length, 0))
    return { tokens: parts.flat().reverse(), numArgs: 0 }
  }

/** [x], or what stands for it. */
const optionalOf = (context: Expander, otherwise: string): ReadonlyArray<Token> => {
  context.consumeSpaces()
  if (context.future().text !== '[') return tokensOf(context, otherwise)
  context.popToken()
  return [...context.consumeArg([']']).tokens].reverse()
}

const tokensOf = ({ lexer, settings }: Expander, text: string): ReadonlyArray<Token> => {
  const Lexer = lexer.constructor as new (text: string, settings: object) => { readonly lex: () => Token }
  const source = new Lexer(text, settings)
  const tokens: Array<Token> = []
  for (let token = source.lex(); token.text !== 'EOF'; token = source.lex()) tokens.push(token)
  return tokens
}
