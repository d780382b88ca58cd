export { doubleMoon, type Points } from './doubleMoon.js'
export { batches, split } from './splits.js'
export { biasTrick, centred, type Preprocessing, scaledToRange, standardised } from './preprocessing.js'
export { readSafetensors, type Safetensors, writeSafetensors } from './readers/safetensors.js'
