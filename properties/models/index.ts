export { type Composition, compositionsLaws } from './compositions.js'
export { sigmoidNetLaws } from './sigmoidNet.js'
export { summaryLaws } from './summary.js'
export { type Wiring, wiringLaws } from './wiring.js'
