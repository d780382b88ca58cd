import type { Graph, Operation } from '../../expression/index.js'
import { stepText } from '../../expression/text.js'
import { escape } from '../../drawing/escape.js'
import type { Answer, Step } from '../../differentiate/index.js'
import { layout, type Spot } from './layout.js'

const largest = 120

const signs: Readonly<Partial<Record<Operation['name'], string>>> =
  { add: '+', sub: '−', mul: '×', div: '÷', neg: '−', sum: 'Σ', hypot: 'norm' }

/** The sign of a gate; with a constant operand also that, such as "2 * ·". */
const sign = (node: Operation, nodes: Graph['nodes']): string =>
  node.name === 'power' || node.operands.some(k => nodes[k]?.kind === 'constant')
    ? stepText(node, () => '·', nodes) : signs[node.name] ?? node.name

const brief = (x: number): string =>
  x === 0 ? '0' : Math.abs(x) >= 1e5 || Math.abs(x) < 1e-3 ? x.toExponential(2) : String(Number(x.toPrecision(4)))

/** The computational graph as SVG: on every wire the value above, and below it what flows back along it. */
export const drawing = ({ graph, steps }: Answer): string => {
  if (steps.length > largest) return `<p class="small">The graph has ${steps.length} variables, too many to draw.</p>`
  const { nodes, wire, width, height } = layout(graph)
  const drawn = [...nodes.keys()]
  const stepOf = new Map(drawn.map((i, k) => [i, steps[k] as Step]))
  const nodeOf = new Map(drawn.map((i, k) => [steps[k]?.name, i]))
  const edges = drawn.flatMap(to => (stepOf.get(to) as Step).edges.map(({ from, derivative }) =>
    ({ from: nodeOf.get(from) as number, to, back: derivative.near * (stepOf.get(to) as Step).adjoint.near })))
  const usersOf = (i: number): number => edges.filter(({ from }) => from === i).length
  const labelOf = (i: number): string => {
    const node = graph.nodes[i]
    return node?.kind === 'operation' ? sign(node, graph.nodes) : (stepOf.get(i) as Step).name
  }
  const spots = spotsOf(edges.map(({ from, to }) => ({ through: wire(from, to), parts: usersOf(from) > 1 })))
  const output = nodes.get(graph.output)
  return [
    `<svg class="circuit" viewBox="0 0 ${width} ${height}" style="min-width:${Math.round(Math.min(width, Math.max(0.7 * width, 860)))}px;width:${width}px" role="img" aria-label="computational graph">`,
    arrow,
    ...edges.map(({ from, to }) => `<path class="wire" d="${curve(wire(from, to), halfOf(labelOf(to)))}"/>`),
    ...edges.map(({ from, back }, k) => labels(spots[k] as Spot, (stepOf.get(from) as Step).value.near, back)),
    ...drawn.map(i =>
      gate(nodes.get(i) as Spot, labelOf(i), stepOf.get(i) as Step, graph.nodes[i]?.kind === 'operation', usersOf(i))),
    ...(output === undefined ? [] : [end(output, stepOf.get(graph.output) as Step)]),
    '</svg>'
  ].join('\n')
}

const arrow =
  '<defs><marker id="arrow" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="8" markerHeight="8" orient="auto">' +
    '<path d="M0 1L8 4L0 7z"/></marker></defs>'

const half = 24

/** Half the width of a gate. */
const halfOf = (label: string): number => Math.max(half, 4 + label.length * 4.2)

/** From the middle of a gate to the edge of the next. */
const curve = (spots: ReadonlyArray<Spot>, short: number): string => spots.map(({ x: middle, y }, k) => {
  const before = spots[k - 1]
  if (before === undefined) return `M${middle} ${y}`
  const x = k === spots.length - 1 ? middle - short : middle
  const between = (before.x + x) / 2
  return `C${between} ${before.y} ${between} ${y} ${x} ${y}`
}).join('')

const on = (first: Spot, second: Spot, along: number): Spot => {
  const climbed = 3 * along ** 2 - 2 * along ** 3
  return {
    x: Math.round(first.x + along * (second.x - first.x)),
    y: Math.round(first.y + climbed * (second.y - first.y))
  }
}

