import fc from 'fast-check'
import { float64, showRational } from '../../src/number/index.js'
import { describe, expect, test } from 'vitest'
import {
  blocksOf, conditionsOf, everyValue, liftBy, liftDrawn, namesOf, positivesOf
} from '../../src/claim/positions.js'
import {
  array, checked, drawn, fractional, matrix, positive, scalar, type Variables, vector
} from '../../src/claim/Variable.js'

const refusal = (tag: string, message: string) => expect.objectContaining({ name: 'Refusal', tag, message }) as Error
const sample = <A>(arbitrary: fc.Arbitrary<A>): ReadonlyArray<A> => fc.sample(arbitrary, { seed: 1, numRuns: 3000 })
const all: Variables = { x: vector(2), eta: positive, w: matrix(2, 1), b: scalar, p: fractional }

describe('names', () => {
  test.each(['x', 'w1', 'eta', '_x', 'x_1', "x'", 'η', 'λ2', 'æ'])('may be %s', name => {
    const variables = { [name]: scalar }
    expect(checked('forAll', variables)).toBe(variables)
  })
  test.each(['x[0]', '2', '1x', '', 'x y', "'x", 'x-', 'x+y', '-x'])('may not be "%s"', name => {
    expect(() => checked('forAll', { y: scalar, [name]: scalar })).toThrow(
      refusal('input', `forAll: expected names of letters and digits, the first a letter, got "${name}"`))
  })
  test('are those of the numbers', () => {
    expect(namesOf(all)).toEqual(['x[0]', 'x[1]', 'eta', 'w[0,0]', 'w[1,0]', 'b', 'p'])
    expect(namesOf({ w: matrix(2, 3), s: array([]) })).toEqual(
      ['w[0,0]', 'w[0,1]', 'w[0,2]', 'w[1,0]', 'w[1,1]', 'w[1,2]', 's[]']
    )
  })
})

describe('a number drawn', () => {
  const quarters = (x: number) => Number.isInteger(4 * x)
  test('is a quarter up to 10 times a power of two up to 6', () => {
    const found = sample(scalar.draw)
    // k/4 * 2^e: between 39/4 * 64 and -39/4 * 64, in steps of 1/4 * 2^-6
    expect([Math.max(...found) > 300, Math.min(...found) < -300, found.every(
      x => Math.abs(x) <= 624 && Number.isInteger(256 * x)
    )])
      .toEqual([true, true, true])
    expect([found.some(quarters), found.every(quarters), found.includes(0), found.some(
      x => x !== 0 && Math.abs(x) <= 1 / 64
    )])
      .toEqual([true, false, true, true])
    expect([scalar.kind, scalar.positive, scalar.every]).toEqual(['scalar', false, true])
  })
  test('that is positive is above 0', () => {
    const found = sample(positive.draw)
    expect([Math.min(...found) > 0, Math.min(...found) <= 1 / 64, Math.max(...found) > 300, Math.max(...found) <= 624])
      .toEqual(
        [true, true, true, true])
    expect([found.every(x => Number.isInteger(256 * x)), found.every(quarters)]).toEqual([true, false])
    expect([positive.kind, positive.positive, positive.every]).toEqual(['scalar', true, true])
  })
  test('that is fractional is one of the 63 between 0 and 1 with six binary digits', () => {
    expect([...new Set(sample(fractional.draw))].sort((a, b) => a - b)).toEqual(
      Array.from({ length: 63 }, (_, k) => (k + 1) / 64)
    )
    expect([fractional.kind, fractional.positive, fractional.every]).toEqual(['scalar', true, false])
  })
  test('by a rule is drawn by it', () => {
    const rule = fc.constant(7)
    expect(drawn(rule)).toEqual({ kind: 'scalar', draw: rule, positive: false, every: false })
  })
})

