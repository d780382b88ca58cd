import fc, { type Arbitrary } from 'fast-check'
import { atMost, type Claim, claim, equal, sampled } from '../../src/claim/index.js'
import * as definition from '../../src/definition/index.js'
import { leakyRelu, relu, sigmoid, softmax, tanh } from '../../src/layer/index.js'
import { type Analytic, fromEntries, type Grid, mapGrid, sum, zipGrid, sizes } from '../../src/number/index.js'
import * as T from '../../src/tensor/index.js'
import type { Tensor } from '../../src/tensor/index.js'
import { layerLaws, type LayerSubject, type OptionedSubject } from './layer.js'
import { sizesFor } from '../cases/shapes.js'
import { sameBits } from '../judges/sameBits.js'
import { quarters, tensors, wholeNumbers } from '../cases/numbers.js'
import type { Named, NamedGrids, Printed } from './subject.js'

const source = 'Notes on CS231n, activation functions'

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
  const rowOf = (t: Grid<A>, i: number): Grid<A> => fromEntries([classes], t.entries.slice(i * classes, (i + 1) * classes))
  /** The entry of t where x is largest, the first of equals. */
  const atLargest = (row: Grid<A>, t: Grid<A>): A => row.entries.reduce(
    (best, a, j) => ({ x: N.where(best.x, a, best.x, a), t: N.where(best.x, a, best.t, t.at(j)) }), { x: row.at(0), t: t.at(0) }).t
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

/** From 2^-48 to 125: products of two exponentials of their differences are below 10^-200, but not yet without digits. */
const wideInputs: Arbitrary<Named> = sizesFor([['N', 'C']]).chain(({ N: n = 1, C: c = 1 }) => fc
  .tuple(fc.array(wholeNumbers, { minLength: n * c, maxLength: n * c }), fc.integer({ min: -48, max: -3 }))
  .map(([ks, e]) => ({ x: T.fromFlat([n, c], ks.map(k => k * 2 ** e)) })))

const x = tensors([2, 3], quarters)
const dy = tensors([2, 3], quarters)

const about = (id: string, title: string, statement: string, rows: ReadonlyArray<string> = []) => ({ id, title, statement, source, rows })

/** Numbers of any size with few digits. */
const anySize = fc.tuple(fc.integer({ min: -999, max: 999 }), fc.integer({ min: -300, max: 300 })).map(([k, e]) => Number(`${k}e${e}`))

