import type { Graph, Operation } from '../../expression/index.js'
import { stepText } from '../../expression/text.js'
import { escape } from '../escape.js'
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
  const output = nodes.get(graph.output)
  return [
    `<svg class="circuit" viewBox="0 0 ${width} ${height}" style="min-width:${Math.round(Math.min(width, Math.max(0.7 * width, 860)))}px;width:${width}px" role="img" aria-label="computational graph">`,
    ...edges.map(({ from, to }) => `<path class="wire" d="${curve(wire(from, to))}"/>`),
    ...edges.map(({ from, to, back }) => labels(wire(from, to), (stepOf.get(from) as Step).value.near, back)),
    ...drawn.map(i => gate(nodes.get(i) as Spot, i, stepOf.get(i) as Step, graph, edges.filter(edge => edge.from === i).length)),
    ...(output === undefined ? [] : [end(output, stepOf.get(graph.output) as Step)]),
    '</svg>'
  ].join('\n')
}

const half = 24

const curve = (spots: ReadonlyArray<Spot>): string => spots.map(({ x, y }, k) => {
  const before = spots[k - 1]
  if (before === undefined) return `M${x} ${y}`
  const middle = (before.x + x) / 2
  return `C${middle} ${before.y} ${middle} ${y} ${x} ${y}`
}).join('')

// Nearer to where a wire comes from, so that labels stay apart where wires cross or meet.
const along = 0.42
const climbed = 3 * along ** 2 - 2 * along ** 3

const labels = ([first, second]: ReadonlyArray<Spot>, value: number, back: number): string => {
  if (first === undefined || second === undefined) return ''
  const [x, y] = [Math.round(first.x + along * (second.x - first.x)), Math.round(first.y + climbed * (second.y - first.y))]
  return `<text class="value" x="${x}" y="${y - 6}">${brief(value)}</text><text class="adjoint" x="${x}" y="${y + 16}">${brief(back)}</text>`
}

const gate = ({ x, y }: Spot, node: number, step: Step, { nodes }: Graph, users: number): string => {
  const it = nodes[node]
  const label = it?.kind === 'operation' ? sign(it, nodes) : step.name
  const wide = Math.max(half, 4 + label.length * 4.2)
  const total = users > 1 ? `<text class="total" x="${x}" y="${y + 38}">Σ ${brief(step.adjoint.near)}</text>` : ''
  const name = it?.kind === 'operation' ? `<text class="name" x="${x}" y="${y - 26}">${escape(step.name)}</text>` : ''
  return `<g><title>${escape(`${step.name} = ${step.operation === 'input' ? step.value.text : step.operation}, adjoint ${step.adjoint.text}`)}</title>` +
    `<rect class="${it?.kind === 'operation' ? 'gate' : 'source'}" x="${x - wide}" y="${y - 18}" width="${2 * wide}" height="36" rx="18"/>` +
    `<text class="sign" x="${x}" y="${y + 5}">${escape(label)}</text>${name}${total}</g>`
}

const end = ({ x, y }: Spot, { value, adjoint }: Step): string =>
  `<path class="wire" d="M${x + half} ${y}h70"/><text class="value" x="${x + half + 36}" y="${y - 6}">${brief(value.near)}</text>` +
  `<text class="adjoint" x="${x + half + 36}" y="${y + 16}">${brief(adjoint.near)}</text>`

export const circuitStyle = `
.circuit { display: block; max-width: 100%; height: auto; color: var(--ink) } .circuit text { fill: currentColor; font: 12px system-ui, sans-serif; text-anchor: middle }
.circuit .wire { fill: none; stroke: var(--soft); stroke-width: 1.25 }
.circuit .gate { fill: var(--card); stroke: var(--accent); stroke-width: 1.5 } .circuit .source { fill: var(--fair-tint); stroke: var(--soft) }
.circuit .sign { font-size: 13px; font-weight: 600 } .circuit .name { fill: var(--soft); font-size: 10px }
.circuit .value, .circuit .adjoint, .circuit .total { paint-order: stroke; stroke: var(--paper); stroke-width: 4px; stroke-linejoin: round }
.circuit .value { fill: var(--good) } .circuit .adjoint, .circuit .total { fill: var(--bad) } .circuit .total { font-weight: 600 }
.scroll { overflow-x: auto }
`
