import type { Graph, Operation } from '../../expression/index.js'
import { stepText } from '../../expression/text.js'
import { escape } from '../escape.js'
import type { Answer, Step } from './Answer.js'
import { layout, type Placed } from './layout.js'

const largest = 120

const signs: Readonly<Partial<Record<Operation['name'], string>>> = { add: '+', sub: '−', mul: '×', div: '÷', neg: '−', sum: 'Σ', hypot: 'norm' }

/** The sign of a gate; with a constant operand also that, such as "2 * ·". */
const sign = (node: Operation, nodes: Graph['nodes']): string =>
  node.name === 'power' || node.operands.some(k => nodes[k]?.kind === 'constant') ? stepText(node, () => '·', nodes) : signs[node.name] ?? node.name

const brief = (x: number): string => (x === 0 ? '0' : Math.abs(x) >= 1e5 || Math.abs(x) < 1e-3 ? x.toExponential(2) : String(Number(x.toPrecision(4))))

/** The computational graph as SVG: on every edge the value above, and below it what flows back along it. */
export const drawing = ({ graph, steps }: Answer): string => {
  if (steps.length > largest) return `<p class="small">The graph has ${steps.length} variables, too many to draw.</p>`
  const { placed, width, height } = layout(graph)
  const drawn = graph.nodes.flatMap((node, i) => (node.kind === 'constant' ? [] : [i]))
  const stepOf = new Map(drawn.map((i, k) => [i, steps[k] as Step]))
  const byName = new Map(placed.map(p => [stepOf.get(p.node)?.name ?? '', p]))
  const edges = placed.flatMap(to => (stepOf.get(to.node)?.edges ?? []).map(({ from, derivative }) => ({
    from: byName.get(from) as Placed, to, value: stepOf.get(byName.get(from)?.node ?? -1)?.value.near ?? NaN,
    back: derivative.near * (stepOf.get(to.node)?.adjoint.near ?? NaN)
  })))
  const output = placed.find(p => p.node === graph.output)
  return [
    `<svg class="circuit" viewBox="0 0 ${width} ${height}" width="${width}" role="img" aria-label="computational graph">`,
    ...edges.map(({ from, to, value, back }) => wire(from, to, value, back)),
    ...placed.map(p => gate(p, stepOf.get(p.node) as Step, graph, edges.filter(e => e.from.node === p.node).length)),
    ...(output === undefined ? [] : [end(output, stepOf.get(output.node) as Step)]),
    '</svg>'
  ].join('\n')
}

const half = 24

const wire = (from: Placed, to: Placed, value: number, back: number): string => {
  const [x1, x2, middle] = [from.x + half, to.x - half, (from.x + to.x) / 2]
  // on long wires near their beginning, where no gate is in the way
  const near = Math.min(0.5, 85 / (to.x - from.x))
  const [x, y] = [from.x + near * (to.x - from.x), from.y + bend(near) * (to.y - from.y)]
  return `<path class="wire" d="M${x1} ${from.y}C${middle} ${from.y} ${middle} ${to.y} ${x2} ${to.y}"/>` +
    `<text class="value" x="${x}" y="${y - 6}">${brief(value)}</text><text class="adjoint" x="${x}" y="${y + 16}">${brief(back)}</text>`
}

/** How far the curve has come at a share of its way. */
const bend = (t: number): number => 3 * t * t - 2 * t * t * t

const gate = ({ x, y, node }: Placed, step: Step, { nodes }: Graph, users: number): string => {
  const it = nodes[node]
  const label = it?.kind === 'operation' ? sign(it, nodes) : step.name
  const wide = Math.max(half, 4 + label.length * 4.2)
  const total = users > 1 ? `<text class="total" x="${x}" y="${y + 38}">Σ ${brief(step.adjoint.near)}</text>` : ''
  const name = it?.kind === 'operation' ? `<text class="name" x="${x}" y="${y - 26}">${escape(step.name)}</text>` : ''
  return `<g><title>${escape(`${step.name} = ${step.operation === 'input' ? step.value.text : step.operation}, adjoint ${step.adjoint.text}`)}</title>` +
    `<rect class="${it?.kind === 'operation' ? 'gate' : 'source'}" x="${x - wide}" y="${y - 18}" width="${2 * wide}" height="36" rx="18"/>` +
    `<text class="sign" x="${x}" y="${y + 5}">${escape(label)}</text>${name}${total}</g>`
}

const end = ({ x, y }: Placed, { value, adjoint }: Step): string =>
  `<path class="wire" d="M${x + half} ${y}h70"/><text class="value" x="${x + half + 36}" y="${y - 6}">${brief(value.near)}</text>` +
  `<text class="adjoint" x="${x + half + 36}" y="${y + 16}">${brief(adjoint.near)}</text>`

export const circuitStyle = `
.circuit { display: block; max-width: none; color: var(--ink) } .circuit text { fill: currentColor; font: 12px system-ui, sans-serif; text-anchor: middle }
.circuit .wire { fill: none; stroke: var(--soft); stroke-width: 1.25 }
.circuit .gate { fill: var(--card); stroke: var(--accent); stroke-width: 1.5 } .circuit .source { fill: var(--fair-tint); stroke: var(--soft) }
.circuit .sign { font-size: 13px; font-weight: 600 } .circuit .name { fill: var(--soft); font-size: 10px }
.circuit .value, .circuit .adjoint, .circuit .total { paint-order: stroke; stroke: var(--paper); stroke-width: 4px; stroke-linejoin: round }
.circuit .value { fill: var(--good) } .circuit .adjoint, .circuit .total { fill: var(--bad) } .circuit .total { font-weight: 600 }
.scroll { overflow-x: auto }
`
