import { orThrow } from '../prelude/index.js'
import { type Shape, sizeOf } from '../number/index.js'
import type { Layer } from '../layer/index.js'
import { run, seedOf } from '../random/index.js'

/** The shape of every parameter of a model, by its name: "hidden.w". */
export const parameterShapes = (model: Layer, example: Shape): Readonly<Record<string, Shape>> => {
  const params = run(orThrow(model.build(example)).init, seedOf(0))
  return Object.fromEntries(params.flatMap((named, i) =>
    Object.entries(named).map(([name, { shape }]) => [`${model.names[i] ?? ''}.${name}`, shape])))
}

/**
 * How many numbers a model learns, for examples of this shape; running statistics are none of them.
 *
 * @example
 * parameterCount(fullyConnectedNet({ hidden: [4], classes: 2 }), [3]) // 26
 */
export const parameterCount = (model: Layer, example: Shape): number =>
  Object.values(parameterShapes(model, example)).reduce((total, shape) => total + sizeOf(shape), 0)
