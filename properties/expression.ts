import fc from 'fast-check'
import { type Claim, claim, equal, type Law, type Plain, type Relation, sampled } from '../src/claim/index.js'
import { evaluate, type forward, type Graph, type oneSided, type Point, record, type reverse, type symbolic } from '../src/expression/index.js'
import { kinksOf } from '../src/expression/index.js'
import {
  type Dual, dual, dualAnalytic, type Elementary, elementaryBall, elementaryFloat64, elementaryFrom, elementaryInterval, elementaryRational,
  type Interval, point, type Rational, toInterval
} from '../src/number/index.js'
import {
  elementarySteps, graphsOf, type Inputs, lifted, piecewiseLinearSteps, polynomialSteps, quarterInputs, rationalSteps, wholeInputs
} from './expressionGraphs.js'
import { smoothOperations } from './smoothOperations.js'

/** Ways of differentiating a formula given as a graph. */
export interface ExpressionSubject {
  readonly name: string
  readonly forward: typeof forward
  readonly reverse: typeof reverse
  readonly symbolic: typeof symbolic
  readonly oneSided: typeof oneSided
}

const source = 'Deep learning homework 1, question 5; Notes on CS231n, backpropagation'

interface Drawn {
  readonly graph: Graph
  readonly inputs: Inputs
}

type Gradient<A> = Readonly<Record<string, A>>

const valueAt = <A>(N: Elementary<A>, graph: Graph, at: Point<A>): A => evaluate(N)(graph, at)[graph.output] as A

/** Equality input by input. */
const same = <A extends Plain>(left: Gradient<A>, right: Gradient<A>, words: string): ReadonlyArray<Relation<Plain>> =>
  Object.keys(right).map(name => equal<Plain>(left[name] as A, right[name] as A, `df/d${name}, ${words}`))

const mapped = <A, B>(gradient: Gradient<A>, f: (a: A, name: string) => B): Gradient<B> =>
  Object.fromEntries(Object.entries(gradient).map(([name, a]) => [name, f(a, name)]))

/** What each way of differentiating gives, in one number system. */
const everyWay = <A>(subject: ExpressionSubject, N: Elementary<A>, { graph, inputs }: Drawn): Readonly<Record<string, Gradient<A>>> => {
  const at = lifted(N, inputs)
  return {
    forward: subject.forward(N)(graph, at).gradient,
    reverse: subject.reverse(N)(graph, at).gradient,
    symbolic: mapped(subject.symbolic(graph), derivative => valueAt(N, derivative, at))
  }
}

const rationalDuals: Elementary<Dual<Rational>> = elementaryFrom(dualAnalytic(elementaryRational))

/** The derivative of the formula as it is evaluated over duals: by other rules than those on the edges of the graph. */
const byDuals = ({ graph, inputs }: Drawn): Gradient<Rational> => mapped(inputs, (_, input) => valueAt(rationalDuals, graph, mapped(inputs,
  (x, name) => dual(elementaryRational.of(x), elementaryRational.of(name === input ? 1 : 0)))).tangent)

// A slope over a step of 2^-60 and a derivative over the same step differ by about as much.
const B = elementaryBall(200)
const step = { mid: 1n, exp: -60, rad: 0n }
const fromZeroToStep = { mid: 1n, exp: -61, rad: 1n }

/** By the mean value theorem (f(b) - f(a)) / (b - a) is a value of f' on [a, b]: their enclosures meet. */
const meanValue = (subject: ExpressionSubject, { formula, from, to, name }: (typeof smoothOperations)[number], share: number): Relation<Plain> => {
  const graph = record(['x'], (N, { x }) => formula(N, x))
  const a = B.of(from + share * (to - from))
  const slope = B.div(B.sub(valueAt(B, graph, { x: B.add(a, step) }), valueAt(B, graph, { x: a })), step)
  const derivative = subject.reverse(B)(graph, { x: B.add(a, fromZeroToStep) }).gradient['x'] ?? B.of(NaN)
  return equal<Plain>(toInterval(slope), toInterval(derivative), name)
}

/** The slope to a point so near that a piecewise linear function of whole numbers has no other corner between. */
const slopeTo = ({ graph, inputs }: Drawn, input: string, h: number): Rational => {
  const N = elementaryRational
  const [here, there] = [0, h].map(by => valueAt(N, graph, mapped(inputs, (x, name) => N.of(name === input ? x + by : x))))
  return N.div(N.sub(there as Rational, here as Rational), N.of(h))
}

const float = (x: number): Interval => (Number.isFinite(x) ? point(x) : { lo: NaN, hi: NaN })

const smooth = { graph: graphsOf(elementarySteps, 8), inputs: quarterInputs }

