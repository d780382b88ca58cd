import { orThrow } from '../prelude/index.js'
import { checkedShape } from '../tensor/axes.js'
import { type Shape, sizeOf } from '../number/index.js'
import type { Layer } from '../layer/index.js'
import { givenLayer } from '../layer/givenLayer.js'
import { run, seedOf } from '../random/index.js'

/**
 * The shape of every parameter of a model, by its name: "hidden.w". Refuses what is no layer, and an example that the model does not take.
 *
 * @example
 * parameterShapes(linearClassifier({ classes: 2 }), [3]) // { 'scores.w': [3, 2], 'scores.b': [2] }
 */
export const parameterShapes = (model: Layer, example: Shape): Readonly<Record<string, Shape>> =>
  shapesOf('parameterShapes', model, example)

const shapesOf = (place: string, model: Layer, example: Shape): Readonly<Record<string, Shape>> => {
  const params = run(orThrow(givenLayer(place, model, 'a model').build(checkedShape(place, example))).init, seedOf(0))
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
  Object.values(shapesOf('parameterCount', model, example)).reduce((total, shape) => total + sizeOf(shape), 0)
