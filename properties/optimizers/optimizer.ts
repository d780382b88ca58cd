import fc, { type Arbitrary } from 'fast-check'
import { type Case, type Claim, claim, outside, type Plain } from '../../src/claim/index.js'
import { atMostCases } from '../cases/fewer.js'
import { sampledFrom } from '../judges/sampledFrom.js'
import { descentsOf, type Given, pairsOf, shortDescents } from './descents.js'
import { formRelations } from './form.js'
import { advancedRelations, lookedAt, stepsUpTo } from './advanced.js'
import { stepRelations } from './known.js'
import { purityRelations } from './purity.js'
import { type OptimizerSubject, type Subject, subjectOf } from './subject.js'
import { take } from './taken.js'

export type { LastStep, OptimizerSubject } from './subject.js'

/** First without options, so that formulas written in place need no types. */
interface Suite {
  (subject: OptimizerSubject): ReadonlyArray<Claim>
  <Options>(subject: OptimizerSubject<Options>): ReadonlyArray<Claim>
}

const closedForm = String.raw`\Delta_t = f(g_1, \ldots, g_t)`

const usualLongest = 1500

// Room for the roundings of more than a thousand steps is a thousand times that for one.
const afterMany = 2 ** -16

/**
 * The laws that every optimizer obeys: it answers a step of the shape of the parameter and a memory of the same shapes from step to step;
 * it is a pure function, so that descents in turn do not disturb each other; and its steps are those of its definition: the first ones,
 * those after up to 1500, and those of a parameter that is trained beside another by `onEach`. Options are drawn; what is said of those
 * left out is a law of its own. The optimizer is called when a claim is judged, not before.
 */
export const optimizerLaws: Suite = <Options>(given: OptimizerSubject<Options>): ReadonlyArray<Claim> => {
  const subject = subjectOf(given)
  const { name, rows = [], gradientsUpTo, longest = usualLongest, tensors, beside, defaults } = subject
  const law = <D extends object>(
    id: string, title: string, statement: string, most: number, draws: Arbitrary<D>, check: (drawn: D) => Case<Plain>,
    coarsest?: number
  ): Claim => atMostCases(most, claim(
      { id, title: `${name}: ${title}`, statement, source: 'the definition', rows: id === `${name}/steps` ? rows : [] },
      sampledFrom(draws, check, coarsest)))
  const everywhere = Array.from({ length: tensors }, (_, k) => k)
  const sizes = gradientsUpTo === undefined ? 'at which the definition runs in doubles' : `up to ${gradientsUpTo}`
  return [
    law(`${name}/form`, 'it answers [step, memory], in the shapes of the parameter and of its memory',
      String.raw`\mathrm{shape}(\Delta) = \mathrm{shape}(w)`, 50, shortDescents(subject), drawn =>
        formRelations(subject, drawn)),
    law(`${name}/purity`, 'two descents in turn are those taken alone, bit by bit; what is given stays', String.raw`\Delta_t = \Delta_t`,
      50, pairsOf(subject), ({ a, b }) => purityRelations(subject, a, b)),
    law(`${name}/steps`, `the step after gradients ${sizes} is that of its definition`, closedForm, 300, shortDescents(
      subject
    ), drawn =>
      stepRelations(subject, drawn, take(name, subject.alone(drawn.options ?? {}), drawn), drawn.steps, everywhere)),
    law(`${name}/advanced`, `the steps after up to ${longest} others are those of its definition`, closedForm, 12,
      lookedAt(descentsOf(subject, stepsUpTo(longest), tensors, fc.constantFrom([1], [1], [], [2]))),
      drawn => advancedRelations(subject, drawn, everywhere), afterMany),
    ...beside === undefined ? [] : [
      law(`${name}/beside`, 'each of two parameters that onEach trains together takes the steps of its definition', closedForm, 60,
        shortDescents(subject, 2), drawn => {
          if (!isReadable(subject, drawn)) return outside
          const taken = take(name, beside(drawn.options ?? {}), drawn)
          const each = [0, 1].map(k => stepRelations(subject, drawn, taken, drawn.steps, [k]))
          return each.includes(outside) ? outside : each.flatMap(found => (found === outside ? [] : found))
        })
    ],
    ...Object.keys(defaults).length === 0 ? [] : [
      law(`${name}/defaults`, `options that are left out are ${JSON.stringify(defaults)}`, String.raw`f_o = f_{d, o}`, 60, withoutSome(subject), drawn =>
        stepRelations(subject, { ...drawn, options: { ...defaults, ...drawn.options } },
          take(name, subject.alone(drawn.options ?? {}), drawn), drawn.steps, everywhere))
    ]
  ]
}

/** Whether answers have a form that onEach can read. */
const isReadable = ({ name, alone }: Subject, drawn: Given): boolean => {
  const ofFirst = <A>(each: ReadonlyArray<A>): ReadonlyArray<A> => each.slice(0, 1)
  const taken = take(
    name, alone(drawn.options ?? {}), { ...drawn, w: ofFirst(drawn.w), gradients: drawn.gradients.map(ofFirst) }, 1
  )
  return !('wrong' in taken) || !taken.unreadable
}

/** Descents without some of the options that have defaults. */
const withoutSome = (subject: Subject): Arbitrary<Given> =>
  fc.tuple(shortDescents(subject), fc.subarray(Object.keys(subject.defaults), { minLength: 1 })).map(
    ([given, left]) => ({
      ...given, options: Object.fromEntries(Object.entries(given.options ?? {}).filter(([key]) => !left.includes(key)))
    })
  )
