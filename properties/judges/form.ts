import { between, equal, type Plain, type Relation } from '../../src/claim/index.js'
import { type Shape, sameShape, showShape, sizeOf } from '../../src/number/index.js'
import type { Tensor } from '../../src/tensor/index.js'

/** What a value is, in words, for a message about an answer of the wrong form. */
export const inWords = (x: unknown): string =>
  x === undefined || x === null ? 'nothing'
    : isTensor(x) ? `a tensor of shape ${showShape(x.shape)}`
      : Array.isArray(x) || ArrayBuffer.isView(x) ? 'an array'
        : typeof x === 'object' ? `an object with ${Object.keys(x).join(', ') || 'no fields'}` : `a ${typeof x}`

/** Whether it is a shape with data; that these are as many as the shape says is another question. */
export const isTensor = (x: unknown): x is Tensor => {
  if (typeof x !== 'object' || x === null || !('shape' in x && 'data' in x)) return false
  const { shape, data } = x
  return Array.isArray(shape) && shape.every(size => Number.isInteger(size) && size >= 0) && ArrayBuffer.isView(data)
}

/** An answer that is not what laws can read: violated, and in words. */
export const wrongForm = (expected: string, got: string): ReadonlyArray<Relation<Plain>> =>
  [between('parts of that form', 'expected', equal<Plain>(0, 1, `the answer should be ${expected}, and is ${got}`))]

/** Whether a tensor has this shape, and as many entries as that says. */
export const isOfShape = (t: Tensor, shape: Shape): boolean =>
  sameShape(t.shape, shape) && t.data.length === sizeOf(shape)

/** That a tensor has this shape, and as many entries; compared before any entry is. */
export const shapeRelations = (t: Tensor, shape: Shape, name: string): ReadonlyArray<Relation<Plain>> => {
  const place = (what: string) =>
    (): string => `${what} of ${name}, whose shape is ${showShape(t.shape)} where ${showShape(shape)} is expected`
  const sides = (relation: Relation<Plain>): Relation<Plain> => between('found', 'expected', relation)
  return t.shape.length !== shape.length
    ? [sides(equal<Plain>(t.shape.length, shape.length, place('the number of axes')))]
    : [
      ...shape.map((size, axis) => sides(equal<Plain>(t.shape[axis] ?? NaN, size, place(`axis ${axis}`)))),
      sides(equal<Plain>(t.data.length, sizeOf(shape), place('the number of entries')))
    ]
}
