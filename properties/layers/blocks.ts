import { type Claim, claim, everyCase, type Plain, type Relation } from '../../src/claim/index.js'
import type { Shape } from '../../src/number/index.js'
import * as T from '../../src/tensor/index.js'
import { cotangentFrom, directionFrom, hashed } from '../cases/hashed.js'
import { sizeOf } from '../../src/number/index.js'
import { derivativeRelations, valueRelations } from './againstDefinition.js'
import { type Bound, subjectOf } from './bound.js'
import type { AnyLayerSubject, Define, Named } from './subject.js'

// Kernels work block by block: tiles of 4x4 or 2x8 and 256 terms of a product, five filters or two, pairs of rows. Drawn shapes stay within
// the first.

type Shapes = Readonly<Record<string, Shape>>

/** Whole numbers of four bits, that doubles hold every sum of products of. */
const filled = (shapes: Shapes): Named => Object.fromEntries(Object.entries(shapes).map(([name, shape]) =>
  [name, T.fromFlat(shape, Array.from({ length: sizeOf(shape) }, (_, i) => (hashed(1, name, i) % 17) - 8))]))

/** A layer, and tensors that are larger than the blocks of its kernel. */
export interface BlockSubject<O> {
  readonly subject: AnyLayerSubject<O>
  /** The tensors in words. */
  readonly sizes: string
  readonly cases: ReadonlyArray<Shapes>
}

/** Value and pullback beside the definition, for a cotangent and a direction that follow from a seed. */
export const besideDefinition = (bound: Bound, inputs: Named, seed: number): ReadonlyArray<Relation<Plain>> => {
  const { y, pullback } = bound.run(inputs)
  const dy = cotangentFrom(seed, y.shape)
  return [
    ...valueRelations(bound, bound.define as Define, inputs, y),
    ...derivativeRelations(bound, inputs, dy, pullback(dy), directionFrom(seed))
  ]
}

/** That value and pullback are right where the blocks of a kernel meet. */
export const blockLaws = <O = never>({ subject: given, sizes, cases }: BlockSubject<O>): ReadonlyArray<Claim> => {
  const bound = subjectOf(given).bind()
  return [claim(
    {
      id: `${given.name}/blocks`,
      title: `${given.name}: value and pullback are those of the definition past every block of its kernel`,
      statement: String.raw`y = f(x),\ \langle dy, J v\rangle = \langle J^T dy, v\rangle`, source: 'the definition'
    },
    everyCase(sizes, cases, shapes => besideDefinition(bound, filled(shapes), 1)))]
}
