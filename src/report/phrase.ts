import type { Seen } from '../claim/Claim.js'
import { escape } from '../drawing/escape.js'
import { formula } from './formula.js'

// What a browser draws alike without it: the source, groups of one, and that a comma separates.
const needless: ReadonlyArray<readonly [RegExp, string]> = [
  [/<annotation[^]*?<\/annotation>|<\/?semantics>|<\/?span[^>]*>| separator="true"/g, ''],
  [/<mrow>(<m[in][^>]*>[^<]*<\/m[in]>)<\/mrow>/g, '$1'],
  // an aligned display says once for all of its cells how large they are
  [/<mtable( [^>]*)><mtr><mtd><mstyle scriptlevel="0" displaystyle="true">/g, '<mtable displaystyle="true"$1><mtr><mtd><mstyle scriptlevel="0" displaystyle="true">'],
  [/<mtd><mstyle scriptlevel="0" displaystyle="true">([^]*?)<\/mstyle><\/mtd>/g, '<mtd>$1</mtd>'],
  [/<mrow><\/mrow>/g, ''],
  [/<mi mathvariant="normal">([∥∣/])<\/mi>/g, '<mi>$1</mi>'],
  // a bracket that does not grow is a sign like others
  [/<mo stretchy="false">([()[\]{}|∥∣⟨⟩⌊⌋⌈⌉])<\/mo>/g, '<mi>$1</mi>'],
  // <math> is a row by itself, and has one child
  [/^(<math[^>]*>)<mrow>([^]*)<\/mrow><\/math>$/, '$1$2</math>']
]

/** A formula in as few bytes as it can be, where a report has a thousand. */
export const drawn = (tex: string, isDisplay = true): string =>
  needless.reduce((mathml, [what, instead]) => mathml.replace(what, instead), formula(tex, isDisplay))

/** A form of a statement in a line: formulas as MathML, and what is \text between them as words, which break where the line ends. */
export const phrase = ({ text, tex }: Seen): string =>
  tex === undefined ? escape(text) : tex.split(/\\text\{([^{}]*)\}/)
    .map((part, i) => i % 2 === 1 ? escape(part)
      : part.trim() === '' ? '' : drawn(String.raw`\displaystyle ${part}`, false)).join('')
