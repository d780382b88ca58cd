import fc from 'fast-check'
import { type Claim, claim, equal, equalEntries, everyCase, type Law, sampled } from '../../src/claim/index.js'
import type { GradientOptions } from '../../src/difference/index.js'
import * as T from '../../src/tensor/index.js'
import type { Tensor } from '../../src/tensor/index.js'
import { quarters } from '../cases/quarters.js'
import { roundsEach } from '../judges/roundsEach.js'

/** A forward gradient as a person might write it. */
export interface ForwardGradientSubject {
  readonly name: string
  readonly forwardGradient: (f: (x: Tensor) => number, options?: GradientOptions) => (x: Tensor) => Tensor
}

const source = 'Notes on CS231n, computing the gradient numerically'

interface Drawn {
  readonly c: Tensor
  readonly x: Tensor
  readonly h: number
}

// few binary digits: nothing below is rounded
const inputs = { c: quarters([2, 3], 39), x: quarters([2, 3], 39), h: fc.integer({ min: -6, max: 0 }).map(e => 2 ** e) }

const sum = (x: Tensor): number => T.item(T.sum(x))

/** f, and the inputs that it has been given so far. */
const watched = (f: (x: Tensor) => number) => {
  const seen: Array<Tensor> = []
  return { seen: (): ReadonlyArray<Tensor> => seen, f: (x: Tensor): number => f(seen[seen.push(x) - 1] ?? x) }
}

/** That a forward gradient takes n + 1 calls, and what it is off by. */
export const forwardGradientLaws: Law<ForwardGradientSubject> = ({ name, forwardGradient }): ReadonlyArray<Claim> => [
  claim(
    {
      id: `${name}/forward-gradient-evaluations`,
      title: 'A forward gradient calls f n + 1 times: at x, and with each entry alone changed',
      statement: String.raw`x,\ x + h e_i, \quad i = 1, \dots, n`, source
    },
    sampled<Drawn>(inputs, ({ x, h }) => {
      const start = T.mul(x, 1)
      const { f, seen } = watched(sum)
      forwardGradient(f, { h })(start)
      const moved = seen().map(at => [...T.sub(at, x).data])
      return [
        ...equalEntries(start, x, 'x'),
        equal(moved.length, 7, 'evaluations'),
        equal(moved.filter(d => d.every(a => a === 0)).length, 1, 'evaluations at x'),
        ...[0, 1, 2, 3, 4, 5].map(i => equal(
          moved.filter(d => d.every((a, j) => a === (i === j ? h : 0))).length, 1, `evaluations at x + h e_${i}`
        ))
      ]
    })),
  claim(
    {
      id: `${name}/forward-gradient`,
      title: 'Of a quadratic function a forward gradient is off by exactly h times half of the second derivative',
      statement: String.raw`f(x) = \sum_i c_i x_i^2 + (\sum_i x_i)^2: \quad g_i = \partial_i f(x) + h (c_i + 1)`, source
    },
    sampled<Drawn>(inputs, ({ c, x, h }) => equalEntries(
      forwardGradient(t => T.dot(c, T.mul(t, t)) + sum(t) ** 2, { h })(x),
      T.add(T.add(T.mul(2, T.mul(c, x)), 2 * sum(x)), T.mul(h, T.add(c, 1))), 'g'))),
  claim(
    {
      id: `${name}/forward-gradient-step-taken`,
      title: 'Each entry is divided by the step that it took: near 1e8 a number has slope 1',
      statement: String.raw`f(x) = x: \quad g = 1, \quad \text{though } (x \oplus h) - x \ne h`, source
    },
    sampled<{ x: number; h: number }>(
      { x: fc.double({ min: 1e7, max: 1e9, noNaN: true }), h: fc.double({ min: 2 ** -21, max: 1, noNaN: true }) },
      ({ x, h }) => equalEntries(forwardGradient(sum, { h })(T.fromNested([x])), T.ones([1]), 'g'))),
  claim(
    {
      id: `${name}/forward-gradient-usual-step`,
      title: 'Unless told, the step along an entry is 2^-26 of it, and 2^-26 where it is smaller than 1',
      statement: String.raw`h_i = 2^{-26} \max(1, |x_i|)`, source
    },
    sampled<{ x: number }>({ x: fc.double({ min: -1e300, max: 1e300, noNaN: true }) }, ({ x }) => {
      const { f, seen } = watched(() => 0)
      forwardGradient(f)(T.fromNested([x]))
      return [equal(Math.max(...seen().map(at => at.data[0] ?? NaN)), x + 2 ** -26 * Math.max(1, Math.abs(x)), 'x + h')]
    })),
  claim(
    {
      id: `${name}/forward-gradient-golden`,
      title: 'Of a sum of squares at (1, 2, 3) the step 1e-5 of the notes gives (2.00001, 4.00001, 6.00001)',
      statement: String.raw`2 x_i + 10^{-5}`, source
    },
    everyCase('the step of the notes', [1e-5], h => roundsEach(
      forwardGradient(x => T.dot(x, x), { h })(T.fromNested([1, 2, 3])), ['2.00001', '4.00001', '6.00001'], 5, 'g')))
]
