/** A window on an image, and how many places it has along each axis, counted one by one. */
export interface WindowSizes {
  readonly image: readonly [number, number]
  readonly window: readonly [number, number]
  readonly stride: number
  readonly pad: number
  readonly places: readonly [number, number]
}

const from = (first: number, last: number): ReadonlyArray<number> =>
  Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => first + i)

const counted = (size: number, window: number, stride: number): number =>
  from(0, size).filter(i => i * stride + window <= size).length

/** Images up to 7x9 with pads up to this one, strides 1 to 5, and windows that fit; rows and columns never have the same sizes. */
export const sizesOfWindows = (mostPad: number): ReadonlyArray<WindowSizes> =>
  from(1, 7).flatMap(
    height => from(0, mostPad).flatMap(pad => from(1, 5).flatMap(stride => from(1, height + 2 * pad).map(rows => {
      const [width, columns] = [height + 2, Math.max(1, rows - 1)]
      return {
        image: [height, width] as const,
        window: [rows, columns] as const,
        stride,
        pad,
        places: [counted(height + 2 * pad, rows, stride), counted(width + 2 * pad, columns, stride)] as const
      }
    })))
  )
