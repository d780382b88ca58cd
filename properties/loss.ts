import fc, { type Arbitrary } from 'fast-check'
import { between, type Claim, claim, equal, equalEntries, type Plain, type Relation, sampled } from '../src/claim/index.js'
import { type Analytic, ball, dual, dualAnalytic, fromEntries, type Grid, point, toInterval } from '../src/number/index.js'
import * as T from '../src/tensor/index.js'
import type { Tensor } from '../src/tensor/index.js'

/** A loss of anyone's own, and the formula that it should compute. */
export interface LossSubject<Target> {
  readonly name: string
  readonly loss: (target: Target) => (scores: Tensor) => { readonly value: number; readonly gradient: Tensor }
  readonly definition: <A>(N: Analytic<A>) => (target: Target) => (scores: Grid<A>) => A
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

// Scores from near each other to some hundreds apart, where a softmax in doubles overflows unless its largest score is taken off.
const scoresDrawn = (classes: number): Arbitrary<Tensor> => fc
  .tuple(fc.array(fc.integer({ min: -40, max: 40 }), { minLength: examples * classes, maxLength: examples * classes }), fc.constantFrom(0.25, 1, 16, 64))
  .map(([entries, scale]) => T.fromFlat([examples, classes], entries.map(k => k * scale)))

// As for layers: what 40 bits know of the definition, and of its derivative by dual numbers.
const coarse = ball(40)

const lifted = (scores: Tensor): Grid<ReturnType<typeof coarse.of>> => fromEntries(scores.shape, [...scores.data].map(coarse.of))

const within = (name: string, float: number, known: ReturnType<typeof coarse.of>): Relation<Plain> =>
  between('the loss gives', 'its definition',
    Number.isFinite(float) ? equal<Plain>(point(float), toInterval(known), name) : equal<Plain>(float, 0, `${name}, which is finite`))

/** The laws that every loss obeys: its value and gradient are those of its definition, and it is a pure function. */
export const lossLaws = <Target>(
  { name, loss, definition, targets, scores: classes = 3, drawn }: LossSubject<Target>
): ReadonlyArray<Claim> => {
  const draws = { target: targets(examples, classes), scores: drawn?.(examples, classes) ?? scoresDrawn(classes) }
  type Drawn = { readonly target: Target; readonly scores: Tensor }
  const law = (law: string, title: string, statement: string, check: (drawn: Drawn) => ReadonlyArray<Relation<Plain>>): Claim =>
    claim({ id: `${name}/${law}`, title: `${name}: ${title}`, statement, source: 'the definition' }, sampled<Drawn>(draws, check))
  return [
    law('value', 'the value is that of its definition', 'L = f(s)', ({ target, scores }) => {
      const known = definition(coarse)(target)(lifted(scores))
      return [within('value', loss(target)(scores).value, known)]
    }),
    law('gradient', 'the gradient is the derivative of its definition, entry by entry', String.raw`g_i = \partial f / \partial s_i`, ({ target, scores }) => {
      const known = Array.from(scores.data, (_, i) => partial(definition, target, scores, i))
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
    })
  ]
}

const partial = <Target>(definition: LossSubject<Target>['definition'], target: Target, scores: Tensor, position: number): ReturnType<typeof coarse.of> =>
  definition(dualAnalytic(coarse))(target)(fromEntries(scores.shape, [...scores.data].map((s, i) => dual(coarse.of(s), coarse.of(i === position ? 1 : 0))))).tangent
