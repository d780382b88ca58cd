import type { Read } from '../map.js'
import type { Run } from '../zip.js'
import type { Kernels } from './module.js'
import { type WorkArea, workArea } from './workArea.js'

/** So many entries are copied into the memory of the kernels at a time, worked on while they are near, and copied out. */
const chunk = 2048

type Area = WorkArea<'out' | 'a' | 'b'>

const areaOf = (kernels: Kernels): Area | undefined => workArea(kernels, { out: chunk, a: chunk, b: chunk })

/** The entries i to before j of an operand that begins at p, if it is read on; what stands for all is there already. */
const bring = (part: Float64Array, data: Float64Array, p: number, step: number, i: number, j: number): void => {
  if (step !== 0) part.set(data.subarray(p + i, p + j))
}

/** A run of `maximum` or of `greater`; by the plain one where the memory has no room for it. */
export const runBy = (kernels: Kernels, name: 'maximum' | 'greater', plain: Run): Run => (out, o, n, a, p, s, b, q, t) => {
  const area = areaOf(kernels)
  if (area === undefined) return plain(out, o, n, a, p, s, b, q, t)
  const { at, view } = area
  view.a.fill(a[p] ?? 0, 0, 2)
  view.b.fill(b[q] ?? 0, 0, 2)
  for (let i = 0; i < n; i += chunk) {
    const j = Math.min(n, i + chunk)
    bring(view.a, a, p, s, i, j)
    bring(view.b, b, q, t, i, j)
    kernels[name](at.out, j - i, at.a, s * 16, at.b, t * 16)
    out.set(view.out.subarray(0, j - i), o + i)
  }
}

/** a where the condition is not zero, else b. */
export const select = (kernels: Kernels, condition: Float64Array, a: Read, b: Read): Float64Array | undefined => {
  const area = areaOf(kernels)
  if (area === undefined) return undefined
  const { at, view } = area
  const n = condition.length
  const out = new Float64Array(n)
  view.a.fill(a.data[0] ?? 0, 0, 2)
  view.b.fill(b.data[0] ?? 0, 0, 2)
  for (let i = 0; i < n; i += chunk) {
    const j = Math.min(n, i + chunk)
    view.out.set(condition.subarray(i, j))
    bring(view.a, a.data, 0, a.step, i, j)
    bring(view.b, b.data, 0, b.step, i, j)
    kernels.select(at.out, j - i, at.a, a.step * 16, at.b, b.step * 16)
    out.set(view.out.subarray(0, j - i), i)
  }
  return out
}
