import { atMost, type Claim, claim, everyCase } from '../../../src/claim/index.js'
import { numericPullback, relativeError } from '../../../src/difference/index.js'
import { ConvRelu, ConvReluPool, type Layer } from '../../../src/layer/index.js'
import { type Shape, sizeOf } from '../../../src/number/index.js'
import { orThrow } from '../../../src/prelude/index.js'
import { run, seedOf } from '../../../src/random/index.js'
import * as T from '../../../src/tensor/index.js'
import type { Tensor } from '../../../src/tensor/index.js'
import { legacyNormals } from '../../../properties/cases/legacyNormals.js'
import type { Named } from '../../../properties/layers/subject.js'
import { paramsOf } from '../../../properties/models/namedParams.js'

/** The notebook's own draws for a layer of three 3x3 filters on images of this size: x, w, b and dy. */
const notebookDraws = (side: number, output: number): readonly [Tensor, Tensor, Tensor, Tensor] => {
  const shapes: ReadonlyArray<Shape> = [[2, 3, side, side], [3, 3, 3, 3], [3], [2, 3, output, output]]
  const sizes = shapes.map(sizeOf)
  const numbers = legacyNormals(231, sizes.reduce((n, size) => n + size, 0))
  const [x, w, b, dy] = shapes.map((shape, k) => {
    const first = sizes.slice(0, k).reduce((n, size) => n + size, 0)
    return T.fromFlat(shape, numbers.slice(first, first + (sizes[k] ?? 0)))
  }) as [Tensor, Tensor, Tensor, Tensor]
  return [x, w, b, dy]
}

/** How far the pullback is from central differences, as the notebook measures it: for w, for b and, where asked, for x. */
const notebookErrors = (
  layer: Layer, side: number, output: number, ofImages: boolean
): Readonly<Record<string, number>> => {
  const [x, w, b, dy] = notebookDraws(side, output)
  const state = run(orThrow(layer.build([3, side, side])).state, seedOf(1))
  const at = (named: Named) => paramsOf(layer, named)
  const here = { 'conv.w': w, 'conv.b': b }
  const { dx, dp } = layer.train(at(here), state)(x).pullback(dy)
  const errorIn = (f: (t: Tensor) => Tensor, t: Tensor, given: Tensor | undefined): number =>
    relativeError(numericPullback(f, { h: 1e-5 })(t)(dy), given ?? T.zeros([0]))
  return {
    dw: errorIn(t => layer.infer(at({ ...here, 'conv.w': t }), state)(x), w, dp[0]?.['w']),
    db: errorIn(t => layer.infer(at({ ...here, 'conv.b': t }), state)(x), b, dp[0]?.['b']),
    ...(ofImages ? { dx: errorIn(t => layer.infer(at(here), state)(t), x, dx) } : {})
  }
}

export const claims: ReadonlyArray<Claim> = [
  claim(
    {
      id: 'convnet-notebooks/sandwiches/printed-errors',
      title: 'On the notebook\'s own draws pullback and central differences differ by less than 10^-7.5',
      statement:
        '\\text{On the draws of the notebook, the pullbacks of conv-relu-pool and of conv-relu are ' +
        'compared with central differences of step 1e-5: no relative error is above the root of 1e-15.}',
      spoken: 'it is about code, files or time',
      source: 'Convolutional networks notebook, sandwich layers',
      rows: ['C231-SAND-01', 'C231-SAND-02']
    },
    everyCase('seed 231; conv-relu-pool by w and b on 16x16, conv-relu by w, b and x on 8x8', [
      { layer: ConvReluPool(3, 3, { pad: 1 }), side: 16, output: 8, ofImages: false },
      { layer: ConvRelu(3, 3, { pad: 1 }), side: 8, output: 8, ofImages: true }
    ], ({ layer, side, output, ofImages }) =>
      Object.entries(notebookErrors(layer, side, output, ofImages)).map(([name, error]) =>
        atMost(error, Math.sqrt(1e-15), `${layer.names.join('-')}: error of ${name}`)))
  )
]
