export { onEach, stepped, type Memory, type Optimizer } from './Optimizer.js'
export { sgd, type SgdOptions } from './sgd.js'
export { proximalStep, type ProximalOptions } from './proximalStep.js'
