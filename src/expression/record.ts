import { type Analytic, fromDouble, type Rational, rational } from '../number/index.js'
import { type Graph, type Node, pruned } from './Graph.js'
import { type OperationName, rules } from './operations.js'

/** A node that has been written down, by its position. */
export type Ref = number

/** Numbers that write down what is done with them. */
export interface Recorder {
  readonly N: Analytic<Ref>
  readonly variable: (name: string) => Ref
  readonly node: (ref: Ref) => Node
  readonly graph: (output: Ref) => Graph
}

const keyOf = (node: Node): string => {
  switch (node.kind) {
    case 'variable': return `variable ${node.name}`
    case 'constant': return typeof node.value === 'string' ? node.value : `${node.value.num}/${node.value.den}`
    case 'operation': return `${node.name} ${node.exponent} ${node.operands.join(' ')}`
  }
}

/** A formula evaluated over these numbers leaves its graph; what was written down before is found again. */
export const recorder = (): Recorder => {
  const nodes: Array<Node> = []
  const known = new Map<string, Ref>()
  const write = (node: Node): Ref => {
    const key = keyOf(node)
    const before = known.get(key)
    if (before !== undefined) return before
    known.set(key, nodes.length)
    return nodes.push(node) - 1
  }
  const operation = (name: OperationName, operands: ReadonlyArray<Ref>, exponent = 1): Ref =>
    write({ kind: 'operation', name, operands, exponent })
  const ofRational = (value: Rational): Ref => write({ kind: 'constant', value })
  const calls = Object.fromEntries((Object.keys(rules) as ReadonlyArray<OperationName>)
    .map(name => [name, (...operands: ReadonlyArray<Ref>) => operation(name, operands.slice(0, rules[name].arity))])) as
    unknown as Pick<Analytic<Ref>, Exclude<OperationName, 'sum' | 'hypot' | 'power'>>
  const N: Analytic<Ref> = {
    ...calls,
    of: x => ofRational(fromDouble(x)),
    ofRational,
    decimal: text => ofRational(rational.decimal(text)),
    pi: () => write({ kind: 'constant', value: 'pi' }),
    e: () => write({ kind: 'constant', value: 'e' }),
    square: a => operation('power', [a], 2),
    sum: terms => operation('sum', terms),
    hypot: entries => operation('hypot', entries),
    power: (a, n) => operation('power', [a], n)
  }
  return {
    N,
    variable: name => write({ kind: 'variable', name }),
    node: ref => nodes[ref] as Node,
    graph: output => pruned(nodes, output)
  }
}

/** A formula of named inputs, written once over any number system. */
export type Formula<K extends string> = <A>(N: Analytic<A>, given: Readonly<Record<K, A>>) => A

/**
 * The graph of a formula written in TypeScript.
 *
 * @example
 * const f = record(['x', 'y'], (N, { x, y }) => N.mul(N.add(x, y), y))
 * text(f) // '(x + y) * y'
 */
export const record = <K extends string>(names: ReadonlyArray<K>, formula: Formula<K>): Graph => {
  const { N, variable, graph } = recorder()
  const given = Object.fromEntries(names.map(name => [name, variable(name)])) as Record<K, Ref>
  return graph(formula(N, given))
}
