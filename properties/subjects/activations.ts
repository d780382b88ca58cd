import fc, { type Arbitrary } from 'fast-check'
import * as definition from '../../src/definition/index.js'
import { leakyRelu, logSoftmax, relu, sigmoid, softmax, tanh } from '../../src/layer/index.js'
import { type Analytic, fromEntries, type Grid, mapGrid, sum, zipGrid, sizes } from '../../src/number/index.js'
import * as T from '../../src/tensor/index.js'
import type { LayerSubject, OptionedSubject } from '../layers/layer.js'
import { sizesFor } from '../cases/shapes.js'
import { wholeNumbers } from '../cases/numbers.js'
import { besideFirst } from './largest.js'
import type { Named, NamedGrids, Printed } from '../layers/subject.js'

/** A function of each entry by its value and its slope, with whose product the pullback multiplies. */
const entrywise = (f: <A>(N: Analytic<A>, x: A) => { readonly y: A; readonly slope: A }) =>
  <A>(N: Analytic<A>) => ({ x }: NamedGrids<A>): Printed<A> => {
    const found = (x as Grid<A>).entries.map(a => f(N, a))
    const { shape } = x as Grid<A>
    return {
      y: fromEntries(shape, found.map(({ y }) => y)),
      pullback: dy => ({ x: fromEntries(shape, found.map(({ slope }, i) => N.mul(dy.entries[i] as A, slope))) })
    }
  }

const size = <A>(N: Analytic<A>, x: A): A => N.max(x, N.sub(N.of(0), x))

const printedSigmoid = entrywise((N, x) => {
  const e = N.exp(N.sub(N.of(0), size(N, x)))
  const whole = N.add(N.of(1), e)
  return { y: N.div(N.where(x, N.of(0), N.of(1), e), whole), slope: N.div(e, N.mul(whole, whole)) }
})

const printedTanh = entrywise((N, x) => {
  const e = N.exp(N.mul(size(N, x), N.of(-2)))
  const whole = N.add(N.of(1), e)
  return { y: N.tanh(x), slope: N.div(N.mul(e, N.of(4)), N.mul(whole, whole)) }
})

interface Leaky {
  readonly slope: number
}

const printedLeakyRelu = <A>(N: Analytic<A>) => ({ slope }: Leaky) => entrywise((M, x) => ({
  y: M.where(M.of(0), x, M.mul(x, M.of(slope)), x), slope: M.where(M.of(0), x, M.of(slope), M.of(1))
}))(N)

const printedSoftmax = <A>(N: Analytic<A>) => ({ x }: NamedGrids<A>): Printed<A> => {
  const [rows, classes] = sizes((x as Grid<A>), 2)
  const rowOf = (t: Grid<A>, i: number): Grid<A> =>
    fromEntries([classes], t.entries.slice(i * classes, (i + 1) * classes))
  /** The entry of t where x is largest, the first of equals. */
  const atLargest = (row: Grid<A>, t: Grid<A>): A => row.entries.reduce(
    (best, a, j) => ({ x: N.where(best.x, a, best.x, a), t: N.where(best.x, a, best.t, t.at(j)) }),
    { x: row.at(0), t: t.at(0) }).t
  const total = (t: Grid<A>): A => sum(N)([classes], j => t.at(j))
  const ys = Array.from({ length: rows }, (_, i) => {
    const row = rowOf(x as Grid<A>, i)
    const largest = atLargest(row, row)
    const e = mapGrid((a: A) => N.exp(N.sub(a, largest)))(row)
    const whole = total(e)
    return mapGrid((a: A) => N.div(a, whole))(e)
  })
  return {
    y: fromEntries([rows, classes], ys.flatMap(y => y.entries)),
    pullback: dy => ({
      x: fromEntries([rows, classes], ys.flatMap((y, i) => {
        const given = rowOf(dy, i)
        const largest = atLargest(rowOf(x as Grid<A>, i), given)
        const apart = mapGrid((a: A) => N.sub(a, largest))(given)
        const mean = total(zipGrid(N.mul)(apart, y))
        return zipGrid((b: A, a: A) => N.mul(b, N.sub(a, mean)))(y, apart).entries
      }))
    })
  }
}

