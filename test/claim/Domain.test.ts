import { describe, expect, test } from 'vitest'
import { type Domain, helpAgainst, meet, newDomain, showDomain } from '../../src/claim/Domain.js'

const met = (...inputs: ReadonlyArray<unknown>): Domain => {
  const domain = newDomain()
  inputs.forEach(input => { meet(domain, input) })
  return domain
}
const shown = (...inputs: ReadonlyArray<unknown>): string => showDomain(met(...inputs))
const tensor = (shape: ReadonlyArray<number>, data: ArrayLike<number>) => ({ shape, data })

describe('what is shown', () => {
  test('names, shapes and ranges', () => {
    expect(newDomain()).toEqual({ ranges: new Map(), inputs: new Set(), names: new Map() })
    expect(shown()).toBe('')
    expect(shown({ x: tensor([2, 3], [0, 84, 1, 2, -96, 3]), eta: 9.75 }, {
      x: tensor([2, 3], [0, 0, 0, 0, 0, 0]), eta: 0.25
    }))
      .toBe('x (2x3) from -96 to 84, eta from 0.25 to 9.75')
  })
  test('one number that was met always', () => {
    expect(shown({ n: 3 }, { n: 3 })).toBe('n = 3')
  })
  test('the name of what is in a record tells the record', () => {
    const others = { x: 3, deep: { x: 4 } }
    const domain = met({ x: 1, inputs: { x: 2 }, others }, { x: 1, inputs: { x: 5 }, others })
    expect(showDomain(domain)).toBe('x = 1, inputs.x from 2 to 5, others.x = 3, others.deep.x = 4')
    expect(domain.names).toEqual(new Map([
      ['', new Map([['x', 'x'], ['inputs', 'inputs'], ['others', 'others']])],
      ['inputs', new Map([['x', 'inputs.x']])],
      ['others', new Map([['x', 'others.x'], ['deep', 'others.deep']])],
      ['others.deep', new Map([['x', 'others.deep.x']])]
    ]))
  })
  test('an input without a name has none', () => {
    expect(shown(5)).toBe('= 5')
    expect(shown([1, 2])).toBe('(2) from 1 to 2')
  })
  test('lists of numbers, typed arrays, and lists of these under one name', () => {
    expect(shown({ v: [3, -1, 2] })).toBe('v (3) from -1 to 3')
    expect(shown({ v: new Float64Array([3, -1]) })).toBe('v (2) from -1 to 3')
    expect(shown({ v: new Float64Array(0) })).toBe('v (0)')
    expect(shown({ v: [[1, 2], [3]] })).toBe('v (1 to 2) from 1 to 3')
    expect(shown({ v: [{ x: 1 }, { x: 2, y: 5 }] })).toBe('v.x from 1 to 2, v.y = 5')
  })
  test('what holds no number is not shown', () => {
    expect(shown({ v: [], s: 'text', t: ['a'], n: null, u: undefined, b: true, f: () => 1 })).toBe('')
    expect(shown({ n: NaN })).toBe('n')
    expect(shown({ v: [NaN, 2, NaN] })).toBe('v (3) = 2')
    expect(shown({ v: [1, 'a', 4] })).toBe('v from 1 to 4')
  })
  test('a record with a shape or data alone is no tensor', () => {
    expect(shown({ layer: { shape: [2, 5] } })).toBe('layer.shape (2) from 2 to 5')
    expect(shown({ layer: { data: [2, 5] } })).toBe('layer.data (2) from 2 to 5')
  })
  test('shapes range along each axis; of another number of axes the last counts', () => {
    const zeros = (...shape: ReadonlyArray<number>) => ({ x: tensor(shape, [0]) })
    expect(shown(zeros(2, 3), zeros(4, 1))).toBe('x (2x1 to 4x3) = 0')
    expect(shown(zeros(2, 3), zeros(4, 1), zeros(1, 2), zeros(3, 7))).toBe('x (1x1 to 4x7) = 0')
    expect(shown(zeros(2, 3), zeros(5))).toBe('x (5) = 0')
    expect(shown(zeros(2), zeros(3, 4))).toBe('x (3x4) = 0')
    expect(shown(zeros())).toBe('x (scalar) = 0')
  })
  test('a number among arrays changes no shape, and an array after a number gives one', () => {
    expect(shown({ x: [1, 2] }, { x: 7 })).toBe('x (2) from 1 to 7')
    expect(shown({ x: 7 }, { x: [1, 2] })).toBe('x (2) from 1 to 7')
    expect(shown({ x: 7 }, { x: tensor([], [1]) })).toBe('x from 1 to 7')
  })
  test('whole numbers below a million in full, all others by three digits', () => {
    expect(shown({ x: 999999 })).toBe('x = 999999')
    expect(shown({ x: -999999 })).toBe('x = -999999')
    expect(shown({ x: 1234567 })).toBe('x = 1230000')
    expect(shown({ x: -1234567 })).toBe('x = -1230000')
    expect(shown({ x: 0.12345 })).toBe('x = 0.123')
    expect(shown({ x: 1234.5 })).toBe('x = 1230')
  })
  test('eight names, and how many more', () => {
    const named = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, k) => [`x${k}`, k]))
    const eight = 'x0 = 0, x1 = 1, x2 = 2, x3 = 3, x4 = 4, x5 = 5, x6 = 6, x7 = 7'
    expect(shown(named(8))).toBe(eight)
    expect(shown(named(9))).toBe(`${eight}, 1 more input`)
    expect(shown(named(11))).toBe(`${eight}, 3 more inputs`)
  })
})

