import fc, { type Arbitrary } from 'fast-check'
import { type Case, type Claim, claim, type Plain, type Relation, sampled } from '../src/claim/index.js'
import * as T from '../src/tensor/index.js'
import type { Tensor } from '../src/tensor/index.js'
import { derivativeRelations, printedRelations, valueRelations } from './againstDefinition.js'
import { sameBits } from './sameBits.js'
import { sparsely } from './sparsely.js'
import { type LayerSubject, type Named, type ParametricSubject, quarters, type Subject, subjectOf, tensors } from './subject.js'

export type { LayerSubject, NamedGrids, ParametricSubject, Printed, SubjectOptions } from './subject.js'

interface Drawn {
  readonly inputs: Named
  readonly dy: Tensor
  /** A direction of the inputs, by its number. */
  readonly v: number
}

type Draws<K extends keyof Drawn> = { readonly [Key in K]: Arbitrary<Drawn[Key]> }

/**
 * The laws that every layer obeys, judged for this one: it is a pure function, its value is that of its definition, and its pullback is
 * homogeneous and the derivative of the definition.
 */
export const layerLaws = (given: LayerSubject | ParametricSubject): ReadonlyArray<Claim> => {
  const subject = subjectOf(given)
  const [sample] = fc.sample(subject.inputs, { numRuns: 1, seed: 0 })
  const { inputs } = subject
  const dy = tensors(subject.run(sample as Named).y.shape, quarters)
  const v = fc.nat({ max: 99 })
  const law = <K extends keyof Drawn>(
    name: string, title: string, statement: string, draws: Draws<K>, check: (drawn: Pick<Drawn, K>) => Case<Plain>
  ): Claim => claim(
    { id: `${given.name}/${name}`, title: `${given.name}: ${title}`, statement, source: 'the definition', rows: given.rows?.[name] ?? [] },
    sampled<Pick<Drawn, K>>(draws, check)
  )
  const laws = [
    sparsely(law('replay', 'the same inputs give the same bits again, and keep their own', 'f(x) = f(x)', { inputs, dy }, drawn =>
      replayRelations(subject, drawn.inputs, drawn.dy))),
    law('value', 'the value is that of its definition', 'y = f(x)', { inputs }, drawn => valueRelations(subject, drawn.inputs)),
    sparsely(law('homogeneous', 'the pullback of -2 times a cotangent is -2 times its pullback, and that of 0 is 0',
      String.raw`J^T (-2\,dy) = -2 J^T dy`, { inputs, dy }, drawn => homogeneityRelations(subject, drawn.inputs, drawn.dy))),
    law('pullback', 'the pullback is the derivative of its definition, entry by entry',
      String.raw`\langle dy, J v\rangle = \langle J^T dy, v\rangle`, { inputs, dy, v }, drawn =>
        derivativeRelations(subject, drawn.inputs, drawn.dy, drawn.v))
  ]
  if (subject.printed === undefined) return laws
  return [...laws, sparsely(law('printed', 'the printed form and its pullback are the definition and its derivative',
    String.raw`\langle dy, J v\rangle = \langle J^T dy, v\rangle`, { inputs, dy, v }, drawn =>
      printedRelations(subject, drawn.inputs, drawn.dy, drawn.v)))]
}

const homogeneityRelations = (subject: Subject, inputs: Named, dy: Tensor): ReadonlyArray<Relation<number>> => {
  const { pullback } = subject.run(inputs)
  const [once, twice, none] = [pullback(dy), pullback(T.mul(dy, -2)), pullback(T.mul(dy, 0))]
  return Object.entries(once).flatMap(([name, d]) => [
    ...sameBits(twice[name] as Tensor, T.mul(d, -2), `d${name}`),
    ...sameBits(none[name] as Tensor, T.zeros(d.shape), `d${name} of no cotangent`)
  ])
}

const copied = (t: Tensor): Tensor => T.fromFlat(t.shape, [...t.data])

const replayRelations = (subject: Subject, inputs: Named, dy: Tensor): ReadonlyArray<Relation<number>> => {
  // the drawn inputs are kept away from a layer that might write to them
  const given = Object.fromEntries(Object.entries(inputs).map(([name, t]) => [name, copied(t)]))
  const cotangent = copied(dy)
  const [first, second] = [subject.run(given), subject.run(given)]
  const [pulled, again] = [first.pullback(cotangent), second.pullback(cotangent)]
  return [
    ...Object.entries(inputs).flatMap(([name, t]) => sameBits(given[name] as Tensor, t, `${name} after the call`)),
    ...sameBits(cotangent, dy, 'dy after the call'),
    ...sameBits(first.y, second.y, 'y'),
    ...Object.keys(pulled).flatMap(name => sameBits(pulled[name] as Tensor, again[name] as Tensor, `d${name}`))
  ]
}
