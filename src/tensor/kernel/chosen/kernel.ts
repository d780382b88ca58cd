import { refuse } from '../../../prelude/Refusal.js'
import { type Kernels, kernels } from '../simd/module.js'

/** What computes large products: JavaScript, or the same sums with two entries to a vector. Both give the same bits. */
export type Kernel = 'plain' | 'simd'

/** What is asked for, or where nothing is, vectors if there are any. Refuses any other name, and vectors where there are none. */
export const choiceOf = (asked: string | undefined, hasVectors: () => boolean): Kernel => {
  if (asked === 'plain') return asked
  if (asked === undefined || asked === '') return hasVectors() ? 'simd' : 'plain'
  if (asked !== 'simd') return refuse('input', 'LEMMATA_KERNEL', 'plain or simd, or nothing', asked)
  return hasVectors() ? asked : refuse('input', 'LEMMATA_KERNEL', 'plain, for there is no WebAssembly with SIMD here', asked)
}

let choice: Kernel | undefined

/** The kernel of this process, chosen when it is first asked for. LEMMATA_KERNEL in the environment forces it. */
export const kernel = (): Kernel => {
  const { process: running } = globalThis as { readonly process?: { readonly env?: Readonly<Record<string, string>> } }
  return choice ??= choiceOf(running?.env?.['LEMMATA_KERNEL'], () => kernels() !== undefined)
}

/**
 * Below this many products, of two matrices or of one image, or entries, there is little to gain, and a process that computes no more
 * compiles nothing. Matrices of 10x10 take .65 of the plain kernel's time, of 12x12 .5, of 32x32 .3; convolutions of a thousand products
 * .5 to .8, of ten thousand .2 to .3; the larger of 1024 pairs .5: medians of 60 rounds in turn, on two cores.
 */
const least = 2048

/** The kernels in vectors, where they are chosen, for so many products or entries. */
export const kernelsFor = (count: number): Kernels | undefined =>
  count >= least && kernel() === 'simd' ? kernels() : undefined
