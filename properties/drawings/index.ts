export { diagramLaws } from './diagram.js'
export { linePlotLaws } from './linePlot.js'
export { pictureDrawingLaws } from './panels.js'
export { planePlotLaws } from './planePlot.js'
