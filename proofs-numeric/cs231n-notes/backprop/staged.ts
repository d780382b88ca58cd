import { derivative, sigmoid } from '../../../src/definition/index.js'
import {
  allOf, type Claim, claim, equal, erratum, example, formally, printsAs, scalar
} from '../../../src/claim/index.js'
import { type Graph, record, reverse } from '../../../src/expression/index.js'
import type { Analytic } from '../../../src/number/index.js'

// f = (x + sigmoid(y)) / (sigmoid(x) + (x + y)^2), computed in eight stages, and its derivatives stage by stage.

const source = 'Notes on CS231n, backpropagation, backprop in practice'

const at = { x: 3, y: -4 }
const inputs = { x: scalar, y: scalar }

interface Stages<A> {
  readonly sigy: A
  readonly num: A
  readonly sigx: A
  readonly xpy: A
  readonly xpysqr: A
  readonly den: A
  readonly invden: A
  readonly f: A
}

const forward = <A>(N: Analytic<A>, x: A, y: A): Stages<A> => {
  const sigy = sigmoid(N)(y)
  const num = N.add(x, sigy)
  const sigx = sigmoid(N)(x)
  const xpy = N.add(x, y)
  const xpysqr = N.mul(xpy, xpy)
  const den = N.add(sigx, xpysqr)
  const invden = N.div(N.of(1), den)
  return { sigy, num, sigx, xpy, xpysqr, den, invden, f: N.mul(num, invden) }
}

/** What the stages hand back to x and to y, path by path: through the sum, through the sigmoid, and to x through the numerator. */
const paths = <A>(N: Analytic<A>, { sigy, num, sigx, xpy, den, invden }: Stages<A>) => {
  const one = N.of(1)
  const [dnum, dinvden] = [invden, num]
  const dden = N.mul(N.sub(N.of(0), N.div(one, N.mul(den, den))), dinvden)
  const [dsigx, dxpysqr] = [dden, dden]
  const dxpy = N.mul(N.mul(N.of(2), xpy), dxpysqr)
  const dsigy = dnum
  return {
    x: [dxpy, N.mul(N.mul(N.sub(one, sigx), sigx), dsigx), dnum],
    y: [dxpy, N.mul(N.mul(N.sub(one, sigy), sigy), dsigy)]
  } as const
}

const total = <A>(N: Analytic<A>, parts: ReadonlyArray<A>): A => parts.reduce((a, b) => N.add(a, b))

const stagesAt = <A>(N: Analytic<A>): Stages<A> => forward(N, N.of(at.x), N.of(at.y))
const pathsAt = <A>(N: Analytic<A>) => paths(N, stagesAt(N))

/** The eight stages as a graph. */
const graph: Graph = record(['x', 'y'], (N, { x, y }) => {
  const num = N.add(x, N.sigmoid(y))
  const den = N.add(N.sigmoid(x), N.power(N.add(x, y), 2))
  return N.mul(num, N.div(N.of(1), den))
})

/** The same with the sigmoids as their own gates. */
const gates: Graph = record(['x', 'y'], (N, { x, y }) => {
  const one = N.of(1)
  const s = (a: typeof x) => N.div(one, N.add(one, N.exp(N.neg(a))))
  const sum = N.add(x, y)
  return N.mul(N.add(x, s(y)), N.div(one, N.add(s(x), N.mul(sum, sum))))
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
  claim(
    {
      id: 'cs231n-notes/backprop/staged',
      title: 'What the eight stages hand back at (3, -4) are the derivatives of f, there and everywhere',
      statement: String.raw`f = \frac{x + \sigma(y)}{\sigma(x) + (x + y)^2},\quad \frac{\partial f}{\partial x}(3, -4) \approx 2.06,\ \frac{\partial f}{\partial y}(3, -4) \approx 1.59`,
      source,
      rows: ['N231-BP-06']
    },
    allOf('all x, y, and the numbers at (3, -4)', [
      { label: 'the derivatives', judge: formally(inputs, (N, { x, y }) => {
        const back = paths(N, forward(N, x, y))
        const wrtX = derivative(D => u => forward(D, u, D.of(at.y)).f)(N)(x)
        return [
          equal(total(N, paths(N, forward(N, x, N.of(at.y))).x), wrtX, 'dx along y = -4, by duals'),
          ...Object.entries(reverse(N)(gates, { x, y }).gradient).map(([name, g]) =>
            equal(total(N, name === 'x' ? back.x : back.y), g, `d${name} by reverse mode`))
        ]
      }) },
      ...([
        ['0.0179862', 'sigy'], ['3.0179862', 'num'], ['0.9525741', 'sigx'], ['-1', 'xpy'], ['1', 'xpysqr'],
        ['1.9525741', 'den'],
        ['0.5121444', 'invden'], ['1.5456449', 'f']
      ] as const).map(([text, stage]) => ({ label: stage, judge: printsAs(text, N => stagesAt(N)[stage]) })),
      { label: 'dx', judge: printsAs('2.0595698', N => total(N, pathsAt(N).x)) },
      { label: 'dy', judge: printsAs('1.5922328', N => total(N, pathsAt(N).y)) }
    ])
  ),
  erratum(
    {
      id: 'cs231n-notes/backprop/string-of-derivatives',
      title: 'How many derivatives are multiplied on the way from f back to the stage (1), the sigmoid of y',
      statement: String.raw`\frac{\partial f}{\partial y}\Big|_{\text{via } \sigma(y)} = \frac{\partial f}{\partial\,\mathrm{num}}\,\frac{\partial\,\mathrm{num}}{\partial\,\mathrm{sigy}}\,\frac{\partial\,\mathrm{sigy}}{\partial y}`,
      source,
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
  ),
  claim(
    {
      id: 'cs231n-notes/backprop/forks',
      title: 'Gradients add where an input forks: the last path alone gives 0.5121 for x and 0.0090 for y',
      statement: String.raw`\frac{\partial f}{\partial x} = \sum_{\text{paths}} \prod_{\text{edges}} \frac{\partial v_j}{\partial v_i}`,
      source,
      rows: ['N231-BP-08']
    },
    allOf('any functions u and v of x, and the stages at (3, -4)', [
      { label: 'f(u(x), v(x))', judge: formally({ x: scalar }, (N, { x }) => {
        const [u, v] = [N.exp(x), N.sin(x)]
        return equal(derivative(D => t => D.mul(D.exp(t), D.sin(t)))(N)(x), N.add(N.mul(v, u), N.mul(u, N.cos(x))))
      }) },
      { label: 'x by its last path', judge: printsAs('0.5121', N => pathsAt(N).x[2]) },
      { label: 'y by its last path', judge: printsAs('0.0090', N => pathsAt(N).y[1]) }
    ])
  )
]
