import * as plainMap from '../map.js'
import { runBy, select as inVectors } from '../simd/entries.js'
import type { Kernels } from '../simd/module.js'
import * as plainZip from '../zip.js'
import { kernelsFor } from './kernel.js'

/** What is done entry by entry, and has a branch for each where it is written in JavaScript, or a detour around one. */
export interface Entries {
  readonly maximumRun: plainZip.Run
  readonly greaterRun: plainZip.Run
  /** a where the condition is not zero, else b. */
  readonly select: typeof plainMap.select
}

/** By the kernels in vectors that a number of entries is given to; where there are none, or they lack memory, plain. */
export const entriesBy = (kernelsOf: (entries: number) => Kernels | undefined): Entries => {
  const run = (name: 'maximum' | 'greater', plain: plainZip.Run): plainZip.Run => (out, o, n, a, p, s, b, q, t) => {
    const kernels = kernelsOf(n)
    const by = kernels === undefined ? plain : runBy(kernels, name, plain)
    by(out, o, n, a, p, s, b, q, t)
  }
  return {
    maximumRun: run('maximum', plainZip.maximumRun),
    greaterRun: run('greater', plainZip.greaterRun),
    select: (condition, a, b) => {
      const kernels = kernelsOf(condition.length)
      return (kernels && inVectors(kernels, condition, a, b)) ?? plainMap.select(condition, a, b)
    }
  }
}

const chosen = entriesBy(kernelsFor)

// by the kernel of this process
export const maximumRun: plainZip.Run = chosen.maximumRun
export const greaterRun: plainZip.Run = chosen.greaterRun
export const select: Entries['select'] = chosen.select
