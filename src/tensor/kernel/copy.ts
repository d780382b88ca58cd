import { type Shape, sizeOf, stridesOf } from '../../number/Shape.js'

/** Reads an array of this shape with strides from a buffer: transposes, slices and stretched axes are all such readings. */
export const readStrided = (
  x: Float64Array, shape: Shape, strides: ReadonlyArray<number>, offset: number
): Float64Array => {
  const out = new Float64Array(sizeOf(shape))
  const last = shape.length - 1
  if (out.length === 0) return out
  const walk = (axis: number, o: number, p: number): number => {
    const size = shape[axis] ?? 1
    const stride = strides[axis] ?? 0
    if (axis >= last) {
      for (let i = 0; i < size; i++) out[o + i] = x[p + i * stride]!
      return o + size
    }
    let next = o
    for (let i = 0; i < size; i++) next = walk(axis + 1, next, p + i * stride)
    return next
  }
  walk(0, 0, offset)
  return out
}

/** An array of `outer` shape filled with a value, with x (of shape `inner`) laid in it at a corner. */
export const padded = (x: Float64Array, inner: Shape, outer: Shape, corner: Shape, value: number): Float64Array => {
  const out = new Float64Array(sizeOf(outer)).fill(value)
  const strides = stridesOf(outer)
  const last = inner.length - 1
  if (x.length === 0) return out
  const walk = (axis: number, o: number, p: number): number => {
    const from = o + (corner[axis] ?? 0) * (strides[axis] ?? 1)
    const size = inner[axis] ?? 1
    if (axis >= last) {
      out.set(x.subarray(p, p + size), from)
      return p + size
    }
    let next = p
    for (let i = 0; i < size; i++) next = walk(axis + 1, from + i * (strides[axis] ?? 1), next)
    return next
  }
  walk(0, 0, 0)
  return out
}

/** Parts of `outer` blocks each, joined block by block. */
export const joined = (parts: ReadonlyArray<Float64Array>, outer: number): Float64Array => {
  const widths = parts.map(part => (outer === 0 ? 0 : part.length / outer))
  const out = new Float64Array(parts.reduce((total, part) => total + part.length, 0))
  let at = 0
  for (let o = 0; o < outer; o++) {
    for (let k = 0; k < parts.length; k++) {
      const width = widths[k]!
      out.set(parts[k]!.subarray(o * width, (o + 1) * width), at)
      at += width
    }
  }
  return out
}

/** The blocks of `width` entries that stand at these block positions, one after the other. */
export const takeBlocks = (x: Float64Array, positions: ReadonlyArray<number>, width: number): Float64Array => {
  const out = new Float64Array(positions.length * width)
  for (let k = 0; k < positions.length; k++) {
    const from = positions[k]! * width
    for (let i = 0; i < width; i++) out[k * width + i] = x[from + i]!
  }
  return out
}

/** A copy of x with these blocks added at these block positions; a position that occurs twice receives both. */
export const addBlocks = (
  x: Float64Array, positions: ReadonlyArray<number>, width: number, blocks: Float64Array,
): Float64Array => {
  const out = x.slice()
  for (let k = 0; k < positions.length; k++) {
    const to = positions[k]! * width
    for (let i = 0; i < width; i++) out[to + i]! += blocks[k * width + i]!
  }
  return out
}

/** A copy of x with one entry changed. */
export const changed = (x: Float64Array, position: number, value: number): Float64Array => {
  const out = x.slice()
  out[position] = value
  return out
}
