import {
  allOf, atMost, type Claim, claim, equal, erratum, everyCase, example, formally, type Judge, printsAs
} from '../../../src/claim/index.js'
import type { Analytic } from '../../../src/number/index.js'
import { f1 } from '../functions.js'
import { at12, byW1, byW2, type Name, type OfWeights, partial, trace, weights } from './trace.js'

// Forward mode, question 5c: the tangents of every variable by w1 and by w2, as printed, against the derivatives of what they stand for.

const source = (part: string): string => `Deep learning homework 1, question 5c, part ${part}`

const zero: OfWeights = N => N.of(0)
const one: OfWeights = N => N.of(1)

const e1: OfWeights = (N, w1) => N.exp(w1)
const twoE2: OfWeights = (N, _, w2) => N.mul(N.of(2), N.exp(N.mul(N.of(2), w2)))
const times = (a: OfWeights, b: OfWeights): OfWeights => (N, w1, w2) => N.mul(a(N, w1, w2), b(N, w1, w2))
const plus = (a: OfWeights, b: OfWeights): OfWeights => (N, w1, w2) => N.add(a(N, w1, w2), b(N, w1, w2))
const expW5: OfWeights = (N, w1, w2) => N.exp(trace(N, w1, w2).w5)
const cosW9: OfWeights = (N, w1, w2) => N.cos(trace(N, w1, w2).w9)

/** The tangents as printed: by w1, and by w2. */
const printed: Readonly<Record<Name, readonly [OfWeights, OfWeights]>> = {
  w1: [one, zero],
  w2: [zero, one],
  w3: [e1, zero],
  w4: [zero, twoE2],
  w5: [e1, twoE2],
  w6: [times(e1, expW5), times(twoE2, expW5)],
  w7: [e1, zero],
  w8: [zero, twoE2],
  w9: [e1, twoE2],
  w10: [times(cosW9, e1), times(twoE2, cosW9)],
  w11: [plus(times(cosW9, e1), times(e1, expW5)), plus(times(twoE2, cosW9), times(twoE2, expW5))]
}

const areTangents = (names: ReadonlyArray<Name>): Judge => formally(weights, (N, { w1, w2 }) => names.flatMap(name => [
  equal(printed[name][0](N, w1, w2), partial(name, 'w1')(N, w1, w2), `d${name}/dw1`),
  equal(printed[name][1](N, w1, w2), partial(name, 'w2')(N, w1, w2), `d${name}/dw2`)
]))

const tangents = (name: string, row: string, names: ReadonlyArray<Name>, title: string, statement: string): Claim =>
  claim(
    { id: `homework-1/automatic-differentiation/tangents-${name}`, title, statement, source: source('i'), rows: [row] },
    areTangents(names))

/** A derivative of f1 once w5 and w9 are rounded to 57.316, as the page does before it goes on. */
const fromRounded: OfWeights = (N, _, w2) => {
  const w5 = N.div(N.of(57316), N.of(1000))
  return N.mul(twoE2(N, w2, w2), N.add(N.cos(w5), N.exp(w5)))
}

/** That line i is about the i-th variable. */
const inOrder = (variables: ReadonlyArray<number>): Judge =>
  everyCase('the lines as they stand', variables.map((about, k) => ({ line: k + 1, about })), ({ line, about }) =>
    [equal(about, line)])

const timesExp25 = <A>(N: Analytic<A>, thousandths: number): A =>
  N.mul(N.div(N.of(thousandths), N.of(1000)), N.exp(N.of(25)))
const gradient = { byW1: at12(byW1(f1)), byW2: at12(byW2(f1)) }

