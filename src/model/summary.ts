import { type Shape, showShape, sizeOf } from '../number/index.js'
import type { Layer } from '../layer/index.js'
import { givenLayer } from '../layer/givenLayer.js'
import { largest, mapRecord, orThrow } from '../prelude/index.js'
import { run, seedOf } from '../random/index.js'
import { checkedShape } from '../tensor/axes.js'

/** A layer of a model: its name, what it makes of one example, and what it learns. */
export interface LayerSummary {
  readonly name: string
  readonly output: Shape
  readonly parameters: Readonly<Record<string, Shape>>
  /** How many numbers that is. */
  readonly count: number
}

export interface Summary {
  readonly layers: ReadonlyArray<LayerSummary>
  readonly count: number
  /** The same as a table. */
  readonly text: string
}

/**
 * The layers of a model for examples of this shape: the name, the output of one example, the parameters and their number, as data and as a
 * table in text. Refuses what is no layer, and an example that the model does not take.
 *
 * @example
 * const { layers, count, text } = summary(sequence({ hidden: Affine(4), relu: Relu, scores: Affine(2) }), [3])
 * layers[0] // { name: 'hidden', output: [4], parameters: { w: [3, 4], b: [4] }, count: 16 }
 * count // 26
 * text.split('\n')[1] // 'hidden  4       w 3x4, b 4     16'
 *
 * @source Standard practice
 */
export const summary = (model: Layer, example: Shape): Summary => {
  const { names, build } = givenLayer('summary', model, 'a model')
  const { outputs, init } = orThrow(build(checkedShape('summary', example)))
  const params = run(init, seedOf(0))
  const layers = names.map((name, i): LayerSummary => {
    const parameters = mapRecord(params[i] ?? {}, ({ shape }) => shape)
    return { name, output: outputs[i] ?? [], parameters, count: counted(Object.values(parameters)) }
  })
  const count = layers.reduce((total, layer) => total + layer.count, 0)
  return { layers, count, text: table([
    ['layer', 'output', 'parameters', 'count'], ...layers.map(cells), ['in all', '', '', `${count}`]
  ]) }
}

const counted = (shapes: ReadonlyArray<Shape>): number => shapes.reduce((total, shape) => total + sizeOf(shape), 0)

const cells = ({ name, output, parameters, count }: LayerSummary): ReadonlyArray<string> => [
  name, showShape(output), Object.entries(parameters).map(([key, shape]) => `${key} ${showShape(shape)}`).join(', '),
  `${count}`
]

/** Rows in columns as wide as their widest cell; the last, of numbers, ends at one place. */
const table = (rows: ReadonlyArray<ReadonlyArray<string>>): string => {
  const widths = (rows[0] ?? []).map((_, column) => largest(rows.map(row => (row[column] ?? '').length)))
  return rows.map(row => row.map((cell, column) =>
    (column === row.length - 1 ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0))).join('  ')).join('\n')
}
