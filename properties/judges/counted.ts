import { type Claim, claim, equal, everyCase, type Judge, type Plain } from '../../src/claim/index.js'
import type { Layer } from '../../src/layer/index.js'
import { parameterCount } from '../../src/model/index.js'
import type { Shape } from '../../src/number/index.js'

const counts = (model: Layer, example: Shape, printed: number): Judge =>
  everyCase('as it stands', [printed], count => [equal<Plain>(parameterCount(model, example), count, 'parameters')])

/** A model whose parameters a document counts. */
export interface Counted {
  readonly id: string
  readonly title: string
  readonly rows: ReadonlyArray<string>
  readonly model: Layer
  readonly example: Shape
  readonly source: string
}

const statementOf = (count: number): string => String.raw`\sum_l (n_{l-1} + 1)\, n_l = ${count}`

/** That the model has so many parameters. */
export const counted = ({ model, example, ...about }: Counted, count: number): Claim =>
  claim({ ...about, statement: statementOf(count) }, counts(model, example, count))
