import fc, { type Arbitrary } from 'fast-check'
import { between, type Claim, claim, equal, equalEntries, type Plain, type Relation, sampled } from '../src/claim/index.js'
import { partials as gradient } from '../src/definition/index.js'
import { floatRun } from '../src/number/assumptions.js'
import { type Analytic, ball, dual, dualAnalytic, fromEntries, type Grid, type Interval, point, toInterval } from '../src/number/index.js'
import * as T from '../src/tensor/index.js'
import type { Tensor } from '../src/tensor/index.js'

type Definition<Target> = <A>(N: Analytic<A>) => (target: Target) => (scores: Grid<A>) => A

export interface PrintedLoss<A> {
  readonly value: A
  readonly gradient: ReadonlyArray<A>
}

/** A loss of anyone's own, and the formula that it should compute. */
export interface LossSubject<Target> {
  readonly name: string
  readonly loss: (target: Target) => (scores: Tensor) => { readonly value: number; readonly gradient: Tensor }
  readonly definition: Definition<Target>
  /**
   * Value and gradient as they are printed and computed, where numbers of 40 bits would know too little of the definition: proved equal to
   * the definition and its derivative, and the float result must lie in its interval run.
   */
  readonly printed?: <A>(N: Analytic<A>) => (target: Target) => (scores: Grid<A>) => PrintedLoss<A>
  /** Targets for this many examples and scores. */
  readonly targets: (examples: number, scores: number) => Arbitrary<Target>
  /** How many scores an example has; 3 unless said. */
  readonly scores?: number
  /** Where the loss is defined for some scores only: where they come from. */
  readonly drawn?: (examples: number, scores: number) => Arbitrary<Tensor>
}

/** A whole number from 0 to classes - 1 for each example. */
export const labels = (examples: number, classes: number): Arbitrary<ReadonlyArray<number>> =>
  fc.array(fc.integer({ min: 0, max: classes - 1 }), { minLength: examples, maxLength: examples })

const examples = 2

const derivative = String.raw`\langle g, v\rangle = Df(s) v`

// Scores from near each other to some hundreds apart, where a softmax in doubles overflows unless its largest score is taken off.
const scoresDrawn = (classes: number): Arbitrary<Tensor> => fc
  .tuple(
    fc.array(fc.integer({ min: -40, max: 40 }), { minLength: examples * classes, maxLength: examples * classes }),
    fc.constantFrom(0.25, 1, 16, 64))
  .map(([entries, scale]) => T.fromFlat([examples, classes], entries.map(k => k * scale)))

// As for layers: what 40 bits know of the definition, and of its derivative by dual numbers.
const coarse = ball(40)

const wide = ball(100)
type Wide = ReturnType<typeof wide.of>

const lifted = <A>(of: (x: number) => A, scores: Tensor): Grid<A> => T.liftGrid(of)(scores)

const within = (name: string, float: number, known: Interval): Relation<Plain> =>
  between('the loss gives', 'its definition',
    Number.isFinite(float) ? equal<Plain>(point(float), known, name) : equal<Plain>(float, 0, `${name}, which is finite`))

/** The laws that every loss obeys: its value and gradient are those of its definition, and it is a pure function. */
export const lossLaws = <Target>(
  { name, loss, definition, printed, targets, scores: classes = 3, drawn }: LossSubject<Target>
): ReadonlyArray<Claim> => {
  const draws = { target: targets(examples, classes), scores: drawn?.(examples, classes) ?? scoresDrawn(classes), v: fc.nat(11) }
  type Drawn = { readonly target: Target; readonly scores: Tensor; readonly v: number }
  const law = (law: string, title: string, statement: string, check: (drawn: Drawn) => ReadonlyArray<Relation<Plain>>): Claim =>
    claim({ id: `${name}/${law}`, title: `${name}: ${title}`, statement, source: 'the definition' }, sampled<Drawn>(draws, check))
  return [
    law('value', 'the value is that of its definition', 'L = f(s)', ({ target, scores }) => {
      const known = printed?.(floatRun)(target)(lifted(floatRun.of, scores)).value
        ?? toInterval(definition(coarse)(target)(lifted(coarse.of, scores)))
      return [within('value', loss(target)(scores).value, known)]
    }),
    law('gradient', 'the gradient is the derivative of its definition', String.raw`g_i = \partial f / \partial s_i`, ({ target, scores }) => {
      const known = printed?.(floatRun)(target)(lifted(floatRun.of, scores)).gradient
        ?? partials(definition, target, scores)
      const { gradient } = loss(target)(scores)
      return known.map((k, i) => within(`gradient[${Math.floor(i / classes)},${i % classes}]`, gradient.data[i] ?? NaN, k))
    }),
    law('replay', 'the same scores give the same bits again, and keep their own', 'f(s) = f(s)', ({ target, scores }) => {
      const before = T.fromFlat(scores.shape, [...scores.data])
      const [first, second] = [loss(target)(scores), loss(target)(scores)]
      return [
        equal<Plain>(first.value, second.value, 'value'),
        ...equalEntries(first.gradient, second.gradient, 'gradient'),
        ...equalEntries(scores, before, 'scores after the call')
      ]
    }),
    ...(printed === undefined ? [] : [
      law('printed', 'the printed value and gradient are the definition and its derivative', derivative, ({ target, scores, v }) => {
        const form = printed(wide)(target)(lifted(wide.of, scores))
        const sides = (left: Wide, right: Wide, place: string): Relation<Plain> =>
          between('the printed form gives', 'the definition', equal<Plain>(toInterval(left), toInterval(right), place))
        return [
          sides(form.value, definition(wide)(target)(lifted(wide.of, scores)), 'value'),
          sides(
            form.gradient.map((g, i) => wide.mul(g, wide.of(direction(v)(i)))).reduce(wide.add),
            along(wide, definition, target, scores, direction(v)), 'the derivative along v')
        ]
      })
    ])
  ]
}

/** The derivative of the definition along a direction. */
const along = <A, Target>(
  N: Analytic<A>, definition: Definition<Target>, target: Target, scores: Tensor, v: (i: number) => number
): A => {
  const varied = Array.from(scores.data, (s, i) => dual(N.of(s), N.of(v(i))))
  return definition(dualAnalytic(N))(target)(fromEntries(scores.shape, varied)).tangent
}

const partials = <Target>(definition: Definition<Target>, target: Target, scores: Tensor): ReadonlyArray<Interval> =>
  gradient(coarse)(N => definition(N)(target))(lifted(coarse.of, scores)).entries.map(toInterval)

/** A direction whose entries are odd, and so never 0. */
const direction = (v: number) => (i: number): number => 2 * ((v + i * (v + 3 * i + 1)) % 12) - 11
