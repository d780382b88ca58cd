import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { layerLaws, lossLaws, optimizerLaws, labels } from '../../properties/index.js'
import { type Claim, effort } from '../../src/claim/index.js'
import * as definition from '../../src/definition/index.js'
import type { Analytic } from '../../src/number/index.js'
import * as T from '../../src/tensor/index.js'
import { type Judging, judging } from './corpus.js'
import { withNumpy } from './pythons.js'

// Functions of Python under the suites of laws.

const source = `
import numpy as np

def affine_forward(x, w, b):
    return x @ w + b, (x, w)

def affine_backward(dout, cache):
    x, w = cache
    return dout @ w.T, x.T @ dout, dout.sum(axis=0)

def affine_mean(dout, cache):
    x, w = cache
    return dout @ w.T, x.T @ dout, dout.mean(axis=0)

def leaky_forward(x, slope):
    return np.where(x > 0, x, slope * x), (x, slope)

def leaky_backward(dout, cache):
    x, slope = cache
    return np.where(x > 0, dout, slope * dout)

def svm_loss(x, y):
    margins = np.maximum(0, x - x[np.arange(len(y)), y][:, None] + 1)
    margins[np.arange(len(y)), y] = 0
    dx = (margins > 0) * 1.0
    dx[np.arange(len(y)), y] -= dx.sum(axis=1)
    return margins.sum() / len(y), dx / len(y)

def svm_sum(x, y):
    loss, dx = svm_loss(x, y)
    return loss, dx * len(y)

def momentum(w, dw, config):
    v = config['momentum'] * config['velocity'] - config['learning_rate'] * dw
    return w + v, {'velocity': v}

def forgetful(w, dw, config):
    return momentum(w, dw, {**config, 'velocity': 0 * w})

def hangs(x):
    with open('CALLS', 'a') as calls:
        calls.write('.')
    while True:
        pass

def back(dout, cache):
    return dout
`

let judge: Judging
let folder: string
let file: string
beforeAll(async () => {
  judge = await judging()
  folder = mkdtempSync(join(tmpdir(), 'lemmata-foreign-'))
  file = join(folder, 'functions.py')
  writeFileSync(file, source.replace('CALLS', join(folder, 'calls')))
})
afterAll(() => {
  judge.installed.remove()
  rmSync(folder, { recursive: true, force: true })
})

const refuted = (laws: ReadonlyArray<Claim>): ReadonlyArray<string> => laws
  .filter(({ judge: judged }) => judged(effort(40)).verdict === 'refuted').map(({ id }) => id)

withNumpy(([first]) => {
  const options = { python: first?.python ?? 'python3', seconds: 1 }

  test.each([['affine_backward', []], ['affine_mean', ['affine/pullback']]] as const)('a layer with %s', (backward, found) => {
    const layer = judge.python(file, {
      forward: 'affine_forward(x, w, b) -> out, cache', backward: `${backward}(dout, cache) -> dx, dw, db`, ...options
    })
    expect(refuted(layerLaws({
      name: 'affine', layer, definition: definition.affine, x: ['N', 'D'], params: { w: ['D', 'M'], b: ['M'] }
    }))).toEqual(found)
  })

  test('a layer with options', () => {
    const layer = judge.python(file, {
      forward: 'leaky_forward(x, slope) -> out, cache', backward: 'leaky_backward(dout, cache) -> dx', options: ['slope'],
      ...options
    }) as unknown as (given: { readonly slope: number }) => (x: T.Tensor) => { readonly y: T.Tensor }
    const x = T.fromNested([-2, 4])
    expect([0.25, 0.5].map(slope => T.toNested(layer({ slope })(x).y))).toEqual([[-0.5, 4], [-1, 4]])
  })

  test.each([['svm_loss', []], ['svm_sum', ['svm/gradient']]] as const)('the loss %s', (name, found) => {
    const loss = judge.pythonLoss(file, `${name}(x, y) -> loss, dx`, options)
    expect(refuted(lossLaws<ReadonlyArray<number>>({
      name: 'svm', targets: labels, loss, atKinks: 'any',
      definition: <A>(N: Analytic<A>) => definition.multiclassSvm(N)
    }))).toEqual(found)
  })

  test.each([
    ['momentum', []], ['forgetful', ['momentum/steps', 'momentum/advanced', 'momentum/beside']]
  ] as const)('the update rule %s', (name, found) => {
    const rule = `${name}(w, dw, {momentum: 0.5, learning_rate: 0.25, velocity: velocity}) -> next_w, {velocity: velocity}`
    const laws = optimizerLaws({
      name: 'momentum', optimizer: judge.pythonOptimizer(file, rule, options), longest: 20,
      definition: <A>(N: Analytic<A>) => (gradients: ReadonlyArray<A>): A =>
        gradients.reduce((v, g) => N.sub(N.mul(v, N.of(0.5)), N.mul(N.of(0.25), g)), N.of(0))
    })
    expect(refuted(laws)).toEqual(found)
  })

  test('what hangs is called once, however often it is asked', () => {
    const layer = judge.python(file, { forward: 'hangs(x) -> out, cache', backward: 'back(dout, cache) -> dx', ...options })
    const call = layer as unknown as (x: T.Tensor) => unknown
    for (let k = 0; k < 3; k++) {
      expect(() => call(T.ones([2]))).toThrow(/^hangs: expected an answer, got none after 1 s \(line \d+\)$/)
    }
    expect(existsSync(join(folder, 'calls')) && readFileSync(join(folder, 'calls'), 'utf8')).toBe('.')
  })
})