/** What each activation is known for. */
const known: ReadonlyArray<Claim> = [
  claim(about('relu/parts', 'relu(x) and relu(-x) are the positive and the negative part of x',
    String.raw`x = x^+ - x^-,\ |x| = x^+ + x^-,\ x^+ x^- = 0`, ['A2-CV-15', 'N231-NN-04']),
    sampled<{ x: Tensor }>({ x }, given => {
      const [plus, minus] = [relu(given.x).y, relu(T.neg(given.x)).y]
      return [
        ...sameBits(T.sub(plus, minus), given.x, 'difference'),
        ...sameBits(T.add(plus, minus), T.abs(given.x), 'sum'),
        ...sameBits(T.mul(plus, minus), T.zeros([2, 3]), 'product')
      ]
    })),
  claim(about('relu/kink', 'At 0 the pullback of relu is 0, whatever the cotangent', String.raw`\mathrm{relu}'(0) = 0`, ['N231-LAY-05']),
    sampled<{ dy: Tensor }>({ dy }, given => sameBits(relu(T.zeros([2, 3])).pullback(given.dy).dx, T.zeros([2, 3]), 'dx'))),
  claim(about('relu/infinite-cotangent', 'Where x is below 0 the pullback of relu is 0 even for an infinite cotangent',
    String.raw`x < 0 \Rightarrow dx = 0`),
    sampled<{ x: Tensor }>({ x: tensors([3], fc.integer({ min: -24, max: -1 })) }, given =>
      sameBits(relu(given.x).pullback(T.full([3], Infinity)).dx, T.zeros([3]), 'dx'))),
  claim(about('leakyRelu/kink', 'At 0 the derivative of leakyRelu is its slope', String.raw`f'(0) = s`),
    sampled<{ dy: Tensor; slope: number }>({ dy, slope: fc.integer({ min: 0, max: 16 }).map(k => k / 16) }, ({ dy: given, slope }) =>
      sameBits(leakyRelu({ slope })(T.zeros([2, 3])).pullback(given).dx, T.mul(given, slope), 'dx'))),
  claim(about('sigmoid/range', 'sigmoid lies in [0, 1] for every double and does not decrease; it rounds to 1 from 37 on',
    String.raw`0 \le \sigma(x) \le 1`, ['N231-NN-02']),
    sampled<{ a: number; b: number }>({ a: anySize, b: anySize }, ({ a, b }) => {
      const [low = NaN, high = NaN, at36 = NaN, at37 = NaN] = sigmoid(T.fromNested([Math.min(a, b), Math.max(a, b), 36, 37])).y.data
      return [
        atMost(0, low, 'lower end'), atMost(low, high, 'order'), atMost(high, 1, 'upper end'),
        atMost(at36, 1 - 2 ** -53, '36'), equal(at37, 1, '37')
      ]
    })),
  claim(about('sigmoid/safe', 'Far from 0 neither sigmoid nor its derivative overflows or loses digits: the derivative at 40 is e^-40',
    String.raw`\sigma'(x) = e^{-|x|} / (1 + e^{-|x|})^2`, ['N231-NN-03']),
    sampled<{ x: number }>({ x: fc.integer({ min: 37, max: 700 }) }, given => {
      // 1 + e^-x rounds to 1 from 37 on, and so does its square
      const { y, pullback } = sigmoid(T.fromNested([given.x, -given.x, -1e308]))
      return [
        ...sameBits(y, T.fromNested([1, Math.exp(-given.x), 0]), 'y'),
        ...sameBits(pullback(T.ones([3])).dx, T.fromNested([Math.exp(-given.x), Math.exp(-given.x), 0]), 'dx')
      ]
    })),
  claim(about('tanh/odd', 'tanh(-x) = -tanh(x), and its derivatives at x and -x are the same, bit for bit',
    String.raw`\tanh(-x) = -\tanh x`),
    sampled<{ x: Tensor; dy: Tensor }>({ x, dy }, given => {
      const [right, left] = [tanh(given.x), tanh(T.neg(given.x))]
      return [...sameBits(left.y, T.neg(right.y), 'y'), ...sameBits(left.pullback(given.dy).dx, right.pullback(given.dy).dx, 'dx')]
    })),
  claim(about('softmax/shift', 'The same number added to all scores of a row changes no bit',
    String.raw`\mathrm{softmax}(x + c) = \mathrm{softmax}(x)`),
    sampled<{ x: Tensor; c: number }>({ x, c: fc.integer({ min: -40000, max: 40000 }).map(k => k / 4) }, given =>
      sameBits(softmax(T.add(given.x, given.c)).y, softmax(given.x).y, 'y'))),
  claim(about('softmax/rows-alone', 'Each row is as if it were alone, even beside rows thousands away',
    String.raw`\mathrm{softmax}(x)_i = \mathrm{softmax}(x_i)`),
    sampled<{ x: Tensor; c: number }>({ x, c: fc.integer({ min: -10000, max: 10000 }) }, given => {
      const apart = T.add(given.x, T.fromNested([[0], [given.c]]))
      const alone = [0, 1].map(i => softmax(T.slice(apart, [{ start: i, stop: i + 1 }])).y)
      return sameBits(softmax(apart).y, T.concatenate(alone, 0), 'y')
    })),
  claim(about('softmax/constant-cotangent', 'A constant cotangent is pulled back to 0: the rows of the Jacobian sum to 0',
    String.raw`J^T \mathbf 1 = 0`),
    sampled<{ x: Tensor; c: number }>({ x, c: fc.integer({ min: -40, max: 40 }).map(k => k / 4) }, given =>
      sameBits(softmax(given.x).pullback(T.full([2, 3], given.c)).dx, T.zeros([2, 3]), 'dx')))
]

/** The activations as exported, with their definitions. */
export const activations: ReadonlyArray<LayerSubject> = [
  {
    name: 'relu', layer: relu, definition: definition.relu, x: ['N', 'D'], homogeneousIn: ['x'], finiteUpTo: 1e308,
    rows: { value: ['N231-NN-04'], pullback: ['E228-RELU-02'] }
  },
  {
    name: 'sigmoid', layer: sigmoid, definition: N => mapGrid(definition.sigmoid(N)), inputs: wideInputs, printed: printedSigmoid,
    finiteUpTo: 1e308
  },
  { name: 'tanh', layer: tanh, definition: N => mapGrid(N.tanh), inputs: wideInputs, printed: printedTanh, finiteUpTo: 1e308 },
  { name: 'softmax', layer: softmax, definition: definition.softmax, inputs: wideInputs, printed: printedSoftmax, finiteUpTo: 1e307 }
]

/** The leaky rectifier for any slope. */
export const leakyReluSubject: OptionedSubject<Leaky> = {
  name: 'leakyRelu', layer: leakyRelu, definition: N => ({ slope }) => definition.leakyRelu(N)(N.of(slope)), x: ['N', 'D'],
  options: { slope: fc.constantFrom(0.01, 0.25, 0.3, 0, 1) }, homogeneousIn: ['x'], printed: printedLeakyRelu, finiteUpTo: 1e308
}

/** The laws of the activations as exported. */
export const claims: ReadonlyArray<Claim> = [...activations.flatMap(subject => layerLaws(subject)), ...layerLaws(leakyReluSubject), ...known]
