import { type Atom, type Macros, texAtoms } from '../notation/index.js'
import type { Either, Refusal } from '../prelude/index.js'

/** The atoms of a formula in any environment of LaTeX; each stands where it stood. */
export const atomsIn = (tex: string, macros: Macros): Either<Refusal, ReadonlyArray<Atom>> =>
  texAtoms(aligned(inOneRow(tex)), Object.fromEntries(Object.entries(macros).map(([name, macro]) =>
    [name, 'body' in macro ? { ...macro, body: aligned(macro.body) } : macro])))

/** eqnarray is an align with one more &. */
const aligned = (tex: string): string =>
  tex.replace(/\\(begin|end)\{eqnarray(\*?)\}/g, (whole: string, which: string, star: string) =>
    `\\${which}{align${star}}`.padEnd(whole.length))

const parts = /\\begin\s*\{[^{}]*\}|\\end\s*\{[^{}]*\}|\\\\(?:\s*\[[-\d.]+ *[a-z]{2}\])?|\\[^]|[^\\]+/g

/** The rows of a multline are one formula; those of matrices in it are rows. */
const inOneRow = (tex: string): string => (!/^\s*\\begin\{multline\*?\}/.test(tex) ? tex
  : (tex.match(parts) ?? []).reduce<{ readonly depth: number; readonly done: string }>(({ depth, done }, part) => {
    const after = depth + (/^\\begin\s*\{/.test(part) ? 1 : /^\\end\s*\{/.test(part) ? -1 : 0)
    const isOwn = /\{multline\*?\}$/.test(part) || (depth === 1 && part.startsWith('\\\\'))
    return { depth: after, done: done + (isOwn ? ' '.repeat(part.length) : part) }
  }, { depth: 0, done: '' }).done)
