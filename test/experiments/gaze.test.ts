import { describe, expect, test } from 'vitest'
import { experiment as batchNorm } from '../../proofs-numeric/gaze/experiments/gaze-batch-norm.js'
import { experiment as fullyConnected } from '../../proofs-numeric/gaze/experiments/gaze-fully-connected.js'
import { experiment as momentum } from '../../proofs-numeric/gaze/experiments/gaze-momentum.js'
import { experiment as twoLayer } from '../../proofs-numeric/gaze/experiments/gaze-two-layer.js'
import { answered, type Request, type Study } from '../../src/study/index.js'

const tiny = { training: 40, validation: 16, epochs: 1, batch: 20 }
const outcome = (study: Study, settings: object) => answered(study.run({ ...study.short, ...tiny, ...settings }, 1))

const trainings = (study: Study, settings: object): ReadonlyArray<Request & { readonly tag: 'train' }> => {
  const asked: Array<Request & { readonly tag: 'train' }> = []
  const steps = study.run({ ...study.short, ...tiny, ...settings }, 1)
  let next = steps.next()
  while (next.done !== true) {
    const { value } = next
    if (value.tag === 'train') asked.push(value)
    const begun = value.tag === 'train' ? value.solver.begin(value.seed) : undefined
    next = steps.next(begun?._tag === 'Right' ? { tag: 'finished', solving: begun.right } : undefined)
  }
  return asked
}

describe('what is documented', () => {
  test.each([[twoLayer, 553604], [fullyConnected, 452704], [batchNorm, 667312]] as const)('%#', (study, parameters) => {
    const { hidden } = study.documented
    const [first] = trainings(study, { hidden: hidden! })
    const begun = first?.solver.begin(1)
    const counted = begun?._tag === 'Right' ? begun.right.training.params
      .flatMap(layer => Object.values(layer)).reduce((sum, { data }) => sum + data.length, 0) : 0
    expect(counted).toBe(parameters)
  })
})

test('the plain descent at the rate that goes equally far has ten times the rate, and all three begin alike', () => {
  const asked = trainings(momentum, {})
  expect(asked.map(({ name }) => name)).toEqual(['sgd', 'momentum', 'sgd-equal'])
  const rates = asked.map(({ solver, seed }) => {
    const begun = solver.begin(seed)
    if (begun._tag === 'Left') throw begun.left
    const [event] = solver.events(begun.right)
    return event?.tag === 'stepped' ? { rate: event.learningRate, loss: event.loss } : undefined
  })
  expect(rates.map(each => each?.rate)).toEqual([1e-3, 1e-3, 1e-3 / (1 - 0.9)])
  expect(new Set(rates.map(each => each?.loss)).size).toBe(1)
})

test('the rate falls by a tenth every two epochs', () => {
  const [plain] = trainings(batchNorm, { training: 4, validation: 4, batch: 4, epochs: 5, hidden: 2, seeds: 1 })
  const begun = plain!.solver.begin(1)
  if (begun._tag === 'Left') throw begun.left
  const rates = [...plain!.solver.events(begun.right)].map(event => (event.tag === 'stepped' ? event.learningRate : NaN))
  expect(rates).toEqual([0, 0, 1, 1, 2].map(k => 0.01 * 0.9 ** k))
})

test('what is found says what was counted', () => {
  const { findings, results, pictures } = outcome(batchNorm, { hidden: 4, seeds: 2 })
  const counted = (results['validationAccuracies'] as unknown as ReadonlyArray<{ readonly plain: number; readonly batchNorm: number }>)
  expect(counted).toHaveLength(2)
  expect(findings[0]?.verdict).toBe(counted.every(each => each.batchNorm > each.plain) ? 'supported' : 'refuted')
  expect(pictures.map(({ name }) => name)).toEqual(['course', 'filters'])
})
