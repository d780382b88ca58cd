import type { Claim } from '../../src/claim/index.js'
import { adam, momentum, nesterov, proximalStep, rmsprop, sgd } from '../../src/optimizer/index.js'
import { adaptiveLaws } from './adaptiveRules.js'
import { convergenceRateLaws } from './convergenceRate.js'
import { proximalStepLaws } from './proximalStep.js'
import { sgdLaws } from './sgd.js'
import { claims as updateRules } from './updateRules.js'

export { convergenceRateLaws } from './convergenceRate.js'
export {
  type LastStep, optimizerLaws, type OptimizerSubject
} from './optimizer.js'
export { partsLaws, type PartsSubject } from './optimizerParts.js'
export { proximalStepLaws, type ProximalSubject } from './proximalStep.js'
export { sgdLaws, type SgdSubject } from './sgd.js'
export { nesterovLaws, type NesterovSubject } from './updateRules.js'

const learningRate = 0.01

export const claims: ReadonlyArray<Claim> = [
  ...proximalStepLaws({ name: 'proximalStep', proximalStep, sgd }),
  ...sgdLaws({ name: 'sgd', sgd }),
  ...convergenceRateLaws({ name: 'sgd', sgd }),
  ...updateRules,
  ...adaptiveLaws({
    name: 'update-rules', rmsprop, adam,
    rules: {
      sgd: sgd({ learningRate }), momentum: momentum({ learningRate }), nesterov: nesterov({ learningRate }),
      rmsprop: rmsprop({ learningRate }), adam: adam()
    }
  })
]
