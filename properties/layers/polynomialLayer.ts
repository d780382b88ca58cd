import fc, { type Arbitrary } from 'fast-check'
import { between, type Claim, claim, equal, type Plain, type Relation, sampled } from '../../src/claim/index.js'
import {
  type Divisible, type Dual, dual, dualDivisible, float64, type Grid, indexAt, type Shape, sizeOf, zipGrid
} from '../../src/number/index.js'
import * as T from '../../src/tensor/index.js'
import type { Tensor } from '../../src/tensor/index.js'
import { finiteEntries } from '../judges/finite.js'
import { twoOf } from './linearPullback.js'
import { copies, copy, sameBits } from '../judges/sameBits.js'
import { sparsely } from '../cases/sparsely.js'

type Named = Readonly<Record<string, Tensor>>

/** One case for a layer of any shape: its options and inputs, a direction for each input, and a cotangent of the output. */
export interface LayerCase<Options> {
  readonly options: Options
  readonly inputs: Named
  readonly directions: Named
  readonly dy: Tensor
}

/**
 * A layer whose outputs are, on pieces, polynomials of its inputs with dyadic coefficients. The inputs are drawn with so few digits that
 * doubles hold every value on the way, so that there is nothing to tolerate.
 */
export interface PolynomialSubject<Options> {
  readonly name: string
  readonly run: (options: Options) => (inputs: Named) => { readonly y: Tensor; readonly pullback: (dy: Tensor) => Named }
  readonly definition: <A>(N: Divisible<A>) => (options: Options) => (inputs: Readonly<Record<string, Grid<A>>>) => Grid<A>
  readonly cases: Arbitrary<LayerCase<Options>>
  /** A power of two by which the inputs and cotangents of a case may be multiplied, and outputs stay finite; a law of its own. */
  readonly finiteAt?: number
  readonly source: string
  readonly rows?: { readonly value?: ReadonlyArray<string>; readonly pullback?: ReadonlyArray<string> }
}

/** The largest whole k, at most 39, for which a sum of that many products of three numbers up to k stays exact in a double. */
export const largestNumerator = (terms: number): number => Math.min(39, Math.floor(Math.cbrt(2 ** 52 / Math.max(1, terms))))

/** Quarters up to k / 4, times 2^e. */
export const quarters = (shape: Shape, k: number, e: number): Arbitrary<Tensor> => tensorOf(shape, fc.integer({ min: -k, max: k }), e)

/** The same with odd numerators, so that no entry is multiplied by zero; only a shrunk case has zeros. */
export const oddQuarters = (shape: Shape, k: number, e: number): Arbitrary<Tensor> => {
  const half = Math.ceil(k / 2)
  const odd = fc.integer({ min: -half, max: half - 1 }).map(i => 2 * i + 1)
  const zero = { weight: 1, arbitrary: fc.constant(0) }
  return tensorOf(shape, fc.oneof({ withCrossShrink: true }, zero, { weight: 2 ** 30, arbitrary: odd }), e)
}

const tensorOf = (shape: Shape, numerators: Arbitrary<number>, e: number): Arbitrary<Tensor> =>
  fc.array(numerators, { minLength: sizeOf(shape), maxLength: sizeOf(shape) })
    .map(ks => T.fromFlat(shape, ks.map(k => (k / 4) * 2 ** e)))

/** Exponents of scales, 0 where shrunk. */
export const exponents: Arbitrary<number> = fc.integer({ min: -40, max: 40 })

const lift = (inputs: Named): Readonly<Record<string, Grid<number>>> =>
  Object.fromEntries(Object.entries(inputs).map(([k, t]) => [k, T.toGrid(t)]))

const duals = (inputs: Named, directions: Named): Readonly<Record<string, Grid<Dual<number>>>> =>
  Object.fromEntries(Object.entries(inputs).map(([name, t]) =>
    [name, zipGrid((x: number, v: number) => dual(x, v))(T.toGrid(t), T.toGrid(directions[name] as Tensor))]))

