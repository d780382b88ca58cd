import type { EntryTerm, Term } from '../../notation/index.js'
import { alike, isArray, type Place, type Shape } from './Place.js'

/** The shape of x_i, of W_ij, or of a member that a letter below tells. */
export const entry = (place: Place, { of, at }: EntryTerm): Shape => {
  const { known, shapeOf, because } = place
  const number = { rows: known.one, columns: known.one }
  const reach = (index: Term | undefined): number =>
    (index?.kind === 'name' ? place.bound.get(index.name) ?? place.reach(index.name) : known.fresh())
  const whole = place.shape(place, of)
  if (of.kind !== 'name' || at.length > 1) {
    known.same(whole.rows, reach(at[0]))
    known.many(whole.rows)
    if (at.length > 1) {
      known.same(whole.columns, reach(at[1]))
      known.many(whole.columns)
    } else known.same(whole.columns, known.one)
    if (of.kind === 'name') {
      place.hasTwo(of.name)
      because(of.name, 'it has two indices')
    }
    return number
  }
  const member = shapeOf(`${of.name}_`)
  const asVector = (): void => {
    alike(known, member, number)
    known.many(whole.rows)
    known.same(whole.columns, known.one)
    known.same(whole.rows, reach(at[0]))
    because(of.name, 'it has an index')
  }
  place.wait({
    order: 3,
    look: () => {
      const isMatrix = known.is(whole.rows) === 'many' && known.is(whole.columns) === 'many'
      const isVector = known.is(whole.rows) === 'many' && known.is(whole.columns) === 'one'
      if (isVector) asVector()
      else if (isMatrix) alike(known, member, { rows: known.one, columns: whole.columns })
      return isVector || isMatrix || isArray(known, member)
    },
    guess: asVector
  })
  return member
}
