import { sigmoid } from '../../../src/definition/index.js'
import {
  allOf, type Claim, claim, equal, erratum, formally, printsAs, type RealNumber
} from '../../../src/claim/index.js'
import type { Analytic } from '../../../src/number/index.js'
import { f2 } from '../functions.js'
import { at12, byW1, byW2, weights } from './trace.js'

// The derivatives of f2 = w1 w2 + sigmoid(w1), forward in question 5c and in reverse in question 5d.

const forward = (part: string): string => `Deep learning homework 1, question 5c, part ${part}`
const reverse = 'Deep learning homework 1, question 5d'

/** sigma(w) (1 - sigma(w)) */
const slopeOfSigmoid = <A>(N: Analytic<A>, w: A): A => {
  const s = sigmoid(N)(w)
  return N.mul(s, N.sub(N.of(1), s))
}

const sumFromOne: RealNumber = N => N.add(N.of(1), slopeOfSigmoid(N, N.of(1)))

export const claims: ReadonlyArray<Claim> = [
  claim(
    {
      id: 'homework-1/automatic-differentiation/f2-by-w1',
      title: 'The derivatives of f2 by w1, of its product and of its sigmoid need x1 and x2, which go unnamed',
      statement: String.raw`\frac{\partial x_1}{\partial w_1} + \frac{\partial x_2}{\partial w_1} = w_2 + \sigma(w_1)(1 - \sigma(w_1)), \quad x_1 = w_1 w_2,\ x_2 = \sigma(w_1)`,
      source: forward('iii'),
      rows: ['HW1-AD-30']
    },
    formally(weights, (N, { w1, w2 }) => {
      const slope = slopeOfSigmoid(N, w1)
      return [
        equal(byW1(D => u => sigmoid(D)(u))(N, w1, w2), slope, 'dx2/dw1'),
        equal(byW1(f2)(N, w1, w2), N.add(w2, slope), 'df2/dw1')
      ]
    })
  ),
  claim(
    {
      id: 'homework-1/automatic-differentiation/f2-gradient',
      title: 'The derivatives of f2 at w = (1, 2): by w1 rounded to two digits, by w2 exactly w1',
      statement: String.raw`\frac{\partial f_2}{\partial w_1}(1, 2) = 2 + \sigma(1)(1 - \sigma(1)) \approx 2.2, \quad \frac{\partial f_2}{\partial w_2} = w_1 = 1`,
      source: forward('iii and iv'),
      rows: ['HW1-AD-31', 'HW1-AD-33']
    },
    allOf('by w1 at (1, 2), by w2 everywhere', [
      { label: 'by w1', judge: printsAs('2.2', at12(byW1(f2))) },
      { label: 'by w2', judge: formally(weights, (N, { w1, w2 }) => equal(byW2(f2)(N, w1, w2), w1)) },
      { label: 'by w2 at (1, 2)', judge: printsAs('1', at12(byW2(f2))) }
    ])
  ),
  claim(
    {
      id: 'homework-1/automatic-differentiation/f2-reverse',
      title: 'Reverse mode of f2: the paths through the product and through the sigmoid add up',
      statement: String.raw`\bar w_1 = w_2 + \sigma(w_1)(1 - \sigma(w_1)),\quad \bar w_2 = w_1`,
      source: reverse,
      rows: ['HW1-AD-40', 'HW1-AD-42']
    },
    formally(weights, (N, { w1, w2 }) => {
      const [product, curve] = [N.of(1), N.of(1)]
      return [
        equal(N.add(N.mul(product, w2), N.mul(curve, slopeOfSigmoid(N, w1))), byW1(f2)(N, w1, w2), 'w1'),
        equal(N.mul(product, w1), byW2(f2)(N, w1, w2), 'w2')
      ]
    })
  ),
  erratum(
    {
      id: 'homework-1/automatic-differentiation/f2-reverse-quotient',
      title: 'The derivative of f2 by w1 is not the quotient that follows it, which derives w1 by itself',
      statement: String.raw`\frac{\partial f_2}{\partial w_1} = w_2 + \sigma(w_1)(1 - \sigma(w_1))`,
      source: reverse,
      rows: ['HW1-AD-40']
    },
    {
      printed: {
        text: 'df2/dw1 = dw1/dw1',
        tex: String.raw`\frac{\partial f_2}{\partial w_1} = \frac{d w_1}{d w_1}`,
        judge: formally(weights, (N, { w1, w2 }) => equal(byW1(f2)(N, w1, w2), byW1(() => u => u)(N, w1, w2)))
      },
      corrected: {
        text: 'df2/dw1 = w2 + sigma(w1)(1 - sigma(w1))',
        tex: String.raw`\frac{\partial f_2}{\partial w_1} = w_2 + \sigma(w_1)(1 - \sigma(w_1))`,
        judge: formally(weights, (N, { w1, w2 }) => equal(byW1(f2)(N, w1, w2), N.add(w2, slopeOfSigmoid(N, w1))))
      }
    }
  ),
  erratum(
    {
      id: 'homework-1/automatic-differentiation/f2-sum-reverse',
      title: 'The sum in print, which begins with 1, is not what is printed behind it either',
      statement: String.raw`1 + \sigma(1)(1 - \sigma(1)) \approx 1.20`,
      source: reverse,
      rows: ['HW1-AD-41']
    },
    {
      printed: {
        text: '1 + sigma(1)(1 - sigma(1)) = 2.12',
        tex: String.raw`1 + \sigma(1)(1 - \sigma(1)) = 2.12`,
        judge: printsAs('2.12', sumFromOne)
      },
      corrected: {
        text: '1 + sigma(1)(1 - sigma(1)) = 1.20',
        tex: String.raw`1 + \sigma(1)(1 - \sigma(1)) = 1.20`,
        judge: printsAs('1.20', sumFromOne)
      }
    }
  ),
  erratum(
    {
      id: 'homework-1/automatic-differentiation/f2-by-w1-reverse',
      title: 'The derivative of f2 by w1 begins with w2 = 2, not 1, and is 2.20, not 2.12',
      statement: String.raw`\frac{\partial f_2}{\partial w_1}(1, 2) = 2 + \sigma(1)(1 - \sigma(1)) \approx 2.20`,
      source: reverse,
      rows: ['HW1-AD-41']
    },
    {
      printed: {
        text: 'df2/dw1 = 2.12',
        tex: String.raw`\frac{\partial f_2}{\partial w_1} = 2.12`,
        judge: printsAs('2.12', at12(byW1(f2)))
      },
      corrected: {
        text: 'df2/dw1 = 2 + sigma(1)(1 - sigma(1)) = 2.20',
        tex: String.raw`\frac{\partial f_2}{\partial w_1} = 2 + \sigma(1)(1 - \sigma(1)) = 2.20`,
        judge: allOf('at w = (1, 2)', [
          { label: 'the derivative', judge: printsAs('2.20', at12(byW1(f2))) },
          { label: 'the sum', judge: printsAs('2.20', N => N.add(N.of(2), slopeOfSigmoid(N, N.of(1)))) }
        ])
      }
    }
  )
]
