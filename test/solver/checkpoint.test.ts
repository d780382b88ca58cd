import { describe, expect, test } from 'vitest'
import { readSafetensors, writeSafetensors } from '../../src/data/index.js'
import { Affine, andThen, BatchNorm, Dropout, type Params, Relu, sequence } from '../../src/layer/index.js'
import { softmaxCrossEntropy } from '../../src/loss/index.js'
import { load, save } from '../../src/model/index.js'
import { adam, onEach, type Optimizer } from '../../src/optimizer/index.js'
import { attempt, isLeft, orThrow } from '../../src/prelude/index.js'
import { checkpoint, restore, solver } from '../../src/solver/index.js'
import * as T from '../../src/tensor/index.js'
import { begin, labelled, train } from '../../src/train/index.js'

const examples = labelled(T.eye(4), [0, 1, 0, 1])
const model = sequence({
  hidden: Affine(3), norm: BatchNorm(), relu: Relu, drop: Dropout({ keepProbability: 0.5 }), scores: Affine(2)
})
const experiment = { model, loss: softmaxCrossEntropy, optimizer: onEach(adam()), examples, batchSize: 3 }
const { training } = train(experiment, 3)(orThrow(begin(experiment, 1)))
const bytes = checkpoint(experiment, training)
const { tensors, metadata } = readSafetensors(bytes)

const saidOf = (answer: ReturnType<typeof restore<ReadonlyArray<number>, unknown>>): string =>
  (isLeft(answer) ? answer.left.message : 'restored')
const changed = (change: Readonly<Record<string, T.Tensor>>): string =>
  saidOf(restore(experiment, writeSafetensors({ ...tensors, ...change }, metadata)))

test('tensors have the names of the model', () => {
  const plain = Object.keys(tensors).filter(name => !name.includes('/'))
  expect(plain).toEqual(['hidden.b', 'hidden.w', 'norm.beta', 'norm.gamma', 'scores.b', 'scores.w'])
  expect(Object.keys(tensors).filter(name => name.startsWith('state/'))).toEqual(
    ['state/drop.seed', 'state/norm.mean', 'state/norm.variance', 'state/norm.weight']
  )
  expect(Object.keys(tensors)).toContain('memory/hidden.w.root')
  expect(tensors['hidden.w']).toEqual(training.params[0]?.['w'])
  expect(metadata).toEqual({ lemmata: 'training', version: '1' })
})

describe('refused, and said', () => {
  test('what does not fit', () => {
    expect(changed({ more: T.eye(2) })).toBe(
      'restore: expected no other tensors than those of the model and its training, got more'
    )
    expect(changed({ 'training/step': T.scalar(1.5) })).toBe(
      'restore: expected training/step: a whole number from 0, got 1.5'
    )
    expect(changed({ 'training/waiting': T.fromNested([4]) })).toBe(
      'restore: expected positions of 4 examples, waiting, got 4'
    )
    expect(changed({ 'training/seed': T.zeros([4]) })).toContain('four integers of 32 bits, not all zero')
    expect(changed({ 'norm.gamma': T.ones([3, 1]) })).toBe('restore: expected norm.gamma of shape 3, got 3x1')
  })
  test('every file that is cut short', () => {
    const cut = Array.from({ length: 200 }, (_, k) => bytes.subarray(0, Math.floor(k * bytes.length / 200)))
    expect(cut.map(part => isLeft(restore(experiment, part)))).toEqual(cut.map(() => true))
  })
  test('losses that are not those of the steps', () => {
    const steady = solver({ model, examples, validation: examples, batchSize: 2 })
    const [, second] = [...steady.events(orThrow(steady.begin(1)))]
    const whole = readSafetensors(steady.checkpoint(second?.solving ?? orThrow(steady.begin(1))))
    const short = writeSafetensors({ ...whole.tensors, 'solver/losses': T.ones([1]) }, whole.metadata)
    expect(saidOf(steady.restore(short) as never)).toBe('restore: expected a loss for each of 2 steps, got 1')
  })
  test('two tensors of one name', () => {
    const twice = andThen(Affine(2), Affine(2))
    const { params, state } = orThrow(begin({ ...experiment, model: twice }, 1))
    const answer = attempt(() => save(twice, { params, state }))
    expect(isLeft(answer) && answer.left.message).toBe(
      'save: expected layers with names of their own (sequence gives them), got affine.w twice'
    )
  })
  test('a memory with anything but tensors', () => {
    const counted: Optimizer<Params, { readonly count: number }> =
      { init: () => ({ count: 1 }), update: () => params => memory => [params, memory] }
    const own = { ...experiment, optimizer: counted }
    const answer = attempt(() => checkpoint(own, orThrow(begin(own, 1))))
    expect(isLeft(answer) && answer.left.message).toBe(
      'checkpoint: expected tensors in lists and records at memory/count, an object, got 1'
    )
  })
})

test('a file of another program will do, if its names and shapes fit', () => {
  const small = sequence({ scores: Affine(2) })
  const file = writeSafetensors({ 'scores.w': T.eye(2), 'scores.b': T.ones([2]) })
  expect(orThrow(load(small, [2], file)).params).toEqual([{ w: T.eye(2), b: T.ones([2]) }])
})

test('numbers that are no ordinary ones come back by their bits', () => {
  const small = sequence({ scores: Affine(2) })
  const params = [{ w: T.fromNested([[-0, NaN], [Infinity, 5e-324]]), b: T.fromNested([-Infinity, 1e308]) }]
  const again = orThrow(load(small, [2], save(small, { params, state: [{}] })))
  expect(T.identical(again.params[0]?.['w'] as T.Tensor, params[0]?.w as T.Tensor)).toBe(true)
  expect(Object.is(again.params[0]?.['w']?.data[0], -0)).toBe(true)
})
