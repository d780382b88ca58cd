import type { Graph } from './Graph.js'
import { type Formula, record } from './record.js'

/** A formula with a name, where it is from, and the point at which it is differentiated. */
export interface NamedExpression {
  readonly name: string
  readonly title: string
  readonly source: string
  readonly graph: Graph
  readonly at: Readonly<Record<string, string>>
}

/**
 * A formula with a name: its inputs are those of its point.
 *
 * @example
 * const about = { name: 'square', title: 'a square', source: 'algebra' }
 * text(namedExpression(about, { x: '3' }, (N, { x }) => N.mul(x, x)).graph) // 'x * x'
 */
export const namedExpression = <K extends string>(
  about: Pick<NamedExpression, 'name' | 'title' | 'source'>, at: Readonly<Record<K, string>>, formula: Formula<K>
): NamedExpression => ({ ...about, at, graph: record(Object.keys(at) as unknown as ReadonlyArray<K>, formula) })
