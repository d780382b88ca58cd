import type { Macros } from '../../notation/index.js'
import { escape } from '../../drawing/escape.js'
import { formula, render } from '../formula.js'
import type { Tone } from './tone.js'

/** What begins at a place of a formula, such as the sign of a step. */
export interface Mark {
  readonly from: number
  readonly tone: Tone
}

/**
 * A formula in which each step, from its sign to the next, has the colour of its verdict: in words, a class on that part. Where TeX
 * cannot be cut so, only the signs have it, or nothing.
 */
export const coloured = (tex: string, marks: ReadonlyArray<Mark>, isDisplay: boolean, macros: Macros = {}): string => {
  const ordered = [...marks].sort((a, b) => a.from - b.from)
  const whole = ordered.map((mark, k) => ({ ...mark, to: endOf(tex, mark.from, ordered[k + 1]?.from ?? tex.length) }))
  const signs = ordered.map(mark => ({ ...mark, to: mark.from + signAt(tex, mark.from).length }))
  return withClasses(tex, whole, isDisplay, macros) ?? withClasses(tex, signs, isDisplay, macros)
    ?? formula(tex, isDisplay, macros)
}

interface Part extends Mark {
  readonly to: number
}

// A colour of TeX stands for a class until the formula is drawn.
const codes: ReadonlyArray<readonly [Tone, string]> = [
  ['refuted', '#010101'], ['erratum', '#010102'], ['undecided', '#010103'], ['supported', '#010104'],
  ['proved', '#010105']
]

const withClasses = (
  tex: string, parts: ReadonlyArray<Part>, isDisplay: boolean, macros: Macros
): string | undefined => {
  const last = parts[parts.length - 1]
  const cut = parts.map((part, k) => `${tex.slice(parts[k - 1]?.to ?? 0, part.from)}${inColour(tex, part)}`)
  try {
    const drawn = render(`${cut.join('')}${tex.slice(last?.to ?? 0)}`, isDisplay, macros)
    const named = codes.reduce(
      (text, [tone, code]) => text.replaceAll(` mathcolor="${code}"`, ` class="step ${tone}"`), drawn
    )
    return named.replace(
      /(<annotation[^>]*>)[^]*?(<\/annotation>)/, (_, open: string, close: string) => `${open}${escape(tex)}${close}`
    )
  } catch {
    return undefined
  }
}

const signAt = (tex: string, from: number): string => /^(?:\\[a-zA-Z]+|:=|[^\\{}&\s])/.exec(tex.slice(from))?.[0] ?? ''

const inColour = (tex: string, { from, to, tone }: Part): string => {
  const code = codes.find(([known]) => known === tone)?.[1]
  const part = tex.slice(from, to)
  return code === undefined || part.trim() === '' ? part : `\\textcolor{${code}}{${part}}`
}

const token = /\\(?:[a-zA-Z]+|[^])|[^\\]/g

/** Where a step ends: before the next mark, at the end of its cell, or where the brace around it closes. */
const endOf = (tex: string, from: number, limit: number): number => {
  let depth = 0
  for (const { 0: text, index } of tex.slice(from, limit).matchAll(token)) {
    if (['{', '\\left', '\\begin'].includes(text)) depth += 1
    if (['}', '\\right', '\\end'].includes(text)) depth -= 1
    if (depth < 0 || (depth === 0 && ['&', '\\\\', '%', '\\qquad', '\\quad'].includes(text))) return from + index
  }
  return limit
}
