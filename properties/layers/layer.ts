import fc, { type Arbitrary } from 'fast-check'
import { type Claim, claim, equal, outside, type Plain, type Relation } from '../../src/claim/index.js'
import { attempt, isLeft } from '../../src/prelude/index.js'
import type { Tensor } from '../../src/tensor/index.js'
import { cotangentFrom, directionFrom, seeds } from '../cases/hashed.js'
import { seldom, sparsely } from '../cases/sparsely.js'
import { estimated } from '../judges/estimated.js'
import { type Call, interleaved } from '../judges/interleaved.js'
import { precisions } from '../judges/precision.js'
import { sampledFrom } from '../judges/sampledFrom.js'
import { type See, sayingZeros } from '../judges/sayingZeros.js'
import { derivativeRelations, printedRelations, valueRelations } from './againstDefinition.js'
import { cotangentName, isFormless } from './answer.js'
import { type Bound, type Flat, flat, type Subject, subjectOf, unflattened } from './bound.js'
import type { Given } from './drawn.js'
import { callOf, finiteRelations, formRelations, reusedRelations } from './contract.js'
import { isUndefinedAt, linearRelations } from './linearPullback.js'
import type { AnyLayerSubject, Define, Named, PrintedForm } from './subject.js'

export type {
  AnyLayerSubject, LayerSubject, Named, NamedGrids, OptionedParametricSubject, OptionedSubject, ParametricSubject,
  Printed, SubjectOptions
} from './subject.js'

/** A case as a law sees it: the layer with its options, the inputs, a seed, and the cotangent that belongs to an output. */
interface Seen {
  readonly bound: Bound
  readonly inputs: Named
  readonly seed: number
  readonly dyFor: (y: Tensor) => Tensor
}

type Relations = ReadonlyArray<Relation<Plain>>

const derivative = String.raw`\langle dy, J v\rangle = \langle J^T dy, v\rangle`

/**
 * The laws that every layer obeys, judged for this one: its answers have the form of answers, it is a pure function, its value is that of
 * its definition, and its pullback is linear and the derivative of the definition. What doubles hold exactly is compared exactly, all else
 * by enclosures. Without a definition the pullback is judged by differences of the layer's own values, which are estimates: a weaker
 * strength.
 * Nothing is called before a claim is judged.
 */
export const layerLaws = <O = never>(given: AnyLayerSubject<O>): ReadonlyArray<Claim> => lawsOf(given, subjectOf(given))

/** What a suite says of the layer, and up to which size it should be finite. */
type Judged = Pick<AnyLayerSubject<never>, 'name' | 'source' | 'rows' | 'precision' | 'finiteUpTo'>

