import { allOf, type Claim, equal, erratum, example } from '../../../src/claim/index.js'
import { type Graph, record } from '../../../src/expression/index.js'

/** f = (x + sigmoid(y)) / (sigmoid(x) + (x + y)^2) in its stages, as a graph. */
const graph: Graph = record(['x', 'y'], (N, { x, y }) => {
  const num = N.add(x, N.sigmoid(y))
  const den = N.add(N.sigmoid(x), N.power(N.add(x, y), 2))
  return N.mul(num, N.div(N.of(1), den))
})

/** The numbers of local derivatives on the paths from the output to an input. */
const pathLengths = (to: string, through: string): ReadonlyArray<number> => {
  const lengths = graph.nodes.map(
    (): ReadonlyArray<{ readonly length: number; readonly names: ReadonlyArray<string> }> => []
  )
  graph.nodes.forEach((node, i) => {
    lengths[i] = node.kind === 'variable' ? (node.name === to ? [{ length: 0, names: [] }] : [])
      : node.kind === 'constant' ? []
        : node.operands.flatMap(
          k => (lengths[k] ?? []).map(({ length, names }) => ({ length: length + 1, names: [...names, node.name] }))
        )
  })
  return (lengths[graph.output] ?? []).filter(({ names }) => names.includes(through as never)).map(
    ({ length }) => length
  )
}

const isCount = (found: number, printed: number) => example(N => equal(N.of(found), N.of(printed)))

export const claims: ReadonlyArray<Claim> = [
  erratum(
    {
      id: 'cs231n-notes/backprop/string-of-derivatives',
      title: 'How many derivatives are multiplied on the way from f back to the stage (1), the sigmoid of y',
      statement: String.raw`\frac{\partial f}{\partial y}\Big|_{\text{via } \sigma(y)} = \frac{\partial f}{\partial\,\mathrm{num}}\,\frac{\partial\,\mathrm{num}}{\partial\,\mathrm{sigy}}\,\frac{\partial\,\mathrm{sigy}}{\partial y}`,
      source: 'Notes on CS231n, backpropagation, backprop in practice',
      rows: ['N231-BP-07']
    },
    {
      printed: {
        text: 'a string of 8 partial derivatives',
        tex: String.raw`\text{a string of } 8 \text{ partial derivatives}`,
        judge: isCount(pathLengths('y', 'sigmoid')[0] ?? 0, 8)
      },
      corrected: {
        text: '3; the longest path, through the sum of x and y, has 5',
        tex: String.raw`3 \text{; the longest path, through } x + y \text{, has } 5`,
        judge: allOf('the paths of the graph', [
          { label: 'through the sigmoid', judge: isCount(pathLengths('y', 'sigmoid')[0] ?? 0, 3) },
          { label: 'the longest', judge: isCount(Math.max(...pathLengths('y', 'mul')), 5) }
        ])
      }
    }
  )
]
