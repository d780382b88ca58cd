import { describe, expect, test } from 'vitest'
import { experiment as fiveStarts } from '../../proofs-numeric/object-recognition-2/experiments/five-starts.js'
import { experiment as fortyStarts } from '../../proofs-numeric/object-recognition-2/experiments/forty-starts.js'
import { experiment as gradientCheck } from '../../proofs-numeric/object-recognition-2/experiments/gradient-check-1000.js'
import { experiment as hiddenUnits } from '../../proofs-numeric/object-recognition-2/experiments/hidden-units.js'
import { experiment as learningRates } from '../../proofs-numeric/object-recognition-2/experiments/learning-rates.js'
import { spread } from '../../proofs-numeric/object-recognition-2/experiments/moonRuns.js'
import { answered } from '../../src/study/index.js'

describe('the experiments on the double moon', () => {
  test('the documented table of hidden units has the means and deviations that the ledger recomputed', () => {
    const few = spread([0.2, 0, 0.2, 0.1, 0])
    expect(few.mean.toFixed(2)).toBe('0.10')
    expect(few.deviation.toFixed(3)).toBe('0.089')
  })
  test('each start is a seed of its own, and the first of them is the run of that seed alone', () => {
    const settings = { hidden: 3, rate: 0.02, epochs: 1, runs: 2 }
    const [two, one] = [2, 1].map(runs =>
      answered(fiveStarts.run({ ...settings, runs }, 1)).results['runs'] as ReadonlyArray<object>)
    expect(two?.[0]).toEqual(one?.[0])
    expect(two?.[1]).not.toEqual(one?.[0])
  })
  test('no step is taken with rate 0: every point counts as wrong, which no finding calls learned', () => {
    const { results, findings } = answered(learningRates.run({ hidden: 2, rates: [2, 0], epochs: 1, runs: 1 }, 1))
    const [, still] = results['sweep'] as ReadonlyArray<{ readonly training: object }>
    expect(still?.training).toEqual({ mean: 100, deviation: 0 })
    expect(findings.map(({ id }) => id)).toEqual(['learning-rates/too-high'])
  })
  test('one hidden unit cuts the plane by a line at most, and a short sweep decides nothing', () => {
    const settings = { hidden: [1], rate: 0.02, epochs: 1, runs: 1 }
    const { results, findings, pictures } = answered(hiddenUnits.run(settings, 1))
    const [one] = results['sweep'] as ReadonlyArray<{ readonly training: { readonly mean: number } }>
    expect(one?.training.mean).toBeGreaterThan(0)
    expect(findings).toEqual([])
    expect(pictures.map(({ name }) => name)).toEqual(['final-errors', 'mean-errors'])
  })
  test('hits are counted of all seeds', () => {
    const { results } = answered(fortyStarts.run({ hidden: 1, rate: 0, epochs: 1, seeds: 2 }, 1))
    expect(results).toMatchObject({ hits: 0, draws: 2, trainErrors: [100, 100] })
  })
  test('the gradient check succeeds as documented, and fails with a step that is cut off', () => {
    const check = (step: number) => answered(gradientCheck.run({ nets: 50, hidden: 3, step }, 1)).findings[0]?.verdict
    expect(check(1e-8)).toBe('supported')
    expect(check(1e-13)).toBe('refuted')
  })
})
