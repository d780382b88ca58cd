import { definedBy, judgedBy } from '../../src/claim/index.js'
import { partials } from '../../src/definition/index.js'
import { floatRun } from '../../src/number/assumptions.js'
import { type Interval, vectorOf } from '../../src/number/index.js'
import * as T from '../../src/tensor/index.js'
import type { Tensor } from '../../src/tensor/index.js'
import { byDifferences } from '../judges/byDifferences.js'
import { inAnyOrder } from '../judges/inAnyOrder.js'
import type { Named } from '../layers/subject.js'
import type { Call, Subject } from './subject.js'

/** What the loss is compared with, in words. */
export const judgeOf = <Target>({ printed, definition }: Subject<Target>): string =>
  printed !== undefined ? 'its printed form' : definition !== undefined ? 'its definition' : 'differences of its values'

/** Where the value lies: by the printed form, else by the definition with its sums in any order. */
export const knownValue = <Target>(
  { printed, definition }: Subject<Target>, { options = {}, target, scores }: Call<Target>
): Interval =>
  definedBy('its definition', () => (printed !== undefined
    ? printed(floatRun)(options)(target)(T.liftGrid(floatRun.of)(scores)).value
    : inAnyOrder(N => vectorOf(
      definition === undefined ? [] : [definition(N)(options)(target)(T.liftGrid(N.of)(scores))]
    ))
      .at(0)))

/** Where each entry of the gradient lies: by the printed form, else by the definition with its sums in any order, else by differences. */
export const knownGradient = <Target>(
  { name, loss, printed, definition }: Subject<Target>, { options = {}, target, scores }: Call<Target>
): ReadonlyArray<Interval> => {
  if (printed !== undefined) return printed(floatRun)(options)(target)(T.liftGrid(floatRun.of)(scores)).gradient
  if (definition !== undefined) {
    return definedBy('its definition', () =>
      inAnyOrder(N => partials(N)(M => definition(M)(options)(target))(T.liftGrid(N.of)(scores))).entries)
  }
  const run = (inputs: Named) =>
    ({ y: T.scalar(judgedBy(name, () => loss(options)(target)(inputs['scores'] as Tensor).value)) })
  // a loss takes differences of scores
  const largest = Math.max(...Array.from(scores.data, Math.abs))
  return byDifferences({ run, varying: { scores: scores.shape } }, { scores }, largest)(T.scalar(1))['scores']?.entries
    ?? []
}
