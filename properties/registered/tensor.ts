import type { Claim } from '../../src/claim/index.js'
import * as T from '../../src/tensor/index.js'
import { convolutionBy } from '../../src/tensor/kernel/chosen/convolution.js'
import { entriesBy } from '../../src/tensor/kernel/chosen/entries.js'
import { gemmBy } from '../../src/tensor/kernel/chosen/gemm.js'
import { type Kernels, kernels } from '../../src/tensor/kernel/simd/module.js'
import { broadcastingLaws, circulantLaws, kernelLaws, type KernelSubject, ownShapeLaws } from '../arrays/index.js'

/** All that these kernels compute, however little it is. */
const kernelOf = (kernelsOf: () => Kernels | undefined): KernelSubject['plain'] => ({
  gemm: (m, k, n, a, b) => gemmBy(kernelsOf(), m, k, n, a, b), ...convolutionBy(kernelsOf), ...entriesBy(kernelsOf)
})

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
  ...kernelLaws({ name: 'kernel', plain: kernelOf(() => undefined), fast: kernelOf(kernels) })
]
