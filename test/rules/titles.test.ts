import { expect, test } from 'vitest'
import { claims as laws } from '../../properties/index.js'
import { claims as proofs } from '../../proofs-numeric/index.js'

const isShort = (title: string): boolean => title.length <= 100

test('a title has at most 100 characters', () => {
  expect(['t'.repeat(100), 't'.repeat(101)].filter(isShort)).toEqual(['t'.repeat(100)])
  const long = [...proofs, ...laws].filter(({ title }) => !isShort(title))
  expect(long.map(({ id, title }) => `${id}: ${title}`)).toEqual([])
})
