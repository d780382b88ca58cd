import * as T from '../../../src/tensor/index.js'
import type { Tensor } from '../../../src/tensor/index.js'

interface Given {
  readonly x: Tensor
  readonly w: Tensor
  readonly dy: Tensor
  readonly stride: number
  readonly pad: number
}

/** The gradients of a convolution, loop by loop: each output gives its share to the entries, the filter and the bias that made it. */
export const convolvedBack = (
  { x, w, dy, stride, pad }: Given
): { readonly dx: Tensor; readonly dw: Tensor; readonly db: Tensor } => {
  const [, channels = 0, height = 0, width = 0] = x.shape
  const [filters = 0, , rows = 0, columns = 0] = w.shape
  const [examples = 0, , down = 0, across = 0] = dy.shape
  const dx = new Float64Array(x.data.length)
  const dw = new Float64Array(w.data.length)
  const db = new Float64Array(filters)
  for (let n = 0; n < examples; n++) for (let f = 0; f < filters; f++) {
    for (let i = 0; i < down; i++) for (let j = 0; j < across; j++) {
      const slope = T.at(dy, [n, f, i, j])
      db[f]! += slope
      for (let c = 0; c < channels; c++) for (let k = 0; k < rows; k++) for (let l = 0; l < columns; l++) {
        const [u, v] = [i * stride + k - pad, j * stride + l - pad]
        if (u < 0 || u >= height || v < 0 || v >= width) continue
        dx[((n * channels + c) * height + u) * width + v]! += slope * T.at(w, [f, c, k, l])
        dw[((f * channels + c) * rows + k) * columns + l]! += slope * T.at(x, [n, c, u, v])
      }
    }
  }
  return { dx: T.fromFlat(x.shape, dx), dw: T.fromFlat(w.shape, dw), db: T.fromFlat([filters], db) }
}

/** The gradient of max pooling of 2 x 2 with stride 2, loop by loop: to the first largest entry of each window. */
export const pooledBack = (x: Tensor, dy: Tensor): Tensor => {
  const [, channels = 0, height = 0, width = 0] = x.shape
  const [examples = 0, , down = 0, across = 0] = dy.shape
  const dx = new Float64Array(x.data.length)
  for (let n = 0; n < examples; n++) for (let c = 0; c < channels; c++) {
    for (let i = 0; i < down; i++) for (let j = 0; j < across; j++) {
      const window = [[0, 0], [0, 1], [1, 0], [1, 1]].map(([k = 0, l = 0]) => [2 * i + k, 2 * j + l] as const)
      const [u, v] = window.reduce((a, b) => (T.at(x, [n, c, ...b]) > T.at(x, [n, c, ...a]) ? b : a))
      dx[((n * channels + c) * height + u) * width + v]! += T.at(dy, [n, c, i, j])
    }
  }
  return T.fromFlat(x.shape, dx)
}
