import { describe, expect, test } from 'vitest'
import { experiment as batchNorm } from '../../proofs-numeric/gaze/experiments/gaze-batch-norm.js'
import { experiment as fullyConnected } from '../../proofs-numeric/gaze/experiments/gaze-fully-connected.js'
import { experiment as momentum } from '../../proofs-numeric/gaze/experiments/gaze-momentum.js'
import { experiment as twoLayer } from '../../proofs-numeric/gaze/experiments/gaze-two-layer.js'
import { answered, type Settings, type Study } from '../../src/study/index.js'

interface Final {
  readonly loss: number
  readonly training: number
}

const finals = (study: Study, settings: Settings): ReadonlyArray<Final> =>
  answered(study.run(settings, 1)).results['courses'] as unknown as ReadonlyArray<Final>

const few = { images: 8, asked: 4, epochs: 2, batch: 4 }

describe('the experiments on gaze', () => {
  test('with no momentum the rule of momentum is plain descent at the effective rate too', () => {
    const [plain, withMomentum, effective] = finals(momentum, { ...few, hidden: [3], rate: 1e-3, mu: 0 })
    expect([withMomentum?.loss, effective?.loss]).toEqual([plain?.loss, plain?.loss])
  })
  test('the two-layer net is the fully connected net of one hidden layer without momentum and decay', () => {
    const [two] = finals(twoLayer, { ...few, hidden: 3, rate: 1e-3, decay: 1 })
    const [one] = finals(fullyConnected, { ...few, hidden: [3], rate: 1e-3, mu: 0 })
    expect(two?.loss).toBe(one?.loss)
  })
  test('batch norm is in one of the two nets, and one seed decides nothing', () => {
    const { results, findings } = answered(batchNorm.run({ ...few, epochs: 1, rate: 0.01, mu: 0.9, seeds: 1 }, 1))
    const [without, withNorm] = results['courses'] as unknown as ReadonlyArray<Final>
    expect(without?.loss).not.toBe(withNorm?.loss)
    expect(findings).toEqual([])
  })
})
