import type { Claim } from '../../src/claim/index.js'
import { l2Penalty } from '../../src/loss/index.js'
import * as optimizer from '../../src/optimizer/index.js'
import {
  adaptiveLaws, convergenceRateLaws, nesterovLaws, optimizerLaws, partsLaws, proximalStepLaws, sgdLaws
} from '../optimizers/index.js'
import { optimizerRefusalLaws } from '../refusals/index.js'
import { adamSubject, momentumSubject, nesterovSubject, rmspropSubject, sgdSubject } from '../subjects/updateRules.js'

const { adam, momentum, nesterov, rmsprop, sgd } = optimizer
const learningRate = 0.01

/** The laws of descents and of what they are made of, of the functions as exported. */
export const claims: ReadonlyArray<Claim> = [
  ...proximalStepLaws({ name: 'proximalStep', ...optimizer }),
  ...sgdLaws({ name: 'sgd', sgd }),
  ...convergenceRateLaws({ name: 'sgd', sgd }),
  ...optimizerLaws(sgdSubject),
  ...optimizerLaws(momentumSubject),
  ...optimizerLaws(nesterovSubject),
  ...nesterovLaws({ name: 'nesterov', ...optimizer }),
  ...optimizerLaws(rmspropSubject),
  ...optimizerLaws(adamSubject),
  ...partsLaws({ l2Penalty, ...optimizer }),
  ...adaptiveLaws({
    name: 'update-rules', rmsprop, adam,
    rules: {
      sgd: sgd({ learningRate }), momentum: momentum({ learningRate }), nesterov: nesterov({ learningRate }),
      rmsprop: rmsprop({ learningRate }), adam: adam()
    }
  }),
  ...optimizerRefusalLaws({ name: 'safe', optimizer })
]
