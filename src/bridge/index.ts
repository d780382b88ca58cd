export { openPython, type Functions, type Python, type PythonOptions } from './python.js'
export { python, pythonLoss, pythonOptimizer, type Pass } from './foreign.js'
export { nameOf, readSignature, type Signature, type Slot } from './signature.js'
export type * from './Value.js'
