import { type NamedExpression, namedExpression } from '../../src/expression/index.js'
import { f1 } from './functions.js'

// What question 5 differentiates by hand: the command offers it by name.

const source = 'Deep learning homework 1, question 5'

export const expressions: ReadonlyArray<NamedExpression> = [
  namedExpression(
    { name: 'f1', title: 'a sum of exponentials, shared by an exponential and a sine', source }, { w1: '1', w2: '2' },
    (N, { w1, w2 }) => f1(N)(w1, w2)),
  namedExpression(
    { name: 'f2', title: 'a product and a sigmoid', source }, { w1: '1', w2: '2' },
    (N, { w1, w2 }) => N.add(N.mul(w1, w2), N.sigmoid(w1)))
]
