import fc from 'fast-check'
import { type Claim, claim, equal, type Law, type Plain, sampled } from '../../src/claim/index.js'
import { evaluate, type Graph, kinksOf, record } from '../../src/expression/index.js'
import { float64, floatRun, elementaryRational, toInterval } from '../../src/number/index.js'
import {
  elementarySteps, formulasOf, lifted, piecewiseLinearSteps, polynomialSteps, quarterInputs, rationalSteps, wholeInputs
} from './expressionGraphs.js'
import {
  B, byDuals, type Drawn, drawnValue, everyWay, type ExpressionSubject, float, mapped, meanValue, same, slopeTo
} from './expressionWays.js'
import { atMostCases } from '../cases/fewer.js'
import { type SmoothOperation, smoothOperations } from './smoothOperations.js'

export type { ExpressionSubject } from './expressionWays.js'

const source = 'Deep learning homework 1, question 5; Notes on CS231n, backpropagation'

export const expressionLaws: Law<ExpressionSubject> = (subject): ReadonlyArray<Claim> => [
  claim(
    {
      id: `${subject.name}/derivative-of-definition`,
      title: 'Reverse mode gives exactly the derivative by duals, for quotients of polynomials',
      statement: String.raw`\bar v_x = \frac{\partial f}{\partial x}`,
      source,
      rows: ['HW1-AD-43', 'HW1-SYS-07']
    },
    sampled<Drawn>({ formula: formulasOf(rationalSteps, 4), inputs: wholeInputs }, drawn => {
      const { gradient } = subject.reverse(elementaryRational)(
        drawn.formula.graph(), lifted(elementaryRational, drawn.inputs)
      )
      return same(gradient, byDuals(drawn), 'reverse and duals')
    })
  ),
  atMostCases(250, claim(
    {
      id: `${subject.name}/forward-is-reverse`,
      title: 'Forward, reverse and symbolic mode give the same gradient of every polynomial, exactly',
      statement: String.raw`\dot v_n = \bar v_x`,
      source,
      rows: ['HW1-AD-43', 'N231-BP-08', 'HW1-SYS-06']
    },
    sampled<Drawn>({ formula: formulasOf(polynomialSteps, 7), inputs: wholeInputs }, drawn => {
      const { forward: f, reverse: r, symbolic: s } = everyWay(subject, elementaryRational, drawn)
      return [...same(f, r, 'forward and reverse'), ...same(s, r, 'symbolic and reverse')]
    })
  )),
  claim(
    {
      id: `${subject.name}/mean-value`,
      title: 'The derivative of each elementary operation meets its slope over a step of 2^-60',
      statement: String.raw`\frac{f(b) - f(a)}{b - a} \in f'([a, b])`,
      source
    },
    sampled({ which: fc.nat(smoothOperations.length - 1), share: fc.integer({ min: 1, max: 31 }).map(k => k / 32) }, (
      { which, share }
    ) =>
      meanValue(subject, smoothOperations[which] as SmoothOperation, share))
  ),
  atMostCases(300, claim(
    {
      id: `${subject.name}/rounding`,
      title: 'In doubles each mode is within its own run over intervals, and these share the true value',
      statement: String.raw`\mathrm{fl}(\bar v_x) \in [\bar v_x] \ni \frac{\partial f}{\partial x}`,
      source,
      rows: ['HW1-AD-43']
    },
    sampled<Drawn>({ formula: formulasOf(elementarySteps, 4), inputs: quarterInputs }, drawn => {
      const [floats, runs] = [everyWay(subject, float64, drawn), everyWay(subject, floatRun, drawn)]
      const truth = mapped(subject.reverse(B)(drawn.formula.graph(), lifted(B, drawn.inputs)).gradient, toInterval)
      return [
        equal<Plain>(float(drawnValue(float64, drawn)), drawnValue(floatRun, drawn), 'the value in doubles'),
        ...(['forward', 'reverse', 'symbolic'] as const).flatMap(way => [
          ...same(mapped(floats[way], float), runs[way], `${way} in doubles`),
          ...same(runs[way], truth, `${way} and 60 digits`)
        ])
      ]
    })
  )),
  claim(
    {
      id: `${subject.name}/one-sided`,
      title: 'At corners and ties the one-sided derivatives are the slopes to either side, exactly',
      statement: String.raw`f'_\pm(x; e_i) = \lim_{h \to 0^\pm} \frac{f(x + h e_i) - f(x)}{h}`,
      source,
      rows: ['N231-BP-10']
    },
    sampled<Drawn>({ formula: formulasOf(piecewiseLinearSteps, 8), inputs: wholeInputs }, drawn => {
      const [N, graph, { inputs }] = [elementaryRational, drawn.formula.graph(), drawn]
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
      const by = (graph: Graph, name: string): number =>
        subject.reverse(float64)(graph, { x, y: x, zero: 0 }).gradient[name] ?? NaN
      const [larger, smaller] =
        [record(['x', 'y'], (N, g) => N.max(g.x, g.y)), record(['x', 'y'], (N, g) => N.min(g.x, g.y))] as const
      return [
        equal<Plain>(by(larger, 'x'), 1, 'max by the first'), equal<Plain>(by(larger, 'y'), 0, 'max by the second'),
        equal<Plain>(by(smaller, 'x'), 1, 'min by the first'), equal<Plain>(by(smaller, 'y'), 0, 'min by the second'),
        equal<Plain>(by(record(['zero'], (N, { zero }) => N.abs(zero)), 'zero'), 0, 'abs'),
        equal<Plain>(by(record(['zero'], (N, { zero }) => N.relu(zero)), 'zero'), 0, 'relu')
      ]
    })
  )
]
