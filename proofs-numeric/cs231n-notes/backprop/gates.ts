import fc from 'fast-check'
import {
  allOf, type Claim, claim, equal, erratum, example, formally, type Plain, sampled, scalar
} from '../../../src/claim/index.js'
import { type Graph, record, reverse } from '../../../src/expression/index.js'
import { type Analytic, elementaryRational, type Rational } from '../../../src/number/index.js'
import { gateCircuit } from '../expressions.js'

// What an add, a max and a multiply gate do with the gradient on their output.

const source = 'Notes on CS231n, backpropagation, patterns in backward flow'

const isExactly = (name: string, value: number) => ({
  label: `df/d${name} = ${value}`,
  judge: example(N => {
    const at = Object.fromEntries(Object.entries(gateCircuit.at).map(([input, text]) => [input, N.of(Number(text))]))
    return equal(reverse(N)(gateCircuit.graph, at).gradient[name] ?? N.of(NaN), N.of(value))
  })
})

/** A gate with two inputs, and an upstream gradient m: f = m gate(x, y). */
const upstream = (gate: 'add' | 'mul'): Graph => record(['x', 'y', 'm'], (N, { x, y, m }) => N.mul(m, N[gate](x, y)))
const inputs = { x: scalar, y: scalar, m: scalar }

/** The local gradient of a multiply gate by its first input. */
const localByX = <A>(N: Analytic<A>, x: A, y: A): A =>
  reverse(N)(record(['x', 'y'], (M, g) => M.mul(g.x, g.y)), { x, y }).gradient['x'] ?? x

/** 1 where a > b, else 0. */
const above = (a: Rational, b: Rational): Rational =>
  elementaryRational.where(b, a, elementaryRational.of(0), elementaryRational.of(1))
const small = { x: fc.integer({ min: -2, max: 2 }), y: fc.integer({ min: -2, max: 2 }) }

const routed = (share: (x: Rational, y: Rational) => readonly [Rational, Rational]) =>
  sampled(small, ({ x, y }) => {
    const N = elementaryRational
    const [a, b] = share(N.of(x), N.of(y))
    return equal<Plain>(N.add(a, b), N.of(1), 'the gradients of both inputs together')
  })

export const claims: ReadonlyArray<Claim> = [
  claim(
    {
      id: 'cs231n-notes/backprop/add-gate',
      title: 'An add gate hands the gradient on its output to both inputs, unchanged',
      statement: String.raw`f = x + y \Rightarrow \frac{\partial f}{\partial x} = \frac{\partial f}{\partial y} = 1`,
      source,
      rows: ['N231-BP-09']
    },
    formally(inputs, (N, { x, y, m }) => {
      const { gradient } = reverse(N)(upstream('add'), { x, y, m })
      return [equal(gradient['x'] ?? x, m, 'to x'), equal(gradient['y'] ?? y, m, 'to y')]
    })
  ),
  erratum(
    {
      id: 'cs231n-notes/backprop/max-gate',
      title: 'A max gate hands the gradient to one input only if one of its two conditions allows equality',
      statement: String.raw`f = \max(x, y) \Rightarrow \frac{\partial f}{\partial x} = \mathbf 1\{x \ge y\},\ \frac{\partial f}{\partial y} = \mathbf 1\{y > x\}`,
      source,
      rows: ['N231-BP-10']
    },
    {
      printed: {
        text: '1{x > y} and 1{y > x}',
        tex: String.raw`1\{x > y\} \text{ and } 1\{y > x\}`,
        judge: routed((x, y) => [above(x, y), above(y, x)])
      },
      corrected: {
        text: '1{x >= y} and 1{y > x}, the first of equals',
        tex: String.raw`1\{x \ge y\} \text{ and } 1\{y > x\} \text{, the first of equals}`,
        judge: routed((x, y) => {
          const { gradient } = reverse(elementaryRational)(record(['x', 'y'], (N, g) => N.max(g.x, g.y)), { x, y })
          return [gradient['x'] ?? x, gradient['y'] ?? y]
        })
      }
    }
  ),
  claim(
    {
      id: 'cs231n-notes/backprop/circuit',
      title: 'The circuit 2 (x y + max(z, w)) at (3, -4, 2, -1): the red number of x is -8 = -4 times 2',
      statement: String.raw`\frac{\partial f}{\partial x} = 2 y = -8,\ \frac{\partial f}{\partial y} = 2 x = 6,\ \frac{\partial f}{\partial z} = 2,\ \frac{\partial f}{\partial w} = 0`,
      source,
      rows: ['N231-BP-11']
    },
    allOf('the red numbers, and the multiply gate for all inputs', [
      isExactly('x', -8), isExactly('y', 6), isExactly('z', 2), isExactly('w', 0),
      { label: 'the multiply gate', judge: formally(inputs, (N, { x, y, m }) => {
        const { gradient } = reverse(N)(upstream('mul'), { x, y, m })
        return [equal(gradient['x'] ?? x, N.mul(m, y), 'to x'), equal(gradient['y'] ?? y, N.mul(m, x), 'to y')]
      }) }
    ])
  ),
  erratum(
    {
      id: 'cs231n-notes/backprop/local-gradient',
      title: 'The local gradient of a multiply gate is the other input; times the output\'s, it is what flows back',
      statement: String.raw`f = m\,(x y):\quad \text{local } \frac{\partial (x y)}{\partial x} = y,\quad \frac{\partial f}{\partial x} = m\,y`,
      source,
      rows: ['N231-BP-12']
    },
    {
      printed: {
        text: 'the local gradient is the switched input times the gradient on the output',
        judge: formally(inputs, (N, { x, y, m }) => equal(localByX(N, x, y), N.mul(m, y)))
      },
      corrected: {
        text: 'it is the switched input',
        judge: formally(inputs, (N, { x, y }) => equal(localByX(N, x, y), y))
      }
    }
  )
]
