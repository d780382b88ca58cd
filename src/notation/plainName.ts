import { complainAt } from './complainAt.js'
import type { Scope, Symbol } from './Scope.js'
import type { Span } from './Span.js'

const fonts = /\\(?:mathbf|boldsymbol|mathrm|mathsf|mathit|bm|vec|overrightarrow)\{([^{}]*)\}/g
const marks: Readonly<Record<string, string>> = { '*': '_star_', '+': '_plus_', '-': '_minus_', '\'': '_prime_' }

/**
 * A name as a program would spell it: "w_star" for w^*, "y_hat" for \hat{y}, "alpha" for \alpha, "W_1". What only sets it in type is
 * left out.
 *
 * @example
 * plainName('\\hat{\\mathbf{y}}') // 'y_hat'
 */
export const plainName = (name: string): string => {
  if (/^[\p{L}_][\p{L}\d_]*$/u.test(name)) return name
  const spelled = unaccented(name)
    .replace(/[*+'-]/g, mark => marks[mark] ?? '_').replace(/[^\p{L}\p{N}]+/gu, '_').replace(/^_+|_+$/g, '')
  return /^\p{L}/u.test(spelled) ? spelled : `x_${spelled}`
}

const unaccented = (name: string): string => {
  const next = name.replace(fonts, '$1').replace(/\\([a-zA-Z]+)\{\\?([^{}]*)\}/g, '$2_$1')
  return next === name ? name : unaccented(next)
}

const greek: ReadonlySet<string> = new Set([
  'alpha', 'beta', 'gamma', 'delta', 'epsilon', 'varepsilon', 'zeta', 'eta', 'theta', 'vartheta', 'iota', 'kappa',
  'lambda', 'mu', 'nu',
  'xi', 'pi', 'rho', 'sigma', 'tau', 'upsilon', 'phi', 'varphi', 'chi', 'psi', 'omega', 'Gamma', 'Delta', 'Theta',
  'Lambda', 'Xi', 'Pi',
  'Sigma', 'Upsilon', 'Phi', 'Psi', 'Omega', 'ell'
])

/** How a name that is spelled so is written where nothing else is declared: the inverse of `plainName`. */
const written = (text: string): string => {
  const [, base = '', star, accent] =
    /^(.+)_(?:(star)|(hat|bar|tilde|dot|ddot|check|widehat|widetilde|mathcal|mathbb))$/u.exec(text) ?? []
  return star !== undefined ? `${written(base)}^*`
    : accent !== undefined ? `\\${accent}{${written(base)}}` : greek.has(text) ? `\\${text}` : text
}

const isNamed = (kind: Symbol['kind']): boolean => kind !== 'setting' && kind !== 'macros' && kind !== 'law'

/** The name that a plain spelling means: the declared one that is spelled so. */
export const nameFrom = (scope: Scope): ((text: string, span: Span) => string) => {
  const known = new Map<string, ReadonlyArray<string>>()
  // a sequence, "w^", is spelled as its letter
  const names = new Set([...scope].flatMap(([name, { kind }]) => (isNamed(kind) ? [name.replace(/[\^_]$/, '')] : [])))
  for (const name of names) known.set(plainName(name), [...known.get(plainName(name)) ?? [], name])
  return (text, span) => {
    const [name, other] = known.get(text) ?? []
    return other === undefined ? name ?? written(text)
      : complainAt(span, 'a name that is spelled as no other', `${text}, which may be ${name ?? ''} or ${other}`)
  }
}
