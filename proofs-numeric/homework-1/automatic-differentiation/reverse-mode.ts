import {
  allOf, type Claim, claim, equal, erratum, example, formally, type Judge, printsAs
} from '../../../src/claim/index.js'
import type { Analytic } from '../../../src/number/index.js'
import { f1 } from '../functions.js'
import { at12, byW1, byW2, type Name, type OfWeights, partial, trace, type Trace, weights } from './trace.js'

// Reverse mode, question 5d: the adjoint of each variable, which is the derivative of the last one by it.

const source = 'Deep learning homework 1, question 5d'

/** The adjoints of f1's variables, each from those of the variables that it goes into. */
const adjoints = <A>(N: Analytic<A>, { w3, w4, w6, w9 }: Trace<A>): Trace<A> => {
  const a11 = N.of(1)
  const [a10, a6] = [a11, a11]
  const [a9, a5] = [N.mul(a10, N.cos(w9)), N.mul(a6, w6)]
  const [a8, a7] = [a9, a9]
  const [a4, a3] = [N.add(a5, a8), N.add(a5, a7)]
  const [a2, a1] = [N.mul(a4, N.mul(N.of(2), w4)), N.mul(a3, w3)]
  return { w1: a1, w2: a2, w3: a3, w4: a4, w5: a5, w6: a6, w7: a7, w8: a8, w9: a9, w10: a10, w11: a11 }
}

const areAdjoints = (...names: ReadonlyArray<Name>): Judge => formally(weights, (N, { w1, w2 }) => {
  const found = adjoints(N, trace(N, w1, w2))
  return names.map(name => equal(found[name], partial('w11', name)(N, w1, w2), `the adjoint of ${name}`))
})

const e = <A>(N: Analytic<A>): A => N.exp(N.of(1))
const twoE4 = <A>(N: Analytic<A>): A => N.mul(N.of(2), N.exp(N.of(4)))
/** The cosine of the sine, where the page puts the value 0.6945 of w10 for its argument 57.3164. */
const cosOfSine = <A>(N: Analytic<A>): A => N.cos(N.div(N.of(6945), N.of(10000)))

/** factor e^{w5} + factor cos(0.6945), where the page puts e and 2 e^4 for the factor. */
const wrongTotal = <A>(N: Analytic<A>, factor: A): A => N.mul(factor, N.add(at12(expW5)(N), cosOfSine(N)))
const expW5: OfWeights = (N, w1, w2) => N.exp(trace(N, w1, w2).w5)

const [byFirst, bySecond] = [at12(partial('w10', 'w1')), at12(partial('w10', 'w2'))]

