import { group } from '../product.js'
import { places, type Sliding } from '../sliding.js'
import type { Kernels } from './module.js'
import { packed } from './pack.js'
import { phases } from './phases.js'
import { workArea } from './workArea.js'

// One image at a time, and the sums of the plain kernels in their order: so the bits are theirs.

/** The places of a tile. */
export const together = 8

/** w over each of `examples` images, and b added, for windows of at least eight places across. */
export const convolve = (
  kernels: Kernels, s: Sliding, examples: number, filters: number, x: Float64Array, w: Float64Array, b: Float64Array
): Float64Array | undefined => {
  const { size, taps, step, tall, part, top } = phases(s)
  const [area, pixels, depth] = [places(s), s.channels * s.height * s.width, taps.length]
  const room = workArea(kernels, {
    image: size, weights: even(filters) * depth, bias: filters, taps: even(depth) / 2, x: pixels, y: filters * area
  })
  if (room === undefined) return undefined
  const { at, view } = room
  view.image.fill(0)
  view.bias.set(b)
  packed(view.weights, 2, filters, w, depth, 1, 0, depth)
  setTaps(view.taps, taps)
  const out = new Float64Array(examples * filters * area)
  for (let n = 0; n < examples; n++) {
    view.x.set(x.subarray(n * pixels, (n + 1) * pixels))
    kernels.split(at.image + top * 8, at.x, s.channels, s.height, tall, s.width, part, s.stride[1], s.pad[1])
    kernels.convolve(at.y, at.image, at.weights, at.bias, at.taps, filters, depth, s.down, s.across, step)
    out.set(view.y, n * filters * area)
  }
  return out
}

/** The cotangent of w, from that of y. */
export const filtersBack = (
  kernels: Kernels, s: Sliding, examples: number, filters: number, x: Float64Array, dy: Float64Array
): Float64Array | undefined => {
  const { size, taps, step, tall, part, top } = phases(s)
  const [area, pixels, depth] = [places(s), s.channels * s.height * s.width, taps.length]
  const pitch = Math.ceil(filters / 4) * 4
  const room = workArea(kernels, {
    image: size, fours: area * pitch, dw: depth * pitch, taps: even(depth) / 2, x: pixels, dy: filters * area
  })
  if (room === undefined) return undefined
  const { at, view } = room
  view.image.fill(0)
  view.dw.fill(0)
  setTaps(view.taps, taps)
  for (let n = 0; n < examples; n++) {
    view.x.set(x.subarray(n * pixels, (n + 1) * pixels))
    view.dy.set(dy.subarray(n * filters * area, (n + 1) * filters * area))
    kernels.split(at.image + top * 8, at.x, s.channels, s.height, tall, s.width, part, s.stride[1], s.pad[1])
    kernels.inFours(at.fours, at.dy, filters, area)
    kernels.filtersBack(at.dw, at.image, at.fours, at.taps, pitch, depth, s.down, s.across, step)
  }
  const dw = new Float64Array(filters * depth)
  for (let f = 0; f < filters; f++) for (let t = 0; t < depth; t++) dw[f * depth + t] = view.dw[t * pitch + f]!
  return dw
}

/** The cotangent of x, from that of y, for windows of at least eight places. */
export const imagesBack = (
  kernels: Kernels, s: Sliding, examples: number, filters: number, w: Float64Array, dy: Float64Array
): Float64Array | undefined => {
  const { size, taps, step, tall, part, top } = phases(s)
  const [area, pixels, depth] = [places(s), s.channels * s.height * s.width, taps.length]
  const room = workArea(kernels, {
    image: size, weights: even(depth) * filters, taps: even(depth) / 2, sums: 2 * area, dx: pixels, dy: filters * area
  })
  if (room === undefined) return undefined
  const { at, view } = room
  const order = orderOfTaps(depth)
  setTaps(view.taps, order.map(t => taps[t]!))
  packTaps(view.weights, w, order, filters)
  const dx = new Float64Array(examples * pixels)
  for (let n = 0; n < examples; n++) {
    view.image.fill(0)
    view.dy.set(dy.subarray(n * filters * area, (n + 1) * filters * area))
    kernels.imagesBack(at.image, at.dy, at.weights, at.taps, at.sums, filters, depth, s.down, s.across, step)
    kernels.joined(at.dx, at.image + top * 8, s.channels, s.height, tall, s.width, part, s.stride[1], s.pad[1])
    dx.set(view.dx, n * pixels)
  }
  return dx
}

const even = (n: number): number => n + n % 2

/** The bytes between the corner of a window and its taps. */
const setTaps = (into: Float64Array, taps: Int32Array): void =>
  new Int32Array(into.buffer, into.byteOffset, taps.length).set(taps.map(tap => tap * 8))

/**
 * The order in which the taps that lie on one pixel are added to it. The plain kernel takes five taps at a time, place by place: the place
 * after has an earlier tap on the pixel. The taps left over it takes one by one.
 */
const orderOfTaps = (depth: number): Int32Array => {
  const whole = depth - depth % group
  return Int32Array.from({ length: depth }, (_, t) => (t < whole ? t - t % group + group - 1 - t % group : t))
}

/** The weights of two taps beside each other, filter by filter. The last tap may lack another: what stands there reaches no result. */
const packTaps = (into: Float64Array, w: Float64Array, order: Int32Array, filters: number): void => {
  for (let t = 0; t < order.length; t++) {
    const to = (t - t % 2) * filters + t % 2
    for (let f = 0; f < filters; f++) into[to + 2 * f] = w[f * order.length + order[t]!]!
  }
}