describe('distinct inputs', () => {
  const distinct = (...inputs: ReadonlyArray<unknown>): number => met(...inputs).inputs.size
  test('the same input counts once', () => {
    const input = () => ({ x: [1, 2], s: 'ab', t: tensor([1, 2], [3, 4]), n: null })
    expect(distinct(input(), input(), input())).toBe(1)
  })
  test.each<[string, ReadonlyArray<unknown>]>([
    ['numbers', [0, -0, 1, 2, 4, -1, 1 + 2 ** -52, 2 ** -1074, NaN, Infinity]],
    ['lists', [[], [0], [0, 0], [0, 1], [1, 0], [[0]], [[0], []], [[], [0]], [[0, 0], [1]], [[0], [0, 1]]]],
    ['typed arrays', [[0], [0, 0], [0, 1]].map(v => new Float64Array(v))],
    ['texts and what is no text', ['', 'a', 'ab', 'ba', '\u{1f600}', '\u{1f601}', true, false, null, undefined, 3n]],
    ['where a text ends', [{ a: 'x', b: 'y' }, { a: 'xy', b: '' }, { a: '', b: 'xy' }, ['x', 'y'], ['xy', ''], ['xy']]],
    ['shapes', [[4], [1, 4], [4, 1], [2, 2]].map(shape => tensor(shape, [0, 0, 0, 0]))],
    ['data', [[1, 2], [2, 1], [1, 1]].map(data => tensor([2], data))],
    ['records', [{ a: 1, b: 2 }, { a: 2, b: 1 }, { a: 2, b: 2 }]]
  ])('%s are told apart', (_what, inputs) => {
    expect(distinct(...inputs)).toBe(inputs.length)
  })
  test('each of 63 numbers in an array tells it from others; of 64 it is each second', () => {
    const changed = (length: number): ReadonlyArray<boolean> => Array.from({ length }, (_, k) => {
      const entries = new Float64Array(length)
      entries[k] = 1
      return distinct(new Float64Array(length), entries) === 2
    })
    expect(changed(63)).toEqual(Array.from({ length: 63 }, () => true))
    expect(changed(64)).toEqual(Array.from({ length: 64 }, (_, k) => k % 2 === 0))
  })
})

describe('help against undefined sides', () => {
  const help = (bad: readonly [number, number], good: readonly [number, number]): string =>
    helpAgainst(met(...bad.map(x => ({ x }))), met(...good.map(x => ({ x }))))
  const [above, below, none] = [': draw x above 0', ': draw x below 0', '']
  test.each([
    [[-2, -1], [1, 2], above], [[0, 0], [0.5, 1], above], [[-1, 3], [0, 4], above], [[0, 3], [0, 4], none],
    [[0.5, 1], [1, 2], none], [[-1, 2], [-1, 3], none], [[0, 2], [-1, 3], none],
    [[1, 2], [-2, -1], below], [[0, 0], [-1, -0.5], below], [[-3, 1], [-4, 0], below], [[-3, 0], [-4, 0], none],
    [[-1, -0.5], [-2, -1], none], [[-2, 1], [-3, 1], none], [[-2, 0], [-3, 1], none]
  ] as const)('undefined in %j, defined in %j: "%s"', (bad, good, text) => {
    expect(help(bad, good)).toBe(text)
  })
  test('each input that differs so is named, and one that was never met where both sides are defined is not', () => {
    expect(helpAgainst(met({ x: -1, y: 1, z: 0, only: -1 }), met({ x: 1, y: -1, z: 0 }))).toBe(
      ': draw x above 0, draw y below 0'
    )
    expect(helpAgainst(met({ x: -1 }), newDomain())).toBe('')
    expect(helpAgainst(newDomain(), met({ x: -1 }))).toBe('')
  })
})

// Were only 32 of the 53 bits kept, or only one word of the two of a double seen, some of so many would be taken for others.
test('a hash has enough bits for 100 000 numbers', () => {
  const domain = newDomain()
  for (let k = 1; k <= 100_000; k++) meet(domain, Math.sqrt(k))
  expect(domain.inputs.size).toBe(100_000)
  expect([...domain.inputs].every(hash => Number.isSafeInteger(hash) && hash >= 0)).toBe(true)
})
