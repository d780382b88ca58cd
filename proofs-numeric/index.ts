import type { Claim } from '../src/claim/index.js'
import { claims as activation } from './activation.js'
import { claims as differencesPrinted } from './automatic-differentiation/differences-printed.js'
import { claims as f2Gradient } from './automatic-differentiation/f2-gradient.js'
import { claims as forwardMode } from './automatic-differentiation/forward-mode.js'
import { claims as reverseMode } from './automatic-differentiation/reverse-mode.js'
import { claims as valuesPrinted } from './automatic-differentiation/values.js'
import { claims as backpropCircuits } from './backprop-circuits.js'
import { claims as commutant } from './circulants/commutant.js'
import { claims as commutation } from './circulants/commutation.js'
import { claims as equivariance } from './circulants/equivariance.js'
import { claims as classics } from './classics.js'
import { claims as convolution } from './convolution.js'
import { claims as convergenceRate } from './gradient-descent/convergence-rate.js'
import { claims as doubleMoon } from './double-moon.js'
import { claims as gaze } from './gaze.js'
import { claims as gradientCheck } from './gradient-check.js'
import { claims as memorisation } from './memorisation.js'
import { claims as notebookLogs } from './notebook-logs.js'
import { claims as convexity } from './gradient-descent/convexity.js'
import { claims as descentCondition } from './gradient-descent/descent-condition.js'
import { claims as proximalDerivative } from './gradient-descent/proximal-derivative.js'
import { claims as proximalStep } from './gradient-descent/proximal-step.js'
import { claims as tradeOff } from './gradient-descent/trade-off.js'
import { claims as tunedStep } from './gradient-descent/tuned-step.js'
import { claims as worstCase } from './gradient-descent/worst-case.js'
import { claims as finiteDifferences } from './finite-differences.js'
import { claims as gradientsAndUpdates } from './gradients-and-updates.js'
import { claims as images } from './images.js'
import { claims as normalisation } from './normalisation.js'
import { claims as normalisationRelations } from './normalisation-relations.js'
import { claims as regretBound } from './regret-bound.js'
import { claims as regretBoundSides } from './regret-bound-sides.js'
import { claims as solverLogs } from './solver-logs.js'
import { claims as trainingLogs } from './training-logs.js'

/** What is true of the documents' mathematics, in the order of the documents. */
export const claims: ReadonlyArray<Claim> = [
  ...proximalDerivative,
  ...proximalStep,
  ...descentCondition,
  ...tradeOff,
  ...regretBound,
  ...regretBoundSides,
  ...convexity,
  ...convergenceRate,
  ...tunedStep,
  ...worstCase,
  ...valuesPrinted,
  ...differencesPrinted,
  ...forwardMode,
  ...reverseMode,
  ...f2Gradient,
  ...commutation,
  ...equivariance,
  ...commutant,
  ...finiteDifferences,
  ...convolution,
  ...classics,
  ...activation,
  ...normalisation,
  ...normalisationRelations,
  ...backpropCircuits,
  ...solverLogs,
  ...trainingLogs,
  ...gaze,
  ...gradientsAndUpdates,
  ...images,
  ...memorisation,
  ...notebookLogs,
  ...gradientCheck,
  ...doubleMoon
]
