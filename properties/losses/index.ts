export { labels, lossLaws, type LossSubject } from './loss.js'
export { lossSafetyLaws } from './safety.js'
export { classWeightsLaws, type ClassWeightsSubject } from './classWeights.js'
