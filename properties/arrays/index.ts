export { broadcastingLaws, type BroadcastingSubject, type EntrywiseOperation } from './broadcasting.js'
export { circulantLaws, type CirculantSubject } from './circulant.js'
export { kernelLaws, type KernelSubject } from './kernels.js'
export { ownShapeLaws } from './ownShapes.js'
