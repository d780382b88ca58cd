export { type Composition, compositionsLaws, type CompositionsSubject, type Steps } from './compositions.js'
export { sigmoidNetLaws, type SigmoidNetSubject } from './sigmoidNet.js'
export { type Wiring, wiringLaws, type WiringSubject } from './wiring.js'