/** The terms of <dy, J v>, J being the derivative of the definition by dual numbers. */
const forward = <O>(
  { definition }: PolynomialSubject<O>, { options, inputs, dy }: LayerCase<O>, directions: Named
): ReadonlyArray<number> =>
  definition(dualDivisible(float64))(options)(duals(inputs, directions)).entries.map(({ tangent }, i) => tangent * (dy.data[i] ?? NaN))

/** A sum whose roundings are summed apart (Neumaier), so that one small term shows beside large ones that cancel. */
const compensated = (terms: ReadonlyArray<number>): number => {
  const { total, lost } = terms.reduce((so, term) => {
    const next = so.total + term
    const rounding = Math.abs(so.total) >= Math.abs(term) ? so.total - next + term : term - next + so.total
    return { total: next, lost: so.lost + rounding }
  }, { total: 0, lost: 0 })
  return total + lost
}

/** Judges every entry at once by one direction; where that fails, entry by entry, to say which. */
const pullbackRelations = <O>(subject: PolynomialSubject<O>, given: LayerCase<O>): ReadonlyArray<Relation<Plain>> => {
  const pulled = subject.run(given.options)(given.inputs).pullback(given.dy)
  const names = Object.keys(given.inputs)
  const backward = names.flatMap(name => [...(pulled[name] as Tensor).data].map((d, i) => d * (given.directions[name]?.data[i] ?? NaN)))
  const difference = compensated([...backward, ...forward(subject, given, given.directions).map(term => -term)])
  const shapes = names.flatMap(name => sameShape((pulled[name] as Tensor).shape, given.inputs[name]?.shape ?? [], placeOf(name)))
  return difference === 0
    ? [...shapes, equal<Plain>(difference, 0, '<pullback(dy), v> - <dy, J v>')]
    : [...shapes, ...names.flatMap(name => entryRelations(subject, given, name, pulled))]
}

const placeOf = (name: string): string => (name === 'x' ? 'dx' : `dp.${name}`)

const sameShape = (left: Shape, right: Shape, place: string): ReadonlyArray<Relation<Plain>> => [
  equal<Plain>(left.length, right.length, `rank of ${place}`),
  ...right.map((size, i) => equal<Plain>(left[i] ?? NaN, size, `axis ${i} of ${place}`))
]

const entryRelations = <O>(
  subject: PolynomialSubject<O>, given: LayerCase<O>, name: string, pulled: Named
): ReadonlyArray<Relation<Plain>> => {
  const { shape, data } = given.inputs[name] as Tensor
  const zeros = Object.fromEntries(Object.entries(given.inputs).map(([key, t]) => [key, T.zeros(t.shape)]))
  return Array.from({ length: data.length }, (_, i) => {
    const unit = T.fromFlat(shape, Array.from(data, (_x, k) => (k === i ? 1 : 0)))
    const place = `${placeOf(name)}[${indexAt(shape, i).join(',')}]`
    const right = compensated(forward(subject, given, { ...zeros, [name]: unit }))
    return between('the pullback gives', 'the derivative of the definition', equal<Plain>(pulled[name]?.data[i] ?? NaN, right, place))
  })
}

// The drawn tensors are kept away from a layer that might write to them.
const pureRelations = <O>({ run }: PolynomialSubject<O>, drawn: LayerCase<O>): ReadonlyArray<Relation<Plain>> => {
  const { options } = drawn
  const [inputs, directions, dy] = [copies(drawn.inputs), copies(drawn.directions), copy(drawn.dy)]
  const first = run(options)(inputs)
  const pulled = first.pullback(dy)
  run(options)(directions).pullback(dy)
  const [second, again] = [run(options)(inputs), first.pullback(dy)]
  return [
    ...sameBits(first.y, second.y, 'y'),
    ...Object.keys(pulled).flatMap(name => sameBits(pulled[name] as Tensor, again[name] as Tensor, `d${name}`)),
    ...Object.entries(drawn.inputs).flatMap(([name, t]) => sameBits(inputs[name] as Tensor, t, `${name} after the call`))
  ]
}

