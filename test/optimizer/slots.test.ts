import { expect, test } from 'vitest'
import { adam, decayed, momentum, onEach, sgd } from '../../src/optimizer/index.js'
import * as T from '../../src/tensor/index.js'

const w = T.zeros([2])

test('the compiler knows what each optimizer remembers, and nothing else', () => {
  const { velocity, steps } = decayed(momentum({ learningRate: 1 }), { factor: 0.5, every: 1 }).init(w)
  expect([velocity.shape, T.item(steps)]).toEqual([[2], 0])
  // @ts-expect-error momentum remembers no root
  expect(momentum({ learningRate: 1 }).init(w).root).toBeUndefined()
  // @ts-expect-error nor does Adam start from the memory of momentum
  expect(() => adam().update(w)(w)({ velocity })).toThrow('expected a memory { mean, root, power1, power2 }')
})

test('a model takes whichever optimizer is chosen', () => {
  const rules = [adam(), sgd({ learningRate: 1 })].map(rule => onEach(rule).init([{ w }]))
  expect(rules.map(([memory = {}]) => Object.keys(memory))).toEqual([['w.mean', 'w.root', 'w.power1', 'w.power2'], []])
})
