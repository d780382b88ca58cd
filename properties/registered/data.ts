import type { Claim } from '../../src/claim/index.js'
import * as classic from '../../src/classic/index.js'
import * as data from '../../src/data/index.js'
import { symmetricEigen } from '../../src/tensor/index.js'
import {
  dataSafetyLaws, doubleMoonLaws, generatedLaws, npzLaws, pictureLaws, preprocessingLaws, trainingLogLaws
} from '../classics/index.js'

/** The laws of data and what is done to them first, of the functions as exported. */
export const claims: ReadonlyArray<Claim> = [
  ...preprocessingLaws({ name: 'preprocessing', ...data, ...classic, symmetricEigen }),
  ...doubleMoonLaws({ name: 'doubleMoon', doubleMoon: data.doubleMoon }),
  ...generatedLaws({ name: 'generated', ...data }),
  ...pictureLaws({ name: 'picture', ...data }),
  ...npzLaws({ name: 'npz', readNpz: data.readNpz }),
  ...trainingLogLaws({ name: 'trainingLog', readTrainingLog: data.readTrainingLog }),
  ...dataSafetyLaws({ name: 'safe', ...data, ...classic })
]
