export type { Assessed, Loss } from './Loss.js'
export { softmaxCrossEntropy } from './softmaxCrossEntropy.js'
