import { escape } from './escape.js'

/** A node of a diagram: a circle with a label, which stands where it is put, and what is said above and below it. */
export interface DiagramNode {
  readonly label: string
  readonly x: number
  readonly y: number
  readonly above?: string
  readonly below?: string
}

/** Nodes, and arrows between them by their positions in the list. */
export interface Diagram {
  readonly title: string
  readonly width: number
  readonly height: number
  readonly nodes: ReadonlyArray<DiagramNode>
  readonly arrows: ReadonlyArray<readonly [from: number, to: number]>
}

const radius = 20

/**
 * A diagram as inline SVG: circles with their labels, and arrows from the edge of one to the edge of another. What stands above a node is
 * set upright, and what stands below in italics, so that they are told apart without colours.
 *
 * @example
 * const one = { title: 'one', width: 90, height: 90, nodes: [{ label: 'x', x: 45, y: 45 }], arrows: [] }
 * diagram(one).includes('<circle cx="45" cy="45"') // true
 */
export const diagram = ({ title, width, height, nodes, arrows }: Diagram): string => [
  `<svg class="plot" viewBox="0 0 ${width} ${height}" role="img" aria-label="${escape(title)}">`,
  `<title>${escape(title)}</title>`,
  ...arrows.flatMap(([from, to]) => {
    const [a, b] = [nodes[from], nodes[to]]
    return a === undefined || b === undefined ? [] : [arrow(a, b)]
  }),
  ...nodes.map(nodeOf),
  '</svg>'
].join('\n')

const at = (value: number): string => String(Number(value.toFixed(2)))

const arrow = (a: DiagramNode, b: DiagramNode): string => {
  const [across, down] = [b.x - a.x, b.y - a.y]
  const length = Math.hypot(across, down)
  const along = (share: number): readonly [number, number] => [a.x + share * across, a.y + share * down]
  const [from, to] = [along(radius / length), along(1 - radius / length)]
  return `<path class="frame" d="M${at(from[0])} ${at(from[1])}L${at(to[0])} ${at(to[1])}${headAt(to, across / length, down / length)}"/>`
}

/** Two short lines back from the tip, to either side of its way. */
const headAt = ([x, y]: readonly [number, number], across: number, down: number): string => {
  const back = (side: number): string =>
    `M${at(x)} ${at(y)}L${at(x - 8 * across - side * 4 * down)} ${at(y - 8 * down + side * 4 * across)}`
  return back(1) + back(-1)
}

const nodeOf = ({ label, x, y, above, below }: DiagramNode): string => [
  `<circle cx="${at(x)}" cy="${at(y)}" r="${radius}" fill="none" stroke="currentColor"/>`,
  `<text x="${at(x)}" y="${at(y + 4)}" text-anchor="middle">${escape(label)}</text>`,
  ...above === undefined ? [] : [`<text x="${at(x)}" y="${at(y - radius - 6)}" text-anchor="middle">${escape(above)}</text>`],
  ...below === undefined ? [] : [
    `<text x="${at(x)}" y="${at(y + radius + 15)}" text-anchor="middle" font-style="italic">${escape(below)}</text>`
  ]
].join('')
