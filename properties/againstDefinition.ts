import { between, equal, type Plain, type Relation } from '../src/claim/index.js'
import {
  type Analytic, ball, type Dual, dual, dualAnalytic, fromEntries, type Grid, indexAt, point, type Rational, rational, toInterval
} from '../src/number/index.js'
import { attempt, isLeft, refuse } from '../src/prelude/index.js'
import type { Tensor } from '../src/tensor/index.js'
import type { Subject } from './layer.js'

type Named = Readonly<Record<string, Tensor>>

const irrational = (name: string) => (): never => refuse('undecided', name, 'a rational value', 'an elementary function')

/** The rationals, for definitions that turn out to need no elementary function. */
const fractions: Analytic<Rational> = {
  ...rational, exp: irrational('exp'), log: irrational('log'), sin: irrational('sin'), cos: irrational('cos'), tanh: irrational('tanh')
}

// An implementation may order its roundings in another way than the definition. Enclosures of 40 bits, against the 53 of a double,
// leave it eight thousand roundings of room; what they could not have noticed is in the evidence as its resolution.
const coarse = ball(40)

const lift = <A>(of: (x: number) => A, inputs: Named): Readonly<Record<string, Grid<A>>> =>
  Object.fromEntries(Object.entries(inputs).map(([name, t]) => [name, fromEntries(t.shape, [...t.data].map(of))]))

/** The inputs as duals that vary in one entry. */
const varied = <A>(N: Analytic<A>, inputs: Named, name: string, position: number): Readonly<Record<string, Grid<Dual<A>>>> =>
  Object.fromEntries(Object.entries(lift(N.of, inputs)).map(([key, values]) =>
    [key, fromEntries(values.shape, values.entries.map((x, i) => dual(x, N.of(key === name && i === position ? 1 : 0))))]))

const isDyadic = ({ den }: Rational): boolean => (den & (den - 1n)) === 0n

/** Compares a double with the exact value, `===` where that is a double; or with an enclosure, where the definition is irrational. */
const compared = (float: number, exact: () => Rational, enclosed: () => ReturnType<typeof coarse.of>, place: string): Relation<Plain> => {
  const known = attempt(exact)
  const relation: Relation<Plain> = !Number.isFinite(float) ? equal(float, 0, place)
    : !isLeft(known) && isDyadic(known.right) ? equal<Plain>(rational.of(float), known.right, place)
      : equal<Plain>(point(float), toInterval(enclosed()), place)
  return between('the layer gives', 'its definition', relation)
}

export const valueRelations = (subject: Subject, inputs: Named): ReadonlyArray<Relation<Plain>> => {
  const { y } = subject.run(inputs)
  const exact = attempt(() => subject.define(fractions)(lift(rational.of, inputs)).entries)
  const enclosed = once(() => subject.define(coarse)(lift(coarse.of, inputs)).entries)
  return [...y.data].map((float, i) => compared(
    float, () => (isLeft(exact) ? raise(exact.left) : exact.right[i] as Rational), () => enclosed()[i] as never, `y[${indexAt(y.shape, i).join(',')}]`))
}

export const derivativeRelations = (subject: Subject, inputs: Named, dy: Tensor): ReadonlyArray<Relation<Plain>> => {
  const pulled = subject.run(inputs).pullback(dy)
  return Object.entries(inputs).flatMap(([name, t]) => [...t.data].map((_, i) => compared(
    pulled[name]?.data[i] ?? NaN,
    () => along(fractions, subject, inputs, name, i, dy),
    () => along(coarse, subject, inputs, name, i, dy),
    `d${name}[${indexAt(t.shape, i).join(',')}]`)))
}

/** <dy, J e>, where e is one entry of one input: the derivative of the definition, with no step size. */
const along = <A>(N: Analytic<A>, subject: Subject, inputs: Named, name: string, position: number, dy: Tensor): A =>
  subject.define(dualAnalytic(N))(varied(N, inputs, name, position)).entries
    .map(({ tangent }, i) => N.mul(N.of(dy.data[i] ?? NaN), tangent))
    .reduce(N.add, N.of(0))

const raise = (error: Error): never => { throw error }

const once = <A>(compute: () => A): (() => A) => {
  let known: A | undefined
  return () => (known ??= compute())
}
