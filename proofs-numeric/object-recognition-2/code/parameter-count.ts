import { type Claim, claim, equal, erratum, everyCase, type Judge, type Plain } from '../../../src/claim/index.js'
import type { Layer } from '../../../src/layer/index.js'
import { parameterCount, parameterShapes, tanhConvNet } from '../../../src/model/index.js'
import { type Shape, showShape, sizeOf } from '../../../src/number/index.js'

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

export const claims: ReadonlyArray<Claim> = [
  claim(
    {
      id: 'object-recognition-2/parameter-count/of-models', rows: ['A2-CI-17', 'A2-CI-18', 'A2-CI-20'],
      title: 'The layers of the ConvNet as exported have as many parameters as the formulas count',
      statement: String.raw`\text{the layers of our ConvNet with tanh have 1216, 51328, 204864 and 650 parameters, 258058 in all}`,
      spoken: 'it is about code, files or time', source: recognition
    },
    everyCase('four layers', [tanhConvNet()], model => [
      ...tanhLayers.map(([name, count]) =>
        equal<Plain>(Object.fromEntries(layersOf(model, [3, 32, 32]))[name] ?? NaN, count, name)),
      equal<Plain>(parameterCount(model, [3, 32, 32]), 258058, 'in all')
    ])
  ),
  erratum(
    {
      id: 'object-recognition-2/parameter-count/filter-shapes', rows: ['A2-CI-16'],
      title: 'Filters have the output channels first, whatever the order of an affine layer',
      statement: String.raw`\text{the weights of our ConvNet with tanh are 16x3x5x5, 128x16x5x5, 3200x64 and 64x10: outputs come first in a convolution, and last in an affine layer}`,
      spoken: 'it is about code, files or time', source: recognition
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
