import { arrowHead } from './arrowHead.js'
import { escape } from './escape.js'
import { place } from './place.js'

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
 * set upright, and what stands below in italics, so that they are told apart without colours. Between circles that touch is no arrow.
 *
 * @example
 * const one = { title: 'one', width: 90, height: 90, nodes: [{ label: 'x', x: 45, y: 45 }], arrows: [] }
 * diagram(one).includes('<circle cx="45" cy="45"') // true
 *
 * @source Standard practice
 */
export const diagram = ({ title, width, height, nodes, arrows }: Diagram): string => [
  `<svg class="plot" viewBox="0 0 ${width} ${height}" role="img" aria-label="${escape(title)}">`,
  `<title>${escape(title)}</title>`,
  ...arrows.flatMap(([from, to]) => {
    const [a, b] = [nodes[from], nodes[to]]
    return a === undefined || b === undefined || Math.hypot(b.x - a.x, b.y - a.y) <= 2 * radius ? [] : [arrow(a, b)]
  }),
  ...nodes.map(nodeOf),
  '</svg>'
].join('\n')

const arrow = (a: DiagramNode, b: DiagramNode): string => {
  const share = radius / Math.hypot(b.x - a.x, b.y - a.y)
  const along = (of: number): readonly [number, number] => [a.x + of * (b.x - a.x), a.y + of * (b.y - a.y)]
  const [[x, y], [toX, toY]] = [along(share), along(1 - share)]
  return `<path class="frame" d="M${place(x)} ${place(y)}L${place(toX)} ${place(toY)}${arrowHead(x, y, toX, toY)}"/>`
}

const nodeOf = ({ label, x, y, above, below }: DiagramNode): string => [
  `<circle cx="${place(x)}" cy="${place(y)}" r="${radius}" fill="none" stroke="currentColor"/>`,
  `<text x="${place(x)}" y="${place(y + 4)}" text-anchor="middle">${escape(label)}</text>`,
  ...above === undefined ? [] : [`<text x="${place(x)}" y="${place(y - radius - 6)}" text-anchor="middle">${escape(above)}</text>`],
  ...below === undefined ? [] : [
    `<text x="${place(x)}" y="${place(y + radius + 15)}" text-anchor="middle" font-style="italic">${escape(below)}</text>`
  ]
].join('')
