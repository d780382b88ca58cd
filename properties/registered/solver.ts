import type { Claim } from '../../src/claim/index.js'
import { load, save } from '../../src/model/index.js'
import { checkpoint, restore, solver } from '../../src/solver/index.js'
import { accuracy } from '../../src/train/index.js'
import { checkpointLaws, solverLaws } from '../training/index.js'

/** The laws of the solver and of what is put away as bytes, as exported. */
export const claims: ReadonlyArray<Claim> = [
  ...solverLaws({ name: 'solver', solver, accuracy }),
  ...checkpointLaws({ name: 'checkpoint', save, load, checkpoint, restore, solver })
]