/** The same, with cases of the subject's own. */
export const lawsOf = (given: Judged, subject: Subject): ReadonlyArray<Claim> => {
  const { cases, pairs, extremes, hasDefinition, hasPrinted, bind, optionNames, cotangentFor } = subject
  const { name } = given
  const { bits } = precisions[given.precision ?? 'double']
  const seen = (all: Flat, seed: number): Seen => {
    const { options, inputs } = unflattened(all, optionNames)
    const dyFor = ({ shape }: Tensor): Tensor =>
      cotangentFor?.(options, seed, shape) ?? cotangentFrom(seed, shape, bits)
    return { bound: bind(options), inputs, seed, dyFor }
  }
  const judged = <I extends object>(
    id: string, title: string, statement: string, draw: Arbitrary<I>, check: (drawn: I) => Relations
  ): Claim =>
    claim({
      id, title: `${name}: ${title}`, statement, source: given.source ?? 'the definition',
      rows: given.rows?.[id.slice(name.length + 1)] ?? []
    }, sampledFrom(draw, drawn => {
      const found = attempt(() => check(drawn))
      if (!isLeft(found)) return found.right
      // the law of forms says so
      if (isFormless(name, found.left)) return outside
      throw found.left
    }, bits < 53 ? 2 ** -(bits / 2) : id === `${name}/pullback` && !hasDefinition ? 2 ** -20 : undefined))
  const law = (id: string, title: string, statement: string, check: (
    seen: Seen
  ) => Relations, from: Arbitrary<Given> = cases): Claim =>
    judged(id, title, statement, fc.tuple(from, seeds).map(([drawn, seed]) => ({ ...flat(drawn), seed })), drawn =>
      check(seen(drawn, drawn.seed)))
  const pullback = (title: string) =>
    (see: See): Claim => law(`${name}/pullback`, title, derivative, ({ bound, inputs, seed, dyFor }) => {
      const { y, pullback: pull } = bound.run(inputs)
      const dy = dyFor(y)
      const pulled = pull(dy)
      Object.entries(pulled).forEach(([input, d]) => see(cotangentName(input), d))
      return derivativeRelations(bound, inputs, dy, pulled, directionFrom(seed))
    })
  return [
    sparsely(law(`${name}/form`, 'answers are { y, pullback }, and cotangents have the shapes of inputs',
      String.raw`\operatorname{shape} dx = \operatorname{shape} x`, ({ bound, inputs, dyFor }) =>
        formRelations(bound, inputs, dyFor))),
    sparsely(judged(`${name}/pure`, 'calls know nothing of each other, and the same inputs give the same bits',
      'f(x) = f(x)', fc.record({ pair: pairs, other: cases, seed: seeds }).map(({ pair: [a, b], other, seed }) =>
        ({ a: flat(a), b: flat(b), other: flat(other), seed })), ({ a, b, other, seed }) => {
        const [first, second, third] = [a, b, other].map((all, k) => seen(all, seed + k)) as [Seen, Seen, Seen]
        const [ofFirst, ...rest] = [first, second, third].map((
          { bound, inputs, dyFor }
        ) => callOf(bound, inputs, dyFor)) as [Call, ...Array<Call>]
        return [
          ...interleaved(ofFirst, rest),
          ...reusedRelations(first.bound, first.inputs, second.inputs['x'] as Tensor, first.dyFor)
        ]
      })),
    ...hasDefinition ? [
      judged(`${name}/value`, 'the value is that of its definition', 'y = f(x)', cases.map(flat), drawn => {
        const { bound, inputs } = seen(drawn, 0)
        return valueRelations(bound, bound.define as Define, inputs, bound.run(inputs).y)
      })
    ] : [],
    sparsely(
      law(`${name}/linear-pullback`, 'the pullback of -2^k dy is -2^k times that of dy, of a sum the sum',
        String.raw`J^T (-2^k dy) = -2^k J^T dy,\ J^T (dy + dz) = J^T dy + J^T dz`, ({ bound, inputs, seed, dyFor }) => {
          const { y, pullback: pull } = bound.run(inputs)
          const dy = dyFor(y)
          return isUndefinedAt(bound, inputs, dy, pull(dy)) ? [equal(NaN, NaN, 'the derivative of the definition')]
            : linearRelations(bound, inputs, dy, pull, seed)
        })
    ),
    hasDefinition ? sayingZeros(pullback('the pullback is the derivative of its definition, entry by entry'))
      : seldom(
        estimated(sayingZeros(pullback('the pullback is what differences of its values estimate, entry by entry')))
      ),
    ...hasDefinition && hasPrinted ? [
      sparsely(law(`${name}/printed`, 'the printed form and its pullback are the definition and its derivative', derivative, each => {
        const { bound, inputs, seed, dyFor } = each
        const dy = dyFor(bound.run(inputs).y)
        return printedRelations(bound, bound.printed as PrintedForm, bound.define as Define, inputs, dy, directionFrom(
          seed
        ))
      }))
    ] : [],
    ...extremes === undefined ? [] : [
      sparsely(law(`${name}/finite`, 'finite inputs in its stated domain give finite outputs', String.raw`|x|, |dy| \le m \Rightarrow |y|, |dx| < \infty`,
        ({ bound, inputs, seed }) => finiteRelations(bound, inputs, seed, given.finiteUpTo ?? 1), extremes))
    ]
  ]
}
