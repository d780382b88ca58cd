import { describe, expect, test } from 'vitest'
import {
  affine, atTime, lstm, lstmStep, rnn, rnnStep, softmaxCrossEntropy, temporalAffine, temporalSoftmaxCrossEntropy,
  timesOf, wordEmbedding
} from '../../src/definition/index.js'
import { float64, fraction, fromEntries, type Grid, grid, mapGrid, rational, type Shape } from '../../src/number/index.js'

/** Quarters that repeat after 23 entries, from -11/4 to 11/4. */
const numbers = (shape: Shape, first = 0): Grid<number> => {
  const { entries } = grid(shape, () => 0)
  return fromEntries(shape, entries.map((_, i) => ((7 * (i + first)) % 23 - 11) / 4))
}

const [examples, times, inputs, units] = [2, 3, 4, 2]
const x = numbers([examples, times, inputs])
const h0 = numbers([examples, units], 5)
const weights = (blocks: number) => ({
  wx: numbers([inputs, blocks * units], 1), wh: numbers([units, blocks * units], 2), b: numbers([blocks * units], 3)
})

/** Equally spaced numbers in row-major order. */
const spaced = (from: number, to: number, shape: Shape): Grid<number> => {
  const { entries } = grid(shape, () => 0)
  return fromEntries(shape, entries.map((_, i) => from + (to - from) * i / (entries.length - 1)))
}

const inPrint = (h: Grid<number>): string => h.entries.map(a => a.toFixed(8)).join(' ')

describe('a recurrent net', () => {
  test('has the figures that an assignment of a public course prints', () => {
    const params = { wx: spaced(-0.1, 0.9, [10, 4]), wh: spaced(-0.3, 0.7, [4, 4]), b: spaced(-0.2, 0.4, [4]) }
    const h = rnnStep(float64)(params)({ x: spaced(-0.4, 0.7, [3, 10]), h: spaced(-0.2, 0.5, [3, 4]) })
    expect(inPrint(h)).toBe('-0.58172089 -0.50182032 -0.41232771 -0.31410098 0.66854692 0.79562378 0.87755553 0.92795967 '
      + '0.97934501 0.99144213 0.99646691 0.99854353')
  })
  test('one step of numbers of which the tangent is known', () => {
    const params = { wx: numbers([1, 2]), wh: numbers([2, 2]), b: fromEntries([2], [2.75, Infinity]) }
    const zero = mapGrid(() => 0)
    expect(rnnStep(float64)(params)({ x: fromEntries([1, 1], [1]), h: zero(numbers([1, 2])) }).entries).toEqual([0, 1])
  })
  test('goes step by step from h0, each of which sees what it has left', () => {
    const step = rnnStep(float64)(weights(1))
    const first = step({ x: atTime(x, 0), h: h0 })
    const second = step({ x: atTime(x, 1), h: first })
    const third = step({ x: atTime(x, 2), h: second })
    const states = rnn(float64)(weights(1))({ x, h0 })
    expect(states.shape).toEqual([examples, times, units])
    expect(timesOf(states).map(({ entries }) => entries)).toEqual([first, second, third].map(({ entries }) => entries))
  })
})

