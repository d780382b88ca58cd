import type { BinaryTerm } from '../../notation/index.js'
import { alike, beVector, isArray, isNumber, looksLikeMatrix, type Place, type Shape } from './Place.js'

/** The shape of a sum, a product, a quotient or a power. */
export const binary = (place: Place, { operator, left, right }: BinaryTerm): Shape => {
  const { known } = place
  const number = { rows: known.one, columns: known.one }
  const [a, b] = [place.shape(place, left), place.shape(place, right)]
  switch (operator) {
    case 'add': case 'subtract': case 'entrywise':
      alike(known, a, b)
      return a
    case 'inner':
      beVector(place, a, left, 'in an inner product')
      beVector(place, b, right, 'in an inner product')
      known.same(a.rows, b.rows)
      return number
    case 'divide':
      alike(known, b, number)
      return a
    case 'power':
      if (!looksLikeMatrix(left)) alike(known, a, number)
      alike(known, b, number)
      return a
    case 'multiply': case 'dot': return product(place, operator === 'dot', [left, a], [right, b])
  }
}

type Factor = readonly [BinaryTerm['left'], Shape]

const product = ({ known, wait }: Place, isDot: boolean, [left, a]: Factor, [, b]: Factor): Shape => {
  const found = { rows: known.fresh(), columns: known.fresh() }
  const ofMatrices = (): void => {
    known.same(a.columns, b.rows)
    alike(known, found, { rows: a.rows, columns: b.columns })
  }
  const isColumn = (x: Shape): boolean => known.is(x.rows) === 'many' && known.is(x.columns) === 'one'
  const look = (): boolean => {
    if (isNumber(known, a)) alike(known, found, b)
    else if (isNumber(known, b)) alike(known, found, a)
    else if (isDot && isColumn(a) && isColumn(b)) {
      known.same(a.rows, b.rows)
      alike(known, found, { rows: known.one, columns: known.one })
    } else if (isArray(known, a) && isArray(known, b)) ofMatrices()
    else return false
    return true
  }
  const number = { rows: known.one, columns: known.one }
  wait({
    order: looksLikeMatrix(left) || left.kind === 'unary' ? 1 : 2,
    look,
    // a matrix before a vector; any other letter before something is a number; what stands after an array is none
    guess: () => {
      if (left.kind === 'unary' && left.operator === 'transpose') ofMatrices()
      else if (looksLikeMatrix(left) && !isArray(known, a)) {
        known.many(a.rows)
        known.many(a.columns)
        ofMatrices()
      } else if (isArray(known, a)) {
        if (known.is(a.columns) === 'many') ofMatrices()
        else alike(known, b, number)
      } else alike(known, a, number)
      look()
    }
  })
  return found
}
