import type { Claim } from '../../src/claim/index.js'
import * as T from '../../src/tensor/index.js'
import { convolutionBy } from '../../src/tensor/kernel/chosen/convolution.js'
import { gemmBy } from '../../src/tensor/kernel/chosen/gemm.js'
import { kernels } from '../../src/tensor/kernel/simd/module.js'
import { broadcastingLaws, circulantLaws, kernelLaws, ownShapeLaws } from '../arrays/index.js'

/** The laws of arrays, of the functions as exported. */
export const claims: ReadonlyArray<Claim> = [
  ...circulantLaws({ name: 'circularConvolution', ...T }),
  ...broadcastingLaws({
    name: 'broadcasting',
    operations: {
      add: { of: T.add, entry: (a, b) => a + b },
      sub: { of: T.sub, entry: (a, b) => a - b },
      mul: { of: T.mul, entry: (a, b) => a * b },
      div: { of: T.div, entry: (a, b) => a / b },
      maximum: { of: T.maximum, entry: (a, b) => (a >= b ? a : b) },
      minimum: { of: T.minimum, entry: (a, b) => (a <= b ? a : b) },
      zip: { of: (a, b) => T.zip(a, b, (x, y) => x - 2 * y), entry: (a, b) => a - 2 * b }
    },
    where: T.where
  }),
  ...ownShapeLaws({ name: 'safe', ...T }),
  // vectors where the engine has them; elsewhere the plain kernel beside itself
  ...kernelLaws({
    name: 'kernel',
    plain: { gemm: (m, k, n, a, b) => gemmBy(undefined, m, k, n, a, b), ...convolutionBy(() => undefined) },
    fast: { gemm: (m, k, n, a, b) => gemmBy(kernels(), m, k, n, a, b), ...convolutionBy(kernels) }
  })
]
