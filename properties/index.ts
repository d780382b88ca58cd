import * as definition from '../src/definition/index.js'
import type { Claim } from '../src/claim/index.js'
import { affine, relu } from '../src/layer/index.js'
import { softmaxCrossEntropy } from '../src/loss/index.js'
import { sgd } from '../src/optimizer/index.js'
import * as T from '../src/tensor/index.js'
import { circulantLaws } from './circulant.js'
import { layerLaws } from './layer.js'
import { labels, lossLaws } from './loss.js'
import { sgdLaws } from './sgd.js'

export { circulantLaws, type CirculantSubject } from './circulant.js'
export { layerLaws, type LayerSubject, type ParametricSubject } from './layer.js'
export { labels, lossLaws, type LossSubject } from './loss.js'
export { sgdLaws, type SgdSubject } from './sgd.js'

/** The laws of everything that the library exports, about the functions as exported. */
export const claims: ReadonlyArray<Claim> = [
  ...layerLaws({ name: 'affine', layer: affine, definition: definition.affine, x: [2, 3], params: { w: [3, 4], b: [4] } }),
  ...layerLaws({ name: 'relu', layer: relu, definition: definition.relu }),
  ...lossLaws({ name: 'softmaxCrossEntropy', loss: softmaxCrossEntropy, definition: definition.softmaxCrossEntropy, targets: labels }),
  ...sgdLaws({ name: 'sgd', sgd }),
  ...circulantLaws({ name: 'circulants', shift: T.shift, circulant: T.circulant, circularConvolution: T.circularConvolution })
]
