import { describe, expect, test } from 'vitest'
import { experiment as blocks } from '../../proofs-numeric/object-recognition-2/experiments/convolution-blocks.js'
import { experiment as fiveStarts } from '../../proofs-numeric/object-recognition-2/experiments/five-starts.js'
import { experiment as fortyStarts } from '../../proofs-numeric/object-recognition-2/experiments/forty-starts.js'
import { experiment as gradientCheck } from '../../proofs-numeric/object-recognition-2/experiments/gradient-check-1000.js'
import { experiment as hiddenUnits } from '../../proofs-numeric/object-recognition-2/experiments/hidden-units.js'
import { experiment as learningRates } from '../../proofs-numeric/object-recognition-2/experiments/learning-rates.js'
import { spread } from '../../proofs-numeric/object-recognition-2/experiments/moonRuns.js'
import * as T from '../../src/tensor/index.js'
import { writePng } from '../../src/data/index.js'
import { answered } from '../../src/study/index.js'

const tiny = { height: 24, width: 33, filters: 2, size: 5, stride: 7, window: 4 }

test('the blocks of a convolutional network: shapes, and what is found of each statement', () => {
  const { results, findings, pictures } = answered(blocks.run(tiny, 1))
  expect(results).toEqual({
    picture: [1, 3, 24, 33], plain: [1, 2, 20, 29], strided: [1, 2, 3, 5], padded: [1, 2, 24, 33],
    laplacian: [1, 1, 24, 33], grey: [1, 1, 24, 33], split: [1, 2, 22, 33], pooled: [1, 3, 21, 30]
  })
  expect(findings.filter(({ expected, verdict }) => (verdict === 'supported') !== (expected === 'holds'))).toEqual([])
  expect(findings.filter(({ expected }) => expected === 'erratum')).toHaveLength(3)
  expect(pictures.map(({ svg }) => svg.match(/<image /g)?.length)).toEqual([1, 2, 2, 2, 2, 4, 2])
})

test('a picture of one colour is filtered and drawn too', () => {
  const bytes = writePng(T.full([20, 20, 1], 7))
  const { findings } = answered(blocks.run(tiny, 1, [{ name: 'flat.png', bytes }]))
  expect(findings.find(({ id }) => id === 'convolution-blocks/split')?.verdict).toBe('supported')
  expect(() => answered(blocks.run(tiny, 1, [{ name: 'flat.txt', bytes }]))).toThrow('expected one PNG or JPEG file')
})

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
    expect(pictures.map(({ name }) => name)).toEqual(['final-errors', 'curves', 'boundary-with-1-hidden-unit'])
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
