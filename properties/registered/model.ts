import type { Claim } from '../../src/claim/index.js'
import { Affine, sequence, Sigmoid } from '../../src/layer/index.js'
import * as model from '../../src/model/index.js'
import { compositionsLaws, sigmoidNetLaws, summaryLaws, wiringLaws } from '../models/index.js'
import { compositions } from '../subjects/compositions.js'
import { wirings } from '../subjects/wirings.js'

/** The laws of the models as exported, and of a net of sigmoids. */
export const claims: ReadonlyArray<Claim> = [
  ...compositionsLaws({
    name: 'models', compositions, rows: { value: ['N231-NET-01', 'N231-FC-01', 'N231-NN-01'], pullback: ['HW1-SYS-18'] }
  }),
  ...wiringLaws({ name: 'models', wirings }),
  ...summaryLaws({ name: 'models', ...model }),
  ...sigmoidNetLaws({
    name: 'models',
    net: sequence({ hidden1: Affine(4), sigmoid1: Sigmoid, hidden2: Affine(4), sigmoid2: Sigmoid, output: Affine(1) })
  })
]
