import { expect, test } from 'vitest'
import { blockLattice, fullGrid, type PointSet } from '../../src/claim/points.js'

const told = ({ name, count, points }: PointSet) => ({ name, count, points: [...points()] })

test('the points of one block: whole numbers of sum at most its degree', () => {
  expect(told(blockLattice([{ size: 2, degree: 2 }])))
    .toEqual({ name: 'lattice', count: 6, points: [[0, 0], [0, 1], [0, 2], [1, 0], [1, 1], [2, 0]] })
})

test('of several blocks each has its own sum', () => {
  expect(told(blockLattice([{ size: 2, degree: 1 }, { size: 1, degree: 1 }]))).toEqual({
    name: 'basis', count: 6, points: [[0, 0, 0], [0, 0, 1], [0, 1, 0], [0, 1, 1], [1, 0, 0], [1, 0, 1]]
  })
})

test('a basis is of several blocks, none of degree above 1', () => {
  const nameOf = (...degrees: ReadonlyArray<number>) => blockLattice(degrees.map(degree => ({ size: 2, degree }))).name
  expect([nameOf(1), nameOf(1, 1), nameOf(0, 1), nameOf(1, 2), nameOf(2, 2)]).toEqual(
    ['lattice', 'basis', 'basis', 'lattice', 'lattice']
  )
})

test('a block has as many points as the size can be chosen from size and degree', () => {
  // 13! / (10! 3!) and 5! / (3! 2!)
  expect([[10, 3], [3, 10], [3, 2], [4, 0], [0, 4]].map(
    ([size = 0, degree = 0]) => blockLattice([{ size, degree }]).count
  ))
    .toEqual([286, 286, 10, 1, 1])
  expect(blockLattice([{ size: 3, degree: 2 }, { size: 10, degree: 3 }]).count).toBe(2860)
})

test('the points of a grid: each variable up to its own degree', () => {
  expect(told(fullGrid([1, 2]))).toEqual(
    { name: 'grid', count: 6, points: [[0, 0], [0, 1], [0, 2], [1, 0], [1, 1], [1, 2]] }
  )
})

test('of no variables there is one point', () => {
  expect([told(blockLattice([])), told(fullGrid([]))])
    .toEqual([{ name: 'basis', count: 1, points: [[]] }, { name: 'grid', count: 1, points: [[]] }])
})
