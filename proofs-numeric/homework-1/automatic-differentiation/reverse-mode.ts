import { allOf, type Claim, claim, equal, formally, type Judge, printsAs } from '../../../src/claim/index.js'
import type { Analytic } from '../../../src/number/index.js'
import { f1 } from '../functions.js'
import { at12, byW1, byW2, type Name, partial, trace, type Trace, weights } from './trace.js'

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

export const claims: ReadonlyArray<Claim> = [
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
