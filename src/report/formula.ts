import katex from 'katex'
import { commandsOf, definingIn, type Macros, mostTokens } from '../notation/index.js'
import { refuse } from '../prelude/index.js'
import { inAlphabets } from './alphabets.js'
import { escape } from '../drawing/escape.js'

/** A formula in TeX as MathML, which browsers draw with their own fonts; its escaped source where it is not TeX that can be rendered. */
export const formula = (tex: string, isDisplay = true, macros: Macros = {}): string => {
  try {
    return render(tex, isDisplay, macros)
  } catch {
    return `<code class="tex">${escape(tex)}</code>`
  }
}

/** Raises where the source is not TeX, or defines commands. Inside html the name space goes without saying. */
export const render = (tex: string, displayMode = true, macros: Macros = {}): string => {
  const own = definingIn(tex)
  if (own !== undefined) refuse('input', 'a formula', 'no definitions of commands', own.name)
  const limits = { throwOnError: true, strict: false, trust: false, maxSize: 50, maxExpand: mostTokens }
  return inAlphabets(katex.renderToString(
    tex, { output: 'mathml', displayMode, ...limits, macros: commandsOf(macros) }
  ))
    .replace(' xmlns="http://www.w3.org/1998/Math/MathML"', '')
}
