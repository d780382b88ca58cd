import type { Analytic } from '../number/index.js'
import type { Graph } from './Graph.js'
import { type Formula, record } from './record.js'

/** A formula of the documents, and the point at which they differentiate it. */
export interface DocumentExpression {
  readonly name: string
  readonly title: string
  readonly source: string
  readonly graph: Graph
  readonly at: Readonly<Record<string, string>>
}

const given = <K extends string>(
  name: string, title: string, source: string, at: Readonly<Record<K, string>>, formula: Formula<K>
): DocumentExpression => ({ name, title, source, at, graph: record(Object.keys(at) as unknown as ReadonlyArray<K>, formula) })

const shared = <A>(N: Analytic<A>, w1: A, w2: A): A => N.add(N.exp(w1), N.exp(N.mul(N.of(2), w2)))

/** The formulas that the documents differentiate by hand, each usable by name. */
export const documentExpressions: ReadonlyArray<DocumentExpression> = [
  given('f1', 'a sum of exponentials, shared by an exponential and a sine', 'Deep learning homework 1, question 5', { w1: '1', w2: '2' },
    (N, { w1, w2 }) => N.add(N.exp(shared(N, w1, w2)), N.sin(shared(N, w1, w2)))),
  given('f2', 'a product and a sigmoid', 'Deep learning homework 1, question 5', { w1: '1', w2: '2' },
    (N, { w1, w2 }) => N.add(N.mul(w1, w2), N.sigmoid(w1))),
  given('(x+y)z', 'an add gate and a multiply gate', 'Notes on CS231n, backpropagation, compound expressions',
    { x: '-2', y: '5', z: '-4' },
    (N, { x, y, z }) => N.mul(N.add(x, y), z)),
  given('sigmoid-neuron', 'a sigmoid neuron with two inputs, gate by gate', 'Notes on CS231n, backpropagation, sigmoid example',
    { w0: '2', x0: '-1', w1: '-3', x1: '-2', w2: '-3' },
    (N, { w0, x0, w1, x1, w2 }) => {
      const dot = N.add(N.add(N.mul(w0, x0), N.mul(w1, x1)), w2)
      return N.div(N.of(1), N.add(N.of(1), N.exp(N.neg(dot))))
    }),
  given('staged', 'a quotient with sigmoids, computed in stages', 'Notes on CS231n, backpropagation in practice', { x: '3', y: '-4' },
    (N, { x, y }) => N.div(N.add(x, N.sigmoid(y)), N.add(N.sigmoid(x), N.power(N.add(x, y), 2)))),
  given('gate-circuit', '2 (x y + max(z, w)): multiply, max and add gates', 'Notes on CS231n, backpropagation, patterns in backward flow',
    { x: '3', y: '-4', z: '2', w: '-1' },
    (N, { x, y, z, w }) => N.mul(N.add(N.mul(x, y), N.max(z, w)), N.of(2)))
]

/** The formula with this name, or with this text. */
export const documentExpression = (name: string): DocumentExpression | undefined => documentExpressions.find(e => e.name === name)
