import type { Divisible } from '../number/Arithmetic.js'
import { type Claim, claim } from './Claim.js'
import { exactly } from './exactly.js'
import { atMost, equal } from './Relation.js'
import { type Squares, sumOfSquares } from './sumOfSquares.js'
import type { Lifted, Variables } from './Variable.js'

/** What one line of a derivation is equal to, or bounded by, given the variables. */
export type Side<V extends Variables> = <A>(N: Divisible<A>, given: Lifted<V, A>) => A

/** A line, related to the one before it: equal, or at least as large because the difference is a sum of squares. */
export interface Line<V extends Variables> {
  readonly name: string
  readonly statement: string
  readonly reason: string
  readonly rows?: ReadonlyArray<string>
  readonly side: Side<V>
  /** Present for a step "<=": what the line gains over the one before. */
  readonly gains?: Squares<V>
}

/** A derivation: where it begins, and its lines. */
export interface Derivation<V extends Variables> {
  readonly id: string
  readonly source: string
  readonly variables: V
  readonly from: Side<V>
  readonly lines: ReadonlyArray<Line<V>>
}

/**
 * One claim a line, each about its step from the line before, so that the verdicts name the line that breaks and by how much.
 *
 * @example
 * const side = (N, { a }) => N.add(N.square(a), N.add(N.mul(N.of(2), a), N.of(1)))
 * const line = { name: 'expanded', statement: '= a^2 + 2a + 1', reason: 'distributivity', side }
 * const from = (N, { a }) => N.square(N.add(a, N.of(1)))
 * const claims = derivation({ id: 'square', source: 'algebra', variables: { a: scalar }, from, lines: [line] })
 * claims.map(({ id, judge }) => [id, judge(effort()).verdict]) // [['square/expanded', 'proved']]
 */
export const derivation = <V extends Variables>(
  { id, source, variables, from, lines }: Derivation<V>
): ReadonlyArray<Claim> =>
  lines.map((line, k) => {
    const before = lines[k - 1]?.side ?? from
    const { gains } = line
    return claim(
      { id: `${id}/${line.name}`, title: `Line ${k + 1}: ${line.reason}`, statement:
        line.statement, source, rows: line.rows ?? [] },
      gains === undefined
        ? exactly(variables, (N, given) => equal(before(N, given), line.side(N, given)))
        : sumOfSquares(variables, (N, given) => atMost(before(N, given), line.side(N, given)), gains)
    )
  })
