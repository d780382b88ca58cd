import { expect, test } from 'vitest'
import { Interrupted, watched } from '../../src/claim/watched.js'
import { float64 } from '../../src/number/float64.js'

const operations = ['add', 'sub', 'mul', 'div'] as const

test('operations give what they gave, and all else of the number system stays', () => {
  const N = watched<number>(float64, () => false)
  expect(operations.map(name => N[name](3, 2))).toEqual([5, 1, 6, 1.5])
  expect(N).toEqual({ ...float64, add: N.add, sub: N.sub, mul: N.mul, div: N.div })
})

test('of 64 operations of any kind the last asks, and so on', () => {
  let asked = 0
  const N = watched<number>(float64, () => { asked += 1; return false })
  const after = (count: number): number => {
    for (let k = 0; k < count; k++) N[operations[k % 4] ?? 'add'](1, 1)
    return asked
  }
  expect([after(63), after(1), after(63), after(1), after(64)]).toEqual([0, 1, 1, 2, 3])
})

test.each(operations)('%s counts, and raises where the answer is to end', name => {
  const N = watched<number>(float64, () => true)
  const last = Array.from({ length: 63 }, () => N[name](3, 2)).at(-1)
  expect(last).toBe(float64[name](3, 2))
  let raised: unknown
  try { N[name](3, 2) } catch (error) { raised = error }
  expect(raised).toBeInstanceOf(Interrupted)
  expect(raised).toMatchObject({ name: 'Interrupted', message: 'interrupted' })
})
