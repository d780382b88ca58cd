import katex from 'katex'
import { escape } from './escape.js'

/** A formula in TeX as MathML, which browsers draw with their own fonts; its escaped source where it is not TeX that can be rendered. */
export const formula = (tex: string): string => {
  try {
    return render(tex)
  } catch {
    return `<code class="tex">${escape(tex)}</code>`
  }
}

/** Raises where the source is not TeX. Inside html the name space goes without saying. */
export const render = (tex: string): string =>
  katex.renderToString(tex, { output: 'mathml', displayMode: true, throwOnError: true, strict: false, trust: false })
    .replace(' xmlns="http://www.w3.org/1998/Math/MathML"', '')
