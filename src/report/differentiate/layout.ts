import type { Graph } from '../../expression/index.js'
import { largest, smallest } from '../../prelude/index.js'

export interface Spot {
  readonly x: number
  readonly y: number
}

/** Where the nodes are drawn, and through which spots the wire from one to another goes. */
export interface Layout {
  readonly nodes: ReadonlyMap<number, Spot>
  readonly wire: (from: number, to: number) => ReadonlyArray<Spot>
  readonly width: number
  readonly height: number
}

const across = 160
const down = 84
const margin = 50

/** How many operations come before each node at most; an input stands just before its first use. */
const columnsOf = ({ nodes }: Graph): ReadonlyArray<number> => {
  const columns: Array<number> = []
  nodes.forEach(
    node => columns.push(node.kind === 'operation' ? 1 + largest([0, ...node.operands.map(k => columns[k] ?? 0)]) : 0)
  )
  return nodes.map((node, i) => {
    if (node.kind === 'operation') return columns[i] ?? 0
    const uses = nodes.flatMap(
      (user, k) => (user.kind === 'operation' && user.operands.includes(i) ? [columns[k] ?? 1] : [])
    )
    return uses.length === 0 ? 0 : smallest(uses) - 1
  })
}

/** A place in a column: for a node, or for a wire that passes by. It wants to be level with the slots that it comes from. */
interface Slot {
  readonly key: string
  readonly column: number
  readonly before: ReadonlyArray<string>
}

const passing = (from: number, to: number, column: number): string => `${from}-${to}-${column}`

const sweeps = 8

type Columns = ReadonlyArray<ReadonlyArray<Slot>>

/** Sorts each column by the mean height of what its slots are joined to, to the right and to the left by turns, so that few wires cross. */
const untangled = (columns: Columns): Columns => {
  const all = columns.flat()
  const after = new Map(
    all.map(({ key }) => [key, all.filter(({ before }) => before.includes(key)).map(slot => slot.key)])
  )
  const sweep = (now: Columns, leftward: boolean): Columns => {
    const height = new Map(now.flatMap(column => column.map(({ key }, row) => [key, row - column.length / 2])))
    const sorted = (column: ReadonlyArray<Slot>): ReadonlyArray<Slot> => {
      const wish = ({ key, before }: Slot): number => {
        const joined = (leftward ? after.get(key) ?? [] : before).map(k => height.get(k) ?? 0)
        return joined.length === 0 ? height.get(key) ?? 0 : joined.reduce((a, b) => a + b, 0) / joined.length
      }
      const next = column.map(slot => ({ slot, wish: wish(slot) })).sort((a, b) => a.wish - b.wish).map(
        ({ slot }) => slot
      )
      next.forEach(({ key }, row) => height.set(key, row - column.length / 2))
      return next
    }
    return leftward ? [...now].reverse().map(sorted).reverse() : now.map(sorted)
  }
  return Array.from({ length: sweeps }, (_, i) => i % 2 === 1).reduce(sweep, columns)
}

/** Columns from the inputs on the left to the output on the right; long wires keep a place of their own in each column they pass. */
export const layout = (graph: Graph): Layout => {
  const columns = columnsOf(graph)
  const columnOf = (i: number): number => columns[i] ?? 0
  const drawn = graph.nodes.flatMap((node, i) => (node.kind === 'constant' ? [] : [i]))
  const operandsOf = (i: number): ReadonlyArray<number> => {
    const node = graph.nodes[i]
    return node?.kind === 'operation' ? [...new Set(node.operands.filter(k => graph.nodes[k]?.kind !== 'constant'))]
      : []
  }
  const passed = (from: number, to: number): ReadonlyArray<number> =>
    Array.from({ length: columnOf(to) - columnOf(from) - 1 }, (_, step) => columnOf(from) + step + 1)
  const keyBefore = (from: number, to: number, column: number): string =>
    column - 1 === columnOf(from) ? `${from}` : passing(from, to, column - 1)
  const slots: ReadonlyArray<Slot> = drawn.flatMap(i => [
    ...operandsOf(i).flatMap(
      k => passed(k, i).map(column => ({ key: passing(k, i, column), column, before: [keyBefore(k, i, column)] }))
    ),
    { key: `${i}`, column: columnOf(i), before: operandsOf(i).map(k => keyBefore(k, i, columnOf(i))) }
  ])
  const count = largest([0, ...slots.map(({ column }) => column)]) + 1
  const inColumns = Array.from({ length: count }, (_, c) => slots.filter(({ column }) => column === c))
  const tallest = largest(inColumns.map(column => column.length))
  const spots = new Map(untangled(inColumns).flatMap((column, c) => column.map(({ key }, row) =>
    [key, { x: margin + c * across, y: margin + ((tallest - column.length) / 2 + row) * down }] as const)))
  const spot = (key: string): Spot => spots.get(key) ?? { x: 0, y: 0 }
  return {
    nodes: new Map(drawn.map(i => [i, spot(`${i}`)])),
    wire: (from, to) => [spot(`${from}`), ...passed(from, to).map(c => spot(passing(from, to, c))), spot(`${to}`)],
    width: 2 * margin + (count - 1) * across + 80,
    height: 2 * margin + (tallest - 1) * down
  }
}
