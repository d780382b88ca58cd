/** The sizes of an array, outermost axis first; [] is the shape of a scalar. */
export type Shape = ReadonlyArray<number>

/** The number of entries of an array of this shape. */
export const sizeOf = (shape: Shape): number => shape.reduce((product, size) => product * size, 1)

/** "2x3", as messages and printed arrays show a shape. */
export const showShape = (shape: Shape): string => (shape.length === 0 ? 'scalar' : shape.join('x'))

export const sameShape = (a: Shape, b: Shape): boolean => a.length === b.length && a.every((size, axis) => size === b[axis])

/** How far apart neighbours along each axis lie in row-major order. */
export const stridesOf = (shape: Shape): ReadonlyArray<number> => {
  const strides = shape.map(() => 1)
  for (let axis = shape.length - 2; axis >= 0; axis--) strides[axis] = (strides[axis + 1] ?? 1) * (shape[axis + 1] ?? 1)
  return strides
}

/** The indices of the entry at a row-major position. */
export const indexAt = (shape: Shape, position: number): ReadonlyArray<number> => indicesOf(shape)(position)

/** The same for many positions of one shape. */
export const indicesOf = (shape: Shape): ((position: number) => ReadonlyArray<number>) => {
  const strides = stridesOf(shape)
  return position => strides.map((stride, axis) => Math.floor(position / stride) % (shape[axis] ?? 1))
}