export const expressionLaws: Law<ExpressionSubject> = (subject): ReadonlyArray<Claim> => [
  claim(
    {
      id: `${subject.name}/derivative-of-definition`,
      title: 'Reverse mode gives the derivative of the formula: exactly that by duals, for quotients of polynomials',
      statement: String.raw`\bar v_x = \frac{\partial f}{\partial x}`,
      source,
      rows: ['HW1-AD-43']
    },
    sampled<Drawn>({ graph: graphsOf(rationalSteps, 6), inputs: wholeInputs }, drawn =>
      same(subject.reverse(elementaryRational)(drawn.graph, lifted(elementaryRational, drawn.inputs)).gradient, byDuals(drawn), 'reverse and duals'))
  ),
  claim(
    {
      id: `${subject.name}/forward-is-reverse`,
      title: 'Forward and reverse mode give the same gradient of every polynomial, exactly; and so does the symbolic derivative',
      statement: String.raw`\dot v_n = \bar v_x`,
      source,
      rows: ['HW1-AD-43', 'N231-BP-08']
    },
    sampled<Drawn>({ graph: graphsOf(polynomialSteps, 8), inputs: wholeInputs }, drawn => {
      const { forward: f, reverse: r, symbolic: s } = everyWay(subject, elementaryRational, drawn)
      return [...same(f as Gradient<Rational>, r as Gradient<Rational>, 'forward and reverse'), ...same(s as Gradient<Rational>, r as Gradient<Rational>, 'symbolic and reverse')]
    })
  ),
  claim(
    {
      id: `${subject.name}/mean-value`,
      title: 'The derivative of each elementary operation meets its slope over a step of 2^-60',
      statement: String.raw`\frac{f(b) - f(a)}{b - a} \in f'([a, b])`,
      source
    },
    sampled({ which: fc.nat(smoothOperations.length - 1), share: fc.integer({ min: 1, max: 31 }).map(k => k / 32) }, ({ which, share }) =>
      meanValue(subject, smoothOperations[which] as (typeof smoothOperations)[number], share))
  ),
  claim(
    {
      id: `${subject.name}/rounding`,
      title: 'In doubles each mode gives what its own run over intervals encloses, and all these enclosures share the true value',
      statement: String.raw`\mathrm{fl}(\bar v_x) \in [\bar v_x] \ni \frac{\partial f}{\partial x}`,
      source,
      rows: ['HW1-AD-43']
    },
    sampled<Drawn>(smooth, drawn => {
      const [floats, runs] = [everyWay(subject, elementaryFloat64, drawn), everyWay(subject, elementaryInterval, drawn)]
      const truth = mapped(subject.reverse(B)(drawn.graph, lifted(B, drawn.inputs)).gradient, toInterval)
      return Object.entries(runs).flatMap(([way, run]) => [
        ...same(mapped(floats[way] ?? {}, float), run, `${way} in doubles`),
        ...same(run, truth, `${way} and 60 digits`)
      ])
    })
  ),
  claim(
    {
      id: `${subject.name}/one-sided`,
      title: 'At corners and ties the one-sided derivatives are the slopes to either side, exactly',
      statement: String.raw`f'_\pm(x; e_i) = \lim_{h \to 0^\pm} \frac{f(x + h e_i) - f(x)}{h}`,
      source,
      rows: ['N231-BP-10']
    },
    sampled<Drawn>({ graph: graphsOf(piecewiseLinearSteps, 8), inputs: wholeInputs }, drawn => {
      const [N, { graph, inputs }] = [elementaryRational, drawn]
      const kinks = kinksOf(B, graph, evaluate(B)(graph, lifted(B, inputs)))
      const sides = subject.oneSided(N)(graph, lifted(N, inputs), kinks)
      return Object.keys(inputs).flatMap(input => [
        equal<Plain>(sides[input]?.right ?? NaN, slopeTo(drawn, input, 2 ** -20), `from the right, by ${input}`),
        equal<Plain>(sides[input]?.left ?? NaN, slopeTo(drawn, input, -(2 ** -20)), `from the left, by ${input}`)
      ])
    })
  ),
  claim(
    {
      id: `${subject.name}/first-wins`,
      title: 'Where two are equal, max and min have the derivative of the first, and abs and relu have 0 at 0',
      statement: String.raw`\partial \max(x, y) = (1, 0) \text{ at } x = y,\quad |\cdot|'(0) = \mathrm{relu}'(0) = 0`,
      source,
      rows: ['N231-BP-10']
    },
    sampled({ x: fc.integer({ min: -3, max: 3 }) }, ({ x }) => {
      const gradientOf = (graph: Graph): Gradient<number> => subject.reverse(elementaryFloat64)(graph, { x, y: x, zero: 0 }).gradient
      const [larger, smaller] = [record(['x', 'y'], (N, g) => N.max(g.x, g.y)), record(['x', 'y'], (N, g) => N.min(g.x, g.y))].map(gradientOf)
      const [size, rectified] = [record(['zero'], (N, { zero }) => N.abs(zero)), record(['zero'], (N, { zero }) => N.relu(zero))].map(gradientOf)
      return [
        equal<Plain>(larger?.['x'] ?? NaN, 1, 'max by the first'), equal<Plain>(larger?.['y'] ?? NaN, 0, 'max by the second'),
        equal<Plain>(smaller?.['x'] ?? NaN, 1, 'min by the first'), equal<Plain>(smaller?.['y'] ?? NaN, 0, 'min by the second'),
        equal<Plain>(size?.['zero'] ?? NaN, 0, 'abs'), equal<Plain>(rectified?.['zero'] ?? NaN, 0, 'relu')
      ]
    })
  )
]
