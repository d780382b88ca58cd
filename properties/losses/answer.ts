import { judgedBy, type Plain, type Relation } from '../../src/claim/index.js'
import type { Assessed } from '../../src/loss/index.js'
import { inWords, isTensor, shapeRelations, wrongForm } from '../judges/form.js'
import type { Call, Subject } from './subject.js'

/** What the loss answers, whatever that is. */
export const answerOf = <Target>(
  { name, loss }: Subject<Target>, { options = {}, target, scores }: Call<Target>
): unknown =>
  judgedBy(name, () => loss(options)(target)(scores))

/** Whether it is a number and a tensor. */
export const isAssessed = (answer: unknown): answer is Assessed =>
  typeof answer === 'object' && answer !== null && 'value' in answer && typeof answer.value === 'number'
  && 'gradient' in answer && isTensor(answer.gradient)

const form = '{ value, gradient }, a number and a tensor'

const wordsFor = (answer: unknown): string =>
  typeof answer === 'object' && answer !== null && 'value' in answer && 'gradient' in answer
    ? `{ value, gradient }, ${inWords(answer.value)} and ${inWords(answer.gradient)}` : inWords(answer)

/** That the answer is a number and a tensor of the shape of the scores. */
export const formRelations = <Target>(subject: Subject<Target>, call: Call<Target>): ReadonlyArray<Relation<Plain>> => {
  const answer = answerOf(subject, call)
  return isAssessed(answer) ? shapeRelations(answer.gradient, call.scores.shape, 'the gradient')
    : wrongForm(form, wordsFor(answer))
}
