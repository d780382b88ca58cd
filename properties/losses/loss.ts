import fc, { type Arbitrary } from 'fast-check'
import {
  besideSize, between, type Case, type Claim, claim, equal, outside, type Plain, type Relation
} from '../../src/claim/index.js'
import { partials } from '../../src/definition/index.js'
import { type Ball, ball, indexAt, toInterval } from '../../src/number/index.js'
import * as T from '../../src/tensor/index.js'
import { atMostCases } from '../cases/fewer.js'
import { beside } from '../judges/beside.js'
import { estimated } from '../judges/estimated.js'
import { finiteEntries } from '../judges/finite.js'
import { isOfShape, shapeRelations } from '../judges/form.js'
import { sampledFrom } from '../judges/sampledFrom.js'
import { answerOf, formRelations, isAssessed } from './answer.js'
import { acceptedHere, noteAt } from './kinks.js'
import { judgeOf, knownGradient, knownValue } from './known.js'
import { purityRelations } from './purity.js'
import {
  type Call, callsOf, interleavedOf, type Interleaved, type LossSubject, type Subject, subjectOf
} from './subject.js'

export { labels, type LossSubject } from './subject.js'

// Differences lose half of all digits and more.
const byEstimates = 2 ** -10

const derivative = String.raw`g_i = \partial f / \partial s_i`

/**
 * The laws that every loss obeys: it answers a number and a tensor of the shape of the scores, it is a pure function, and its value and
 * gradient are those of its definition. Without a definition the gradient is judged by differences of its own values, which are estimates:
 * a weaker strength. Options are drawn; what is said of those left out is a law of its own. The loss is called when a claim is judged, not
 * before.
 */
export const lossLaws = <Target, Options = undefined>(given: LossSubject<Target, Options>): ReadonlyArray<Claim> => {
  const subject = subjectOf(given)
  const { name, definition, printed, extremes, defaults } = subject
  const law = <D extends object>(
    id: string, title: string, statement: string, draws: Arbitrary<D>, check: (drawn: D) => Case<Plain>,
    coarsest?: number
  ): Claim => claim({ id, title: `${name}: ${title}`, statement, source: 'the definition' },
      sampledFrom(draws, check, coarsest))
  const calls = callsOf(subject)
  const gradient = (title: string, coarsest?: number): Claim =>
    law(`${name}/gradient`, title, derivative, calls, call => gradientRelations(subject, call), coarsest)
  return [
    atMostCases(100, law(
      `${name}/form`, 'it answers a number, and a tensor of the shape of the scores',
      String.raw`\mathrm{shape}(g) = \mathrm{shape}(s)`,
        calls, call => formRelations(subject, call)
    )),
    atMostCases(100, law(
      `${name}/purity`, 'the same scores give the same bits again, and what is given and answered stays', 'f(s) = f(s)',
        interleavedOf(subject), (drawn: Interleaved<Target>) => purityRelations(subject, drawn) ?? outside
    )),
    ...definition === undefined
      ? [estimated(gradient('the gradient is what differences of its values estimate', byEstimates))]
      : [
        law(`${name}/value`, 'the value is that of its definition', 'L = f(s)', calls, call =>
          valueRelations(subject, call)),
        gradient('the gradient is the derivative of its definition')
      ],
    ...definition === undefined || Object.keys(defaults).length === 0 ? [] : [
      atMostCases(100, law(
        `${name}/defaults`, `options that are left out are ${JSON.stringify(defaults)}`, 'f_{o} = f_{d, o}',
        withoutSome(subject),
          (call: Call<Target>) => defaultRelations(subject, call)
      ))
    ],
    ...definition === undefined || printed === undefined ? [] : [
      atMostCases(100, law(
        `${name}/printed`, 'the printed value and gradient are the definition and its derivative', derivative, calls,
          call => printedRelations(subject, call)
      ))
    ],
    ...extremes === undefined ? [] : [
      atMostCases(125, law(
        `${name}/finite`, 'scores in its stated domain give a finite value and gradient',
        String.raw`|s| \le m \Rightarrow |L|, |g| < \infty`,
          callsOf(subject, extremes), call => {
            const answer = answerOf(subject, call)
            if (!isAssessed(answer)) return outside
            return [...finiteEntries(T.scalar(answer.value), 'value'), ...finiteEntries(answer.gradient, 'gradient')]
          }
      ))
    ]
  ]
}

