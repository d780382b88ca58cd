import { refuse } from '../prelude/index.js'
import type { Rational } from '../number/index.js'
import type { Constant, Graph, Node, Operation } from './Graph.js'

/** A piece of a formula, and how tightly it binds: 1 a sum, 2 a product, 3 a sign, 4 a power, 5 what needs no brackets. */
export interface Piece {
  readonly written: string
  readonly level: number
}

/** How a kind of notation writes each node, given its written operands. */
export interface Notation {
  readonly variable: (name: string) => string
  readonly constant: (constant: Constant) => Piece
  readonly operation: (operation: Operation, operands: ReadonlyArray<Piece>, nodes: ReadonlyArray<Node>) => Piece
}

// Written out, a formula with shared parts can be exponentially longer than its graph.
const longest = 100_000

/** The formula in a notation. Refuses one that would be longer than 100,000 characters. */
export const render = ({ variable, constant, operation }: Notation) => ({ nodes, output }: Graph): string => {
  const pieces: Array<Piece> = []
  for (const node of nodes) {
    const piece = node.kind === 'variable' ? { written: variable(node.name), level: 5 }
      : node.kind === 'constant' ? constant(node)
        : operation(node, node.operands.map(k => pieces[k] as Piece), nodes)
    if (piece.written.length > longest) refuse(
      'input', 'a formula', `at most ${longest} characters when it is written out`, 'more'
    )
    pieces.push(piece)
  }
  return (pieces[output] as Piece).written
}

/** One step of a computation, with names for what it acts on. */
export const renderStep = ({ constant, operation }: Notation) => (
  node: Operation, name: (ref: number) => string, nodes: ReadonlyArray<Node>
): string =>
  operation(node, node.operands.map(k => {
    const operand = nodes[k]
    return operand?.kind === 'constant' ? constant(operand) : { written: name(k), level: 5 }
  }), nodes).written

/** A fraction as a decimal if that is finite and short, else as a quotient of whole numbers. */
export const decimalOrQuotient = ({ num, den }: Rational): string => {
  let [rest, places] = [den, 0]
  while (rest % 10n === 0n) [rest, places] = [rest / 10n, places + 1]
  while (rest % 5n === 0n || rest % 2n === 0n) [rest, places] = [rest % 5n === 0n ? rest / 5n : rest / 2n, places + 1]
  if (rest !== 1n || places > 25) return `${num}/${den}`
  const size = num < 0n ? -num : num
  const digits = ((size * 10n ** BigInt(places)) / den).toString().padStart(places + 1, '0')
  const [before, after] = [digits.slice(0, digits.length - places), digits.slice(digits.length - places)]
  return `${num < 0n ? '-' : ''}${before}${places === 0 ? '' : `.${after}`}`
}

/** a + b, with the sign of b in the place of the plus: x - 1. */
export const added = (a: string, b: string): string => (b.startsWith('-') ? `${a} - ${b.slice(1)}` : `${a} + ${b}`)

/** a - b, where a sign of b makes it a sum: x + 1. */
export const subtracted = (a: string, b: string): string => (b.startsWith('-') ? `${a} + ${b.slice(1)}` : `${a} - ${b}`)

/** Whether a `where` chooses between 1 and 0, or 0 and 1: a condition that counts. */
export const conditionOf = ({ operands }: Operation, nodes: ReadonlyArray<Node>): 'holds' | 'fails' | undefined => {
  const [yes, no] = [operands[2], operands[3]].map(k => {
    const node = nodes[k ?? -1]
    return node?.kind === 'constant' && typeof node.value !== 'string' ? `${node.value.num}/${node.value.den}` : ''
  })
  return yes === '1/1' && no === '0/1' ? 'holds' : yes === '0/1' && no === '1/1' ? 'fails' : undefined
}

/** Whether the first operand is a number: 2 (x y) is written 2 x y. */
export const leadsWithNumber = ({ operands }: Operation, nodes: ReadonlyArray<Node>): boolean =>
  nodes[operands[0] ?? -1]?.kind === 'constant'
