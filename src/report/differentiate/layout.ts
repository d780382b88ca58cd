import type { Graph } from '../../expression/index.js'

/** Where a node is drawn. */
export interface Placed {
  readonly node: number
  readonly x: number
  readonly y: number
}

export interface Layout {
  readonly placed: ReadonlyArray<Placed>
  readonly width: number
  readonly height: number
}

const across = 170
const down = 92
const margin = 60

/** How many operations come before each node at most; an input stands just before its first use. */
const columnsOf = ({ nodes }: Graph): ReadonlyArray<number> => {
  const columns: Array<number> = []
  nodes.forEach(node => columns.push(node.kind === 'operation' ? 1 + Math.max(0, ...node.operands.map(k => columns[k] ?? 0)) : 0))
  return nodes.map((node, i) => {
    if (node.kind === 'operation') return columns[i] ?? 0
    const uses = nodes.flatMap((user, k) => (user.kind === 'operation' && user.operands.includes(i) ? [columns[k] ?? 1] : []))
    return Math.max(0, Math.min(...uses, 1) - 1)
  })
}

/** Columns from the inputs on the left to the output on the right; in each, nodes stand in the order of what they come from. */
export const layout = (graph: Graph): Layout => {
  const columns = columnsOf(graph)
  const drawn = graph.nodes.flatMap((node, i) => (node.kind === 'constant' ? [] : [i]))
  const count = Math.max(0, ...drawn.map(i => columns[i] ?? 0)) + 1
  const heights = new Map<number, number>()
  const tallest = Math.max(...Array.from({ length: count }, (_, c) => drawn.filter(i => columns[i] === c).length))
  const placed = Array.from({ length: count }, (_, c) => c).flatMap(c => {
    const wish = (i: number): number => {
      const node = graph.nodes[i]
      const known = node?.kind === 'operation' ? node.operands.flatMap(k => heights.get(k) ?? []) : []
      return known.length === 0 ? i * 1e-3 : known.reduce((a, b) => a + b, 0) / known.length
    }
    const column = drawn.filter(i => columns[i] === c).map(i => ({ i, wish: wish(i) })).sort((a, b) => a.wish - b.wish || a.i - b.i)
    return column.map(({ i }, row) => {
      const y = margin + (row + (tallest - column.length) / 2) * down
      heights.set(i, y)
      return { node: i, x: margin + c * across, y }
    })
  })
  return { placed, width: 2 * margin + (count - 1) * across + 90, height: 2 * margin + (tallest - 1) * down }
}
