import type { Claim } from '../../src/claim/index.js'
import * as drawing from '../../src/drawing/index.js'
import { linePlotLaws } from '../drawings/index.js'

/** The laws of drawings, of the functions as exported. */
export const claims: ReadonlyArray<Claim> = [
  ...linePlotLaws({ name: 'linePlot', linePlot: drawing.linePlot })
]
