/** The sizes of an array, outermost axis first; [] is the shape of a scalar. */
export type Shape = ReadonlyArray<number>

/** One place in an array of this shape: as many numbers as it has axes. */
export type Index<S extends Shape> = { readonly [Axis in keyof S]: number }

/** The number of entries of an array of this shape. */
export const sizeOf = (shape: Shape): number => {
  let product = 1
  for (let axis = 0; axis < shape.length; axis++) product *= shape[axis] ?? 1
  return product
}

/** "2x3", as messages and printed arrays show a shape. */
export const showShape = (shape: Shape): string => (shape.length === 0 ? 'scalar' : shape.join('x'))

export const sameShape = (a: Shape, b: Shape): boolean => {
  if (a.length !== b.length) return false
  for (let axis = 0; axis < a.length; axis++) if (a[axis] !== b[axis]) return false
  return true
}

/** How far apart neighbours along each axis lie in row-major order. */
export const stridesOf = (shape: Shape): ReadonlyArray<number> => {
  const strides = new Array<number>(shape.length)
  let stride = 1
  for (let axis = shape.length - 1; axis >= 0; axis--) {
    strides[axis] = stride
    stride *= shape[axis] ?? 1
  }
  return strides
}

/** The indices of the entry at a row-major position. */
export const indexAt = <const S extends Shape>(shape: S, position: number): Index<S> => indicesOf(shape)(position)

/** The same for many positions of one shape. */
export const indicesOf = <const S extends Shape>(shape: S): ((position: number) => Index<S>) => {
  const rank = shape.length
  return position => {
    const index = new Array<number>(rank)
    let rest = position
    for (let axis = rank - 1; axis >= 0; axis--) {
      const size = shape[axis] ?? 1
      index[axis] = rest % size
      rest = Math.floor(rest / size)
    }
    return index as ReadonlyArray<number> as Index<S>
  }
}
