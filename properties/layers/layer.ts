import fc, { type Arbitrary } from 'fast-check'
import { type Claim, claim, equal, outside, type Plain, type Relation, sampled } from '../../src/claim/index.js'
import { attempt, isLeft } from '../../src/prelude/index.js'
import type { Tensor } from '../../src/tensor/index.js'
import { cotangentFrom, directionFrom, extremeFrom, seeds } from '../cases/hashed.js'
import { sparsely } from '../cases/sparsely.js'
import { estimated } from '../judges/estimated.js'
import { finiteEntries } from '../judges/finite.js'
import { type Call, interleaved } from '../judges/interleaved.js'
import { precisions } from '../judges/precision.js'
import { copies } from '../judges/sameBits.js'
import { derivativeRelations, printedRelations, valueRelations } from './againstDefinition.js'
import { cotangentName, isFormless, mustReturn } from './answer.js'
import { type Bound, type Given, type Subject, subjectOf } from './bound.js'
import { linearRelations } from './linearPullback.js'
import type { AnyLayerSubject, Define, Named, PrintedForm } from './subject.js'

export type {
  AnyLayerSubject, LayerSubject, Named, NamedGrids, OptionedParametricSubject, OptionedSubject, ParametricSubject, Printed, SubjectOptions
} from './subject.js'

/** A case, and the seed of its cotangent and of a direction. */
type Seeded = Given & { readonly seed: number }

const derivative = String.raw`\langle dy, J v\rangle = \langle J^T dy, v\rangle`

const seeded = (cases: Arbitrary<Given>): Arbitrary<Seeded> =>
  fc.tuple(cases, seeds).map(([given, seed]) => ({ ...given, seed }))

type Relations = ReadonlyArray<Relation<Plain>>

/**
 * The laws that every layer obeys, judged for this one: its answers have the form of answers, it is a pure function, its value is that of its
 * definition, and its pullback is linear and the derivative of the definition. What doubles hold exactly is compared exactly, all else by
 * enclosures. Without a definition the pullback is judged by differences of the layer's own values, which are estimates: a weaker strength.
 * Nothing is called before a claim is judged.
 */
export const layerLaws = <O = never>(given: AnyLayerSubject<O>): ReadonlyArray<Claim> => lawsOf(given, subjectOf(given))

/** What a suite says of the layer, and up to which size it should be finite. */
type Judged = Pick<AnyLayerSubject<never>, 'name' | 'source' | 'rows' | 'precision' | 'finiteUpTo'>

type Cotangent = (options: object | undefined, seed: number, y: Tensor) => Tensor

