import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { namesIn, readSignature } from '../../src/bridge/signature.js'
import type { Case, Contract } from '../../properties/contracts/Contract.js'
import { contractsOf, courses, newestCourse } from '../../properties/contracts/courses.js'
import { argumentsOf } from '../../properties/contracts/names.js'
import { arraysIn } from '../../properties/judging/called.js'
import type { NamedGrids } from '../../properties/layers/subject.js'
import { ball, float64, type Interval, mapGrid, toInterval } from '../../src/number/index.js'
import { mapRecord } from '../../src/prelude/index.js'
import * as T from '../../src/tensor/index.js'

const casesOf = ({ cases }: Contract): ReadonlyArray<Case> => fc.sample(cases, { seed: 231, numRuns: 30 })

// the exponentials of definitions are beyond doubles where scores are large
const wide = ball(160)

/** Where the results of the definition lie. */
const knownAt = ({ define }: Contract, given: Case): NamedGrids<Interval> =>
  mapRecord(define(wide)(mapRecord(arraysIn(given), T.liftGrid(wide.of)), given), mapGrid(toInterval))

const definedAt = ({ define }: Contract, given: Case): NamedGrids<number> =>
  define(float64)(mapRecord(arraysIn(given), T.toGrid), given)

const resultsOf = (forward: string): ReadonlyArray<string> => namesIn(readSignature(forward).results)

const named = (course: string, forward: string): Contract =>
  contractsOf(course).find(each => each.forward.startsWith(`${forward}(`)) as Contract

const titled = (course: string): ReadonlyArray<readonly [string, Contract]> =>
  contractsOf(course).map(each => [`${each.name} ${each.when ?? ''}`.trim(), each])

describe.each(Object.keys(courses))('the contracts of %s', course => {
  test.each(titled(course))('%s', (_, each) => {
    const { forward, backward = [], set, after = {}, defaults = {}, mayLack = [], extremes } = each
    const [results, given] = [resultsOf(forward), namesIn(argumentsOf(forward))]
    const stored = set === undefined ? [] : namesIn(readSignature(`set(${set}) -> cache`).arguments)
    for (const drawn of casesOf(each)) {
      const arrays = arraysIn(drawn)
      const answers = knownAt(each, drawn)
      const names = Object.keys(answers)
      const gradients = Object.keys(arrays).map(name => `d${name}`)
      const bounds = Object.values(answers).flatMap(({ entries }) => entries.flatMap(({ lo, hi }) => [lo, hi]))
      expect(bounds.length).toBeGreaterThan(0)
      expect(bounds.filter(bound => !Number.isFinite(bound))).toEqual([])
      expect([...results, ...Object.values(after)]).toEqual(expect.arrayContaining(names))
      // beside the definition's, a forward function gives its cache, gradients, and what it kept of a record
      expect([...names, ...gradients, 'cache', 'kept']).toEqual(expect.arrayContaining([...results]))
      expect(names).toEqual(expect.arrayContaining(Object.values(after)))
      expect([...given, ...stored]).toEqual(expect.arrayContaining(Object.keys(arrays)))
      for (const text of backward) {
        const { arguments: taken } = readSignature(text)
        expect(gradients).toEqual(expect.arrayContaining([...resultsOf(text)]))
        expect([...names.map(name => `d${name}`), 'cache']).toEqual(expect.arrayContaining([...namesIn(taken)]))
      }
    }
    // what may be left out is an argument, and not both
    expect(mayLack.filter(name => Object.hasOwn(defaults, name))).toEqual([])
    expect(given).toEqual(expect.arrayContaining([...Object.keys(defaults), ...mayLack]))
    for (const drawn of extremes === undefined ? [] : fc.sample(extremes, { seed: 231, numRuns: 30 })) {
      const entries = Object.values(arraysIn(drawn)).flatMap(({ data }) => Array.from(data, Math.abs))
      expect(Math.max(...entries)).toBeGreaterThanOrEqual(100)
    }
  })
})

