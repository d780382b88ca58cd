export { learnLinearLaws } from './learnLinear.js'
export { crossValidationLaws, type CrossValidationSubject } from './crossValidation.js'
export { doubleMoonLaws, type DoubleMoonSubject } from './doubleMoon.js'
export {
  linearClassifierLaws, type LinearClassifierSubject, linearLoopsLaws
} from './linearClassifiers.js'
export { nearestNeighbourLaws, type NeighbourSubject } from './nearestNeighbours.js'
export { preprocessingLaws, type PreprocessingSubject } from './preprocessing.js'
export { dataSafetyLaws } from './safety.js'
