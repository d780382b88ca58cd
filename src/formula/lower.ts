import { type Graph, recorder } from '../expression/index.js'
import { evaluate, filled, type Given, plainName, type Scope, type Term, worldOf } from '../notation/index.js'
import { refuse } from '../prelude/index.js'
import { folding } from './folding.js'

const mostNodes = 10_000

/** Sizes and labels, where a formula has some. */
type Whole = Pick<Given<never>, 'sizes' | 'labels'>

const nothing: Whole = { sizes: new Map(), labels: new Map() }

/**
 * The graph of a term that is a number. Its inputs are the entries of the variables, x[1], x[2], ... or A[1, 2], in the order in which they
 * are met. Refuses a graph with more than 10,000 nodes.
 *
 * @example
 * const span = { from: 0, to: 1 }
 * const [rows, columns] = ['2', '1'].map(text => ({ kind: 'number', text, span }))
 * const scope = new Map([['x', { kind: 'variable', type: { rows, columns } }]])
 * const term = { kind: 'call', function: 'sum', arguments: [{ kind: 'name', name: 'x', span }], span }
 * lower(scope, term).nodes.map(({ name }) => name) // ['x[1]', 'x[2]', 'sum']
 */
export const lower = (scope: Scope, term: Term, { sizes, labels }: Whole = nothing): Graph => {
  const R = recorder()
  const world = worldOf(folding(R), scope, {
    sizes, labels,
    input: (name, member, rows, columns) => {
      if (rows * columns > mostNodes) tooMany(rows * columns)
      const whole = member === undefined ? plainName(name) : `${plainName(name)}_${member}`
      return filled(rows, columns, (i, j) =>
        R.variable(rows * columns === 1 ? whole : `${whole}[${columns === 1 ? i + 1 : `${i + 1}, ${j + 1}`}]`))
    }
  })
  const value = evaluate(world, term)
  if (value.rows * value.columns !== 1) refuse(
    'input', 'the formula', 'a number', world.ground.showShape(value), term.span
  )
  const graph = R.graph(value.at(0, 0))
  return graph.nodes.length <= mostNodes ? graph : tooMany(graph.nodes.length)
}

const tooMany = (count: number): never =>
  refuse('input', 'the formula', `at most ${mostNodes} numbers and operations, entry by entry`, String(count))