describe('courses differ where they say so', () => {
  const reg = 2
  const weights: Case = {
    W: T.fromNested([[1, 0], [0, 2]]), X: T.fromNested([[1, 0]]), y: { kind: 'wholes', shape: [1], data: [0] }, reg
  }
  const net: Case = {
    W1: T.fromNested([[1]]), b1: T.fromNested([0]), W2: T.fromNested([[3]]), b2: T.fromNested([0]),
    X: T.fromNested([[1]]), y: { kind: 'wholes', shape: [1], data: [0] }, reg, D: 1, H: 1, C: 1
  }
  const lossOf = (contract: Contract, given: Case): number => definedAt(contract, given)['loss']?.entries[0] ?? NaN

  test('the newest comes first', () => {
    expect(Object.keys(courses)[0]).toBe(newestCourse)
    expect(contractsOf().map(({ forward }) => forward)).toEqual(contractsOf(newestCourse).map(({ forward }) => forward))
  })
  test.each([['cs231n-2020', 1], ['cs231n-2018', 1], ['cs231n-2017', 1], ['cs231n-2016', 0.5]])(
    'the penalty of %s is reg times the squares, times %f', (course, factor) => {
      // scores 1 and 0: the hinge is max(0, 0 - 1 + 1) = 0, and the squares are 1 + 4
      for (const way of ['naive', 'vectorized']) {
        expect(lossOf(named(course, `svm_loss_${way}`), weights)).toBe(factor * reg * 5)
      }
      // one class, whose probability is 1: the squares are 1 + 9
      expect(lossOf(named(course, 'TwoLayerNet(D, H, C).loss'), net)).toBe(factor * reg * 10)
      expect(lossOf(named(course, 'TwoLayerNet(D, H, C, 1e-3, reg).loss'), net)).toBe(0.5 * reg * 10)
      expect(courses[course]?.about.includes('half of reg')).toBe(factor === 0.5)
    }
  )
  test.each([['cs231n-2020', 'keep'], ['cs231n-2018', 'keep'], ['cs231n-2017', 'drop'], ['cs231n-2016', 'drop']])(
    'the p of dropout of %s is the probability to %s', (course, meaning) => {
      const contract = named(course, 'dropout_forward')
      const keep = meaning === 'keep' ? 0.25 : 0.75
      const given: Case = { x: T.fromNested([[3, 6]]), p: 0.25, mask: T.fromNested([[1, 0]]) }
      expect(definedAt(contract, given)['out']?.entries).toEqual([3 / keep, 0])
      expect(contract.share?.kept).toBe(keep)
      expect(contract.domain).toContain(`the probability to ${meaning}`)
      expect(courses[course]?.about).toContain(`the probability to ${meaning}`)
    }
  )
  test.each([['cs231n-2020', 4], ['cs231n-2018', 1], ['cs231n-2017', 1], ['cs231n-2016', 1]])(
    'gamma and beta of group norm of %s have rank %i', (course, rank) => {
      const ranks = casesOf(named(course, 'spatial_groupnorm_forward')).map(
        given => [arraysIn(given)['gamma'], arraysIn(given)['beta']].map(array => array?.shape.length))
      expect(new Set(ranks.flat())).toEqual(new Set([rank]))
    }
  )
  test('another course is refused, and the nearest named', () => {
    expect(() => contractsOf('cs231n-2019')).toThrow(
      /^--course: expected one of cs231n-2020, cs231n-2018, cs231n-2017, cs231n-2016, got cs231n-2019; did you mean cs231n-20/
    )
  })
})

describe('an update goes on from its state, and without one from zeros', () => {
  const of = (a: number): T.Tensor => T.fromNested([a])
  const step = (name: string, given: Case): Readonly<Record<string, number | undefined>> =>
    mapRecord(definedAt(named(newestCourse, name), { w: of(7), dw: of(4), learning_rate: 0.5, ...given }),
      ({ entries }) => entries[0])

  test('momentum', () => {
    expect(step('sgd_momentum', { momentum: 0.5, velocity: of(2) })).toEqual({ next_v: -1, next_w: 6 })
    expect(step('sgd_momentum', { momentum: 0.5 })).toEqual({ next_v: -2, next_w: 5 })
  })
  test('rmsprop', () => {
    // (2 + 4^2) / 2 = 9, and 4 / (3 + 1) = 1
    expect(step('rmsprop', { decay_rate: 0.5, epsilon: 1, squares: of(2) })).toEqual({ next_squares: 9, next_w: 6.5 })
    // 4^2 / 4 = 4, and 4 / (2 + 2) = 1
    expect(step('rmsprop', { decay_rate: 0.75, epsilon: 2 })).toEqual({ next_squares: 4, next_w: 6.5 })
  })
  test('adam', () => {
    const constants = { beta1: 0.5, beta2: 0.5, epsilon: 0 }
    // at t = 2 the averages 3 and 12 are divided by 1 - 1/4: 4 / sqrt(16) = 1
    expect(step('adam', { ...constants, m: of(2), v: of(8), t: 1 })).toEqual(
      { next_m: 3, next_v: 12, next_t: 2, next_w: 6.5 }
    )
    // at t = 1 the averages 2 and 8 are divided by 1/2: 4 / sqrt(16) = 1
    expect(step('adam', constants)).toEqual({ next_m: 2, next_v: 8, next_t: 1, next_w: 6.5 })
  })
})
