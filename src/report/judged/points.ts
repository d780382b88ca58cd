import { parsedJson } from '../../data/readers/json.js'
import { given } from '../../prelude/index.js'

/**
 * The points of each function from the text of a file: `{"affine_forward": 2, "relu_forward": 0.5}`. Refuses what is not such a JSON
 * object, a name that comes twice, and points that are negative or not finite.
 */
export const readPoints = (text: string): Readonly<Record<string, number>> => {
  const points = given.record('points', 'the points of each function by its name',
    parsedJson('points', 'the points of each function by its name', text) as object)
  return Object.fromEntries(Object.entries(points).map(([name, value]) =>
    [name, given.number('points', `the points of ${name}: a finite number from 0`, value as number, isPoints(value))]))
}

const isPoints = (value: unknown): boolean => typeof value === 'number' && Number.isFinite(value) && value >= 0
