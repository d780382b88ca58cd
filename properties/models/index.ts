import type { Claim } from '../../src/claim/index.js'
import { Affine, sequence, Sigmoid } from '../../src/layer/index.js'
import { claims as gazeChecks } from './gazeChecks.js'
import { claims as gazeConvNet } from './gazeConvNet.js'
import { claims as gazeTests } from './gazeTests.js'
import { claims as logisticNet } from './logisticNet.js'
import { claims as modelContracts } from './modelContracts.js'
import { claims as modelWiring } from './modelWiring.js'
import { claims as models } from './models.js'
import { claims as notebookShapes } from './notebookShapes.js'
import { claims as parameterCounts } from './parameterCounts.js'
import { claims as printedChecks } from './printedChecks.js'
import { sigmoidNetLaws } from './sigmoidNet.js'

export const claims: ReadonlyArray<Claim> = [
  ...models,
  ...modelWiring,
  ...modelContracts,
  ...parameterCounts,
  ...sigmoidNetLaws({
    name: 'models', net: sequence({ hidden1: Affine(4), sigmoid1: Sigmoid, hidden2: Affine(4), sigmoid2: Sigmoid, output: Affine(1) })
  }),
  ...logisticNet,
  ...gazeTests,
  ...gazeChecks,
  ...printedChecks,
  ...gazeConvNet,
  ...notebookShapes
]
