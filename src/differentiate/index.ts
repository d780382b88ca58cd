export { differentiate } from './differentiate.js'
export { judgePrinted, type Judged, type Printed } from './judgePrinted.js'
export type {
  Answer, ArrayInput, Arrays, Derivative, Difference, Edge, Figure, KinkNote, Method, Quotient, Request, Second, Sides, Step
} from './Answer.js'
