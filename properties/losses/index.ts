export { labels, lossLaws, type LossSubject } from './loss.js'
export { lossSafetyLaws } from './safety.js'
export { classWeightsLaws } from './classWeights.js'
