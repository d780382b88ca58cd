import { elementwise } from '../../notation/functions.js'
import type { Term } from '../../notation/index.js'
import { binary } from './binary.js'
import { entry } from './entry.js'
import { alike, beVector, isArray, isNumber, looksLikeMatrix, type Place, type Shape } from './Place.js'

/** The shape of a term; what it says of the names in it is noted. */
export const shape = (place: Place, term: Term): Shape => {
  const { known, shapeOf } = place
  const number = { rows: known.one, columns: known.one }
  const fresh = (): Shape => ({ rows: known.fresh(), columns: known.fresh() })
  const each = (terms: ReadonlyArray<Term>): ReadonlyArray<Shape> => terms.map(part => shape(place, part))
  switch (term.kind) {
    case 'number': return Number(term.text) === 0 ? fresh() : number
    case 'name': {
      const isWhole = place.bound.has(term.name) || place.roles.sizes.has(term.name)
        || place.roles.labels.has(term.name)
      return isWhole ? number : shapeOf(term.name)
    }
    case 'item': return shapeOf(term.of)
    case 'entry': return entry(place, term)
    case 'unary': return term.operator === 'negate' ? shape(place, term.of) : transposed(place, term.of)
    case 'binary': return binary(place, term)
    case 'call': return called(place, term.function, term.arguments)
    case 'many': {
      const bound = new Map([...place.bound, ...term.ranges.map(({ index, bounds }) => {
        const to = bounds?.[1]
        return [index, to?.kind === 'name' ? known.size(to.name) : known.fresh()] as const
      })])
      if (term.where !== undefined) shape({ ...place, bound }, term.where)
      return shape({ ...place, bound }, term.of)
    }
    case 'expectation': {
      const over = term.over.map(name => [name, known.fresh()] as const)
      return shape({ ...place, bound: new Map([...place.bound, ...over]) }, term.of)
    }
    case 'derivative': return derivative(place, each([term.of, term.by]))
    case 'slope': {
      const at = shape(place, term.at)
      alike(known, shapeOf(`${term.function}(0`), at)
      alike(known, shapeOf(`${term.function}()`), number)
      return term.order === 2 ? fresh() : at
    }
    case 'relation': {
      const [a, b] = [term.left, term.right].map(side =>
        (side.kind === 'name' ? place.bound.get(side.name) ?? place.reach(side.name) : undefined))
      if (a !== undefined && b !== undefined) known.same(a, b)
      return number
    }
    case 'matrix': each(term.rows.flat()); return fresh()
    case 'cases': return each(term.cases.map(({ value }) => value))[0] ?? number
  }
}

const transposed = (place: Place, term: Term): Shape => {
  const { known } = place
  const inner = shape(place, term)
  place.wait({
    order: 0,
    look: () => isNumber(known, inner) || isArray(known, inner),
    guess: () => {
      if (!looksLikeMatrix(term)) beVector(place, inner, term, 'transposed')
      // X_i is a row
      if (term.kind === 'entry') known.same(inner.rows, known.one)
      known.many(inner.rows)
      known.many(inner.columns)
    }
  })
  return { rows: inner.columns, columns: inner.rows }
}

const called = (place: Place, name: string, given: ReadonlyArray<Term>): Shape => {
  const { known, shapeOf } = place
  const shapes = given.map(part => shape(place, part))
  const [term, first] = [given[0], shapes[0]]
  const number = { rows: known.one, columns: known.one }
  if (term === undefined || first === undefined) return number
  if (elementwise.has(name) || name === '\\sigma') return first
  if (name === 'softmax' || name === 'diag' || name.startsWith('norm')) {
    if (name !== 'softmax' || !looksLikeMatrix(term)) beVector(
      place, first, term, `in a ${name.replace(/1|Infinity/, '')}`
    )
    return name === 'softmax' ? first : name === 'diag' ? { rows: first.rows, columns: first.rows } : number
  }
  if (name === 'tr') {
    known.many(first.rows)
    known.same(first.rows, first.columns)
    return number
  }
  if (!place.roles.functions.has(name)) return number
  shapes.forEach((found, k) => { alike(known, shapeOf(`${name}(${k}`), found) })
  return shapeOf(`${name}()`)
}

const derivative = ({ known, wait }: Place, [of, by]: ReadonlyArray<Shape>): Shape => {
  const found = { rows: known.fresh(), columns: known.fresh() }
  if (of === undefined || by === undefined) return found
  wait({
    order: 4,
    look: () => {
      if (isNumber(known, of)) alike(known, found, by)
      else if (isNumber(known, by)) alike(known, found, of)
      else if (isArray(known, of) && isArray(known, by)) alike(known, found, { rows: of.rows, columns: by.rows })
      else return false
      return true
    },
    guess: () => { alike(known, found, by) }
  })
  return found
}
