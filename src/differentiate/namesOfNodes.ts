import { type Graph, variablesOf } from '../expression/index.js'

/** v1, v2, ... for the intermediate variables, or another letter where inputs are called so. */
export const namesOfNodes = (graph: Graph): ((node: number) => string) => {
  const inputs = variablesOf(graph)
  const letter = ['v', 'u', 't', 's', 'step'].find(l => !inputs.some(name => new RegExp(`^${l}\\d+$`).test(name)))
    ?? 'node'
  const numbers = new Map(graph.nodes.flatMap((node, i) => (node.kind === 'operation' ? [i] : [])).map(
    (i, k) => [i, k + 1]
  ))
  return i => {
    const node = graph.nodes[i]
    return node?.kind === 'variable' ? node.name : `${letter}${numbers.get(i) ?? i}`
  }
}
