export * from './affine.js'
export * from './softmaxCrossEntropy.js'
export * from './gradientDescent.js'