describe('a long short-term memory', () => {
  /** One unit without input, whose four gates are those of these numbers. */
  const gated = (i: number, f: number, o: number, g: number, c: number) => lstmStep(float64)({
    wx: fromEntries([1, 4], [0, 0, 0, 0]), wh: fromEntries([1, 4], [0, 0, 0, 0]), b: fromEntries([4], [i, f, o, g])
  })({ x: fromEntries([1, 1], [0]), h: fromEntries([1, 1], [0]), c: fromEntries([1, 1], [c]) })
  test('has the figures that an assignment of a public course prints', () => {
    const params = { wx: spaced(-2.1, 1.3, [4, 20]), wh: spaced(-0.7, 2.2, [5, 20]), b: spaced(0.3, 0.7, [20]) }
    const { h } = lstmStep(float64)(params)(
      { x: spaced(-0.4, 1.2, [3, 4]), h: spaced(-0.3, 0.7, [3, 5]), c: spaced(-0.4, 0.9, [3, 5]) })
    expect(inPrint(h)).toBe('0.24635157 0.28610883 0.32240467 0.35525807 0.38474904 0.49223563 0.55611431 0.61507696 '
      + '0.66844003 0.71591810 0.56735664 0.66310127 0.74419266 0.80889665 0.85829900')
  })
  const [open, shut] = [Infinity, -Infinity]

  test.each([
    ['keeps its cell', [shut, open, open, open, 3], 3, Math.tanh(3)],
    ['forgets its cell', [open, shut, open, open, 3], 1, Math.tanh(1)],
    ['shows nothing', [open, open, shut, open, 3], 4, 0],
    ['adds what is new', [open, open, open, shut, 3], 2, Math.tanh(2)],
    ['halves', [0, 0, 0, open, 3], 2, Math.tanh(2) / 2]
  ] as const)('%s', (_, [i, f, o, g, cell], c, h) => {
    const next = gated(i, f, o, g, cell)
    expect([next.c.entries, next.h.entries]).toEqual([[c], [h]])
  })
  test('goes step by step from h0 and an empty cell', () => {
    const step = lstmStep(float64)(weights(4))
    const first = step({ x: atTime(x, 0), h: h0, c: mapGrid(() => 0)(h0) })
    const second = step({ x: atTime(x, 1), ...first })
    const third = step({ x: atTime(x, 2), ...second })
    const states = lstm(float64)(weights(4))({ x, h0 })
    expect(timesOf(states).map(({ entries }) => entries)).toEqual([first, second, third].map(({ h }) => h.entries))
  })
})

describe('what is done at each time', () => {
  test('words are rows of a table', () => {
    const table = numbers([5, 2])
    const words = fromEntries([2, 2], [4, 0, 0, 3])
    const y = wordEmbedding(words)(table)
    expect(y.shape).toEqual([2, 2, 2])
    expect(y.entries).toEqual([4, 0, 0, 3].flatMap(word => [table.at(word, 0), table.at(word, 1)]))
    expect(() => wordEmbedding(fromEntries([1], [5]))(table)).toThrow('an index below 5x2')
  })
  test('an affine map of each is one of all as rows', () => {
    const lift = mapGrid((a: number) => fraction(BigInt(4 * a), 4n))
    const params = { w: lift(numbers([inputs, 3], 1)), b: lift(numbers([3], 2)) }
    const rows = fromEntries([examples * times, inputs], x.entries)
    const y = temporalAffine(rational)(params)(lift(x))
    expect(y.shape).toEqual([examples, times, 3])
    expect(y.entries).toEqual(affine(rational)(params)(lift(rows)).entries)
  })
  test('the loss counts the times that the mask leaves, and is a mean over examples', () => {
    const rows = fromEntries([examples * times, inputs], x.entries)
    const labels = [3, 0, 1, 2, 2, 0]
    const of = (counted: ReadonlyArray<boolean>): number =>
      temporalSoftmaxCrossEntropy(float64)(
        fromEntries([examples, times], labels.map((y, i) => (counted[i] === true ? y : -1))),
        fromEntries([examples, times], counted))(x)
    const alone = (i: number): number => softmaxCrossEntropy(float64)([labels[i] ?? -1])(
      fromEntries([1, inputs], rows.entries.slice(i * inputs, (i + 1) * inputs)))
    const sum = (terms: ReadonlyArray<number>): number => terms.reduce((a, b) => a + b)
    expect(of(labels.map(() => true))).toBe(sum(labels.map((_, i) => alone(i))) / examples)
    expect(labels.map((_, i) => of(labels.map((__, j) => i === j)))).toEqual(labels.map((_, i) => alone(i) / examples))
    expect(of(labels.map(() => false))).toBe(0)
  })
})
