import { allOf, type Claim, claim } from '../claim/index.js'
import { orThrow, refuse } from '../prelude/index.js'
import { parseTeX, type Scope } from '../notation/index.js'
import { allCalled, allDeclared, type Bindings, boundTo, withBound } from './bound.js'
import { declared } from './declarations.js'
import { refuseUnlawful } from './lawful.js'
import { between, partsOf, rangesOf } from './steps.js'

/** A formula as a document has it, and what its names stand for. */
export interface Stated {
  readonly id: string
  readonly title: string
  readonly source: string
  readonly rows?: ReadonlyArray<string>
  /** The line in TeX: two or more sides, with =, \le or \ge between them. */
  readonly tex: string
  /** What its names stand for, as `declarations` reads them. */
  readonly declarations: string
  /** Names that the line calls, and functions over number systems; a declaration, f : \mathbb{R}^n \to \mathbb{R}, says what each takes. */
  readonly bind?: Bindings
}

/**
 * The claim that a line makes as it is written: each step of it, for each size in the ranges that are declared. What is printed is what is
 * judged. Names may be bound to functions of the program, and the claim says to which.
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
export const stated = ({ id, title, source, rows = [], tex, declarations: text, bind = {} }: Stated): Claim => {
  const scope = text.split('\n').reduce<Scope>(
    (known, line) => withBound(known, line, bind) ?? declared(known, line, new Map()), new Map()
  )
  allDeclared(scope, bind)
  const { first, steps, conditions } = orThrow(parseTeX(tex, scope))
  if (first === undefined || steps.length === 0) {
    return refuse('input', 'a stated line', 'two sides with a relation between them', 'one side')
  }
  const all = steps.map(
    ({ sign, side }, k) => (sign === ':=' ? refuse('input', 'a stated line', 'a claim', 'a definition')
      : between(scope, sign, steps[k - 1]?.side ?? first, side, conditions))
  )
  allCalled(scope, bind, all.flatMap(({ left, right }) => [left, right]))
  refuseUnlawful(scope, all.flatMap(({ left, right }) => [left, right]))
  const statement = [tex, ...boundTo(bind)].join(' \\qquad ')
  const parts = all.flatMap((sides, k) => partsOf(scope, sides).map(({ label, judge }) =>
    ({ label: all.length > 1 ? `step ${k + 1}, ${label}` : label, judge })))
  return claim({ id, title, statement, source, rows }, allOf(
    rangesOf(scope, all.flatMap(({ left, right }) => [left, right])), parts
  ))
}
