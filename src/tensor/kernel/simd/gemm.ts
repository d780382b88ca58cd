import { blockDepth, type Operand } from '../gemm.js'
import type { Kernels } from './module.js'
import { packed } from './pack.js'
import { workArea } from './workArea.js'

const tileRows = 2
const tileColumns = 8

/** The m x n product of a (m x k) and b (k x n), with the bits of the plain kernel. */
export const gemm = (
  kernels: Kernels, m: number, k: number, n: number, a: Operand, b: Operand
): Float64Array | undefined => {
  const rows = Math.ceil(m / tileRows) * tileRows
  const columns = Math.ceil(n / tileColumns) * tileColumns
  const depth = Math.min(k, blockDepth)
  const area = workArea(kernels, { out: rows * columns, left: rows * depth, right: columns * depth })
  if (area === undefined) return undefined
  const { at, view } = area
  view.out.fill(0)
  for (let from = 0; from < k; from += depth) {
    const length = Math.min(depth, k - from)
    packed(view.left, tileRows, m, a.data, a.row, a.column, from, length)
    packed(view.right, tileColumns, n, b.data, b.column, b.row, from, length)
    kernels.tiles(at.out, at.left, at.right, rows, columns, length)
  }
  // without what tiles have beyond the result
  kernels.close(at.out, m, n, columns)
  return view.out.slice(0, m * n)
}
