import { type Claim, claim, equal, erratum, everyCase, type Judge, type Plain } from '../../../src/claim/index.js'
import type { Layer } from '../../../src/layer/index.js'
import { parameterShapes, tanhConvNet } from '../../../src/model/index.js'
import { type Shape, showShape, sizeOf } from '../../../src/number/index.js'
import { counted } from '../../../properties/judges/counted.js'

const recognition = 'Object recognition assignment 2, question 3, number of weights'

const layersOf = (model: Layer, example: Shape): ReadonlyArray<readonly [string, number]> => {
  const shapes = Object.entries(parameterShapes(model, example))
  return model.names.map(name =>
    [name, shapes.filter(([key]) => key.startsWith(`${name}.`))
      .reduce((total, [, shape]) => total + sizeOf(shape), 0)] as const)
    .filter(([, count]) => count > 0)
}

const tanhLayers = [['conv1', 1216], ['conv2', 51328], ['hidden', 204864], ['scores', 650]] as const

const shapes = (printed: ReadonlyArray<Shape>): Judge =>
  everyCase('four layers', [...printed.entries()], ([k, shape]) => {
    const own =
      Object.entries(parameterShapes(tanhConvNet(), [3, 32, 32])).filter(([name]) => name.endsWith('.w'))[k]?.[1] ?? []
    return [equal<Plain>(
      Number(showShape(own) === showShape(shape)), 1, `layer ${k + 1}: ${showShape(own)} is ${showShape(shape)}`
    )]
  })

/** What the assignment counts, recounted on the model as exported. */
export const claims: ReadonlyArray<Claim> = [
  counted({
    id: 'object-recognition-2/parameter-count/tanh-convnet',
    title: 'The ConvNet with tanh has 258058 parameters, biases counted',
    rows: ['A2-CI-20', 'A2-SYS-35'],
    model: tanhConvNet(), example: [3, 32, 32], source: recognition
  }, 258058),
  claim(
    {
      id: 'object-recognition-2/parameter-count/tanh-convolutions',
      title: 'Its convolutions have 1216 and 51328 parameters', rows: ['A2-CI-15', 'A2-CI-17'],
      statement: String.raw`16 (3 \cdot 5^2 + 1) = 1216,\ 128 (16 \cdot 5^2 + 1) = 51328`, source: recognition
    },
    everyCase('two layers', tanhLayers.slice(0, 2), ([name, count]) =>
      [equal<Plain>(Object.fromEntries(layersOf(tanhConvNet(), [3, 32, 32]))[name] ?? NaN, count, name)])
  ),
  claim(
    {
      id: 'object-recognition-2/parameter-count/tanh-affine', title: 'Its affine layers have 204864 and 650 parameters',
      rows: ['A2-CI-18', 'A2-CI-19'],
      statement: String.raw`64 (3200 + 1) = 204864,\ 10 (64 + 1) = 650`, source: recognition
    },
    everyCase('two layers', tanhLayers.slice(2), ([name, count]) =>
      [equal<Plain>(Object.fromEntries(layersOf(tanhConvNet(), [3, 32, 32]))[name] ?? NaN, count, name)])
  ),
  erratum(
    {
      id: 'object-recognition-2/parameter-count/filter-shapes', rows: ['A2-CI-16'],
      title: 'Filters have the output channels first, whatever the order of an affine layer',
      statement: String.raw`w \in \mathbb R^{F \times C \times K \times K}`, source: recognition
    },
    {
      printed: {
        text: 'filters of shape (3, 16, 5, 5) and (16, 128, 5, 5)',
        tex: String.raw`w_1 \in \mathbb R^{3 \times 16 \times 5 \times 5},\ w_2 \in \mathbb R^{16 \times 128 \times 5 \times 5}`,
        judge: shapes([[3, 16, 5, 5], [16, 128, 5, 5], [3200, 64], [64, 10]])
      },
      corrected: {
        text: 'filters of shape (16, 3, 5, 5) and (128, 16, 5, 5)',
        tex: String.raw`w_1 \in \mathbb R^{16 \times 3 \times 5 \times 5},\ w_2 \in \mathbb R^{128 \times 16 \times 5 \times 5}`,
        judge: shapes([[16, 3, 5, 5], [128, 16, 5, 5], [3200, 64], [64, 10]])
      }
    }
  )
]