/** The same, with cases of the subject's own. */
export const lawsOf = (given: Judged, subject: Subject): ReadonlyArray<Claim> => {
  const { cases, pairs, extremes, hasDefinition, hasPrinted, bind, cotangentFor } = subject
  const law = <I>(
    name: string, title: string, statement: string, draw: Arbitrary<I>, check: (drawn: I) => Relations
  ): Claim => claim(
    {
      id: `${given.name}/${name}`, title: `${given.name}: ${title}`, statement, source: given.source ?? 'the definition',
      rows: given.rows?.[name] ?? []
    },
    sampled<{ readonly given: I }>({ given: draw }, drawn => {
      const found = attempt(() => check(drawn.given))
      if (!isLeft(found)) return found.right
      if (isFormless(given.name, found.left)) return outside
      throw found.left
    }))
  const { bits } = precisions[given.precision ?? 'double']
  const dyFor: Cotangent = (options, seed, { shape }) => cotangentFor?.(options, seed, shape) ?? cotangentFrom(seed, shape, bits)
  const pullback = (title: string): Claim => law('pullback', title, derivative, seeded(cases), ({ options, inputs, seed }) => {
    const bound = bind(options)
    const { y, pullback: pull } = bound.run(inputs)
    const dy = dyFor(options, seed, y)
    return derivativeRelations(bound, inputs, dy, pull(dy), directionFrom(seed))
  })
  return [
    sparsely(claim(
      {
        id: `${given.name}/form`, title: `${given.name}: its answers have the form { y, pullback }, and cotangents the shapes of their inputs`,
        statement: String.raw`dx \in \mathbb R^{\operatorname{shape} x}`, source: given.source ?? 'the definition', rows: given.rows?.['form'] ?? []
      },
      sampled<{ readonly given: Seeded }>({ given: seeded(cases) }, ({ given: drawn }) => formRelations(bind(drawn.options), drawn, y => dyFor(drawn.options, drawn.seed, y))))),
    sparsely(law('pure', 'calls know nothing of each other: the same inputs give the same bits, whatever was called between, and keep their own',
      'f(x) = f(x)', fc.record({ pair: pairs, other: cases, seed: seeds }), ({ pair: [a, b], other, seed }) => {
        const call = ({ options, inputs }: Given): Call => callOf(bind(options), inputs, y => dyFor(options, seed, y))
        return interleaved(call(a), [call(b), call(other)])
      })),
    ...hasDefinition ? [
      law('value', 'the value is that of its definition', 'y = f(x)', cases, ({ options, inputs }) => {
        const bound = bind(options)
        return valueRelations(bound, bound.define as Define, inputs, bound.run(inputs).y)
      })
    ] : [],
    sparsely(law('linear-pullback', 'the pullback of -2 times a cotangent is -2 times its pullback, and that of a sum the sum of both',
      String.raw`J^T (-2\,dy) = -2 J^T dy,\ J^T (dy + dz) = J^T dy + J^T dz`, seeded(cases), ({ options, inputs, seed }) => {
        const bound = bind(options)
        const { y, pullback: pull } = bound.run(inputs)
        return linearRelations(bound, inputs, dyFor(options, seed, y), pull, seed)
      })),
    hasDefinition ? pullback('the pullback is the derivative of its definition, entry by entry')
      : sparsely(estimated(pullback('the pullback is what differences of its values estimate, entry by entry'))),
    ...hasDefinition && hasPrinted ? [
      sparsely(law('printed', 'the printed form and its pullback are the definition and its derivative', derivative, seeded(cases),
        ({ options, inputs, seed }) => {
          const bound = bind(options)
          const dy = dyFor(options, seed, bound.run(inputs).y)
          return printedRelations(bound, bound.printed as PrintedForm, bound.define as Define, inputs, dy, directionFrom(seed))
        }))
    ] : [],
    ...extremes === undefined ? [] : [
      sparsely(law('finite', 'finite inputs in its stated domain give finite outputs', String.raw`|x|, |dy| \le m \Rightarrow |y|, |dx| < \infty`,
        seeded(extremes), drawn => finiteRelations(bind(drawn.options), drawn, given.finiteUpTo ?? 1)))
    ]
  ]
}

/** That it answers in the form of an answer: what else it answers is said in a sentence. */
const formRelations = (bound: Bound, { inputs }: Seeded, dyFor: (y: Tensor) => Tensor): Relations => {
  const found = attempt(() => {
    const { y, pullback } = bound.run(inputs)
    return pullback(dyFor(y))
  })
  if (!isLeft(found)) {
    return Object.entries(found.right).map(([name, { data }]) =>
      equal<Plain>(data.length, inputs[name]?.data.length ?? NaN, `entries of ${cotangentName(name)}`))
  }
  if (isFormless(bound.name, found.left)) return [mustReturn(bound.name, found.left.expected, found.left.got)]
  throw found.left
}

const callOf = (bound: Bound, inputs: Named, dyFor: (y: Tensor) => Tensor): Call => ({
  inputs: { ...inputs, dy: dyFor(bound.run(copies(inputs)).y) },
  run: ({ dy, ...rest }) => {
    const { y, pullback } = bound.run(rest)
    return {
      now: { y },
      later: () => Object.fromEntries(Object.entries(pullback(dy as Tensor)).map(([name, d]) => [cotangentName(name), d]))
    }
  }
})

// Intervals know of underflow; with a printed form outputs are known to be right as well.
const finiteRelations = (bound: Bound, { inputs, seed }: Seeded, largest: number): Relations => {
  const { define, printed } = bound
  const { y, pullback } = bound.run(inputs)
  const dy = extremeFrom(seed, y.shape, largest)
  const pulled = pullback(dy)
  return [
    ...finiteEntries(y, 'y'),
    ...Object.entries(pulled).flatMap(([name, d]) => finiteEntries(d, cotangentName(name))),
    ...define === undefined || printed === undefined
      ? [] : [...valueRelations(bound, define, inputs, y), ...derivativeRelations(bound, inputs, dy, pulled, directionFrom(seed))]
  ]
}
