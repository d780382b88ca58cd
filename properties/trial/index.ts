import type { Claim } from '../../src/claim/index.js'
import { trials as byDescentSuites } from './descentSuites.js'
import { trials as byDifferenceSuites } from './differenceSuites.js'
import { trials as byDraws } from './drawn.js'
import { trials as byEnclosed } from './enclosed.js'
import { trials as byExactly } from './exactly.js'
import { trials as byForAll } from './forAll.js'
import { trials as byFormally } from './formally.js'
import { trials as byImageSuites } from './imageSuites.js'
import { trials as byLayerSuites } from './layerSuites.js'
import { trials as byNumberSuites } from './numberSuites.js'
import { trials as bySingle } from './single.js'
import { trials as byPieces } from './byPieces.js'
import { trials as bySquares } from './bySquares.js'
import { trials as fromKnown } from './known.js'
import { trials as bySumOfSquares } from './sumOfSquares.js'
import { trials as byTogether } from './together.js'
import { trials as byWrongDescents } from './wrongDescents.js'
import { trials as byWrongLayers } from './wrongLayers.js'
import type { Trial } from './trial.js'

export type { Trial } from './trial.js'

/** Statements of known truth, over every way of judging and every suite of laws, each with what should be said of it. */
export const trials: ReadonlyArray<Trial> = [
  ...byForAll, ...byExactly, ...byFormally, ...bySumOfSquares, ...bySquares, ...byPieces, ...fromKnown, ...byEnclosed,
  ...bySingle, ...byDraws, ...byTogether,
  ...byLayerSuites, ...byImageSuites, ...byDescentSuites, ...byNumberSuites, ...byDifferenceSuites, ...byWrongLayers,
  ...byWrongDescents
]

export const claims: ReadonlyArray<Claim> = trials.map(trial => trial.claim)
