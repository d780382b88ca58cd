import type { Claim } from '../../src/claim/index.js'
import * as classic from '../../src/classic/index.js'
import * as data from '../../src/data/index.js'
import { readJpeg } from '../../src/data/readers/jpeg.js'
import { symmetricEigen } from '../../src/tensor/index.js'
import {
  dataSafetyLaws, doubleMoonLaws, examplesLaws, generatedLaws, npzLaws, pictureLaws, preprocessingLaws,
  trainingLogLaws
} from '../classics/index.js'
import { arrayReaderLaws, pictureReaderLaws } from '../readers/index.js'

/** The laws of data and what is done to them first, of the functions as exported. */
export const claims: ReadonlyArray<Claim> = [
  ...preprocessingLaws({ name: 'preprocessing', ...data, ...classic, symmetricEigen }),
  ...doubleMoonLaws({ name: 'doubleMoon', doubleMoon: data.doubleMoon }),
  ...generatedLaws({ name: 'generated', ...data }),
  ...pictureLaws({ name: 'picture', ...data }),
  ...npzLaws({ name: 'npz', readNpz: data.readNpz }),
  ...trainingLogLaws({ name: 'trainingLog', readTrainingLog: data.readTrainingLog }),
  ...examplesLaws({ name: 'examples', ...data }),
  ...pictureReaderLaws({ name: 'reader', ...data, readJpeg }),
  ...arrayReaderLaws({ name: 'reader', ...data }),
  ...dataSafetyLaws({ name: 'safe', ...data, ...classic })
]
