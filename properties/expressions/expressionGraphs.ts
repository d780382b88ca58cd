import fc, { type Arbitrary } from 'fast-check'
import { type Graph, record, text } from '../../src/expression/index.js'
import type { Analytic } from '../../src/number/index.js'
import { quarter } from '../cases/quarters.js'

// Graphs that are drawn: each step acts on two of the nodes written before, so that subexpressions are shared.

/** A step of a drawn formula: which operation, and on which of the nodes before. */
type Step = <A>(N: Analytic<A>, a: A, b: A) => A

const names = ['x', 'y', 'z'] as const

const onePlusSquare = <A>(N: Analytic<A>, a: A): A => N.add(N.of(1), N.power(a, 2))

/** Polynomial steps, with whole coefficients. */
export const polynomialSteps: ReadonlyArray<Step> = [
  (N, a, b) => N.add(a, b),
  (N, a, b) => N.sub(a, b),
  (N, a, b) => N.mul(a, b),
  (N, a) => N.neg(a),
  (N, a) => N.power(a, 3),
  (N, a, b) => N.sum([a, b, a]),
  (N, a) => N.mul(N.of(3), a)
]

/** With quotients whose divisors are at least 1. */
export const rationalSteps: ReadonlyArray<Step> = [
  ...polynomialSteps,
  (N, a, b) => N.div(a, onePlusSquare(N, b)),
  (N, a) => N.power(onePlusSquare(N, a), -1)
]

/** Steps with corners; at whole inputs all values are whole, so that ties are ties. */
export const piecewiseLinearSteps: ReadonlyArray<Step> = [
  (N, a, b) => N.add(a, b),
  (N, a, b) => N.sub(a, b),
  (N, a) => N.neg(a),
  (N, a) => N.abs(a),
  (N, a) => N.relu(a),
  (N, a, b) => N.max(a, b),
  (N, a, b) => N.min(a, b)
]

// Apart by numbers that nothing else leads to, so that ties are accidents: relu(relu(x)) and max(x, abs(x)) are ties everywhere.
const apart = <A>(N: Analytic<A>, a: A, denominator: number): A => N.add(a, N.div(N.of(1), N.of(denominator)))

/** Every operation, each where it is defined and does not grow without bound. */
export const elementarySteps: ReadonlyArray<Step> = [
  (N, a, b) => N.add(a, b),
  (N, a, b) => N.sub(a, b),
  (N, a) => N.neg(a),
  (N, a, b) => N.mul(N.sin(a), b),
  (N, a, b) => N.mul(a, N.sigmoid(b)),
  (N, a, b) => N.div(a, onePlusSquare(N, b)),
  (N, a) => N.exp(N.tanh(a)),
  (N, a) => N.expm1(N.sin(a)),
  (N, a) => N.log(N.add(N.of(2), N.sin(a))),
  (N, a) => N.log10(N.add(N.of(2), N.cos(a))),
  (N, a) => N.log1p(N.power(a, 2)),
  (N, a) => N.sqrt(onePlusSquare(N, a)),
  (N, a) => N.tan(N.tanh(a)),
  (N, a) => N.asin(N.div(N.sin(a), N.of(2))),
  (N, a) => N.acos(N.div(N.cos(a), N.of(2))),
  (N, a) => N.atan(a),
  (N, a) => N.sinh(N.cos(a)),
  (N, a) => N.cosh(N.tanh(a)),
  (N, a) => N.abs(apart(N, a, 7)),
  (N, a) => N.relu(apart(N, a, 11)),
  (N, a) => N.softplus(a),
  (N, a) => N.erf(a),
  (N, a, b) => N.max(a, apart(N, b, 13)),
  (N, a, b) => N.min(apart(N, a, 17), b),
  (N, a, b) => N.hypot([a, b, N.of(1)]),
  (N, a, b) => N.pow(N.add(N.of(2), N.cos(a)), N.tanh(b)),
  (N, a) => N.power(N.tanh(a), 3),
  (N, a, b) => N.sum([a, b, N.pi()])
]

interface Choice {
  readonly step: number
  readonly first: number
  readonly second: number
}

const built = (steps: ReadonlyArray<Step>, choices: ReadonlyArray<Choice>): Graph =>
  record(names, <A>(N: Analytic<A>, given: Readonly<Record<(typeof names)[number], A>>): A => {
    const made = choices.reduce<ReadonlyArray<A>>((before, { step, first, second }) => {
      // counted from the newest, so that most steps are used
      const pick = (k: number): A => before[before.length - 1 - (k % before.length)] as A
      return [...before, (steps[step % steps.length] as Step)(N, pick(first), pick(second))]
    }, names.map(name => given[name]))
    return made[made.length - 1] as A
  })

/** Graphs of so many steps, a step being up to four nodes. */
export const graphsOf = (steps: ReadonlyArray<Step>, most: number, least = 1): Arbitrary<Graph> =>
  fc.array(
    fc.record({ step: fc.nat(steps.length - 1), first: fc.nat(2), second: fc.nat(6) }),
    { minLength: least, maxLength: most, size: 'max' }
  ).map(choices => built(steps, choices))

/** A graph that a counterexample shows as a formula. */
export interface Written {
  readonly text: string
  readonly graph: () => Graph
}

export const formulasOf = (steps: ReadonlyArray<Step>, most: number): Arbitrary<Written> =>
  graphsOf(steps, most).map(graph => ({ text: text(graph), graph: () => graph }))

export type Inputs = Readonly<Record<(typeof names)[number], number>>

const inputsFrom = (number: Arbitrary<number>): Arbitrary<Inputs> => fc.record({ x: number, y: number, z: number })

export const wholeInputs: Arbitrary<Inputs> = inputsFrom(fc.integer({ min: -3, max: 3 }))

export const quarterInputs: Arbitrary<Inputs> = inputsFrom(quarter(19))

/** The inputs over a number system. */
export const lifted = <A>(N: Analytic<A>, inputs: Inputs): Readonly<Record<string, A>> =>
  Object.fromEntries(Object.entries(inputs).map(([name, x]) => [name, N.of(x)]))
