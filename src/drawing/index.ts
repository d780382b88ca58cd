export { boundary, gridOver, type Point, type Region } from './boundary.js'
export { linePlot } from './linePlot.js'
export type { Axis, LinePlot, Series } from '../claim/Figure.js'
