export { onEach, stepped, type Memory, type Optimizer } from './Optimizer.js'
export { sgd, type SgdOptions } from './sgd.js'
