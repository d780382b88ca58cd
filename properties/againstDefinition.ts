import { between, equal, type Plain, type Relation } from '../src/claim/index.js'
import { floatRun } from '../src/number/assumptions.js'
import {
  type Analytic, ball, dual, type Dual, dualAnalytic, fromEntries, type Grid, indexAt, type Interval, point, showShape, toInterval
} from '../src/number/index.js'
import { refuse, tabulate } from '../src/prelude/index.js'
import * as T from '../src/tensor/index.js'
import type { Tensor } from '../src/tensor/index.js'
import type { Named, NamedGrids, Subject } from './subject.js'

// An implementation may order its roundings in another way than the definition. Enclosures of 40 bits, against the 53 of a double,
// leave it eight thousand roundings of room; what they could not have noticed is in the evidence as its resolution. Where 40 bits
// suffice for an exact result, sums of fewer than 2^13 terms are exact in doubles in whatever order, and nothing but equality will do.
const coarse = ball(40)

const lift = <A>(of: (x: number) => A, inputs: Named): NamedGrids<A> =>
  Object.fromEntries(Object.entries(inputs).map(([name, t]) => [name, T.liftGrid(of)(t)]))

type Direction = (name: string, position: number) => number

/** The inputs as duals that vary along given directions. */
const varied = <A>(N: Analytic<A>, inputs: Named, direction: Direction): NamedGrids<Dual<A>> =>
  Object.fromEntries(Object.entries(inputs).map(([name, t]) =>
    [name, fromEntries(t.shape, tabulate(t.data.length, i => dual(N.of(t.data[i] as number), N.of(direction(name, i)))))]))

/** A direction whose entries are odd, and so never 0: no entry of a pullback is multiplied away. Constants do not vary. */
const directionOf = (subject: Subject, v: number): Direction => {
  const names = Object.keys(subject.varying)
  return (name, i) => (names.includes(name) ? 2 * ((v + 7 * names.indexOf(name) + i * (v + 3 * i + 1)) % 12) - 11 : 0)
}

/** <dy, J v>: the derivative of the definition along v, with no step size. */
const along = <A>(N: Analytic<A>, subject: Subject, inputs: Named, dy: Tensor, direction: Direction): A => {
  const { entries } = subject.define(dualAnalytic(N))(varied(N, inputs, direction))
  return entries.map(({ tangent }, i) => N.mul(N.of(dy.data[i] ?? NaN), tangent)).reduce(N.add, N.of(0))
}

/** Each double beside the enclosure in which it should lie; what is not finite lies nowhere. */
const within = (floats: Tensor, known: Grid<Interval>, judge: string, name: string): ReadonlyArray<Relation<Plain>> => {
  if (showShape(floats.shape) !== showShape(known.shape)) refuse('shape', name, `shape ${showShape(known.shape)}`, showShape(floats.shape))
  return known.entries.map((interval, i) => {
    const float = floats.data[i] ?? NaN
    const place = (): string => `${name}[${indexAt(known.shape, i).join(',')}]`
    const enclosed = equal<Plain>(point(float), interval, place)
    return between('the layer gives', judge, Number.isFinite(float) ? enclosed : equal<Plain>(float, 0, () => `${place()} is finite`))
  })
}

export const valueRelations = (subject: Subject, inputs: Named): ReadonlyArray<Relation<Plain>> => {
  const { y } = subject.run(inputs)
  if (subject.printed !== undefined) return within(y, subject.printed(floatRun)(lift(floatRun.of, inputs)).y, 'its printed form', 'y')
  const { shape, entries } = subject.define(coarse)(lift(coarse.of, inputs))
  return within(y, fromEntries(shape, entries.map(toInterval)), 'its definition', 'y')
}

/**
 * The pullback beside the derivative of the definition. One direction v with odd entries sees every wrong entry where numbers are exact;
 * entry by entry, where it sees one or they are not.
 */
export const derivativeRelations = (subject: Subject, inputs: Named, dy: Tensor, v: number): ReadonlyArray<Relation<Plain>> => {
  const pulled = subject.run(inputs).pullback(dy)
  if (subject.printed !== undefined) {
    const known = subject.printed(floatRun)(lift(floatRun.of, inputs)).pullback(T.liftGrid(floatRun.of)(dy))
    return Object.keys(subject.varying).flatMap(name =>
      within(cotangent(subject, pulled, name), known[name] as Grid<Interval>, 'the printed pullback', `d${name}`))
  }
  const exact = inDirection(subject, inputs, dy, pulled, v)
  return exact === undefined ? entryByEntry(subject, inputs, dy, pulled) : [exact]
}

const cotangent = ({ varying }: Subject, pulled: Named, name: string): Tensor => {
  const [given, wanted] = [pulled[name], showShape(varying[name] ?? [])]
  const found = given === undefined ? 'none' : showShape(given.shape)
  return given !== undefined && found === wanted ? given : refuse('shape', `d${name}`, `shape ${wanted}`, found)
}

/** <dy, J v> = <pullback(dy), v>, if both are exact and equal. */
const inDirection = (subject: Subject, inputs: Named, dy: Tensor, pulled: Named, v: number): Relation<Plain> | undefined => {
  const direction = directionOf(subject, v)
  const right = along(coarse, subject, inputs, dy, direction)
  const products = Object.keys(subject.varying).flatMap(name => [...cotangent(subject, pulled, name).data].map((x, i) =>
    coarse.mul(coarse.of(x), coarse.of(direction(name, i)))))
  const difference = coarse.sub(products.reduce(coarse.add, coarse.of(0)), right)
  return right.rad === 0n && difference.mid === 0n && difference.rad === 0n
    ? equal<Plain>(toInterval(right), toInterval(right), '<dx, v>')
    : undefined
}

const entryByEntry = (subject: Subject, inputs: Named, dy: Tensor, pulled: Named): ReadonlyArray<Relation<Plain>> =>
  Object.entries(subject.varying).flatMap(([name, shape]) => {
    const given = cotangent(subject, pulled, name)
    const known = [...given.data].map((_, i) =>
      toInterval(along(coarse, subject, inputs, dy, (other, k) => (other === name && k === i ? 1 : 0))))
    return within(given, fromEntries(shape, known), 'its definition', `d${name}`)
  })

/** The printed form beside the definition: its value, and its pullback along a direction beside the derivative, in wide arithmetic. */
export const printedRelations = (subject: Subject, inputs: Named, dy: Tensor, v: number): ReadonlyArray<Relation<Plain>> => {
  if (subject.printed === undefined) return refuse('input', 'printedRelations', 'a printed form', 'none')
  const N = wide
  const direction = directionOf(subject, v)
  const { y, pullback } = subject.printed(N)(lift(N.of, inputs))
  const value = subject.define(N)(lift(N.of, inputs))
  const pulled = pullback(T.liftGrid(N.of)(dy))
  const left = Object.keys(subject.varying).flatMap(name =>
    (pulled[name]?.entries ?? []).map((d, i) => N.mul(d, N.of(direction(name, i))))).reduce(N.add, N.of(0))
  const right = along(N, subject, inputs, dy, direction)
  const sides = (relation: Relation<Plain>): Relation<Plain> => between('the printed form gives', 'the definition', relation)
  return [
    ...y.entries.map((a, i) => sides(equal<Plain>(toInterval(a), toInterval(value.entries[i] as typeof a), `y entry ${i}`))),
    sides(equal<Plain>(toInterval(left), toInterval(right), 'the derivative along v'))
  ]
}

// Enough bits that two formulas for one number agree to the last digit of a double, whatever cancels.
const wide = ball(160)
