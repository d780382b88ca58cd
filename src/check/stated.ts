import { type Claim, claim, erratum, type Executed, type Expects, type Judge } from '../claim/index.js'
import { unjudged } from '../claim/judgementOf.js'
import { type Bindings, namesBound } from './bound.js'
import { passagesOf } from './document.js'
import { executed } from './executed.js'
import type { Tight } from './tightened.js'

/** A formula as a document has it, and what its names stand for. */
export interface Stated {
  readonly id: string
  readonly title: string
  readonly source: string
  readonly rows?: ReadonlyArray<string>
  /** The line in TeX: two or more sides, with =, \le or \ge between them. */
  readonly tex: string
  /** What is in print instead of it, and wrong. */
  readonly printed?: string
  /** What its names stand for, as `declarations` reads them. */
  readonly declarations: string
  /** Names that the line calls, and functions over number systems; a declaration, f : \mathbb{R}^n \to \mathbb{R}, says what each takes. */
  readonly bind?: Bindings
  /** The weakest evidence that will do: a weaker verdict is not as expected. */
  readonly expects?: Expects
  /** Of all \le and \ge in it, or of each in their order: whether its sides are equal somewhere, or nowhere. */
  readonly tight?: Tight | ReadonlyArray<Tight>
}

/**
 * The claim that a line makes as it is written: each step of it, for each size in the ranges that are declared. What is printed is what is
 * judged. Names may be bound to functions of the program, and the claim says to which. With `printed` it is an erratum: that line is
 * refuted, and the other one holds.
 *
 * @example
 * const about = { id: 'square', title: 'The square of a sum', source: 'algebra', declarations: 'sizes n = 1..3\nx, y \\in \\mathbb{R}^n' }
 * const claim = stated({ ...about, tex: '\\|x + y\\|^2 = \\|x\\|^2 + 2 x^T y + \\|y\\|^2' })
 * claim.judge({ seed: 1, runs: 100, cancelled: () => false }).verdict // 'proved'
 *
 * @example
 * const names = 'sizes n = 1..3\nx, y \\in \\mathbb{R}^n\nd : \\mathbb{R}^n \\times \\mathbb{R}^n \\to \\mathbb{R}'
 * const about = { id: 'distance', title: 'The squared distance', source: 'algebra', declarations: names, bind: { d: squaredDistance } }
 * const claim = stated({ ...about, tex: 'd(x, y) = \\|x\\|^2 - 2 x^T y + \\|y\\|^2' })
 * claim.judge({ seed: 1, runs: 100, cancelled: () => false }).verdict // 'proved'
 */
export const stated = ({ tex, printed, declarations, bind = {}, tight: said, ...about }: Stated): Claim => {
  const tight = said === undefined ? undefined : [said].flat()
  const run: Executed = { given: declarations, bound: namesBound(bind), ...tight === undefined ? {} : { tight } }
  const whole = { ...about, statement: tex, executed: run }
  const form = (line: string, how?: ReadonlyArray<Tight>) =>
    ({ text: line, tex: line, judge: together(declarations, line, { bind, tight: how }) })
  return printed === undefined ? claim(whole, form(tex, tight).judge)
    : erratum(whole, { printed: form(printed), corrected: form(tex, tight) })
}

/** Judges a line after its declarations, which must be one block and one display: else something stands between them that is not read. */
const together = (
  declarations: string, line: string, how: { readonly bind: Bindings; readonly tight: ReadonlyArray<Tight> | undefined }
): Judge => {
  const text = `\`\`\`lemmata\n${declarations}\n\`\`\`\n$$${line}$$\n`
  const passages = passagesOf(text)
  const [block, display] = passages
  return passages.length === 2 && block?.text === declarations && display?.text === line ? executed(text, how)
    : () => unjudged('expected declarations and one formula, got more: $$, ```, or a command that is defined')
}
