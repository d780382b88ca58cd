export { linePlotLaws } from './linePlot.js'
