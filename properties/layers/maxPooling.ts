import fc, { type Arbitrary } from 'fast-check'
import * as definition from '../../src/definition/index.js'
import {
  type Claim, claim, equalEntries, everyCase, type Law, type Plain, type Relation, sampled
} from '../../src/claim/index.js'
import { printedPooling } from '../../proofs-numeric/homework-1/convolution/golden.js'
import * as T from '../../src/tensor/index.js'
import type { Tensor } from '../../src/tensor/index.js'
import type { LayerCase } from './exactCases.js'
import { quarters } from '../cases/quarters.js'
import { roundsEach } from '../judges/roundsEach.js'
import { layerLaws, type OptionedSubject } from './layer.js'
import { casesOf, indices, inputsOf, options, type Pool, type PoolingSubject, sizeLaw, source } from './poolingCases.js'

/** Few different entries, so that most windows hold a tie. */
const tied: typeof quarters = (shape, _k, e) => quarters(shape, 1, e)

/** Ties in most windows of every other case. */
const maxCasesWith = (chosen: Pool): Arbitrary<LayerCase<Pool>> =>
  fc.oneof(casesOf(chosen, tied), casesOf(chosen, quarters))

const maxCases = fc.record(options).chain(maxCasesWith)

type Drawn = { readonly given: LayerCase<Pool> & { readonly inputs: { readonly x: Tensor } } }

/** A pooling beside its definition, the maximum of each window. */
export const maxPoolingSubject = ({ name, pool }: PoolingSubject): OptionedSubject<Pool> => ({
  name,
  layer: pool,
  definition: N => definition.maxPool2d(N),
  options,
  inputs: (chosen: Pool) => maxCasesWith(chosen).map(inputsOf),
  finiteUpTo: 1e270,
  source
})

/** To which entry of x each window sends its cotangent, found by looking: the one that exceeds all before it and that none exceeds. */
const routed = ({ height, width, stride }: Pool, x: Tensor, dy: Tensor): Tensor => T.tabulate(x.shape, (n, c, u, v) => {
  const [, , down = 0, across = 0] = dy.shape
  const chosen = (i: number, j: number): boolean => {
    const [top, left] = [i * stride, j * stride]
    const under = u >= top && u < top + height && v >= left && v < left + width
    const order = (a: number, b: number): number => (a - top) * width + b - left
    const isPassedOver = (a: number, b: number): boolean =>
      order(a, b) < order(u, v) ? T.at(x, [n, c, a, b]) >= T.at(x, [n, c, u, v])
        : T.at(x, [n, c, a, b]) > T.at(x, [n, c, u, v])
    return under && !indices(height).some(k => indices(width).some(l =>
      order(top + k, left + l) !== order(u, v) && isPassedOver(top + k, left + l)))
  }
  return indices(down).flatMap(i => indices(across).map(j => (chosen(i, j) ? T.at(dy, [n, c, i, j]) : 0))).reduce(
    (a, b) => a + b, 0
  )
})

export const maxPoolingLaws: Law<PoolingSubject> = (subject): ReadonlyArray<Claim> => {
  const { name, pool } = subject
  const law = (
    id: string, title: string, statement: string, rows: ReadonlyArray<string>,
    check: (given: Drawn['given']) => ReadonlyArray<Relation<Plain>>
  ): Claim => claim({ id, title, statement, source, rows },
    sampled<Drawn>({ given: maxCases as Arbitrary<Drawn['given']> }, ({ given }) => check(given)))
  const [form, pure, value, linearPullback, ...others] = layerLaws(maxPoolingSubject(subject))
  return [
    sizeLaw(subject, ['N231-POOL-01']),
    ...[form, pure, linearPullback].flatMap(found => found ?? []),
    law(`${name}/monotone`, 'A function that does not decrease may be applied before or after: tanh and max pooling commute',
      String.raw`\max_{kl} f(x_{kl}) = f(\max_{kl} x_{kl})`, ['A2-CI-11'],
      ({ options, inputs: { x } }) => {
        // beyond 8 neighbouring quarters have tangents so close that rounding could put them out of order
        const f = (t: Tensor): Tensor => T.tanh(T.clip(t, -8, 8))
        return equalEntries(pool(options)(f(x)).y, f(pool(options)(x).y), 'pool of tanh')
      }),
    law(`${name}/separable`, 'With stride 1, a window is a column after a row, and two windows are one that is larger',
      String.raw`P_{h,w} = P_{h,1} P_{1,w},\quad P_{2h-1,2w-1} = P_{h,w} P_{h,w}`, ['A2-CV-18'],
      ({ options: { height, width }, inputs: { x } }) => {
        const pooled = (h: number, w: number) => (t: Tensor): Tensor => pool({ height: h, width: w, stride: 1 })(t).y
        const wide = T.pad(x, [[0, 0], [0, 0], [height, height], [width, width]], -(2 ** 45))
        return [
          ...equalEntries(pooled(height, width)(x), pooled(height, 1)(pooled(1, width)(x)), 'a column after a row'),
          ...equalEntries(
            pooled(2 * height - 1, 2 * width - 1)(wide), pooled(height, width)(pooled(height, width)(wide)), 'twice'
          )
        ]
      }),
    law(`${name}/ties`, 'The cotangent of a window goes to its largest entry, the first on a tie; windows add up',
      String.raw`dx_u = \sum_{ij :\ u = \operatorname{first\,argmax}_{ij}} dy_{ij}`, ['N231-POOL-02', 'HW1-SYS-13'],
      ({ options, inputs: { x }, dy }) => equalEntries(pool(options)(x).pullback(dy).dx, routed(options, x, dy), 'dx')),
    claim(
      {
        id: `${name}/golden`,
        title: 'The output that the documents print is what comes out, to its 8 decimals',
        statement: String.raw`h = w = s = 2,\quad x_i = -.3 + .7 i / 95`,
        source
      },
      everyCase('the printed example', [{ height: 2, width: 2, stride: 2 }], options =>
        roundsEach(pool(options)(T.reshape(T.linspace(-0.3, 0.4, 96), [2, 3, 4, 4])).y, printedPooling, 8, 'y'))
    ),
    ...value === undefined ? [] : [value],
    ...others
  ]
}
