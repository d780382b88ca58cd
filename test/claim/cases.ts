import fc from 'fast-check'
import { type Effort, effort, type Judgement } from '../../src/claim/Claim.js'
import type { Measured } from '../../src/claim/Measured.js'
import { type CaseJudge, type Inputs, runCases } from '../../src/claim/runCases.js'

export const holds: Measured = {
  outcome: 'holds', slack: { lo: 0, hi: 0 }, resolution: 0, width: -Infinity, place: '', left: { lo: 1, hi: 1 },
  right: { lo: 1, hi: 1 },
  sides: ['left', 'right']
}
export const violatedBy = (by: number): Measured =>
  ({ ...holds, outcome: 'violated', slack: { lo: -by, hi: -by }, right: { lo: 1 + by, hi: 1 + by } })

export interface Input { readonly n: number }
export type Measure<I> = CaseJudge<I>['measure']

export const judge = <I>(
  inputs: Inputs<I>, measure: Measure<I>, more: Partial<CaseJudge<I>> = {}, spent: Effort = effort()
): Judgement => runCases(inputs, { measure, who: 'the formula', ...more })(spent, 'test/cases')

/** The first turn is a multiple of 100, so that the cases of 100 runs are n = 0, 1, 2, ..., 99. */
export const byNumber = (turn: () => number): fc.Arbitrary<Input> => fc.constant(0).map(() => ({ n: turn() % 100 }))

/** One number, which shrinks by 1, down to 0. */
export class Chain extends fc.Arbitrary<number> {
  readonly start: number

  constructor(start: number) {
    super()
    this.start = start
  }

  override generate(): fc.Value<number> { return new fc.Value(this.start, undefined) }
  override canShrinkWithoutContext(value: unknown): value is number { return typeof value === 'number' }
  override shrink(n: number): fc.Stream<fc.Value<number>> {
    return n === 0 ? fc.Stream.nil() : fc.Stream.of(new fc.Value(n - 1, undefined))
  }
}
export const downFrom = (start: number): fc.Arbitrary<Input> => new Chain(start).map(n => ({ n }))