const valueRelations = <Target>(
  subject: Subject<Target>, call: Call<Target>, judged: unknown = answerOf(subject, call)
): Case<Plain> =>
  (isAssessed(judged)
    // a loss takes differences of scores, whose rounding its value cannot but have
    ? [beside('the loss gives', judgeOf(subject), judged.value, knownValue(subject, call), 'value', {
      among: [], size: largest(call.scores)
    })]
    : outside)

const largest = ({ data }: T.Tensor): number => Array.from(data, Math.abs).reduce((a, b) => Math.max(a, b), 0)

/** The gradient beside what is known of it, its shape first. */
export const gradientRelations = <Target>(
  subject: Subject<Target>, call: Call<Target>, judged: unknown = answerOf(subject, call)
): Case<Plain> => {
  if (!isAssessed(judged)) return outside
  const { shape } = call.scores
  if (!isOfShape(judged.gradient, shape)) return shapeRelations(judged.gradient, shape, 'the gradient')
  const accepted = Array.from(judged.gradient.data).every(Number.isFinite)
    ? acceptedHere(subject, call, judged.gradient)
    : undefined
  if (accepted !== undefined) return accepted
  const known = knownGradient(subject, call)
  // the cotangent of a loss is 1
  return known.map(
    (enclosure, i) => beside('the loss gives', judgeOf(subject), judged.gradient.data[i] ?? NaN, enclosure,
      () => `gradient[${indexAt(shape, i).join(',')}]${noteAt(subject, call, i)}`, { among: known, size: 1 })
  )
}

/** Calls with some of the options that have defaults, or none of them. */
const withoutSome = <Target>(subject: Subject<Target>): Arbitrary<Call<Target>> =>
  fc.tuple(callsOf(subject), fc.subarray(Object.keys(subject.defaults), { minLength: 1 })).map(([call, left]) => ({
    ...call, options: Object.fromEntries(Object.entries(call.options ?? {}).filter(([key]) => !left.includes(key)))
  }))

/** The loss without some options beside its definition with what is documented for them. */
const defaultRelations = <Target>(subject: Subject<Target>, call: Call<Target>): Case<Plain> => {
  const answer = answerOf(subject, call)
  const whole = { ...call, options: { ...subject.defaults, ...call.options } }
  const [value, gradient] = [valueRelations(subject, whole, answer), gradientRelations(subject, whole, answer)]
  return value === outside || gradient === outside ? outside : [value, gradient].flat()
}

// Enough bits that two formulas for one number agree to the last digit of a double.
const wide = ball(100)

/** The printed form beside the definition: value and gradient, entry by entry, in wide arithmetic. */
const printedRelations = <Target>(
  { printed, definition }: Subject<Target>, { options = {}, target, scores }: Call<Target>
): Case<Plain> => {
  if (printed === undefined || definition === undefined) return outside
  const lifted = T.liftGrid(wide.of)(scores)
  const form = printed(wide)(options)(target)(lifted)
  const slopes = partials(wide)(N => definition(N)(options)(target))(lifted)
  const sides = (size: number, left: Ball, right: Ball, place: string): Relation<Plain> =>
    between('the printed form gives', 'the definition', besideSize(
      size, equal<Plain>(toInterval(left), toInterval(right), place)
    ))
  return [
    equal<Plain>(form.gradient.length, slopes.entries.length, 'entries of the printed gradient'),
    sides(largest(scores), form.value, definition(wide)(options)(target)(lifted), 'value'),
    ...slopes.entries.map(
      (slope, i) => sides(1, form.gradient[i] ?? wide.of(NaN), slope, `gradient[${indexAt(scores.shape, i).join(',')}]`)
    )
  ]
}
