import fc, { type Arbitrary } from 'fast-check'
import type { Analytic, Grid } from '../../src/number/index.js'
import type { Assessed } from '../../src/loss/index.js'
import * as T from '../../src/tensor/index.js'
import type { Tensor } from '../../src/tensor/index.js'
import { examplesAndScores } from '../cases/drawnShapes.js'

type LossOf<Target> = (target: Target) => (scores: Tensor) => Assessed

export interface PrintedLoss<A> {
  readonly value: A
  readonly gradient: ReadonlyArray<A>
}

/** A function of options, where there are any. */
type Given<Options, F> = [Options] extends [undefined] ? F : (options: Options) => F

interface LossDraws<Target> {
  readonly name: string
  /** Targets for this many examples and scores of each: 1 to 4 of both. */
  readonly targets: (examples: number, scores: number) => Arbitrary<Target>
  /** How many scores an example has, where that is fixed. */
  readonly scores?: number
  /** Where the loss is defined for some scores only, or for scores of another shape: where they come from. */
  readonly drawn?: (examples: number, scores: number) => Arbitrary<Tensor>
  /** Scores up to the ends of the stated domain, where value and gradient should be finite; a law of its own. */
  readonly extremes?: (examples: number, scores: number) => Arbitrary<Tensor>
  /**
   * Which slope the gradient may take at a kink: that of the definition unless said; `any` accepts what lies between the slopes on either
   * side, and has the one slope that there is along directions that cross no kink.
   */
  readonly atKinks?: 'definition' | 'any'
}

/** A loss of anyone's own, with options such as a margin or without, and the formula that it should compute, if there is one. */
export interface LossSubject<Target, Options = undefined> extends LossDraws<Target> {
  /** Where each option comes from; loss, definition and printed form are given the drawn ones first. */
  readonly options?: { readonly [K in keyof Options]: Arbitrary<Options[K]> }
  /** What the documentation says of options that are left out: a law of its own. */
  readonly defaults?: Partial<NoInfer<Options>>
  readonly loss: Given<NoInfer<Options>, LossOf<Target>>
  readonly definition?: <A>(N: Analytic<A>) => Given<NoInfer<Options>, (target: Target) => (scores: Grid<A>) => A>
  /**
   * Value and gradient as they are printed and computed, where another formula than the definition loses fewer digits: proved equal to the
   * definition and its derivative, and the float result must lie in its interval run.
   */
  readonly printed?: <A>(
    N: Analytic<A>
  ) => Given<NoInfer<Options>, (target: Target) => (scores: Grid<A>) => PrintedLoss<A>>
}

type Options = Readonly<Record<string, unknown>>

/** Any loss as a function of options, if only of none. */
export interface Subject<Target> extends Pick<LossDraws<Target>, 'name' | 'extremes'> {
  readonly loss: (options: Options) => LossOf<Target>
  readonly definition: (<A>(N: Analytic<A>) => (
    options: Options
  ) => (target: Target) => (scores: Grid<A>) => A) | undefined
  readonly printed: (<A>(N: Analytic<A>) => (
    options: Options
  ) => (target: Target) => (scores: Grid<A>) => PrintedLoss<A>) | undefined
  readonly options: Arbitrary<Options> | undefined
  readonly defaults: Options
  readonly targets: LossDraws<Target>['targets']
  readonly scores: number | undefined
  readonly drawn: (examples: number, scores: number) => Arbitrary<Tensor>
  readonly atKinks: 'definition' | 'any'
}

export const subjectOf = <Target, O>(given: LossSubject<Target, O>): Subject<Target> => {
  const usual = given.definition === undefined ? nearScores : farScores
  const { name, targets, scores, drawn = usual, extremes, atKinks = 'definition' } = given
  const { options, defaults, loss, definition, printed } = given
  // the type of a subject says whether its functions take options; here they are called as it says
  const applied = <F>(f: unknown, chosen: Options): F =>
    (options === undefined ? f : (f as (o: Options) => unknown)(chosen)) as F
  return {
    name, targets, scores, drawn, atKinks, ...extremes === undefined ? {} : { extremes },
    loss: chosen => applied(loss, chosen),
    definition: definition === undefined ? undefined : N => chosen => applied(definition(N), chosen),
    printed: printed === undefined ? undefined : N => chosen => applied(printed(N), chosen),
    options: options === undefined ? undefined : fc.record(options), defaults: (defaults ?? {})
  }
}

/** A whole number from 0 to classes - 1 for each example. */
export const labels = (examples: number, classes: number): Arbitrary<ReadonlyArray<number>> =>
  fc.array(fc.integer({ min: 0, max: classes - 1 }), { minLength: examples, maxLength: examples })

/** Whole numbers times one of these; one case in twenty has scores that are mostly equal, or 0 with either sign. */
const scoresAt = (scales: ReadonlyArray<number>) => (examples: number, classes: number): Arbitrary<Tensor> => {
  const count = { minLength: examples * classes, maxLength: examples * classes }
  return fc
    .tuple(
      fc.oneof({ weight: 19, arbitrary: fc.array(fc.integer({ min: -40, max: 40 }), count) },
        { weight: 1, arbitrary: fc.array(fc.integer({ min: 0, max: 1 }), count) }),
      fc.constantFrom(...scales))
    .map(([entries, scale]) => T.fromFlat([examples, classes], entries.map(k => k * scale)))
}

// Some have 53 bits.
const near = [0.25, 1, 1 / 16, -1 / 3, 16, 64]

/** Scores that differ by neither too little nor too much for differences of a loss to show its slopes. */
const nearScores = scoresAt(near)

/** From very near each other to some hundreds apart and more, where a softmax in doubles overflows unless its largest is taken off. */
const farScores = scoresAt([...near, 2 ** -40, 2 ** 34])

/** The inputs of one call. */
export interface Call<Target> {
  readonly options?: Options
  readonly target: Target
  readonly scores: Tensor
}

type Scores = (examples: number, classes: number) => Arbitrary<Tensor>

/** Calls for so many examples and scores. */
const callsFor = <Target>({ options, targets }: Subject<Target>, scoresFrom: Scores) =>
  ([n, c]: readonly [number, number]): Arbitrary<Call<Target>> => fc.record({
    ...options === undefined ? {} : { options }, target: targets(n, c), scores: scoresFrom(n, c)
  })

/** Calls of one to four examples. */
export const callsOf = <Target>(
  subject: Subject<Target>, scoresFrom: Scores = subject.drawn
): Arbitrary<Call<Target>> =>
  examplesAndScores(subject.scores).chain(callsFor(subject, scoresFrom))

/** Two calls with scores of one shape, and one with scores of another. */
export interface Interleaved<Target> {
  readonly a: Call<Target>
  readonly b: Call<Target>
  readonly c: Call<Target>
}

export const interleavedOf = <Target>(subject: Subject<Target>): Arbitrary<Interleaved<Target>> => {
  const calls = callsFor(subject, subject.drawn)
  return fc.tuple(examplesAndScores(subject.scores), examplesAndScores(subject.scores)).chain(([sizes, others]) =>
    fc.record({ a: calls(sizes), b: calls(sizes), c: calls(others) }))
}
