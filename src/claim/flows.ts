import { rationalFunction } from '../number/polynomial.js'
import { type Amount, byPaths, type Flow, isZero, type SignOf } from './paths.js'

export type { Arc } from './paths.js'

/**
 * Some flows between nodes 0, 1, ... of which each gives what is asked of it, more than it takes: those along each spanning tree, which are
 * the corners of the set of all flows without cycles, and before them, where all comes from one node, some by paths from there.
 */
export const flowsFor = (outflow: ReadonlyArray<Amount>, signOf: SignOf): ReadonlyArray<Flow> => {
  const total = outflow.reduce(rationalFunction.add, rationalFunction.of(0))
  if (total.num.size > 0) return []
  const alongTrees = treesOn(outflow.length).flatMap(tree => alongTree(outflow, tree, signOf))
  return [...new Map([...byPaths(outflow, signOf), ...alongTrees].map(flow => [keyOf(flow), flow])).values()]
}

/** Parent by node; the root is its own parent. */
type Tree = ReadonlyArray<number>

/** Of 5 nodes there are 125 trees; of more we take only stars and the path, which come first of others too. */
const mostNodes = 5

const treesOn = (count: number): ReadonlyArray<Tree> => {
  const nodes = Array.from({ length: count }, (_, k) => k)
  const usual = [...nodes.map(center => starAt(center, nodes)), nodes.map(k => Math.max(0, k - 1))]
  if (count < 4 || count > mostNodes) return usual
  const sequences = nodes.slice(2).reduce<ReadonlyArray<ReadonlyArray<number>>>(
    begun => begun.flatMap(sequence => nodes.map(node => [...sequence, node])), [[]])
  return [...usual, ...sequences.map(sequence => treeOf(sequence, nodes))]
}

const starAt = (center: number, nodes: ReadonlyArray<number>): Tree =>
  rooted(nodes.flatMap(k => (k === center ? [] : [[k, center] as const])), nodes)

/** By Pruefer: each tree is one sequence of nodes, in which a node stands once for each neighbour but one. */
const treeOf = (sequence: ReadonlyArray<number>, nodes: ReadonlyArray<number>): Tree => {
  const { edges, left } =
    sequence.reduce<{ readonly edges: ReadonlyArray<readonly [number, number]>; readonly left: ReadonlyArray<number> }>(
      (known, node, k) => {
        const leaf = known.left.find(one => !sequence.slice(k).includes(one)) ?? 0
        return { edges: [...known.edges, [leaf, node]], left: known.left.filter(one => one !== leaf) }
      }, { edges: [], left: nodes })
  return rooted([...edges, [left[0] ?? 0, left[1] ?? 0]], nodes)
}

const rooted = (edges: ReadonlyArray<readonly [number, number]>, nodes: ReadonlyArray<number>): Tree => {
  const hang = (parents: ReadonlyMap<number, number>): ReadonlyMap<number, number> => {
    const more = edges.flatMap(
      ([a, b]) => (parents.has(a) === parents.has(b) ? [] : parents.has(a) ? [[b, a] as const] : [[a, b] as const])
    )
    return more.length === 0 ? parents : hang(new Map([...parents, ...more]))
  }
  const parents = hang(new Map([[0, 0]]))
  return nodes.map(node => parents.get(node) ?? 0)
}

/** What the nodes below give goes up, or what they take comes down; none where it is not seen which. */
const alongTree = (outflow: ReadonlyArray<Amount>, parents: Tree, signOf: SignOf): ReadonlyArray<Flow> => {
  const below = (node: number): Amount =>
    parents.reduce((sum, parent, child) => (parent === node
      && child !== node ? rationalFunction.add(sum, below(child)) : sum), outflow[node] as Amount)
  const amounts = parents.map((parent, child) => ({ child, parent, amount: below(child) }))
    .filter(({ child, parent, amount }) => child !== parent && !isZero(amount))
  const signs = amounts.map(({ amount }) => signOf(amount))
  return signs.includes('?') ? []
    : [amounts.map(({ child, parent, amount }, k) => (signs[k] === '+' ? { from: child, to: parent, amount }
      : { from: parent, to: child, amount: rationalFunction.sub(rationalFunction.of(0), amount) }))]
}

const keyOf = (flow: Flow): string => flow.map(({ from, to, amount }) =>
  `${from}>${to}:${[...amount.num].map(([key, { coefficient: { num, den } }]) => `${key}*${num}/${den}`).sort()
    .join('+')}`).sort().join(' ')
