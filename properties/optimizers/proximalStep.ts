import fc from 'fast-check'
import { gradientStep, surrogate } from '../../src/definition/index.js'
import { atMost, type Claim, claim, equal, equalEntries, equalGrids, type Law, sampled } from '../../src/claim/index.js'
import {
  type Grid, interval, mapGrid, minus, normSquared, point, type Rational, rational, vectorOf
} from '../../src/number/index.js'
import * as T from '../../src/tensor/index.js'
import type { Tensor } from '../../src/tensor/index.js'
import { quarterList } from '../cases/quarters.js'
import type { SgdSubject } from './sgd.js'
import { visited } from '../cases/visited.js'

/** A proximal step, as a person might write it, and the gradient descent that it is to agree with. */
export interface ProximalSubject extends Pick<SgdSubject, 'sgd'> {
  readonly name: string
  readonly proximalStep: (options: { readonly lambda: number }) => (gradient: Tensor) => (w: Tensor) => Tensor
}

interface Step {
  readonly lambda: number
  readonly gradient: ReadonlyArray<number>
  readonly w: ReadonlyArray<number>
}

const numbers = quarterList(3, 39)
// Tenths are no sums of powers of two.
const tenths = fc.array(fc.integer({ min: -130, max: 130 }).map(k => k / 10), { minLength: 3, maxLength: 3 })
const powerOfTwo = fc.integer({ min: -6, max: 6 }).map(e => 2 ** e)
const anyLambda = fc.oneof(powerOfTwo, fc.integer({ min: 1, max: 999 }).map(k => k / 100))

const taken = ({ proximalStep }: ProximalSubject, { lambda, gradient, w }: Step): Tensor =>
  proximalStep({ lambda })(T.fromFlat([3], gradient))(T.fromFlat([3], w))

const exact = (x: Iterable<number>): Grid<Rational> => vectorOf([...x].map(rational.of))
const enclosed = (x: Iterable<number>) => vectorOf([...x].map(point))

export const proximalStepLaws: Law<ProximalSubject> = (subject): ReadonlyArray<Claim> => [
  claim(
    {
      id: `${subject.name}/definition`,
      title: 'The step is the gradient over lambda, taken off, for any lambda above 0',
      statement: String.raw`w^{t+1} = w^t - \tfrac1\lambda \nabla f(w^t)`,
      source: 'Deep learning homework 1, question 1',
      rows: ['HW1-GD-04']
    },
    sampled<Step>({ lambda: anyLambda, gradient: numbers, w: numbers }, given => {
      const N = interval
      const { lambda, gradient, w } = given
      const step = gradientStep(N)(N.div(N.of(1), N.of(lambda)))(enclosed(w), enclosed(gradient))
      return equalGrids(mapGrid(point)(T.toGrid(taken(subject, given))), step, 'w')
    })
  ),
  claim(
    {
      id: `${subject.name}/gradient-step`,
      title: 'It is gradient descent with learning rate 1 / lambda, bit for bit where that is a power of two',
      statement: String.raw`w^{t+1} = w^t - \eta \nabla f(w^t), \quad \eta = \tfrac1\lambda`,
      source: 'Deep learning homework 1, question 1',
      rows: ['HW1-GD-05', 'HW1-GD-06', 'HW1-SYS-01']
    },
    sampled<Step>({ lambda: powerOfTwo, gradient: tenths, w: numbers }, given => {
      const { lambda, gradient, w } = given
      const descent = subject.sgd({ learningRate: 1 / lambda })
      const [, stepped = T.zeros([3])] = visited(descent, T.fromFlat([3], w), 1, () => T.fromFlat([3], gradient))
      return equalEntries(taken(subject, given), stepped, 'w')
    })
  ),
  claim(
    {
      id: `${subject.name}/minimises`,
      title: 'No point has a smaller surrogate: any other has more, by lambda/2 times its squared distance',
      statement: String.raw`F(u) - F(w^{t+1}) = \tfrac\lambda2 \|u - w^{t+1}\|^2 \ge 0`,
      source: 'Deep learning homework 1, question 1',
      rows: ['HW1-GD-04']
    },
    sampled<Step & { readonly value: number; readonly u: ReadonlyArray<number> }>(
      { lambda: powerOfTwo, gradient: numbers, w: numbers, value: fc.integer({ min: -9, max: 9 }), u: numbers },
      given => {
        const N = rational
        const [lambda, u, next] = [N.of(given.lambda), exact(given.u), exact(taken(subject, given).data)]
        const F = surrogate(N)(
          lambda, { wt: exact(given.w), value: N.of(given.value), gradient: exact(given.gradient) }
        )
        const square = N.div(N.mul(lambda, normSquared(N)(minus(N)(u, next))), N.of(2))
        return [atMost(F(next), F(u), 'F'), equal(N.sub(F(u), F(next)), square, 'excess')]
      })
  )
]
