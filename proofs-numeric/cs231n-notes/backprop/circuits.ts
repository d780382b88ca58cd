import { derivative } from '../../../src/definition/index.js'
import {
  allOf, atMost, type Claim, claim, equal, erratum, example, formally, type Judge, printsAs, scalar
} from '../../../src/claim/index.js'
import { type Graph, type NamedExpression, record, reverse, type Reverse } from '../../../src/expression/index.js'
import type { Analytic } from '../../../src/number/index.js'
import { decimal } from '../../../src/number/writtenDecimal.js'
import { addMultiply, sigmoidNeuron } from '../expressions.js'

// The circuits of the notes: every green number (a value) and every red one (what flows back).

const source = (example: string): string => `Notes on CS231n, backpropagation, ${example}`

/** Reverse mode of an expression of the documents, at its point. */
const run = <A>({ graph, at }: NamedExpression, N: Analytic<A>): Reverse<A> & { readonly graph: Graph } => {
  const point = Object.fromEntries(
    Object.entries(at).map(([input, text]) => [input, N.ofRational(decimal(input, text).value)])
  )
  return { ...reverse(N)(graph, point), graph }
}

/** A figure of a circuit: the value or the adjoint of its k-th operation, counted from 1, or the derivative by an input. */
type Where = { readonly value: number } | { readonly adjoint: number } | { readonly by: string }

const figure = (circuit: NamedExpression, where: Where) => <A>(N: Analytic<A>): A => {
  const { graph, values, adjoints, gradient } = run(circuit, N)
  const operations = graph.nodes.flatMap((node, i) => (node.kind === 'operation' ? [i] : []))
  return ('by' in where ? gradient[where.by]
    : 'value' in where ? values[operations[where.value - 1] ?? -1]
      : adjoints[operations[where.adjoint - 1] ?? -1]) as A
}

const isValue = (circuit: NamedExpression, where: Where, value: number): Judge =>
  example(N => equal(figure(circuit, where)(N), N.of(value)))

const xyz = { x: scalar, y: scalar, z: scalar }
const sum = addMultiply
const neuron = sigmoidNeuron

