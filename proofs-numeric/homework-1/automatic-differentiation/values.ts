import { allOf, type Claim, claim, equal, erratum, forAll, formally, printsAs } from '../../../src/claim/index.js'
import type { Analytic } from '../../../src/number/index.js'
import { f1, f2 } from '../functions.js'
import { at12, type Name, trace, weights } from './trace.js'

// The values of f1 and f2 at w = (1, 2), and of every variable on the way. In doubles the sine is lost beside exp(57.3) = 7.8e24, whose
// last place is a thousand million; with more bits it is not.

const valueOf = (name: Name) => at12((N, w1, w2) => trace(N, w1, w2)[name])

/** e^{e^1 + e^{2 w2}} + sin(e^1 + e^{2 w2}) */
const halfSubstituted = <A>(N: Analytic<A>, w2: A): A => {
  const inner = N.add(N.exp(N.of(1)), N.exp(N.mul(N.of(2), w2)))
  return N.add(N.exp(inner), N.sin(inner))
}

const [w4, point] = [valueOf('w4'), 'at w = (1, 2)']

const graph = 'Deep learning homework 1, question 5a'
const forward = 'Deep learning homework 1, question 5c, part i'

export const claims: ReadonlyArray<Claim> = [
  claim(
    {
      id: 'homework-1/automatic-differentiation/trace',
      title: 'The variables w3, ..., w11 of question 5c compute f1',
      statement:
        String.raw`w_{11} = e^{w_5} + \sin w_9 = \exp(e^{w_1} + e^{2w_2}) + \sin(e^{w_1} + e^{2w_2}) = f_1(w_1, w_2)`,
      source: graph,
      rows: ['HW1-AD-01']
    },
    formally(weights, (N, { w1, w2 }) => equal(trace(N, w1, w2).w11, f1(N)(w1, w2)))
  ),
  claim(
    {
      id: 'homework-1/automatic-differentiation/f1-value',
      title: 'The value of f1',
      statement: String.raw`f_1(1, 2) \approx 7.802 \cdot 10^{24}`,
      source: graph,
      rows: ['HW1-AD-02']
    },
    printsAs('7.802e24', at12((N, u, v) => f1(N)(u, v)))
  ),
  erratum(
    {
      id: 'homework-1/automatic-differentiation/f1-substituted',
      title: 'The middle expression in print leaves w2 in, and is the value of f1(1, 2) for w2 = 2 alone',
      statement: String.raw`e^{e^1 + e^4} + \sin(e^1 + e^4) = f_1(1, 2) \approx 7.802 \cdot 10^{24}`,
      source: graph,
      rows: ['HW1-AD-03']
    },
    {
      printed: {
        text: 'f1(1, 2) = e^{e^1 + e^{2 w2}} + sin(e^1 + e^{2 w2}), for any w2',
        tex: String.raw`f_1(1, 2) = e^{e^1 + e^{2 w_2}} + \sin(e^1 + e^{2 w_2}) \text{, for any } w_2`,
        judge: forAll({ w2: weights.w2 }, (N, { w2 }) => equal(f1(N)(N.of(1), N.of(2)), halfSubstituted(N, w2)))
      },
      corrected: {
        text: 'f1(1, 2) = e^{e^1 + e^4} + sin(e^1 + e^4) = 7.802e24',
        tex: String.raw`f_1(1, 2) = e^{e^1 + e^4} + \sin(e^1 + e^4) = 7.802 \cdot 10^{24}`,
        judge: printsAs('7.802e24', N => halfSubstituted(N, N.of(2)))
      }
    }
  ),
  claim(
    {
      id: 'homework-1/automatic-differentiation/f2-value',
      title: 'The value of f2',
      statement: String.raw`f_2(1, 2) = 2 + \sigma(1) \approx 2.731`,
      source: graph,
      rows: ['HW1-AD-04']
    },
    printsAs('2.731', at12((N, u, v) => f2(N)(u, v)))
  ),
  claim(
    {
      id: 'homework-1/automatic-differentiation/exponential-branch',
      title: 'The variables of the exponential: w3, w5 and w6 at w = (1, 2)',
      statement: String.raw`w_3 = e^1 = 2.718,\quad w_5 = 57.316,\quad w_6 = e^{w_5} = 7.802 \cdot 10^{24}`,
      source: forward,
      rows: ['HW1-AD-14', 'HW1-AD-16', 'HW1-AD-17']
    },
    allOf(point, [
      { label: 'w3', judge: printsAs('2.718', valueOf('w3')) },
      { label: 'w5', judge: printsAs('57.316', valueOf('w5')) },
      { label: 'w6', judge: printsAs('7.802e24', valueOf('w6')) }
    ])
  ),
  claim(
    {
      id: 'homework-1/automatic-differentiation/sine-branch',
      title: 'The variables of the sine: w7, w9 and w10 at w = (1, 2)',
      statement: String.raw`w_7 = w_3 = 2.718,\quad w_9 = 57.316,\quad w_{10} = \sin w_9 = 0.6945`,
      source: forward,
      rows: ['HW1-AD-14', 'HW1-AD-16', 'HW1-AD-18']
    },
    allOf(point, [
      { label: 'w7', judge: printsAs('2.718', valueOf('w7')) },
      { label: 'w9', judge: printsAs('57.316', valueOf('w9')) },
      { label: 'w10', judge: printsAs('0.6945', valueOf('w10')) }
    ])
  ),
  claim(
    {
      id: 'homework-1/automatic-differentiation/last-variable',
      title: 'The last variable w11 at w = (1, 2)',
      statement: String.raw`w_{11} = w_{10} + w_6 = 7.802 \cdot 10^{24}`,
      source: forward,
      rows: ['HW1-AD-19']
    },
    printsAs('7.802e24', valueOf('w11'))
  ),
  erratum(
    {
      id: 'homework-1/automatic-differentiation/w4',
      title: 'The last digit of e^4 in print, twice, is one too high',
      statement: String.raw`w_4 = w_8 = e^{2 w_2} = e^4 = 54.598`,
      source: forward,
      rows: ['HW1-AD-15']
    },
    {
      printed: { text: '54.599', judge: printsAs('54.599', w4) },
      corrected: {
        text: '54.598',
        judge: allOf(point, [{ label: 'w4', judge: printsAs('54.598', w4) }, {
          label: 'w8', judge: printsAs('54.598', valueOf('w8'))
        }])
      }
    }
  )
]
