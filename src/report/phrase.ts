import type { Seen } from '../claim/Claim.js'
import { escape } from './escape.js'
import { formula } from './formula.js'

/** A formula without its source, which else makes up a tenth of a report. */
export const drawn = (tex: string, isDisplay = true): string =>
  formula(tex, isDisplay).replace(/<annotation[^]*?<\/annotation>|<\/?semantics>/g, '')

/** A form of a statement in a line: formulas as MathML, and what is \text between them as words, which break where the line ends. */
export const phrase = ({ text, tex }: Seen): string => tex === undefined ? escape(text) : tex.split(/\\text\{([^{}]*)\}/)
  .map((part, i) => i % 2 === 1 ? escape(part) : part.trim() === '' ? '' : drawn(String.raw`\displaystyle ${part}`, false)).join('')
