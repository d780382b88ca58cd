import { expect, test } from 'vitest'
import { legacyDraws } from '../../properties/cases/legacyNormals.js'
import { ulp } from '../../src/number/ulp.js'
import * as T from '../../src/tensor/index.js'
import { run, seedOf } from '../../src/random/index.js'
import { orThrow } from '../../src/prelude/index.js'
import { softmaxCrossEntropy, threeLayerConvNet } from '../../src/index.js'

// Half a second of convolutions, too much for a claim. The notebook draws x, w, b and dy of the check before under seed 231, then the
// weights of the net, which it keeps in single precision, then 50 images and their labels.
const before = 2 * 3 * 8 * 8 + 3 * 3 * 3 * 3 + 3 + 2 * 3 * 8 * 8
const shapes = [[32, 3, 7, 7], [8192, 100], [100, 10], [50, 3, 32, 32]]

test('the initial loss of the three-layer ConvNet is the printed 2.302586071243988, to two units in the last place', () => {
  const sizes = shapes.map(shape => shape.reduce((n, size) => n * size, 1))
  const { normals, labels } = legacyDraws(231, sizes.reduce((n, size) => n + size, before), { count: 50, classes: 10 })
  const drawn = shapes.map((shape, k) => {
    const start = sizes.slice(0, k).reduce((n, size) => n + size, before)
    return T.fromFlat(shape, normals.slice(start, start + (sizes[k] ?? 0)))
  })
  const [w1, w2, w3] = drawn.slice(0, 3).map(w => T.map(w, a => Math.fround(a * 1e-3)))
  const net = threeLayerConvNet()
  const state = run(orThrow(net.build([3, 32, 32])).state, seedOf(1))
  const layers = [{ w: w1!, b: T.zeros([32]) }, {}, {}, { w: w2!, b: T.zeros([100]) }, {}, { w: w3!, b: T.zeros([10]) }]
  const params = net.names.map((_, i) => layers[i] ?? {})
  const { value } = softmaxCrossEntropy(labels)(net.infer(params, state)(drawn[3]!))
  expect(Math.abs(value - 2.302586071243988)).toBeLessThanOrEqual(2 * ulp(2.302586071243988))
})
