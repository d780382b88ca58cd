import { type NamedExpression, namedExpression } from '../../src/expression/index.js'

// The circuits that the notes differentiate by hand: the command offers them by name.

const source = (example: string): string => `Notes on CS231n, backpropagation, ${example}`

const addMultiply = namedExpression(
  { name: '(x+y)z', title: 'an add gate and a multiply gate', source: source('compound expressions') },
  { x: '-2', y: '5', z: '-4' },
  (N, { x, y, z }) => N.mul(N.add(x, y), z))

const sigmoidNeuron = namedExpression(
  {
    name: 'sigmoid-neuron', source: source('sigmoid example'),
    title: 'a sigmoid neuron with two inputs, gate by gate'
  },
  { w0: '2', x0: '-1', w1: '-3', x1: '-2', w2: '-3' },
  (N, { w0, x0, w1, x1, w2 }) => {
    const dot = N.add(N.add(N.mul(w0, x0), N.mul(w1, x1)), w2)
    return N.div(N.of(1), N.add(N.of(1), N.exp(N.neg(dot))))
  })

const staged = namedExpression(
  {
    name: 'staged', source: source('backpropagation in practice'),
    title: 'a quotient with sigmoids, computed in stages'
  },
  { x: '3', y: '-4' },
  (N, { x, y }) => N.div(N.add(x, N.sigmoid(y)), N.add(N.sigmoid(x), N.power(N.add(x, y), 2))))

const gateCircuit = namedExpression(
  {
    name: 'gate-circuit', source: source('patterns in backward flow'),
    title: '2 (x y + max(z, w)): multiply, max and add gates'
  },
  { x: '3', y: '-4', z: '2', w: '-1' },
  (N, { x, y, z, w }) => N.mul(N.add(N.mul(x, y), N.max(z, w)), N.of(2)))

export const expressions: ReadonlyArray<NamedExpression> = [addMultiply, sigmoidNeuron, staged, gateCircuit]
