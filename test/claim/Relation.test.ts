import { describe, expect, test } from 'vitest'
import {
  atMost, besideSize, between, equal, equalEntries, equalGrids, equalShapes, heading, type Place, type Relation,
  relationsOf, spelled
} from '../../src/claim/Relation.js'
import { fromEntries, vectorOf } from '../../src/number/Grid.js'

const refusal = (tag: string, message: string) => expect.objectContaining({ name: 'Refusal', tag, message }) as Error

/** Kind, sides, place as it is spelled, and the tensor of a relation. */
const told = ({ kind, left, right, place, among }: Relation<number>) => [kind, left, right, spelled(place), among]

describe('a place', () => {
  test('is a text or spells one', () => { expect([spelled('w'), spelled(() => 'w[1]')]).toEqual(['w', 'w[1]']) })
  test('begins a message, unless it is empty', () => {
    expect([heading('w'), heading(() => 'w[1]'), heading(''), heading(() => '')]).toEqual(['w: ', 'w[1]: ', '', ''])
  })
})

describe('a relation', () => {
  test('is two sides, what is said of them, and a place', () => {
    expect(equal(2, 3, 'y[0]')).toEqual({ kind: '=', left: 2, right: 3, place: 'y[0]' })
    expect(equal(2, 3)).toEqual({ kind: '=', left: 2, right: 3, place: '' })
    expect(atMost(2, 3, 'y[0]')).toEqual({ kind: '<=', left: 2, right: 3, place: 'y[0]' })
    expect(atMost(2, 3)).toEqual({ kind: '<=', left: 2, right: 3, place: '' })
    expect(spelled(equal(2, 3, () => 'y').place)).toBe('y')
  })
  test('takes no tolerance', () => {
    expect(() => equal(2, 3, 0.001 as unknown as Place)).toThrow(
      refusal('input', 'equal: expected two sides and a place in words, got 0.001'))
    expect(() => atMost(2, 3, null as unknown as Place)).toThrow(
      refusal('input', 'atMost: expected two sides and a place in words, got null'))
  })
  test('may have a size, and names of its sides', () => {
    expect(besideSize(4, equal(0, 1, 'y'))).toEqual({ kind: '=', left: 0, right: 1, place: 'y', size: 4 })
    expect(between('layer', 'definition', atMost(0, 1, 'y')))
      .toEqual({ kind: '<=', left: 0, right: 1, place: 'y', sides: ['layer', 'definition'] })
  })
})

describe('relations as a list', () => {
  const one = equal(1, 2)
  const wrong = (found: unknown) => () => relationsOf(found as Relation<number>)
  test('are one or those of a list', () => {
    expect([relationsOf(one), relationsOf([one, one]), relationsOf([])]).toEqual([[one], [one, one], []])
  })
  test.each([
    ['nothing', undefined, 'undefined: is a return missing?'],
    ['a promise', Promise.resolve(one), 'a promise: judges do not wait'],
    ['null', null, 'object'],
    ['a record of another form', { left: 1, right: 2 }, 'object'],
    ['a truth value', true, 'boolean'],
    ['a text', 'outside', 'string']
  ])('are not %s', (_, found, got) => {
    expect(wrong(found)).toThrow(
      refusal('input', `a case: expected a relation, a list of them, or outside, got ${got}`)
    )
  })
})

describe('equal arrays', () => {
  const matrix = (...entries: ReadonlyArray<number>) => fromEntries([2, 2], entries)
  test('are equal entry by entry, each among those of the right array', () => {
    expect(equalGrids(matrix(1, 2, 3, 4), matrix(5, 6, 7, 8), 'y').map(told)).toEqual([
      ['=', 1, 5, 'y[0,0]', [5, 6, 7, 8]], ['=', 2, 6, 'y[0,1]', [5, 6, 7, 8]],
      ['=', 3, 7, 'y[1,0]', [5, 6, 7, 8]], ['=', 4, 8, 'y[1,1]', [5, 6, 7, 8]]
    ])
    expect(equalGrids(vectorOf([1]), vectorOf([2])).map(told)).toEqual([['=', 1, 2, '[0]', [2]]])
    expect(equalGrids(fromEntries([], [1]), fromEntries([], [2]), 'y').map(told)).toEqual([['=', 1, 2, 'y[]', [2]]])
    expect(equalGrids(vectorOf([]), vectorOf([]))).toEqual([])
  })
  test('are of one shape', () => {
    expect(() => equalGrids(vectorOf([1, 2, 3]), vectorOf([1, 2]), 'y')).toThrow(
      refusal('shape', 'y: expected shape 2, got 3')
    )
    expect(() => equalGrids(matrix(1, 2, 3, 4), vectorOf([1, 2, 3, 4]))).toThrow(
      refusal('shape', 'equalGrids: expected shape 4, got 2x2')
    )
  })
  test('have the entries of their shape', () => {
    const short = { ...vectorOf([1, 2]), entries: [1] }
    expect(() => equalGrids(short, vectorOf([1, 2]), 'y')).toThrow(
      refusal('shape', 'y: expected 2 entries, got 1 and 2')
    )
    expect(() => equalGrids(vectorOf([1, 2]), short)).toThrow(
      refusal('shape', 'equalGrids: expected 2 entries, got 2 and 1')
    )
  })
})

describe('equal flat data', () => {
  const flat = (shape: ReadonlyArray<number>, ...data: ReadonlyArray<number>) =>
    ({ shape, data: Float64Array.from(data) })
  test('is equal entry by entry', () => {
    expect(equalEntries(flat([1, 2], 1, 2), flat([1, 2], 1, 3), 'y').map(told))
      .toEqual([['=', 1, 1, 'y[0,0]', [1, 3]], ['=', 2, 3, 'y[0,1]', [1, 3]]])
    expect(equalEntries(flat([1], 1), flat([1], 2)).map(told)).toEqual([['=', 1, 2, '[0]', [2]]])
  })
  test('of unlike shapes is unlike in them', () => {
    expect(equalEntries(flat([2], 1, 2), flat([1], 1), 'y')).toEqual(
      [{ kind: '=', left: 2, right: 1, place: 'axis 0 of y, 2 beside 1' }]
    )
    expect(equalEntries(flat([2], 1, 2), flat([1, 2], 1, 2)))
      .toEqual([{ kind: '=', left: 1, right: 2, place: 'number of axes of 2 beside 1x2' }])
  })
})

describe('equal shapes', () => {
  test('have as many axes, each of one size', () => {
    expect(equalShapes([2, 3], [2, 4], 'y')).toEqual([
      { kind: '=', left: 2, right: 2, place: 'axis 0 of y, 2x3 beside 2x4' },
      { kind: '=', left: 3, right: 4, place: 'axis 1 of y, 2x3 beside 2x4' }
    ])
    expect(equalShapes([2], [])).toEqual([{ kind: '=', left: 1, right: 0, place: 'number of axes of 2 beside scalar' }])
    expect(equalShapes([], [], 'y')).toEqual([])
  })
})
