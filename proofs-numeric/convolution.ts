import type { Claim } from '../src/claim/index.js'
import { claims as backward } from './convolution/backward.js'
import { claims as golden } from './convolution/golden.js'
import { claims as images } from './convolution/images.js'
import { claims as laplacian } from './convolution/laplacian.js'
import { claims as sizes } from './convolution/sizes.js'

/** What is true of convolution and pooling, whoever computes them. */
export const claims: ReadonlyArray<Claim> = [...sizes, ...golden, ...backward, ...images, ...laplacian]