// A factor of two is exact whatever else the pullback does, a division by 9 too.
const linearRelations = <O>({ run }: PolynomialSubject<O>, { options, inputs, dy }: LayerCase<O>): ReadonlyArray<Relation<Plain>> => {
  const { pullback } = run(options)(inputs)
  const [once, scaled] = [pullback(dy), pullback(T.mul(dy, -2))]
  const [u, v] = twoOf(dy, dy.data.length >> 1)
  const [ofU, ofV, ofBoth] = [pullback(u), pullback(v), pullback(T.add(u, v))]
  return Object.entries(once).flatMap(([name, d]) => [
    ...sameBits(scaled[name] as Tensor, T.mul(d, -2), `d${name}`),
    ...sameBits(ofBoth[name] as Tensor, T.add(ofU[name] as Tensor, ofV[name] as Tensor), `d${name} of two entries of dy`)
  ])
}

const finiteRelations = <O>(
  { run }: PolynomialSubject<O>, { options, inputs, dy }: LayerCase<O>, by: number
): ReadonlyArray<Relation<Plain>> => {
  const { y, pullback } = run(options)(Object.fromEntries(Object.entries(inputs).map(([name, t]) => [name, T.mul(t, by)])))
  return [...finiteEntries(y, 'y'), ...Object.entries(pullback(T.mul(dy, by))).flatMap(([name, d]) => finiteEntries(d, `d${name}`))]
}

/** The laws of every such layer: a pure function with a linear pullback, whose value and pullback are those of its definition. */
export const polynomialLaws = <Options>(subject: PolynomialSubject<Options>): readonly [Claim, Claim, Claim, Claim, ...Array<Claim>] => {
  const { name, source, rows = {}, run, definition, cases, finiteAt } = subject
  const law = (
    id: string, title: string, statement: string,
    check: (given: LayerCase<Options>) => ReadonlyArray<Relation<Plain>>, settles: ReadonlyArray<string> = []
  ): Claim => claim({ id: `${name}/${id}`, title: `${name}: ${title}`, statement, source, rows: settles },
    sampled<{ readonly given: LayerCase<Options> }>({ given: cases }, ({ given }) => check(given)))
  return [
    law('pure', 'the same inputs give the same bits again, and keep their own', 'f(x) = f(x)', given => pureRelations(subject, given)),
    sparsely(law('linear-pullback', 'the pullback of a cotangent times -2 is its pullback times -2, and that of a sum the sum of both',
      String.raw`J^T(-2\,dy) = -2 J^T dy,\ J^T (dy + dz) = J^T dy + J^T dz`, given => linearRelations(subject, given))),
    law('value', 'the value is that of its definition, bit for bit', 'y = f(x)', ({ options, inputs }) => {
      const y = T.toGrid(run(options)(inputs).y)
      const known = definition(float64)(options)(lift(inputs))
      return [
        ...sameShape(y.shape, known.shape, 'y'),
        ...known.entries.map((right, i) =>
          between('the layer gives', 'its definition', equal<Plain>(y.entries[i] ?? NaN, right, `y[${indexAt(known.shape, i).join(',')}]`)))
      ]
    }, rows.value),
    law('pullback', 'the pullback is the derivative of its definition',
      String.raw`\langle dy, J v\rangle = \langle J^T dy, v\rangle`, given => pullbackRelations(subject, given), rows.pullback),
    ...finiteAt === undefined ? [] : [
      sparsely(law('finite', 'finite inputs in its stated domain give finite outputs', String.raw`|x|, |dy| \le m \Rightarrow |y|, |dx| < \infty`,
        given => finiteRelations(subject, given, finiteAt)))
    ]
  ]
}