/** The largest taken off first; its cotangent is minus the sum of the others. */
const printedLogSoftmax = <A>(N: Analytic<A>) => ({ x }: NamedGrids<A>): Printed<A> => {
  const [rows, classes] = sizes(x as Grid<A>, 2)
  const rowOf = (t: Grid<A>, i: number): ReadonlyArray<A> => t.entries.slice(i * classes, (i + 1) * classes)
  const total = (t: ReadonlyArray<A>): A => sum(N)([classes], j => t[j] as A)
  const each = (f: (i: number, row: ReadonlyArray<A>, apart: ReadonlyArray<A>) => ReadonlyArray<A>): Grid<A> =>
    fromEntries([rows, classes], Array.from({ length: rows }, (_, i) => {
      const row = rowOf(x as Grid<A>, i)
      const largest = row.reduce(N.max)
      return f(i, row, row.map(a => N.sub(a, largest)))
    }).flat())
  return {
    y: each((_, row, apart) => {
      const logarithm = N.log1p(total(besideFirst(N)(row, apart.map(N.exp))))
      return apart.map(a => N.sub(a, logarithm))
    }),
    pullback: dy => ({
      x: each((i, row, apart) => {
        const [e, given] = [apart.map(N.exp), rowOf(dy, i)]
        const dx = given.map((d, j) => N.sub(d, N.mul(N.div(e[j] as A, total(e)), total(given))))
        return besideFirst(N)(row, dx, N.sub(N.of(0), total(besideFirst(N)(row, dx))))
      })
    })
  }
}

/**
 * From 2^-48 to 125: products of two exponentials of their differences are below 10^-200, but not yet without digits. Rows have so many
 * entries more than are drawn.
 */
const wideInputs = (more = 0): Arbitrary<Named> => sizesFor([['N', 'C']]).chain(({ N: n = 1, C: drawn = 1 }) => {
  const c = drawn + more
  return fc.tuple(fc.array(wholeNumbers, { minLength: n * c, maxLength: n * c }), fc.integer({ min: -48, max: -3 }))
    .map(([ks, e]) => ({ x: T.fromFlat([n, c], ks.map(k => k * 2 ** e)) }))
})

/** The activations as exported, with their definitions. */
export const activations: ReadonlyArray<LayerSubject> = [
  {
    name: 'relu', layer: relu, definition: definition.relu, x: ['N', 'D'], homogeneousIn: ['x'], finiteUpTo: 1e308,
    rows: { value: ['N231-NN-04'], pullback: ['E228-RELU-02'] }
  },
  {
    name: 'sigmoid', layer: sigmoid, definition: N => mapGrid(definition.sigmoid(N)), inputs: wideInputs(),
    printed: printedSigmoid,
    finiteUpTo: 1e308
  },
  { name: 'tanh', layer: tanh, definition:
    N => mapGrid(N.tanh), inputs: wideInputs(), printed: printedTanh, finiteUpTo: 1e308 },
  { name: 'softmax', layer: softmax, definition:
    definition.softmax, inputs: wideInputs(), printed: printedSoftmax, finiteUpTo: 1e307 },
  // the logarithm of a single entry's probability is 0, of which an enclosure knows no digit
  { name: 'logSoftmax', layer: logSoftmax, definition:
    definition.logSoftmax, inputs: wideInputs(1), printed: printedLogSoftmax, finiteUpTo: 1e307 }
]

/** The leaky rectifier for any slope. */
export const leakyReluSubject: OptionedSubject<Leaky> = {
  name: 'leakyRelu', layer: leakyRelu, definition: N => ({ slope }) => definition.leakyRelu(N)(N.of(slope)),
  x: ['N', 'D'],
  options: { slope: fc.constantFrom(0.01, 0.25, 0.3, 0, 1) }, homogeneousIn: ['x'], printed: printedLeakyRelu,
  finiteUpTo: 1e308
}
