import type { Claim } from '../src/claim/index.js'
import { sgd } from '../src/optimizer/index.js'
import { sgdLaws } from './sgd.js'

export { layerLaws, type LayerSubject, type ParametricSubject } from './layer.js'
export { sgdLaws, type SgdSubject } from './sgd.js'

/** The laws of everything that the library exports, about the functions as exported. */
export const claims: ReadonlyArray<Claim> = [
  ...sgdLaws({ name: 'sgd', sgd })
]
