import { type Macro, type Macros, signs } from '../notation/index.js'
import type { Span } from '../prelude/index.js'

/** A command that a document defines, and where its definition stands. */
export interface Defined {
  readonly name: string
  readonly macro: Macro
  readonly span: Span
  /** It is one only where the document has none of this name before. */
  readonly isProvided: boolean
}

const head = new RegExp(`\\\\(?:${[
  '(?<command>(?:re)?newcommand|DeclareRobustCommand|(?<provided>providecommand))\\*?',
  '(?<operator>DeclareMathOperator)(?<star>\\*?)',
  '(?<def>def)',
  '(?<other>[gex]def|let|futurelet|(?:New|Renew|Provide|Declare)(?:Expandable)?DocumentCommand|DeclarePairedDelimiter(?:X|XPP)?)'
].join('|')})(?![a-zA-Z])\\s*(?:\\{\\s*(?<braced>\\\\(?:[a-zA-Z@]+|[^]))\\s*\\}|(?<bare>\\\\(?:[a-zA-Z@]+|[^\\sa-zA-Z])))`, 'g')

/** The commands that a text defines, in order: \newcommand and its kin, \def without delimiters, \DeclareMathOperator. */
export const definitionsIn = (text: string): ReadonlyArray<Defined> =>
  [...text.matchAll(head)].flatMap(match => {
    const { command, provided, operator, star, def, other, braced, bare = '' } = match.groups ?? {}
    const name = braced ?? bare
    const from = match.index + match[0].length
    const between = command !== undefined ? withOptional : def !== undefined ? withParameters : none
    const [taken = '', count, optional] = between.exec(text.slice(from)) ?? []
    const open = from + taken.length
    const to = closeOf(text, open)
    const refused = (why: string): ReadonlyArray<Defined> =>
      [{ name, macro: { refused: `${name}, ${why}` }, span: { from: match.index, to: match.index }, isProvided: false }]
    if (other !== undefined) return refused(`defined by \\${other}`)
    if (to === undefined) return refused('whose definition has no body in braces')
    const body = text.slice(open + 1, to - 1)
    const parameters = def === undefined ? Number(count ?? 0) : taken.split('#').length - 1
    const macro: Macro = operator !== undefined ? { parameters: 0, body: `\\operatorname${star ?? ''}{${body}}` }
      : { parameters, body, ...optional === undefined ? {} : { optional } }
    return [
      { name, macro: followed(name, macro, body), span: { from: match.index, to }, isProvided: provided !== undefined }
    ]
  })

const none = /^\s*/
const withOptional = /^\s*(?:\[(\d)\]\s*)?(?:\[((?:[^[\]{}]|\{[^{}]*\})*)\]\s*)?/
const withParameters = /^(?:\s*#\d)*\s*/

/** After the brace that closes the one that opens here. */
const closeOf = (text: string, open: number): number | undefined => {
  if (text.charAt(open) !== '{') return undefined
  let depth = 0
  for (const { 0: token, index } of text.slice(open).matchAll(/\\[^]|[{}]/g)) {
    depth += token === '{' ? 1 : token === '}' ? -1 : 0
    if (depth === 0) return open + index + 1
  }
  return undefined
}

const structural: ReadonlyArray<string> = [
  'frac', 'dfrac', 'tfrac', 'sqrt', 'left', 'right', 'middle', 'begin', 'end', 'sum', 'prod', 'max',
  'min', 'partial', 'nabla', 'top', 'mathbb', 'text', 'operatorname', '\\', '&', ' '
].map(name => `\\${name}`)

/** A sign may have another shape, \le that of \leqslant; with another meaning a reader would be misled. */
const followed = (name: string, macro: Macro, body: string): Macro => {
  const isOther = Object.hasOwn(signs, name) && signs[name] !== signs[body.trim()]
  return isOther || structural.includes(name) ? { refused: `${name}, which is defined as something else` } : macro
}

/** A formula, and after it what the commands in it stand for. */
export const withCommands = (tex: string, macros: Macros): string => {
  const names = (text: string): ReadonlyArray<string> => text.match(/\\(?:[a-zA-Z@]+|[^])/g) ?? []
  const bodies = new Map<string, string>()
  const waiting = [...names(tex)]
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    const macro = Object.hasOwn(macros, name) && !bodies.has(name) ? macros[name] : undefined
    if (macro === undefined) continue
    const body = 'body' in macro ? macro.body : ''
    bodies.set(name, body)
    for (const next of names(body)) waiting.push(next)
  }
  return [tex, ...bodies.values()].join(' ')
}
