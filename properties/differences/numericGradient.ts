import fc from 'fast-check'
import {
  type Claim, claim, equal, equalEntries, judgedBy, type Law, type Plain, sampled
} from '../../src/claim/index.js'
import { partials } from '../../src/definition/index.js'
import { type Analytic, dual, dualAnalytic, float64, fromEntries, type Grid, grid } from '../../src/number/index.js'
import type { GradientOptions } from '../../src/difference/index.js'
import * as T from '../../src/tensor/index.js'
import type { Tensor } from '../../src/tensor/index.js'
import { atMostCases } from '../cases/fewer.js'
import { quarterList } from '../cases/quarters.js'

/** Numeric gradients as a person might write them. */
export interface NumericGradientSubject {
  readonly name: string
  readonly numericGradient: (f: (x: Tensor) => number, options?: GradientOptions) => (x: Tensor) => Tensor
  readonly numericPullback: (
    f: (x: Tensor) => Tensor, options?: GradientOptions
  ) => (x: Tensor) => (dy: Tensor) => Tensor
}

const source = 'Notes on CS231n, computing the gradient numerically'

interface Given {
  readonly c: ReadonlyArray<number>
  readonly x: ReadonlyArray<number>
  readonly dy: ReadonlyArray<number>
  readonly h: number
}

// Few binary digits: all values, differences and inner products below are exact in double precision. Odd numerators in dy hide no entry.
const six = (entries: fc.Arbitrary<number>): fc.Arbitrary<ReadonlyArray<number>> =>
  fc.array(entries, { minLength: 6, maxLength: 6 })
// 0 where shrunk
const odd = fc.oneof({ withCrossShrink: true },
  { weight: 1, arbitrary: fc.constant(0) }, {
    weight: 2 ** 30, arbitrary: fc.integer({ min: -8, max: 7 }).map(k => (2 * k + 1) / 4)
  })
const inputs = {
  c: quarterList(6, 39), x: quarterList(6, 39), dy: six(odd), h: fc.integer({ min: -6, max: 0 }).map(e => 2 ** e)
}

/** 0, the smallest doubles, and any size up to 1e300. */
const anySize = fc.oneof(
  fc.constantFrom(0, -0, 5e-324, 1e-310, -1e-300, 2 ** -17, 1, -1, 1e300),
  fc.double({ min: -1e300, max: 1e300, noNaN: true }),
  fc.tuple(fc.double({ min: -10, max: 10, noNaN: true }), fc.integer({ min: -300, max: 298 })).map(
    ([a, e]) => a * Number(`1e${e}`)
  ))

const shape = [2, 3]
const tensor = (entries: ReadonlyArray<number>): Tensor => T.fromFlat(shape, entries)

/** y_ij = c_ij x_ij^2 + x_ij x_{1-i, j}: a quadratic map whose entries depend on one another. */
const quadratic = <A>(N: Analytic<A>, c: ReadonlyArray<number>) => (x: Grid<A>): Grid<A> =>
  grid(shape, (i, j) => N.add(
    N.mul(N.of(c[3 * i + j] ?? 0), N.mul(x.at(i, j), x.at(i, j))),
    N.mul(x.at(i, j), x.at(1 - i, j))))

const map = (c: ReadonlyArray<number>) => (x: Tensor): Tensor => T.mul(x, T.add(T.mul(tensor(c), x), T.flip(x, 0)))

/** <dy, J e_i> for each entry of x, by duals: exact for these numbers. */
const exactPullback = ({ c, x, dy }: Given): Tensor => T.tabulate(shape, (k, l) => {
  const varied = grid(shape, (i, j) => dual(x[3 * i + j] ?? 0, i === k && j === l ? 1 : 0))
  return quadratic(dualAnalytic(float64), c)(varied).entries.reduce(
    (sum, { tangent }, i) => sum + (dy[i] ?? 0) * tangent, 0
  )
})

const sumOfCubes = (x: Tensor): number => T.item(T.sum(T.mul(x, T.mul(x, x))))

/** The function, and how often it was called. */
const counted = (f: (x: Tensor) => number) => {
  const seen: Array<number> = []
  return { f: (x: Tensor): number => seen[seen.push(f(x)) - 1] ?? NaN, calls: (): number => seen.length }
}

/** The loop of the notes: f at x once, and once for each entry. */
const forwardCalls = (f: (x: Tensor) => number, h: number) => (x: Tensor): ReadonlyArray<number> => {
  const fx = f(x)
  return [...x.data].map((a, i) => (f(T.fromFlat(x.shape, [...x.data].map((b, j) => (i === j ? a + h : b)))) - fx) / h)
}

/** The gradient of the sum of cubes with all derivatives in one run of the formula. */
const derivativesOfCubes = (
  x: ReadonlyArray<number>
): { readonly gradient: ReadonlyArray<number>; readonly calls: number } => {
  const runs: Array<number> = []
  const gradient = partials(float64)(N => w => {
    runs.push(1)
    return w.entries.map(a => N.mul(a, N.mul(a, a))).reduce(N.add)
  })(fromEntries([x.length], x))
  return { gradient: gradient.entries, calls: runs.length }
}