export const claims: ReadonlyArray<Claim> = [
  claim(
    {
      id: 'cs231n-notes/backprop/add-multiply',
      title: 'The circuit (x + y) z at (-2, 5, -4): all green and red numbers, and the red ones for all inputs',
      statement: String.raw`q = x + y = 3,\ f = q z = -12,\quad \frac{\partial f}{\partial z} = q = 3,\ \frac{\partial f}{\partial q} = z = \frac{\partial f}{\partial x} = \frac{\partial f}{\partial y} = -4`,
      source: source('compound expressions'),
      rows: ['N231-BP-01']
    },
    allOf('all x, y, z, and the numbers at (-2, 5, -4)', [
      { label: 'q', judge: isValue(sum, { value: 1 }, 3) },
      { label: 'f', judge: isValue(sum, { value: 2 }, -12) },
      { label: 'df/dz', judge: isValue(sum, { by: 'z' }, 3) },
      { label: 'df/dq', judge: isValue(sum, { adjoint: 1 }, -4) },
      { label: 'df/dx', judge: isValue(sum, { by: 'x' }, -4) },
      { label: 'df/dy', judge: isValue(sum, { by: 'y' }, -4) },
      { label: 'for all inputs', judge: formally(xyz, (N, { x, y, z }) => {
        const { gradient } = reverse(N)(addMultiply.graph, { x, y, z })
        const by = (name: string) => gradient[name] ?? N.of(NaN)
        return [equal(by('x'), z, 'df/dx'), equal(by('y'), z, 'df/dy'), equal(by('z'), N.add(x, y), 'df/dz')]
      }) }
    ])
  ),
  claim(
    {
      id: 'cs231n-notes/backprop/local-rules',
      title: 'The local derivatives of the gates of the neuron',
      statement: String.raw`\left(\tfrac1x\right)' = -\tfrac1{x^2},\ (c + x)' = 1,\ (e^x)' = e^x,\ (a x)' = a`,
      source: source('sigmoid example'),
      rows: ['N231-BP-02']
    },
    formally({ x: scalar, a: scalar }, (N, { x, a }) => {
      const by = (graph: Graph) => reverse(N)(graph, { x, a }).gradient['x'] ?? x
      const one = N.of(1)
      return [
        equal(by(record(['x'], (M, g) => M.div(M.of(1), g.x))), N.sub(N.of(0), N.div(one, N.mul(x, x))), '1/x'),
        equal(by(record(['x', 'a'], (M, g) => M.add(g.a, g.x))), one, 'c + x'),
        equal(by(record(['x'], (M, g) => M.exp(g.x))), N.exp(x), 'e^x'),
        equal(by(record(['x', 'a'], (M, g) => M.mul(g.a, g.x))), a, 'a x')
      ]
    })
  ),
  claim(
    {
      id: 'cs231n-notes/backprop/sigmoid-derivative',
      title: 'The derivative of the sigmoid, through its gates and through its value',
      statement: String.raw`\frac{d\sigma}{dx} = \frac{e^{-x}}{(1 + e^{-x})^2} = (1 - \sigma)\,\sigma`,
      source: source('sigmoid example'),
      rows: ['N231-BP-03']
    },
    formally({ x: scalar }, (N, { x }) => {
      const gates = record(['x'], (M, g) => M.div(M.of(1), M.add(M.of(1), M.exp(M.neg(g.x)))))
      const { gradient, values } = reverse(N)(gates, { x })
      const [e, s] = [N.exp(N.sub(N.of(0), x)), values[gates.output] ?? x]
      const whole = N.add(N.of(1), e)
      return [
        equal(gradient['x'] ?? x, N.div(e, N.mul(whole, whole)), 'through the gates'),
        equal(gradient['x'] ?? x, N.mul(N.sub(N.of(1), s), s), 'through the value'),
        equal(derivative(D => u => D.div(D.of(1), D.add(D.of(1), D.exp(D.sub(D.of(0), u)))))(N)(x), N.mul(
          N.sub(N.of(1), s), s
        ), 'by duals')
      ]
    })
  ),
  claim(
    {
      id: 'cs231n-notes/backprop/neuron',
      title: 'The sigmoid neuron at w = (2, -3, -3), x = (-1, -2): green and red numbers of every gate',
      statement: String.raw`w_0 x_0 + w_1 x_1 + w_2 = 1,\ \sigma = 0.73,\ X = 1.37,\ -1/X^2 = -0.53`,
      source: source('sigmoid example'),
      rows: ['N231-BP-04']
    },
    allOf('the numbers of the circuit', [
      { label: 'dot', judge: isValue(neuron, { value: 4 }, 1) },
      ...([
        ['0.3678794', { value: 6 }], ['1.37', { value: 7 }], ['1.3678794', { value: 7 }], ['0.73', { value: 8 }],
        ['0.7310586', { value: 8 }],
        ['-0.53', { adjoint: 7 }], ['-0.5344466', { adjoint: 7 }], ['-0.53', { adjoint: 6 }],
        ['-0.1966', { adjoint: 5 }],
        ['0.1966119', { adjoint: 4 }], ['-0.1966119', { by: 'w0' }], ['-0.3932239', { by: 'w1' }],
        ['0.1966119', { by: 'w2' }],
        ['0.3932239', { by: 'x0' }], ['-0.5898358', { by: 'x1' }]
      ] as const).map(
        ([text, where]) => ({ label: `${JSON.stringify(where)} ${text}`, judge: printsAs(text, figure(neuron, where)) })
      )
    ])
  ),
  claim(
    {
      id: 'cs231n-notes/backprop/reciprocal-gate',
      title: 'The red number of the gate 1/X, where X = 1/sigma, is minus sigma squared',
      statement: String.raw`\sigma = \tfrac1X \Rightarrow -\tfrac1{X^2} = -\sigma^2 = -0.53`,
      source: source('sigmoid example'),
      rows: ['N231-BP-05']
    },
    allOf('all X, and the number printed', [
      { label: 'for all X', judge: formally({ X: scalar }, (N, { X }) => {
        const sigma = N.div(N.of(1), X)
        const { gradient } = reverse(N)(record(['X'], (M, g) => M.div(M.of(1), g.X)), { X })
        return equal(gradient['X'] ?? X, N.sub(N.of(0), N.mul(sigma, sigma)))
      }) },
      { label: '-0.53', judge: printsAs('-0.53', N => {
        const sigma = figure(neuron, { value: 8 })(N)
        return N.sub(N.of(0), N.mul(sigma, sigma))
      }) }
    ])
  ),
  erratum(
    {
      id: 'cs231n-notes/backprop/overflow',
      title: '1/(1 + exp(-y)) leaves the doubles where exp(-y) does; with the exponential of -|y| it does not',
      statement: String.raw`\sigma(y) = \frac{1}{1 + e^{-y}} = \frac{e^{-|y|}}{1 + e^{-|y|}} \quad (y \le 0)`,
      source: source('backprop in practice'),
      rows: ['N231-BP-13']
    },
    {
      printed: {
        text: 'the step exp(-y) stays below the largest double at y = -710',
        tex: String.raw`\text{the step } e^{-y} \text{ stays below the largest double at } y = -710`,
        judge: example(N => atMost(N.exp(N.of(710)), N.of(Number.MAX_VALUE)))
      },
      corrected: {
        text: 'up to y = -709.78 it does, and exp(-|y|) is at most 1 everywhere and gives the same',
        tex: String.raw`\text{up to } y = -709.78 \text{ it does, and } e^{-|y|} \text{ is at most } 1 \text{ everywhere and gives the same}`,
        judge: allOf('all y', [
          { label: 'exp(709.78)', judge: example(N => atMost(N.exp(N.of(709.78)), N.of(Number.MAX_VALUE))) },
          { label: 'the same', judge: formally({ y: scalar }, (N, { y }) => {
            // with e for e^y, e^{-y} is 1/e
            const e = N.exp(y)
            return equal(N.div(N.of(1), N.add(N.of(1), N.div(N.of(1), e))), N.div(e, N.add(N.of(1), e)))
          }) }
        ])
      }
    }
  )
]
