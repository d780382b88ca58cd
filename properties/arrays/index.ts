import type { Claim } from '../../src/claim/index.js'
import * as T from '../../src/tensor/index.js'
import { claims as arrays } from './arrays.js'
import { circulantLaws } from './circulant.js'
import { claims as pictures } from './pictures.js'

export { circulantLaws, type CirculantSubject } from './circulant.js'

export const claims: ReadonlyArray<Claim> = [
  ...arrays,
  ...circulantLaws({ name: 'circularConvolution', shift: T.shift, circulant: T.circulant, circularConvolution: T.circularConvolution }),
  ...pictures
]
