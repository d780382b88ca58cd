import type { Claim } from '../../src/claim/index.js'
import * as classic from '../../src/classic/index.js'
import * as difference from '../../src/difference/index.js'
import * as layer from '../../src/layer/index.js'
import * as loss from '../../src/loss/index.js'
import * as model from '../../src/model/index.js'
import * as optimizer from '../../src/optimizer/index.js'
import * as tensor from '../../src/tensor/index.js'
import * as train from '../../src/train/index.js'
import { misuseLaws, numberRefusalLaws } from '../refusals/index.js'

/** The laws of functions of several rooms, as exported. */
export const claims: ReadonlyArray<Claim> = [
  ...numberRefusalLaws({ name: 'safe', ...classic, ...difference, ...layer, ...loss, ...optimizer }),
  ...misuseLaws({ name: 'safe', tensor, layer, loss, optimizer, model, train })
]