/** How far the numbers at a spot are from those that stand already, from 0, one on the other, to 1, where they do not touch. */
const roomAt = (spot: Spot, taken: ReadonlyArray<Spot>): number =>
  taken.reduce((room, { x, y }) => Math.min(room, Math.max(Math.abs(x - spot.x) / 62, Math.abs(y - spot.y) / 37)), 1)

interface Wire {
  readonly through: ReadonlyArray<Spot>
  /** It comes from a gate that is used more than once. */
  readonly parts: boolean
}

/**
 * A spot on each wire for its numbers, the first that is free, or has the most room: where wires of one gate have come apart, else before
 * they meet. Short wires choose first.
 */
const spotsOf = (wires: ReadonlyArray<Wire>): ReadonlyArray<Spot> => {
  const chosen = [...wires].sort((a, b) => a.through.length - b.through.length).reduce<ReadonlyMap<Wire, Spot>>(
    (taken, wire) => {
      const steps = wire.parts ? [0.6, 0.4, 0.5, 0.7, 0.3] : [0.4, 0.6, 0.5, 0.3, 0.7]
      const offered = wire.through.slice(1).flatMap(
        (second, k) => steps.map(along => on(wire.through[k] ?? second, second, along))
      )
      const spots = [...taken.values()]
      const best = offered.reduce((one, other) => (roomAt(other, spots) > roomAt(one, spots) ? other : one))
      return new Map([...taken, [wire, best]])
    }, new Map()
  )
  return wires.map(wire => chosen.get(wire) ?? { x: 0, y: 0 })
}

const labels = ({ x, y }: Spot, value: number, back: number): string =>
  `<text class="value" x="${x}" y="${y - 6}">${brief(value)}</text><text class="adjoint" x="${x}" y="${y + 16}">${brief(back)}</text>`

const gate = ({ x, y }: Spot, label: string, step: Step, isOperation: boolean, users: number): string => {
  const wide = halfOf(label)
  const total = users > 1 ? `<text class="total" x="${x}" y="${y + 38}">Σ ${brief(step.adjoint.near)}</text>` : ''
  const name = isOperation ? `<text class="name" x="${x}" y="${y - 26}">${escape(step.name)}</text>` : ''
  return `<g><title>${escape(`${step.name} = ${step.operation === 'input' ? step.value.text
    : step.operation}, adjoint ${step.adjoint.text}`)}</title>` +
    `<rect class="${isOperation ? 'gate'
      : 'source'}" x="${x - wide}" y="${y - 18}" width="${2 * wide}" height="36" rx="18"/>` +
    `<text class="sign" x="${x}" y="${y + 5}">${escape(label)}</text>${name}${total}</g>`
}

const end = ({ x, y }: Spot, { value, adjoint }: Step): string =>
  `<path class="wire" d="M${x + half} ${y}h70"/><text class="value" x="${x + half + 36}" y="${y - 6}">${brief(value.near)}</text>` +
  `<text class="adjoint" x="${x + half + 36}" y="${y + 16}">${brief(adjoint.near)}</text>`

export const circuitStyle = `
main { max-width: 76rem }
.circuit { display: block; max-width: 100%; height: auto; color: var(--ink) } .circuit text { fill: currentColor; font: 12px system-ui, sans-serif; text-anchor: middle }
.circuit .wire { fill: none; stroke: var(--soft); stroke-width: 1.25; marker-end: url(#arrow) } .circuit marker { fill: var(--soft) }
.circuit .gate { fill: var(--card); stroke: var(--accent); stroke-width: 1.5 } .circuit .source { fill: var(--fair-tint); stroke: var(--soft) }
.circuit .sign { font-size: 13px; font-weight: 600 } .circuit .name { fill: var(--soft); font-size: 10px }
.circuit .value, .circuit .adjoint, .circuit .total { paint-order: stroke; stroke: var(--paper); stroke-width: 4px; stroke-linejoin: round }
.circuit .value { fill: var(--good) } .circuit .adjoint, .circuit .total { fill: var(--bad) } .circuit .total { font-weight: 600 }
`
