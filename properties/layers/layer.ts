import fc, { type Arbitrary } from 'fast-check'
import { type Case, type Claim, claim, type Plain, type Relation, sampled } from '../../src/claim/index.js'
import type { Shape } from '../../src/number/index.js'
import type { Tensor } from '../../src/tensor/index.js'
import { derivativeRelations, printedRelations, valueRelations } from './againstDefinition.js'
import { estimated } from '../judges/estimated.js'
import { finiteEntries } from '../judges/finite.js'
import { linearRelations } from './linearPullback.js'
import { copies, copy, sameBits } from '../judges/sameBits.js'
import { sparsely } from '../cases/sparsely.js'
import {
  type LayerSubject, type Named, type ParametricSubject, quarters, sizesUpTo, type Subject, subjectOf, tensors, wholeNumbers
} from './subject.js'

export type { LayerSubject, NamedGrids, ParametricSubject, Printed, SubjectOptions } from './subject.js'

interface Drawn {
  readonly inputs: Named
  readonly dy: Tensor
  /** A direction of the inputs, by its number. */
  readonly v: number
}

type Draws<K extends keyof Drawn> = { readonly [Key in K]: Arbitrary<Drawn[Key]> }

const derivative = String.raw`\langle dy, J v\rangle = \langle J^T dy, v\rangle`

/**
 * The laws that every layer obeys, judged for this one: it is a pure function, its value is that of its definition, and its pullback is
 * linear and the derivative of the definition. Without a definition the pullback is judged by differences of the layer's own values, which
 * are estimates: a weaker strength.
 */
export const layerLaws = (given: LayerSubject | ParametricSubject): ReadonlyArray<Claim> => {
  const subject = subjectOf(given)
  const { inputs, extremes, define, printed } = subject
  const output = outputShape(subject)
  const dy = cotangentsFor(subject)
  const v = fc.nat({ max: 99 })
  const law = <K extends keyof Drawn>(
    name: string, title: string, statement: string, draws: Draws<K>, check: (drawn: Pick<Drawn, K>) => Case<Plain>
  ): Claim => claim(
    { id: `${given.name}/${name}`, title: `${given.name}: ${title}`, statement, source: 'the definition', rows: given.rows?.[name] ?? [] },
    sampled<Pick<Drawn, K>>(draws, check)
  )
  const pullback = (title: string): Claim => law('pullback', title, derivative, { inputs, dy, v }, drawn =>
    derivativeRelations(subject, drawn.inputs, drawn.dy, drawn.v))
  return [
    sparsely(law('replay', 'the same inputs give the same bits again, and keep their own', 'f(x) = f(x)', { inputs, dy }, drawn =>
      replayRelations(subject, drawn.inputs, drawn.dy))),
    ...define === undefined ? [] : [
      law('value', 'the value is that of its definition', 'y = f(x)', { inputs }, drawn => valueRelations(subject, define, drawn.inputs))
    ],
    sparsely(law('linear-pullback', 'the pullback of -2 times a cotangent is -2 times its pullback, and that of a sum the sum of both',
      String.raw`J^T (-2\,dy) = -2 J^T dy,\ J^T (dy + dz) = J^T dy + J^T dz`, { inputs, dy, v }, drawn =>
        linearRelations(subject, drawn.inputs, drawn.dy, drawn.v))),
    define === undefined
      ? sparsely(estimated(pullback('the pullback is what differences of its values estimate, entry by entry')))
      : pullback('the pullback is the derivative of its definition, entry by entry'),
    ...define === undefined || printed === undefined ? [] : [
      sparsely(law('printed', 'the printed form and its pullback are the definition and its derivative', derivative, { inputs, dy, v },
        drawn => printedRelations(subject, printed, define, drawn)))
    ],
    ...extremes === undefined ? [] : [
      sparsely(law('finite', 'finite inputs in its stated domain give finite outputs', String.raw`|x|, |dy| \le m \Rightarrow |y|, |dx| < \infty`,
        { inputs: extremes, dy: sizesUpTo(given.finiteUpTo ?? 1, output), v }, drawn => finiteRelations(subject, drawn)))
    ]
  ]
}

const outputShape = ({ inputs, run }: Subject): Shape => run(fc.sample(inputs, { numRuns: 1, seed: 0 })[0] as Named).y.shape

/** Cotangents of the output: few digits where sums of them can be exact, else numbers of which few are alike. */
export const cotangentsFor = (subject: Subject): Arbitrary<Tensor> =>
  tensors(outputShape(subject), subject.printed === undefined ? quarters : wholeNumbers)

// Intervals know of underflow; with a printed form outputs are known to be right as well.
const finiteRelations = (subject: Subject, { inputs, dy, v }: Drawn): ReadonlyArray<Relation<Plain>> => {
  const { define, printed } = subject
  const { y, pullback } = subject.run(inputs)
  return [
    ...finiteEntries(y, 'y'),
    ...Object.entries(pullback(dy)).flatMap(([name, d]) => finiteEntries(d, `d${name}`)),
    ...define === undefined || printed === undefined
      ? [] : [...valueRelations(subject, define, inputs), ...derivativeRelations(subject, inputs, dy, v)]
  ]
}

// The drawn inputs are kept away from a layer that might write to them.
const replayRelations = (subject: Subject, inputs: Named, dy: Tensor): ReadonlyArray<Relation<number>> => {
  const [given, cotangent] = [copies(inputs), copy(dy)]
  const [first, second] = [subject.run(given), subject.run(given)]
  const [pulled, again] = [first.pullback(cotangent), second.pullback(cotangent)]
  return [
    ...Object.entries(inputs).flatMap(([name, t]) => sameBits(given[name] as Tensor, t, `${name} after the call`)),
    ...sameBits(cotangent, dy, 'dy after the call'),
    ...sameBits(first.y, second.y, 'y'),
    ...Object.keys(pulled).flatMap(name => sameBits(pulled[name] as Tensor, again[name] as Tensor, `d${name}`))
  ]
}
