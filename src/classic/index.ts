export { pairwiseDistances, type DistanceForm, type DistanceOptions, type Metric } from './pairwiseDistances.js'
export { nearestLabels, nearestNeighbours, type Labelled, type NeighbourOptions } from './nearestNeighbours.js'
export { decisionRegions } from './decisionRegions.js'
export { crossValidate, kFold, type Fold } from './crossValidation.js'
export {
  linearSoftmax, linearSvm, predictLinear, withBias, type LinearData
} from './linearClassifier.js'
export { linearSoftmaxLoops, linearSvmLoops } from './linearLoops.js'
export { learnLinear, type Learned, type LearnOptions } from './learnLinear.js'
export {
  covariance, principalComponents, projected, whitened, type PrincipalComponents, type WhiteningOptions
} from './principalComponents.js'
export { updateRatio } from './updateRatio.js'
