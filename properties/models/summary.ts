import fc, { type Arbitrary } from 'fast-check'
import { type Claim, claim, equal, judgedBy, type Law, type Plain, type Relation, sampled } from '../../src/claim/index.js'
import {
  Affine, AffineRelu, BatchNorm, Conv2d, Dropout, type Layer, LayerNorm, MaxPool2d, Relu, sequence, SpatialBatchNorm,
  Tanh
} from '../../src/layer/index.js'
import type { parameterCount, parameterShapes, summary } from '../../src/model/index.js'
import { type Shape, showShape } from '../../src/number/index.js'
import { orThrow } from '../../src/prelude/index.js'
import { run, seedOf } from '../../src/random/index.js'
import * as T from '../../src/tensor/index.js'
import { seldom } from '../cases/sparsely.js'
import { reads } from '../drawings/framed.js'

interface SummarySubject {
  readonly name: string
  readonly summary: typeof summary
  readonly parameterCount: typeof parameterCount
  readonly parameterShapes: typeof parameterShapes
}

/** Layers of images that leave a pixel at least of five by six, and layers of rows of numbers. */
interface Drawn {
  readonly channels: number
  readonly ofImages: ReadonlyArray<string>
  readonly ofRows: ReadonlyArray<string>
  readonly width: number
}

const imageLayers: Readonly<Record<string, (width: number) => Layer>> = {
  conv: width => Conv2d(width, [1, 2]), pool: () => MaxPool2d({ height: 2, width: 1, stride: 1 }),
  norm: () => SpatialBatchNorm(), relu: () => Relu
}

const rowLayers: Readonly<Record<string, (width: number) => Layer>> = {
  affine: width => Affine(width), block: width => AffineRelu(width + 1), norm: () => BatchNorm(),
  layerNorm: () => LayerNorm(), dropout: () => Dropout({ keepProbability: 0.5, seed: 1 }), tanh: () => Tanh
}

const drawn: { readonly [K in keyof Drawn]: Arbitrary<Drawn[K]> } = {
  channels: fc.integer({ min: 1, max: 3 }), width: fc.integer({ min: 1, max: 4 }),
  ofImages: fc.array(fc.constantFrom(...Object.keys(imageLayers)), { maxLength: 4 }),
  ofRows: fc.array(fc.constantFrom(...Object.keys(rowLayers)), { maxLength: 4 })
}

interface Model {
  readonly parts: ReadonlyArray<readonly [string, Layer]>
  readonly example: Shape
}

const modelOf = ({ channels, ofImages, ofRows, width }: Drawn): Model => ({
  example: [channels, 5, 6],
  parts: [
    ...ofImages.map((key, k) => [`${key} of image ${k}`, imageLayers[key]?.(width + k) as Layer] as const),
    ['first', Affine(width)] as const,
    ...ofRows.map((key, k) => [`${key} of row ${k}`, rowLayers[key]?.(width + k) as Layer] as const)
  ]
})

/** The shape that a model's output of one example has: of two examples, without the first axis. */
const shapeAfter = (model: Layer, example: Shape): Shape => {
  const { init, state } = orThrow(model.build(example))
  return model.train(run(init, seedOf(1)), run(state, seedOf(1)))(T.ones([2, ...example])).y.shape.slice(1)
}

const sameShapes = (found: Shape | undefined, expected: Shape, what: string): Relation<Plain> =>
  reads(showShape(found ?? []), showShape(expected), what)

export const summaryLaws: Law<SummarySubject> = (
  { name, summary: summed, parameterCount: count, parameterShapes: shapes }
): ReadonlyArray<Claim> => [
  seldom(claim(
    {
      id: `${name}/summary`, title: 'A summary has the parameters that a model begins with, and the outputs that it computes',
      statement: String.raw`n = \sum_i \lvert \theta_i \rvert`, source: 'Standard practice'
    },
    sampled<Drawn>(drawn, input => {
      const { parts, example } = modelOf(input)
      const model = sequence(Object.fromEntries(parts))
      const params = run(orThrow(model.build(example)).init, seedOf(1))
      const { layers, count: all, text } = judgedBy('summary', () => summed(model, example))
      const sizes = params.map(named => Object.values(named).reduce((sum, { data }) => sum + data.length, 0))
      const total = sizes.reduce((a, b) => a + b, 0)
      const named = judgedBy('parameterShapes', () => shapes(model, example))
      const lines = text.split('\n')
      return [
        equal<Plain>(layers.length, model.names.length, 'layers'), equal<Plain>(all, total, 'parameters of all'),
        equal<Plain>(judgedBy('parameterCount', () => count(model, example)), total, 'parameterCount'),
        ...layers.flatMap((layer, i) => [
          reads(layer.name, model.names[i] ?? '', `name ${i}`),
          equal<Plain>(layer.count, sizes[i] ?? NaN, `parameters of ${layer.name}`),
          equal<Plain>(
            Object.keys(layer.parameters).length, Object.keys(params[i] ?? {}).length, `tensors of ${layer.name}`),
          ...Object.entries(params[i] ?? {}).flatMap(([key, { shape }]) => [
            sameShapes(layer.parameters[key], shape, `${key} of ${layer.name}`),
            sameShapes(named[`${layer.name}.${key}`], shape, `${layer.name}.${key}`)
          ]),
          reads(lines[i + 1]?.slice(0, layer.name.length) ?? '', layer.name, `the beginning of line ${i + 1}`),
          equal<Plain>(Number(/\d+$/.exec(lines[i + 1] ?? '')?.[0] ?? NaN), layer.count, `the end of line ${i + 1}`)
        ]),
        ...parts.map((_, k) => {
          const part = sequence(Object.fromEntries(parts.slice(0, k + 1)))
          return sameShapes(layers[part.names.length - 1]?.output, shapeAfter(part, example), `the output of part ${k}`)
        }),
        equal<Plain>(lines.length, layers.length + 2, 'lines'),
        equal<Plain>(Number(/^in all +(\d+)$/.exec(lines.at(-1) ?? '')?.[1] ?? NaN), total, 'the last line'),
        equal<Plain>(new Set(lines.map(({ length }) => length)).size, 1, 'lengths of lines')
      ]
    })
  ))
]
