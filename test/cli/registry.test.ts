import { expect, test } from 'vitest'
import { claims as proofs } from '../../proofs-numeric/index.js'
import { claims as laws } from '../../properties/index.js'

const ids = [...proofs, ...laws].map(({ id }) => id)

test('no two claims have the same id', () => {
  expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([])
})

test('every id is topic/name, and needs no quotes in a shell', () => {
  expect(ids.filter(id => !/^[\w.-]+(\/[\w.+-]+)+$/.test(id))).toEqual([])
})