export const claims: ReadonlyArray<Claim> = [
  tangents('seeds', 'HW1-AD-20', ['w1', 'w2'],
    'The tangents that forward mode starts from', String.raw`\dot w_1 = (1, 0),\ \dot w_2 = (0, 1)`),
  tangents('w3-w7', 'HW1-AD-21', ['w3', 'w7'],
    'The tangents of e^{w1} and of its copy', String.raw`\dot w_3 = \dot w_7 = (e^{w_1}, 0)`),
  tangents('w4-w8', 'HW1-AD-22', ['w4', 'w8'],
    'The tangents of e^{2 w2} and of its copy', String.raw`\dot w_4 = \dot w_8 = (0, 2e^{2w_2})`),
  tangents('w5-w9', 'HW1-AD-23', ['w5', 'w9'],
    'The tangents of the sum and of its copy', String.raw`\dot w_5 = \dot w_9 = (e^{w_1}, 2e^{2w_2})`),
  erratum(
    {
      id: 'homework-1/automatic-differentiation/tangent-lines',
      title: 'The derivatives are said to be found for w1 to w11 in order, but the tenth line is again of w9',
      statement: String.raw`\text{line } i \text{ of } i = 1, \dots, 11 \text{ gives } \dot w_i`,
      source: source('i'),
      rows: ['HW1-AD-23']
    },
    {
      printed: {
        text: 'w1, ..., w8, w9, w9, w10, w11',
        tex: String.raw`w_1, \dots, w_8, w_9, w_9, w_{10}, w_{11}`,
        judge: inOrder([1, 2, 3, 4, 5, 6, 7, 8, 9, 9, 10, 11])
      },
      corrected: {
        text: 'w1, ..., w8, w9, w10, w11',
        tex: String.raw`w_1, \dots, w_8, w_9, w_{10}, w_{11}`,
        judge: inOrder([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11])
      }
    }
  ),
  tangents('w6', 'HW1-AD-24', ['w6'],
    'The tangents of the exponential', String.raw`\dot w_6 = (e^{w_1}e^{w_5}, 2e^{2w_2}e^{w_5})`),
  tangents('w10', 'HW1-AD-25', ['w10'],
    'The tangents of the sine', String.raw`\dot w_{10} = (\cos(w_9)e^{w_1}, 2e^{2w_2}\cos w_9)`),
  claim(
    {
      id: 'homework-1/automatic-differentiation/f1-gradient',
      title: 'The last tangents are the derivatives of f1',
      statement:
        String.raw`\nabla f_1 = \left(\cos(w_9)e^{w_1} + e^{w_1}e^{w_5},\ 2e^{2w_2}\cos w_9 + 2e^{2w_2}e^{w_5}\right)`,
      source: source('i'),
      rows: ['HW1-AD-26']
    },
    formally(weights, (N, { w1, w2 }) => [
      equal(printed.w11[0](N, w1, w2), byW1(f1)(N, w1, w2), 'df1/dw1'),
      equal(printed.w11[1](N, w1, w2), byW2(f1)(N, w1, w2), 'df1/dw2')
    ])
  ),
  claim(
    {
      id: 'homework-1/automatic-differentiation/tangent-values',
      title: 'The tangents at w = (1, 2), each summand by itself so that the sine is seen',
      statement: String.raw`\dot w_{4} = (0, 109.1963),\ \dot w_6 = (2.1208237 \cdot 10^{25}, 8.5195764 \cdot 10^{26}),\ \dot w_{10} = (1.9557096, 78.562956)`,
      source: source('i'),
      rows: ['HW1-AD-22', 'HW1-AD-24', 'HW1-AD-25']
    },
    allOf('at w = (1, 2)', [
      { label: 'dw4/dw2', judge: printsAs('109.1963', at12(partial('w4', 'w2'))) },
      { label: 'dw6/dw1', judge: printsAs('2.1208237e25', at12(partial('w6', 'w1'))) },
      { label: 'dw6/dw2', judge: printsAs('8.5195764e26', at12(partial('w6', 'w2'))) },
      { label: 'dw10/dw1', judge: printsAs('1.9557096', at12(partial('w10', 'w1'))) },
      { label: 'dw10/dw2', judge: printsAs('78.562956', at12(partial('w10', 'w2'))) }
    ])
  ),
  erratum(
    {
      id: 'homework-1/automatic-differentiation/f1-by-w1',
      title: 'The derivative of f1 by w1 has a power of ten, not of e',
      statement: String.raw`\frac{\partial f_1}{\partial w_1}(1, 2) \approx 2.12 \cdot 10^{25}`,
      source: source('i'),
      rows: ['HW1-AD-27']
    },
    {
      printed: {
        text: '2.12 e^25',
        tex: String.raw`2.12\,e^{25}`,
        judge: example(N => atMost(gradient.byW1(N), timesExp25(N, 2125)))
      },
      corrected: { text: '2.12e25', judge: printsAs('2.12e25', gradient.byW1) }
    }
  ),
  erratum(
    {
      id: 'homework-1/automatic-differentiation/f1-by-w2',
      title: 'The derivative of f1 by w2 is wrong in its third digit',
      statement: String.raw`\frac{\partial f_1}{\partial w_2}(1, 2) \approx 8.520 \cdot 10^{26}`,
      source: source('ii'),
      rows: ['HW1-AD-29']
    },
    {
      printed: { text: '8.516e26', judge: printsAs('8.516e26', gradient.byW2) },
      corrected: { text: '8.520e26', judge: printsAs('8.520e26', gradient.byW2) }
    }
  ),
  claim(
    {
      id: 'homework-1/automatic-differentiation/f1-by-w2-cause',
      title: 'The wrong digit comes of rounding the exponent 57.3164 to 57.316 before taking the exponential',
      statement: String.raw`2e^4 \cos 57.316 + 2e^4 e^{57.316} \approx 8.516 \cdot 10^{26}`,
      source: source('ii'),
      rows: ['HW1-AD-29']
    },
    printsAs('8.516e26', at12(fromRounded))
  )
]
