import { attempt, isLeft } from '../prelude/index.js'
import { type Kernel, kernel } from '../tensor/kernel/chosen/kernel.js'
import { misuse } from './UsageError.js'

/** The kernel that large products of this process go to. */
export const kernelUsed = (): Kernel => {
  const found = attempt(kernel)
  return isLeft(found) ? misuse(found.left.message) : found.right
}
