import { equal, judgedBy, type Plain, type Relation } from '../../src/claim/index.js'
import { show } from '../../src/claim/show.js'
import type { Assessed } from '../../src/loss/index.js'
import * as T from '../../src/tensor/index.js'
import { isOfShape } from '../judges/form.js'
import { copy, sameBits } from '../judges/sameBits.js'
import { isAssessed } from './answer.js'
import type { Call, Interleaved, Subject } from './subject.js'

const isNumberList = (x: unknown): x is ReadonlyArray<number> => Array.isArray(x)

const isTensorLike = (x: unknown): x is T.Tensor => typeof x === 'object' && x !== null && 'shape' in x && 'data' in x

/** A copy of labels or of a tensor, so that a loss that writes to its target does not write to the one that was drawn. */
const copyTarget = <Target>(target: Target): Target =>
  (isTensorLike(target) ? copy(target) : isNumberList(target) ? [...target] : target) as Target

const copyCall = <Target>(call: Call<Target>): Call<Target> =>
  ({ ...call, target: copyTarget(call.target), scores: copy(call.scores) })

const unchanged = (now: unknown, before: unknown, name: string): Relation<Plain> =>
  equal<Plain>(Number(show(now) === show(before)), 1, `${name} after the calls is what it was`)

/** Undefined where the answer is of another form, or its gradient of another shape than the scores: other laws say so. */
const readable = (answer: unknown, { scores }: { readonly scores: T.Tensor }): Assessed | undefined =>
  (isAssessed(answer) && isOfShape(answer.gradient, scores.shape) ? answer : undefined)

const sameAnswer = (left: Assessed, right: Assessed, when: string): ReadonlyArray<Relation<Plain>> => [
  ...sameBits(T.scalar(left.value), T.scalar(right.value), `value ${when}`),
  ...sameBits(left.gradient, right.gradient, `gradient ${when}`)
]

/**
 * That a is answered as at first after b of the same shape and c of another were answered between, and that what was answered and given
 * stays as it was. Undefined where answers are of the wrong form.
 */
export const purityRelations = <Target>(
  { name, loss }: Subject<Target>, drawn: Interleaved<Target>
): ReadonlyArray<Relation<Plain>> | undefined => {
  const [a, b, c] = [copyCall(drawn.a), copyCall(drawn.b), copyCall(drawn.c)]
  const ofTarget = ({ options = {}, target }: Call<Target>) => judgedBy(name, () => loss(options)(target))
  const [ofA, ofB] = [ofTarget(a), ofTarget(b)]
  const ask = (lossOf: typeof ofA, { scores }: Call<Target>): unknown => judgedBy(name, () => lossOf(scores))
  const first = readable(ask(ofA, a), a)
  if (first === undefined) return undefined
  const kept: Assessed = { value: first.value, gradient: copy(first.gradient) }
  const sameTarget = { ...a, scores: copy(drawn.b.scores) }
  const [second, secondAfresh] = [ofA, ofTarget(a)].map(lossOf => readable(ask(lossOf, sameTarget), sameTarget))
  ask(ofB, b)
  // a buffer that calls share holds the answer to b now
  const meanwhile: Assessed = { value: first.value, gradient: copy(first.gradient) }
  ask(ofTarget(c), c)
  const [again, afresh] = [readable(ask(ofA, a), a), readable(ask(ofTarget(a), a), a)]
  if (again === undefined || afresh === undefined || second === undefined
    || secondAfresh === undefined) return undefined
  return [
    ...sameAnswer(second, secondAfresh, 'of other scores for the same target'),
    ...sameAnswer(meanwhile, kept, 'of the first call, read again after another'),
    ...sameAnswer(again, kept, 'of the same call after others'),
    ...sameAnswer(afresh, kept, 'of the same call begun afresh'),
    ...sameBits(a.scores, drawn.a.scores, 'scores after the call'),
    unchanged(a.target, drawn.a.target, 'the target'),
    unchanged(a.options, drawn.a.options, 'what was given as options')
  ]
}
