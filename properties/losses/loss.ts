import fc, { type Arbitrary } from 'fast-check'
import { between, type Claim, claim, equal, type Plain, type Relation, sampled } from '../../src/claim/index.js'
import { floatRun } from '../../src/number/assumptions.js'
import {
  type Analytic, type Ball, ball, dual, dualAnalytic, fromEntries, type Grid, type Interval, point, toInterval, vectorOf
} from '../../src/number/index.js'
import * as T from '../../src/tensor/index.js'
import type { Tensor } from '../../src/tensor/index.js'
import { byDifferences } from '../judges/byDifferences.js'
import { estimated } from '../judges/estimated.js'
import { finiteEntries } from '../judges/finite.js'
import { inAnyOrder } from '../judges/inAnyOrder.js'
import { lift } from '../cases/quarters.js'
import { copy, sameBits } from '../judges/sameBits.js'
import { sparsely } from '../cases/sparsely.js'
import type { Named } from '../layers/subject.js'

type Definition<Target> = <A>(N: Analytic<A>) => (target: Target) => (scores: Grid<A>) => A

export interface PrintedLoss<A> {
  readonly value: A
  readonly gradient: ReadonlyArray<A>
}

/** A loss of anyone's own, and the formula that it should compute, if there is one. */
export interface LossSubject<Target> {
  readonly name: string
  readonly loss: (target: Target) => (scores: Tensor) => { readonly value: number; readonly gradient: Tensor }
  readonly definition?: Definition<Target>
  /**
   * Value and gradient as they are printed and computed, where another formula than the definition loses fewer digits: proved equal to the
   * definition and its derivative, and the float result must lie in its interval run.
   */
  readonly printed?: <A>(N: Analytic<A>) => (target: Target) => (scores: Grid<A>) => PrintedLoss<A>
  /** Targets for this many examples (1 or 2) and scores. */
  readonly targets: (examples: number, scores: number) => Arbitrary<Target>
  /** How many scores an example has; 3 unless said. */
  readonly scores?: number
  /** Where the loss is defined for some scores only: where they come from. */
  readonly drawn?: (examples: number, scores: number) => Arbitrary<Tensor>
  /** Scores up to the ends of the stated domain, where value and gradient should be finite; a law of its own. */
  readonly extremes?: (examples: number, scores: number) => Arbitrary<Tensor>
}

/** A whole number from 0 to classes - 1 for each example. */
export const labels = (examples: number, classes: number): Arbitrary<ReadonlyArray<number>> =>
  fc.array(fc.integer({ min: 0, max: classes - 1 }), { minLength: examples, maxLength: examples })

const derivative = String.raw`\langle g, v\rangle = Df(s) v`

// Scores from very near each other to some hundreds apart and more, where a softmax in doubles overflows unless its largest score is taken
// off.
const farScores = (examples: number, classes: number): Arbitrary<Tensor> => fc
  .tuple(
    fc.array(fc.integer({ min: -40, max: 40 }), { minLength: examples * classes, maxLength: examples * classes }),
    fc.constantFrom(0.25, 1, 16, 64, 2 ** -40, 2 ** 34))
  .map(([entries, scale]) => T.fromFlat([examples, classes], entries.map(k => k * scale)))

type Scores = (examples: number, classes: number) => Arbitrary<Tensor>

interface Given<Target> {
  readonly target: Target
  readonly scores: Tensor
}

/** Targets and scores of one example or two. */
export const casesOf = <Target>(
  { targets, scores: classes = 3, drawn = farScores }: LossSubject<Target>, scoresFrom: Scores = drawn
): Arbitrary<Given<Target>> =>
  fc.constantFrom(1, 2).chain(examples => fc.record({ target: targets(examples, classes), scores: scoresFrom(examples, classes) }))

const wide = ball(100)

const within = (name: string, float: number, known: Interval, judge: string): Relation<Plain> =>
  between('the loss gives', judge,
    Number.isFinite(float) ? equal<Plain>(point(float), known, name) : equal<Plain>(float, 0, `${name}, which is finite`))

interface Drawn<Target> {
  readonly given: Given<Target>
  /** A direction of the scores, by its number. */
  readonly v: number
}

/**
 * The laws that every loss obeys: its value and gradient are those of its definition, and it is a pure function. Without a definition the
 * gradient is judged by differences of its own values, which are estimates: a weaker strength.
 */
