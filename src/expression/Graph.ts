import type { Rational } from '../number/index.js'
import type { OperationName } from './operations.js'

/** An input. */
export interface Variable {
  readonly kind: 'variable'
  readonly name: string
}

export type ConstantName = 'pi' | 'e'

/** A number as a person writes it: a decimal is the fraction that it says, not a double near it. */
export interface Constant {
  readonly kind: 'constant'
  readonly value: Rational | ConstantName
}

/** An elementary operation on earlier nodes. */
export interface Operation {
  readonly kind: 'operation'
  readonly name: OperationName
  /** The positions of what it acts on. */
  readonly operands: ReadonlyArray<number>
  /** The whole number n of a power; 1 elsewhere. */
  readonly exponent: number
}

export type Node = Variable | Constant | Operation

/**
 * A formula as a computational graph. The nodes are in an order in which each comes after what it acts on, the inputs first; equal
 * subexpressions are one node. It is flat because a sum of 5000 terms is 5000 deep as a tree.
 */
export interface Graph {
  readonly nodes: ReadonlyArray<Node>
  readonly output: number
}

export const variablesOf = ({ nodes }: Graph): ReadonlyArray<string> =>
  nodes.flatMap(node => (node.kind === 'variable' ? [node.name] : []))

/** The nodes on which the output depends, and all inputs, renumbered in their order; frozen. */
export const pruned = (nodes: ReadonlyArray<Node>, output: number): Graph => {
  const needed = new Set([output])
  for (let i = output; i >= 0; i--) {
    const node = nodes[i]
    if (needed.has(i) && node?.kind === 'operation') node.operands.forEach(k => needed.add(k))
  }
  const all = nodes.map((node, i) => ({ node, i }))
  const isInput = ({ node }: { readonly node: Node }): boolean => node.kind === 'variable'
  const kept = [...all.filter(isInput), ...all.filter(entry => !isInput(entry) && needed.has(entry.i))]
  const position = new Map(kept.map(({ i }, k) => [i, k]))
  const moved = (k: number): number => position.get(k) ?? 0
  return Object.freeze({ nodes: Object.freeze(kept.map(({ node }) => frozen(node, moved))), output: moved(output) })
}

const frozen = (node: Node, moved: (k: number) => number): Node =>
  Object.freeze(node.kind === 'operation' ? { ...node, operands: Object.freeze(node.operands.map(moved)) } : node)
