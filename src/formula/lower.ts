import { type Graph, recorder } from '../expression/index.js'
import { evaluate, filled, type Given, plainName, type Scope, type Term, type Value, worldOf } from '../notation/index.js'
import { refuse } from '../prelude/index.js'
import { folding } from './folding.js'

const mostNodes = 10_000

/** Sizes and labels, where a formula has some. */
type Whole = Pick<Given<never>, 'sizes' | 'labels'>

const nothing: Whole = { sizes: new Map(), labels: new Map() }

/**
 * The graph of every entry of a term. Its inputs are the entries of the variables, x[1], x[2], ... or A[1, 2], in the order in which they are
 * met. Refuses a graph with more than 10,000 nodes.
 */
export const lowerEntries = (scope: Scope, term: Term, { sizes, labels }: Whole = nothing): Value<Graph> => {
  const R = recorder()
  const value = evaluate(worldOf(folding(R), scope, {
    sizes, labels,
    input: (name, member, rows, columns) => filled(rows, columns, (i, j) => {
      if (rows * columns > mostNodes) tooMany(rows * columns)
      const whole = member === undefined ? plainName(name) : `${plainName(name)}_${member}`
      return R.variable(rows === 1 && columns === 1 ? whole : columns === 1 ? `${whole}[${i + 1}]` : `${whole}[${i + 1}, ${j + 1}]`)
    })
  }), term)
  return filled(value.rows, value.columns, (i, j) => {
    const graph = R.graph(value.at(i, j))
    return graph.nodes.length <= mostNodes ? graph : tooMany(graph.nodes.length)
  })
}

const tooMany = (count: number): never =>
  refuse('input', 'the formula', `at most ${mostNodes} numbers and operations, entry by entry`, String(count))

/**
 * The graph of a term that is a number.
 *
 * @example
 * const x = { kind: 'variable', type: { rows: parsePlain('2', new Map()).right.first, columns: parsePlain('1', new Map()).right.first } }
 * const scope = new Map([['x', x]])
 * const graph = lower(scope, parsePlain('log(sum(exp(x)))', scope).right.first)
 * text(graph) // 'log(sum(exp(x[1]), exp(x[2])))'
 */
export const lower = (scope: Scope, term: Term, given: Whole = nothing): Graph => {
  const { rows, columns, at } = lowerEntries(scope, term, given)
  return rows === 1 && columns === 1 ? at(0, 0)
    : refuse('input', 'the formula', 'a number', `a ${rows} x ${columns} ${columns === 1 ? 'vector' : 'matrix'}`, term.span)
}