export const lossLaws = <Target>(subject: LossSubject<Target>): ReadonlyArray<Claim> => {
  const { name, loss, definition, printed, extremes } = subject
  const law = (
    law: string, title: string, statement: string, check: (given: Given<Target>, v: number) => ReadonlyArray<Relation<Plain>>,
    cases = casesOf(subject)
  ): Claim => claim({ id: `${name}/${law}`, title: `${name}: ${title}`, statement, source: 'the definition' },
    sampled<Drawn<Target>>({ given: cases, v: fc.nat(11) }, ({ given, v }) => check(given, v)))
  const gradient = (title: string): Claim => law('gradient', title, String.raw`g_i = \partial f / \partial s_i`, ({ target, scores }) =>
    gradientRelations(subject, target, scores))
  return [
    sparsely(law('replay', 'the same scores give the same bits again, and keep their own', 'f(s) = f(s)', ({ target, scores: drawn }) => {
      const scores = copy(drawn)
      const [first, second] = [loss(target)(scores), loss(target)(scores)]
      return [
        ...sameBits(T.scalar(first.value), T.scalar(second.value), 'value'),
        ...sameBits(first.gradient, second.gradient, 'gradient'),
        ...sameBits(scores, drawn, 'scores after the call')
      ]
    })),
    ...definition === undefined
      ? [sparsely(estimated(gradient('the gradient is what differences of its values estimate')))]
      : [
        law('value', 'the value is that of its definition', 'L = f(s)', ({ target, scores }) => {
          const known = printed?.(floatRun)(target)(lift(floatRun.of, scores)).value
            ?? inAnyOrder(N => vectorOf([definition(N)(target)(lift(N.of, scores))])).at(0)
          return [within('value', loss(target)(scores).value, known, judgeOf(subject))]
        }),
        gradient('the gradient is the derivative of its definition')
      ],
    ...definition === undefined || printed === undefined ? [] : [
      sparsely(law('printed', 'the printed value and gradient are the definition and its derivative', derivative, (given, v) => {
        const { target, scores } = given
        const form = printed(wide)(target)(lift(wide.of, scores))
        const sides = (left: Ball, right: Ball, place: string): Relation<Plain> =>
          between('the printed form gives', 'the definition', equal<Plain>(toInterval(left), toInterval(right), place))
        return [
          sides(form.value, definition(wide)(target)(lift(wide.of, scores)), 'value'),
          sides(
            form.gradient.map((g, i) => wide.mul(g, wide.of(direction(v)(i)))).reduce(wide.add),
            along(wide, definition, target, scores, direction(v)), 'the derivative along v')
        ]
      }))
    ],
    ...extremes === undefined ? [] : [
      sparsely(law('finite', 'scores in its stated domain give a finite value and gradient', String.raw`|s| \le m \Rightarrow |L|, |g| < \infty`,
        ({ target, scores }) => {
          const { value, gradient } = loss(target)(scores)
          return [...finiteEntries(T.scalar(value), 'value'), ...finiteEntries(gradient, 'gradient')]
        }, casesOf(subject, extremes)))
    ]
  ]
}

const judgeOf = <Target>({ printed, definition }: LossSubject<Target>): string =>
  printed !== undefined ? 'its printed form' : definition !== undefined ? 'its definition' : 'differences of its values'

export const gradientRelations = <Target>(subject: LossSubject<Target>, target: Target, scores: Tensor): ReadonlyArray<Relation<Plain>> => {
  const { gradient } = subject.loss(target)(scores)
  const { scores: classes = 3 } = subject
  return knownGradient(subject, target, scores).map((known, i) =>
    within(`gradient[${Math.floor(i / classes)},${i % classes}]`, gradient.data[i] ?? NaN, known, judgeOf(subject)))
}

/** Where each entry of the gradient lies: by the printed form, else by the definition with its sums in any order, else by differences. */
export const knownGradient = <Target>(
  { loss, printed, definition }: LossSubject<Target>, target: Target, scores: Tensor
): ReadonlyArray<Interval> => {
  if (printed !== undefined) return printed(floatRun)(target)(lift(floatRun.of, scores)).gradient
  if (definition !== undefined) {
    return inAnyOrder(N => fromEntries(scores.shape, Array.from(scores.data, (_, position) =>
      along(N, definition, target, scores, i => (i === position ? 1 : 0))))).entries
  }
  const run = (inputs: Named) => ({ y: T.scalar(loss(target)(inputs['scores'] as Tensor).value) })
  // a loss takes differences of scores
  const largest = Math.max(...Array.from(scores.data, Math.abs))
  return byDifferences({ run, varying: { scores: scores.shape } }, { scores }, largest)(T.scalar(1))['scores']?.entries ?? []
}

/** The derivative of the definition along a direction. */
const along = <A, Target>(
  N: Analytic<A>, definition: Definition<Target>, target: Target, scores: Tensor, v: (i: number) => number
): A => {
  const varied = Array.from(scores.data, (s, i) => dual(N.of(s), N.of(v(i))))
  return definition(dualAnalytic(N))(target)(fromEntries(scores.shape, varied)).tangent
}

/** A direction whose entries are odd, and so never 0. */
const direction = (v: number) => (i: number): number => 2 * ((v + i * (v + 3 * i + 1)) % 12) - 11
