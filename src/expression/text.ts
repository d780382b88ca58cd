import type { Graph, Node, Operation } from './Graph.js'
import {
  added, conditionOf, decimalOrQuotient, leadsWithNumber, type Notation, type Piece, render, renderStep, subtracted
} from './render.js'

const within = (level: number, { written, level: own }: Piece): string => (own >= level ? written : `(${written})`)

const call = (name: string, operands: ReadonlyArray<Piece>): Piece =>
  ({ written: `${name}(${operands.map(p => p.written).join(', ')})`, level: 5 })

const nothing: Piece = { written: '0', level: 5 }

const operation: Notation['operation'] = (node, operands, nodes) => {
  const [a = nothing, b = nothing, x = nothing, y = nothing] = operands
  switch (node.name) {
    case 'add': return { written: added(a.written, within(2, b)), level: 1 }
    case 'sub': return { written: subtracted(a.written, within(2, b)), level: 1 }
    case 'mul': return { written: `${within(2, a)} * ${within(leadsWithNumber(node, nodes) ? 2 : 3, b)}`, level: 2 }
    case 'div': return { written: `${within(2, a)} / ${within(3, b)}`, level: 2 }
    case 'neg': return negated(a)
    case 'pow': return { written: `${within(5, a)}^${within(5, b)}`, level: 4 }
    case 'power': return {
      written: `${within(5, a)}^${node.exponent < 0 ? `(${node.exponent})` : node.exponent}`, level: 4
    }
    case 'where': return whereOf(conditionOf(node, nodes), a, b, x, y)
    default: return call(node.name, operands)
  }
}

/** A sign is one of the whole product that follows it. */
const negated = (a: Piece): Piece => {
  const of = within(2, a)
  return { written: of.startsWith('-') ? `-(${of})` : `-${of}`, level: a.level === 2 && !of.startsWith('-') ? 2 : 3 }
}

const whereOf = (condition: 'holds' | 'fails' | undefined, a: Piece, b: Piece, x: Piece, y: Piece): Piece => {
  const compared = `${a.written} ${condition === 'fails' ? '<' : '>='} ${b.written}`
  return {
    written: condition === undefined ? `where(${compared}, ${x.written}, ${y.written})` : `[${compared}]`, level: 5
  }
}

const notation: Notation = {
  variable: name => name,
  constant: ({ value }) => {
    if (typeof value === 'string') return { written: value, level: 5 }
    const written = decimalOrQuotient(value)
    return { written, level: written.includes('/') ? 2 : written.startsWith('-') ? 3 : 5 }
  },
  operation
}

/**
 * The formula as a person types it; without indicators it can be parsed again. [a >= b] stands for 1 where that is so, else 0.
 *
 * @example
 * text(record(['x', 'y'], (N, { x, y }) => N.div(N.exp(N.neg(x)), N.sub(x, N.add(y, x))))) // 'exp(-x) / (x - (y + x))'
 */
export const text: (graph: Graph) => string = render(notation)

/** One step, such as 'exp(v3)', with names for what it acts on. */
export const stepText: (node: Operation, name: (ref: number) => string, nodes: ReadonlyArray<Node>) => string =
  renderStep(notation)
