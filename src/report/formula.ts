import katex from 'katex'
import { inAlphabets } from './alphabets.js'
import { escape } from './escape.js'

/** A formula in TeX as MathML, which browsers draw with their own fonts; its escaped source where it is not TeX that can be rendered. */
export const formula = (tex: string, isDisplay = true): string => {
  try {
    return render(tex, isDisplay)
  } catch {
    return `<code class="tex">${escape(tex)}</code>`
  }
}

/** Raises where the source is not TeX. Inside html the name space goes without saying. */
export const render = (tex: string, displayMode = true): string =>
  inAlphabets(katex.renderToString(tex, { output: 'mathml', displayMode, throwOnError: true, strict: false, trust: false, maxSize: 50 }))
    .replace(' xmlns="http://www.w3.org/1998/Math/MathML"', '')
