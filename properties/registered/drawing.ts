import type { Claim } from '../../src/claim/index.js'
import * as drawing from '../../src/drawing/index.js'
import { diagramLaws, linePlotLaws, pictureDrawingLaws, planePlotLaws } from '../drawings/index.js'

/** The laws of drawings, of the functions as exported. */
export const claims: ReadonlyArray<Claim> = [
  ...linePlotLaws({ name: 'linePlot', linePlot: drawing.linePlot }),
  ...planePlotLaws({ name: 'planePlot', planePlot: drawing.planePlot }),
  ...pictureDrawingLaws({ name: 'drawing', ...drawing }),
  ...diagramLaws({ name: 'drawing', ...drawing })
]