describe('an array', () => {
  test('has its shape, and as many entries', () => {
    const shape = [2, 3]
    const found = array(shape)
    expect([found.kind, found.shape, vector(4).shape, matrix(2, 5).shape, array([]).shape, array([0, 2]).shape])
      .toEqual(['array', [2, 3], [4], [2, 5], [], [0, 2]])
    expect(found.shape).not.toBe(shape)
    expect([array([2, 3]), vector(0), array([])].map(
      ({ draw }) => [...new Set(sample(draw).map(entries => entries.length))]
    ))
      .toEqual([[6], [0], [1]])
  })
  test('of any numbers, with one scale for all', () => {
    const found = sample(vector(3).draw)
    const powers = Array.from({ length: 13 }, (_, k) => 2 ** (k - 6))
    const isScaled = (entries: ReadonlyArray<number>) =>
      powers.some(s => entries.every(x => Number.isInteger(4 * x / s) && Math.abs(x / s) <= 39 / 4))
    expect(found.every(isScaled)).toBe(true)
    const flat = found.flat()
    expect([Math.max(...flat) > 300, Math.min(...flat) < -300]).toEqual([true, true])
    expect(flat.some(x => x !== 0 && Math.abs(x) <= 1 / 64)).toBe(true)
  })
  test('has at most 4096 entries', () => {
    expect([vector(4096).shape, matrix(64, 64).shape]).toEqual([[4096], [64, 64]])
    expect(() => vector(4097)).toThrow(
      refusal('shape', 'array: expected whole sizes, and at most 4096 entries, got 4097')
    )
    expect(() => matrix(64, 65)).toThrow(
      refusal('shape', 'array: expected whole sizes, and at most 4096 entries, got 64x65')
    )
  })
  test.each([[[2, -1], '2x-1'], [[1.5], '1.5'], [[NaN, 2], 'NaNx2'], [[0.5, 2], '0.5x2']])('has whole sizes: not %o', (
    shape, got
  ) => {
    expect(() => array(shape)).toThrow(
      refusal('shape', `array: expected whole sizes, and at most 4096 entries, got ${got}`)
    )
  })
})

describe('each number', () => {
  test('is lifted by its position among all', () => {
    const lifted = liftBy({ b: scalar, w: matrix(2, 2), eta: positive, x: vector(1) }, position => `n${position}`)
    expect([lifted.b, lifted.w.shape, lifted.w.entries, lifted.w.at(1, 0), lifted.eta, lifted.x.entries])
      .toEqual(['n0', [2, 2], ['n1', 'n2', 'n3', 'n4'], 'n3', 'n5', ['n6']])
    expect(Object.keys(lifted)).toEqual(['b', 'w', 'eta', 'x'])
  })
  test('that was drawn is converted', () => {
    const lifted = liftDrawn({ b: scalar, w: vector(2), eta: positive })(
      { of: x => `${x}`, ofRational: showRational }, { eta: 4, w: [2, 3], b: 1 }
    )
    expect([lifted.b, lifted.w.entries, lifted.eta]).toEqual(['1', ['2', '3'], '4'])
    expect(liftDrawn({ w: vector(2) })(float64, { w: [5] }).w.entries).toEqual([5, NaN])
  })
  test('belongs to a variable, and may be known to be above 0', () => {
    expect(blocksOf(all)).toEqual([0, 0, 1, 2, 2, 3, 4])
    expect(positivesOf(all)).toEqual([2, 6])
  })
})

describe('in words', () => {
  test('what is known', () => { expect(conditionsOf(all)).toEqual(['eta > 0', 'p > 0']) })
  test('for which values', () => {
    const told: ReadonlyArray<Variables> =
      [all, { x: vector(3), eta: positive }, { eta:
        positive, p: fractional }, { b: scalar, c: scalar }, { s: array([]) }, {}]
    expect(told.map(everyValue))
      .toEqual([
        'every real x (2), w (2x1), b, eta > 0, p > 0', 'every real x (3), eta > 0', 'every eta > 0, p > 0',
        'every real b, c',
        'every real s (scalar)', 'as it stands'
      ])
  })
})