export const claims: ReadonlyArray<Claim> = [
  claim(
    {
      id: 'homework-1/automatic-differentiation/adjoint-seeds',
      title: 'The adjoints that reverse mode starts from',
      statement: String.raw`\bar w_{11} = 1,\quad \bar w_{10} = \bar w_6 = 1`,
      source,
      rows: ['HW1-AD-34']
    },
    areAdjoints('w11', 'w10', 'w6')
  ),
  erratum(
    {
      id: 'homework-1/automatic-differentiation/adjoint-w9',
      title: 'The adjoint of the sine\'s argument is the cosine of that argument, not of the sine',
      statement: String.raw`\bar w_9 = \cos w_9,\quad \bar w_5 = e^{w_5}`,
      source,
      rows: ['HW1-AD-35']
    },
    {
      printed: {
        text: 'cos(w5), w5 = sin(e^{w1} + e^{2 w2})',
        tex: String.raw`\cos w_5, \quad w_5 = \sin(e^{w_1} + e^{2 w_2})`,
        judge: formally(weights, (N, { w1, w2 }) => equal(partial('w11', 'w9')(N, w1, w2), N.cos(trace(N, w1, w2).w10)))
      },
      corrected: {
        text: 'cos(w9), w9 = e^{w1} + e^{2 w2}',
        tex: String.raw`\cos w_9, \quad w_9 = e^{w_1} + e^{2 w_2}`,
        judge: allOf('all w1, w2, and the values at w = (1, 2)', [
          { label: 'w9 and w5', judge: areAdjoints('w9', 'w5') },
          { label: 'w9 at (1, 2)', judge: printsAs('.71946536', at12(partial('w11', 'w9'))) },
          { label: 'w5 at (1, 2)', judge: printsAs('7.8020743e24', at12(partial('w11', 'w5'))) }
        ])
      }
    }
  ),
  erratum(
    {
      id: 'homework-1/automatic-differentiation/w9-exponent',
      title: 'The second exponent of w9 is 2 w2',
      statement: String.raw`w_9 = w_8 + w_7 = e^{w_1} + e^{2 w_2} = e^1 + e^4 = 57.3164`,
      source,
      rows: ['HW1-AD-36']
    },
    {
      printed: {
        text: 'e^{w1} + e^{w2} = 57.3164',
        tex: String.raw`e^{w_1} + e^{w_2} = 57.3164`,
        judge: printsAs('57.3164', at12((N, w1, w2) => N.add(N.exp(w1), N.exp(w2))))
      },
      corrected: {
        text: 'e^{w1} + e^{2 w2} = 57.3164',
        tex: String.raw`e^{w_1} + e^{2 w_2} = 57.3164`,
        judge: printsAs('57.3164', at12((N, w1, w2) => trace(N, w1, w2).w9))
      }
    }
  ),
  erratum(
    {
      id: 'homework-1/automatic-differentiation/w10-named-w5',
      title: 'What is set equal to 0.6945 is a sum of exponentials, where its sine is meant',
      statement: String.raw`w_{10} = \sin w_9 = \sin(e^1 + e^4) = 0.6945`,
      source,
      rows: ['HW1-AD-37']
    },
    {
      printed: {
        text: 'e^{w1} + e^{w3} = 0.6945',
        tex: String.raw`e^{w_1} + e^{w_3} = 0.6945`,
        judge: printsAs('0.6945', at12((N, w1, w2) => N.add(N.exp(w1), N.exp(trace(N, w1, w2).w3))))
      },
      corrected: {
        text: 'sin(e^{w1} + e^{2 w2}) = 0.6945',
        tex: String.raw`\sin(e^{w_1} + e^{2 w_2}) = 0.6945`,
        judge: printsAs('0.6945', at12((N, w1, w2) => trace(N, w1, w2).w10))
      }
    }
  ),
  erratum(
    {
      id: 'homework-1/automatic-differentiation/cosine-summand-w1',
      title: 'The sine\'s summand in the derivative by w1 is a cosine of the wrong number, too small to show',
      statement: String.raw`\frac{\partial f_1}{\partial w_1}(1, 2) = e \cdot e^{w_5} + e \cos w_9 \approx 2.12 \cdot 10^{25},\quad e \cos w_9 \approx 1.9557`,
      source,
      rows: ['HW1-AD-38']
    },
    {
      printed: {
        text: 'e cos(0.6945)',
        tex: String.raw`e \cos 0.6945`,
        judge: example(N => equal(byFirst(N), N.mul(e(N), cosOfSine(N))))
      },
      corrected: {
        text: 'e cos(w9) = 1.9557, w9 = e + e^4',
        tex: String.raw`e \cos w_9 = 1.9557, \quad w_9 = e + e^4`,
        judge: allOf('at w = (1, 2)', [
          { label: 'the summand', judge: printsAs('1.9557', byFirst) },
          { label: 'the total', judge: printsAs('2.12e25', at12(byW1(f1))) },
          { label: 'the total with the wrong cosine', judge: printsAs('2.12e25', N => wrongTotal(N, e(N))) }
        ])
      }
    }
  ),
  erratum(
    {
      id: 'homework-1/automatic-differentiation/cosine-summand-w2',
      title: 'The sine\'s summand in the derivative by w2 takes the cosine of the wrong number',
      statement: String.raw`\frac{\partial f_1}{\partial w_2}(1, 2) = 2e^4 e^{w_5} + 2e^4 \cos w_9,\quad 2e^4 \cos w_9 \approx 78.563`,
      source,
      rows: ['HW1-AD-39']
    },
    {
      printed: {
        text: '2 e^4 cos(0.6945)',
        tex: String.raw`2 e^4 \cos 0.6945`,
        judge: example(N => equal(bySecond(N), N.mul(twoE4(N), cosOfSine(N))))
      },
      corrected: {
        text: '2 e^4 cos(w9) = 78.563, w9 = e + e^4',
        tex: String.raw`2 e^4 \cos w_9 = 78.563, \quad w_9 = e + e^4`,
        judge: printsAs('78.563', bySecond)
      }
    }
  ),
  erratum(
    {
      id: 'homework-1/automatic-differentiation/reverse-total-w2',
      title: 'The total in print is neither the derivative of f1 by w2 nor the sum that is written before it',
      statement: String.raw`\frac{\partial f_1}{\partial w_2}(1, 2) \approx 2e^4 e^{w_5} + 2e^4 \cos 0.6945 \approx 8.520 \cdot 10^{26}`,
      source,
      rows: ['HW1-AD-39']
    },
    {
      printed: {
        text: '2 e^4 e^{w5} + 2 e^4 cos(0.6945) = 8.516e26',
        tex: String.raw`2 e^4 e^{w_5} + 2 e^4 \cos 0.6945 = 8.516 \cdot 10^{26}`,
        judge: printsAs('8.516e26', N => wrongTotal(N, twoE4(N)))
      },
      corrected: {
        text: '8.520e26, the derivative as well as the sum as written',
        tex: String.raw`8.520 \cdot 10^{26} \text{, the derivative as well as the sum as written}`,
        judge: allOf('at w = (1, 2)', [
          { label: 'the derivative', judge: printsAs('8.520e26', at12(byW2(f1))) },
          { label: 'the sum as written', judge: printsAs('8.520e26', N => wrongTotal(N, twoE4(N))) }
        ])
      }
    }
  ),
  claim(
    {
      id: 'homework-1/automatic-differentiation/reverse-is-forward',
      title: 'Reverse mode, forward mode and the derivative of the definition agree on every variable of f1',
      statement: String.raw`\bar w_k = \frac{\partial w_{11}}{\partial w_k},\ k = 1..11, \qquad (\bar w_1, \bar w_2) = (\dot w_{11,1}, \dot w_{11,2}) = \nabla f_1`,
      source,
      rows: ['HW1-AD-43']
    },
    allOf('all w1, w2, and the values at w = (1, 2)', [
      { label: 'each adjoint', judge: areAdjoints('w11', 'w10', 'w9', 'w8', 'w7', 'w6', 'w5', 'w4', 'w3', 'w2', 'w1') },
      {
        label: 'the gradient',
        judge: formally(weights, (N, { w1, w2 }) => {
          const found = adjoints(N, trace(N, w1, w2))
          return [equal(found.w1, byW1(f1)(N, w1, w2), 'w1'), equal(found.w2, byW2(f1)(N, w1, w2), 'w2')]
        })
      },
      { label: 'df1/dw1', judge: printsAs('2.12082366987e25', at12((N, w1, w2) => adjoints(N, trace(N, w1, w2)).w1)) },
      { label: 'df1/dw2', judge: printsAs('8.51957642575e26', at12((N, w1, w2) => adjoints(N, trace(N, w1, w2)).w2)) }
    ])
  )
]
