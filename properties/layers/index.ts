import type { Claim } from '../../src/claim/index.js'
import { andThen } from '../../src/layer/index.js'
import { claims as activation } from './activation.js'
import { claims as affine } from './affine.js'
import { compositionLaws } from './composition.js'
import { claims as blocks } from './blocks.js'
import { claims as defaults } from './defaults.js'
import { claims as dropout } from './dropout.js'
import { claims as imageLayers } from './imageLayers.js'
import { claims as normalisation } from './normalisation.js'
import { claims as safeLayers } from './safeLayers.js'

export { compositionLaws, type CompositionSubject } from './composition.js'
export { convolutionLaws, type ConvolutionSubject } from './convolution.js'
export {
  layerLaws, type AnyLayerSubject, type LayerSubject, type NamedGrids, type OptionedParametricSubject, type OptionedSubject,
  type ParametricSubject, type Printed, type SubjectOptions
} from './layer.js'
export { averagePoolingLaws, maxPoolingLaws, type PoolingSubject } from './pooling.js'

export const claims: ReadonlyArray<Claim> = [
  ...affine,
  ...activation,
  ...normalisation,
  ...dropout,
  ...compositionLaws({ name: 'composition', andThen }),
  ...imageLayers,
  ...safeLayers,
  ...blocks,
  ...defaults
]
