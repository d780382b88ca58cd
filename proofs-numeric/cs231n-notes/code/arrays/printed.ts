import {
  type Claim, claim, equalEntries, everyCase, type Judge, type Plain, type Relation, type Statement
} from '../../../../src/claim/index.js'
import * as T from '../../../../src/tensor/index.js'
import type { Tensor } from '../../../../src/tensor/index.js'

// What the array chapter of the course notes prints, of the functions as exported. Arrays here do not change, so that a view is a copy.

const source = 'Notes on CS231n, numpy'
export const t: typeof T.fromNested = T.fromNested

type Relations = ReadonlyArray<Relation<Plain>>

/** An array as it is printed, entry by entry. */
export const is = (got: Tensor, printed: T.Nested, name = ''): Relations => equalEntries(got, t(printed), name)

export const once = (relations: () => Relations): Judge => everyCase('the printed example', ['as it is printed'], relations)

export const about = (name: string, title: string, words: string, rows: ReadonlyArray<string>): Statement => ({
  id: `cs231n-notes/arrays/${name}`, title, statement: `\\text{${words}}`, spoken: 'it is about code, files or time',
  source, rows
})

export const example = (
  name: string, title: string, words: string, rows: ReadonlyArray<string>, relations: () => Relations
): Claim =>
  claim(about(name, title, words, rows), once(relations))

export const a34: Tensor = t([[1, 2, 3, 4], [5, 6, 7, 8], [9, 10, 11, 12]])
export const a32: Tensor = t([[1, 2], [3, 4], [5, 6]])
export const a43: Tensor = t([[1, 2, 3], [4, 5, 6], [7, 8, 9], [10, 11, 12]])
export const x: Tensor = t([[1, 2], [3, 4]])
export const y: Tensor = t([[5, 6], [7, 8]])
export const v: Tensor = t([9, 10])
export const w: Tensor = t([11, 12])
