import { equal, type Plain, type Relation } from '../../src/claim/index.js'
import {
  evaluate, type forward, type Graph, type oneSided, type Point, record, type reverse, type symbolic
} from '../../src/expression/index.js'
import {
  type Ball, type Dual, dual, dualAnalytic, type Analytic, ball, elementaryRational, type Interval, point, power,
  type Rational, toInterval
} from '../../src/number/index.js'
import { type Inputs, lifted, type Written } from './expressionGraphs.js'
import type { SmoothOperation } from './smoothOperations.js'

/** Ways of differentiating a formula given as a graph. */
export interface ExpressionSubject {
  readonly name: string
  readonly forward: typeof forward
  readonly reverse: typeof reverse
  readonly symbolic: typeof symbolic
  readonly oneSided: typeof oneSided
}

export interface Drawn {
  readonly formula: Written
  readonly inputs: Inputs
}

export type Gradient<A> = Readonly<Record<string, A>>

const valueAt = <A>(N: Analytic<A>, graph: Graph, at: Point<A>): A => evaluate(N)(graph, at)[graph.output] as A

export const drawnValue = <A>(N: Analytic<A>, { formula, inputs }: Drawn): A =>
  valueAt(N, formula.graph(), lifted(N, inputs))

/** Equality input by input. */
export const same = <A extends Plain>(
  left: Gradient<A>, right: Gradient<A>, words: string
): ReadonlyArray<Relation<Plain>> =>
  Object.keys(right).map(name => equal<Plain>(left[name] as A, right[name] as A, `df/d${name}, ${words}`))

export const mapped = <A, B>(gradient: Gradient<A>, f: (a: A, name: string) => B): Gradient<B> =>
  Object.fromEntries(Object.entries(gradient).map(([name, a]) => [name, f(a, name)]))

/** What each way of differentiating gives, in one number system. */
export const everyWay = <A>(
  subject: ExpressionSubject, N: Analytic<A>, { formula, inputs }: Drawn
): Readonly<Record<'forward' | 'reverse' | 'symbolic', Gradient<A>>> => {
  const [graph, at] = [formula.graph(), lifted(N, inputs)]
  return {
    forward: subject.forward(N)(graph, at).gradient,
    reverse: subject.reverse(N)(graph, at).gradient,
    symbolic: mapped(subject.symbolic(graph), derivative => valueAt(N, derivative, at))
  }
}

const D = dualAnalytic(elementaryRational)
// powers are differentiated as the products that they are
const rationalDuals: Analytic<Dual<Rational>> =
  { ...D, power: (a, n) => (n < 0 ? D.div(D.of(1), power(D)(a, -n)) : power(D)(a, n)) }

/** The derivative of the formula as it is evaluated over duals: by other rules than those on the edges of the graph. */
export const byDuals = ({ formula, inputs }: Drawn): Gradient<Rational> =>
  mapped(inputs, (_, input) => valueAt(rationalDuals, formula.graph(), mapped(inputs,
    (x, name) => dual(elementaryRational.of(x), elementaryRational.of(name === input ? 1 : 0)))).tangent)

// A slope over a step of 2^-60 and a derivative over the same step differ by about as much.
export const B: Analytic<Ball> = ball(200)
const step = { mid: 1n, exp: -60, rad: 0n }
const fromZeroToStep = { mid: 1n, exp: -61, rad: 1n }

/** By the mean value theorem (f(b) - f(a)) / (b - a) is a value of f' on [a, b]: their enclosures meet. */
export const meanValue = (
  subject: ExpressionSubject, { formula, from, to, name }: SmoothOperation, share: number
): Relation<Plain> => {
  const graph = record(['x'], (N, { x }) => formula(N, x))
  const a = B.of(from + share * (to - from))
  const slope = B.div(B.sub(valueAt(B, graph, { x: B.add(a, step) }), valueAt(B, graph, { x: a })), step)
  const derivative = subject.reverse(B)(graph, { x: B.add(a, fromZeroToStep) }).gradient['x'] ?? B.of(NaN)
  return equal<Plain>(toInterval(slope), toInterval(derivative), name)
}

/** The slope to a point so near that a piecewise linear function of whole numbers has no other corner between. */
export const slopeTo = ({ formula, inputs }: Drawn, input: string, h: number): Rational => {
  const N = elementaryRational
  const [here, there] = [0, h].map(
    by => valueAt(N, formula.graph(), mapped(inputs, (x, name) => N.of(name === input ? x + by : x)))
  )
  return N.div(N.sub(there as Rational, here as Rational), N.of(h))
}

/** A float as the interval that it is; one that is not finite lies in none. */
export const float = (x: number): Interval => (Number.isFinite(x) ? point(x) : { lo: NaN, hi: NaN })
