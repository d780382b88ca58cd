import fc, { type Arbitrary } from 'fast-check'
import type { Shape } from '../../src/number/index.js'
import { type Axes, shapeOf, sizesFor } from './shapes.js'

/** A shape whose axes are drawn. */
const shapeFor = (axes: Axes): Arbitrary<Shape> => sizesFor([axes]).map(sizes => shapeOf(axes, sizes))

/** How many examples there are, and how many scores each has, unless that is fixed. */
export const examplesAndScores = (scores?: number): Arbitrary<readonly [number, number]> =>
  shapeFor(['N', scores ?? 'C']).map(([n = 1, c = 1]) => [n, c] as const)

/** Shapes of one to three axes. */
export const shapesDrawn: Arbitrary<Shape> = fc.oneof({ weight: 2, arbitrary: shapeFor(['A']) },
  { weight: 2, arbitrary: shapeFor(['A', 'B']) }, { weight: 1, arbitrary: shapeFor(['A', 'B', 'C']) })
