import type { Claim } from '../../src/claim/index.js'
import { Affine, sequence, Sigmoid } from '../../src/layer/index.js'
import { claims as modelWiring } from './modelWiring.js'
import { claims as models } from './models.js'
import { sigmoidNetLaws } from './sigmoidNet.js'

export const claims: ReadonlyArray<Claim> = [
  ...models,
  ...modelWiring,
  ...sigmoidNetLaws({
    name: 'models', net: sequence({ hidden1: Affine(4), sigmoid1: Sigmoid, hidden2: Affine(4), sigmoid2: Sigmoid, output: Affine(1) })
  })
]
