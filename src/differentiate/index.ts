export { differentiate } from './differentiate.js'
export { judgePrinted, type Judged, type Printed } from './judgePrinted.js'
export type {
  Answer, ArrayInput, Arrays, Derivative, Difference, Edge, KinkNote, Method, Quotient, Request, Second, Shown, Sides,
  Step
} from './Answer.js'
