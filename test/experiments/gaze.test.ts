import { describe, expect, test } from 'vitest'
import { experiment as batchNorm } from '../../proofs-numeric/gaze/experiments/gaze-batch-norm.js'
import { experiment as fullyConnected } from '../../proofs-numeric/gaze/experiments/gaze-fully-connected.js'
import { experiment as momentum } from '../../proofs-numeric/gaze/experiments/gaze-momentum.js'
import { experiment as twoLayer } from '../../proofs-numeric/gaze/experiments/gaze-two-layer.js'
import { readGaze } from '../../proofs-numeric/gaze/experiments/gazeData.js'
import { eyes, writePng } from '../../src/data/index.js'
import { run, seedOf } from '../../src/random/index.js'
import { answered, type Request, type Study } from '../../src/study/index.js'
import * as T from '../../src/tensor/index.js'

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

describe('photographs of eyes', () => {
  const { images, labels } = run(eyes(6), seedOf(3))
  const files = labels.map((_, k) => ({ name: `${k}.png`, bytes: writePng(T.moveaxis(T.row(images, k), 0, 2)) }))
  const list = (text: string) => ({ name: 'labels.csv', bytes: new TextEncoder().encode(text) })
  const all = list(`file,label\n${labels.map((label, k) => `${k}.png,${label}`).join('\n')}\n`)

  test('are read in the order of their labels, the first to be trained on', () => {
    const { training, validation, samples } = readGaze([...files, all], { training: 4, validation: 2 })
    const entries = T.map(images, x => (x - 128) / 128)
    expect([training.count, validation.count]).toEqual([4, 2])
    expect(training.take([0, 1, 2, 3])).toEqual({ x: T.take(entries, [0, 1, 2, 3]), target: [0, 1, 2, 3] })
    expect(validation.take([0, 1])).toEqual({ x: T.take(entries, [4, 5]), target: [0, 1] })
    expect(samples.map(image => image.data)).toEqual([0, 1, 2, 3].map(k => T.row(T.row(images, k), 0).data))
  })
  test('of other sizes and in colours become grey and 36 x 120', () => {
    const one = { name: '0.png', bytes: writePng(T.tabulate([72, 240, 3], (_, __, c) => [10, 20, 60][c] ?? 0)) }
    const { samples } = readGaze([one, list('file,label\n0.png,2')], { training: 1, validation: 0 })
    expect(samples).toEqual([T.mul(T.ones([36, 120]), 30)])
  })
  test.each([
    [[...files, all], { training: 5, validation: 2 }, /expected 5 \+ 2 pictures with labels .*, got 6/],
    [[...files, list('file,label\n0.png,4')], { training: 1, validation: 0 }, /^labels.csv: .*0 or 1 or 2 or 3, got "4"/],
    [files, { training: 1, validation: 0 }, /expected one file with ".csv" in its name/]
  ])('are refused where there are too few, or no labels (%#)', (given, sizes, message) => {
    expect(() => readGaze(given, sizes)).toThrow(message)
  })
})