export const numericGradientLaws: Law<NumericGradientSubject> = (subject): ReadonlyArray<Claim> => [
  claim(
    {
      id: `${subject.name}/gradient-evaluations`,
      title: 'A numeric gradient calls f twice an entry, with that entry alone changed, and leaves x as it was',
      statement: String.raw`x \pm h e_i, \quad i = 1, \dots, n`,
      source,
      rows: ['N231-GRD-01']
    },
    sampled<Given>(inputs, ({ x, h }) => {
      const start = tensor(x)
      const seen: Array<Tensor> = []
      subject.numericGradient(at => seen.push(at), { h })(start)
      const steps = seen.map(at => [...T.sub(at, tensor(x)).data])
      return [
        ...equalEntries(start, tensor(x), 'x'),
        equal(seen.length, 12, 'evaluations'),
        ...x.flatMap((_, i) => [h, -h].map(step =>
          equal(
            steps.filter(moved => moved.every((d, j) => d === (i === j ? step : 0))).length, 1,
            `x ${step > 0 ? '+' : '-'} h e_${i}`
          )))
      ]
    })
  ),
  claim(
    {
      id: `${subject.name}/gradient-step-taken`,
      title: 'Each entry is divided by the step that it took: near 1e8 a sum still has slopes 1',
      statement:
        String.raw`f(x) = \sum_i x_i: \quad g_i = 1, \quad \text{though } (x_i \oplus h) - (x_i \ominus h) \ne 2h`,
      source,
      rows: ['N231-GRD-03']
    },
    sampled<{ x: number; h: number }>(
      { x: fc.double({ min: 1e7, max: 1e9, noNaN: true }), h: fc.double({ min: 2 ** -21, max: 1, noNaN: true }) },
      ({ x, h }) => equalEntries(
        subject.numericPullback(y => y, { h })(T.fromNested([x, x / 3]))(T.ones([2])), T.ones([2]), 'dx'
      )
    )
  ),
  atMostCases(200, claim(
    {
      id: `${subject.name}/gradient-usual-step`,
      title: 'Unless told, the step along an entry is 2^-17 of it, and 2^-17 where it is smaller than 1',
      statement: String.raw`h_i = 2^{-17} \max(1, |x_i|)`,
      source
    },
    sampled<{ readonly x: ReadonlyArray<number> }>(
      { x: fc.array(anySize, { minLength: 1, maxLength: 3 }) }, ({ x }) => {
        const seen: Array<Tensor> = []
        const start = T.fromFlat([x.length], x)
        const g = judgedBy('numericGradient', () => subject.numericGradient(at => {
          seen.push(at)
          return 0
        })(start))
        // a power of two divides exactly, so that the step asked for is rounded once: when it is taken
        return x.flatMap((a, i) => {
          const h = 2 ** -17 * Math.max(1, Math.abs(a))
          const taken = seen.map(at => at.data[i] ?? NaN).filter(value => value !== a)
          return [
            equal<Plain>(taken.filter(value => value === a + h).length, 1, `evaluations at x[${i}] + h`),
            equal<Plain>(taken.filter(value => value === a - h).length, 1, `evaluations at x[${i}] - h`),
            equal<Plain>(taken.length, 2, `evaluations with another x[${i}]`),
            equal<Plain>(g.data[i] ?? NaN, 0, `g[${i}] of a constant`)
          ]
        })
      }
    )
  )),
  claim(
    {
      id: `${subject.name}/pullback`,
      title: 'The numeric pullback of a quadratic map is the cotangent times each column of its Jacobian',
      statement: String.raw`dx_i = \langle dy, J e_i \rangle`,
      source: 'Deep learning homework 1, modular networks',
      rows: ['HW1-SYS-11']
    },
    sampled<Given>(inputs, given => equalEntries(
      subject.numericPullback(map(given.c), { h: given.h })(tensor(given.x))(tensor(given.dy)), exactPullback(given),
      'dx'))
  ),
  claim(
    {
      id: `${subject.name}/gradient`,
      title: 'The numeric gradient of a quadratic function is its gradient, exactly',
      statement: String.raw`g_i = \frac{f(x + h e_i) - f(x - h e_i)}{2h} = \partial_i f(x)`,
      source,
      rows: ['A2-SYS-28', 'E228-NUM-01']
    },
    sampled<Given>(inputs, given => equalEntries(
      subject.numericGradient(x => T.dot(tensor(given.dy), map(given.c)(x)), { h: given.h })(tensor(given.x)),
      exactPullback(given), 'g'))
  ),
  claim(
    {
      id: `${subject.name}/gradient-cost`,
      title: 'Of n cubes a central gradient takes 2n calls, a forward one n + 1, and is off by h^2',
      statement: String.raw`\frac{(x_i + h)^3 - (x_i - h)^3}{2h} = 3 x_i^2 + h^2`,
      source: 'Notes on CS231n, computing the gradient, and gradient checks, remark',
      rows: ['N231-GRD-06', 'N231-GRD-12']
    },
    sampled<Pick<Given, 'x' | 'h'>>({ x: inputs.x, h: inputs.h }, ({ x, h }) => {
      const [central, forward] = [counted(sumOfCubes), counted(sumOfCubes)]
      const numeric = subject.numericGradient(central.f, { h })(tensor(x))
      forwardCalls(forward.f, h)(tensor(x))
      const slopes = derivativesOfCubes(x)
      return [
        equal(central.calls(), 2 * x.length, 'calls of a central gradient'),
        equal(forward.calls(), x.length + 1, 'calls of a forward gradient'),
        equal(slopes.calls, 1, 'runs of the formula with all derivatives'),
        ...equalEntries(tensor(slopes.gradient), T.mul(3, T.mul(tensor(x), tensor(x))), 'the analytic gradient'),
        ...equalEntries(
          T.sub(numeric, tensor(slopes.gradient)), T.full(shape, h * h), 'what the numeric gradient is off by'
        )
      ]
    })
  )
]
