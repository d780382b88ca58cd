import fc, { type Arbitrary } from 'fast-check'
import * as definition from '../../src/definition/index.js'
import { type Claim, claim, equal, equalEntries, everyCase, type Law, type Plain, type Relation, sampled } from '../../src/claim/index.js'
import { printedAs, printedPooling } from '../../proofs-numeric/homework-1/convolution/golden.js'
import { type Analytic, type Grid, grid, mapGrid, rational, sum } from '../../src/number/index.js'
import * as T from '../../src/tensor/index.js'
import type { Tensor } from '../../src/tensor/index.js'
import { exponents, largestNumerator, type LayerCase, oddQuarters, quarters } from './exactCases.js'
import { layerLaws, type OptionedSubject } from './layer.js'
import type { Named, NamedGrids, Printed } from './subject.js'
import { sizesOfWindows } from './windows.js'

type Pool = { readonly height: number; readonly width: number; readonly stride: number }

/** A pooling of batches of images, as a person might write it. */
export interface PoolingSubject {
  readonly name: string
  readonly pool: (options: Pool) => (x: Tensor) => { readonly y: Tensor; readonly pullback: (dy: Tensor) => { readonly dx: Tensor } }
}

const upTo = (most: number): Arbitrary<number> => fc.integer({ min: 1, max: most })

// Windows that are no squares, that overlap, leave gaps, or do not reach the last rows and columns.
const sizes = fc.record({ n: upTo(2), c: upTo(2), below: fc.nat(4), beside: fc.nat(4) })

const options = { height: upTo(3), width: upTo(3), stride: upTo(3) }

const casesOf = ({ height, width, stride }: Pool, draw: typeof quarters): Arbitrary<LayerCase<Pool>> =>
  fc.tuple(sizes, exponents, exponents).chain(([{ n, c, below, beside }, ofX, ofY]) => {
    const image = [n, c, height + below, width + beside]
    const output = [n, c, definition.placesOf(height + below, height, stride), definition.placesOf(width + beside, width, stride)]
    const k = largestNumerator(4 * image.reduce((a, b) => a * b))
    return fc.record({
      options: fc.constant({ height, width, stride }),
      inputs: fc.record({ x: draw(image, k, ofX) }),
      directions: fc.record({ x: oddQuarters(image, k, ofX) }),
      dy: oddQuarters(output, k, ofY)
    })
  })

/** Few different entries, so that most windows hold a tie. */
const tied: typeof quarters = (shape, _k, e) => quarters(shape, 1, e)

/** Ties in most windows of every other case. */
const maxCasesWith = (chosen: Pool): Arbitrary<LayerCase<Pool>> => fc.oneof(casesOf(chosen, tied), casesOf(chosen, quarters))

const maxCases = fc.record(options).chain(maxCasesWith)

type Drawn = { readonly given: LayerCase<Pool> & { readonly inputs: { readonly x: Tensor } } }

const source = 'Notes on CS231n, max pooling layer'

const sizeLaw = ({ name, pool }: PoolingSubject, rows: ReadonlyArray<string>): Claim => claim(
  {
    id: `${name}/size`,
    title: 'The output has an entry for every place of the window on the image, rows and columns apart',
    statement: String.raw`H' = \lfloor (H - h) / s \rfloor + 1`,
    source,
    rows
  },
  everyCase('images up to 7x9, strides 1 to 5', sizesOfWindows(0), ({ image, window: [height, width], stride, places }) => {
    const { y } = pool({ height, width, stride })(T.ones([1, 1, ...image]))
    return places.map((count, axis) => equal<Plain>(y.shape[axis + 2] ?? NaN, count, `axis ${axis + 2}`))
  })
)

const inputsOf = ({ inputs }: LayerCase<Pool>): Named => inputs

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
      order(a, b) < order(u, v) ? T.at(x, [n, c, a, b]) >= T.at(x, [n, c, u, v]) : T.at(x, [n, c, a, b]) > T.at(x, [n, c, u, v])
    return under && !indices(height).some(k => indices(width).some(l =>
      order(top + k, left + l) !== order(u, v) && isPassedOver(top + k, left + l)))
  }
  return indices(down).flatMap(i => indices(across).map(j => (chosen(i, j) ? T.at(dy, [n, c, i, j]) : 0))).reduce((a, b) => a + b, 0)
})

const indices = (n: number): ReadonlyArray<number> => Array.from({ length: n }, (_, i) => i)

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
          ...equalEntries(pooled(2 * height - 1, 2 * width - 1)(wide), pooled(height, width)(pooled(height, width)(wide)), 'twice')
        ]
      }),
    law(`${name}/ties`, 'The cotangent of a window goes to its largest entry, the first in row-major order on a tie; overlapping windows add',
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
        printedAs([...pool(options)(T.reshape(T.linspace(-0.3, 0.4, 96), [2, 3, 4, 4])).y.data].map(rational.of), printedPooling))
    ),
    ...value === undefined ? [] : [value],
    ...others
  ]
}

/** Sums over windows, divided by their area, and back: each cotangent is divided, then added at each place of its window in turn. */
const printedAverage = <A>(N: Analytic<A>) => ({ height, width, stride }: Pool) => ({ x }: NamedGrids<A>): Printed<A> => {
  const { shape: [n = 0, c = 0, rows = 0, columns = 0], at } = x as Grid<A>
  const area = N.of(height * width)
  const shape = [n, c, definition.placesOf(rows, height, stride), definition.placesOf(columns, width, stride)]
  const isUnder = (u: number, from: number, window: number): boolean => u >= from * stride && u < from * stride + window
  return {
    y: grid(shape, (i, f, p, q) =>
      N.div(sum(N)([height, width], (k, l) => at(i, f, p * stride + k, q * stride + l)), area)),
    pullback: dy => {
      const each = mapGrid((d: A) => N.div(d, area))(dy)
      return {
        x: grid([n, c, rows, columns], (i, f, u, v) => indices(shape[2] ?? 0).flatMap(p => [...indices(shape[3] ?? 0)].reverse()
          .filter(q => isUnder(u, p, height) && isUnder(v, q, width)).map(q => each.at(i, f, p, q))).reduce(N.add, N.of(0)))
      }
    }
  }
}

/** A pooling beside its definition, the mean of each window. */
export const averagePoolingSubject = ({ name, pool }: PoolingSubject): OptionedSubject<Pool> => ({
  name,
  layer: pool,
  definition: N => definition.averagePool2d(N),
  printed: printedAverage,
  options,
  inputs: (chosen: Pool) => casesOf(chosen, quarters).map(inputsOf),
  finiteUpTo: 1e270,
  source
})

export const averagePoolingLaws: Law<PoolingSubject> = (subject): ReadonlyArray<Claim> =>
  [sizeLaw(subject, []), ...layerLaws(averagePoolingSubject(subject))]
