export { initialisationLaws } from './initialisation.js'
export { minibatchLaws } from './minibatches.js'
export { trainingLaws, type TrainingOptions, type TrainingSubject } from './training.js'
export { validationLaws, type ValidationSubject } from './validation.js'
