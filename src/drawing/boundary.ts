/** A part of the plane, and how fine it is looked at. */
export interface Region {
  readonly x: readonly [number, number]
  readonly y: readonly [number, number]
  readonly step: number
}

export interface Point {
  readonly x: number
  readonly y: number
}

const ticks = ([low, high]: readonly [number, number], step: number): ReadonlyArray<number> =>
  Array.from({ length: Math.round((high - low) / step) + 1 }, (_, i) => low + i * step)

/**
 * The points of a grid over a region, row by row from below.
 *
 * @example
 * gridOver({ x: [0, 1], y: [5, 5], step: 1 }) // [{ x: 0, y: 5 }, { x: 1, y: 5 }]
 *
 * @source Standard practice
 */
export const gridOver = ({ x, y, step }: Region): ReadonlyArray<Point> =>
  ticks(y, step).flatMap(up => ticks(x, step).map(across => ({ x: across, y: up })))

/**
 * Where a function, given by its values on the grid, changes sign between neighbours: points of its zero set, on the lines of the grid,
 * as if it were linear between two neighbours. 0 counts as negative.
 *
 * @example
 * boundary({ x: [0, 2], y: [0, 0], step: 1 }, [-1, 3, 5]) // [{ x: 0.25, y: 0 }]
 *
 * @source Linear interpolation
 */
export const boundary = (region: Region, values: ArrayLike<number>): ReadonlyArray<Point> => {
  const points = gridOver(region)
  const width = ticks(region.x, region.step).length
  const between = (i: number, j: number): ReadonlyArray<Point> => {
    const [a, b, p, q] = [values[i] ?? NaN, values[j] ?? NaN, points[i], points[j]]
    if (p === undefined || q === undefined || (a > 0) === (b > 0)) return []
    const share = a / (a - b)
    return [{ x: p.x + share * (q.x - p.x), y: p.y + share * (q.y - p.y) }]
  }
  return points.flatMap((_, i) => [...((i + 1) % width === 0 ? [] : between(i, i + 1)), ...between(i, i + width)])
}
