import fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import {
  atMost, besideSize, claim, drawn, effort, enclosed, equal, everyCase, exactly, example, forAll, forDrawn, formally,
  frequency, judgedBy, type Judge,
  outside, type Plain, positive, printsAs, sampled, scalar, sumOfSquares, vector
} from '../../src/claim/index.js'
import { type Analytic, type Arithmetic, type Divisible, interval, point, rational } from '../../src/number/index.js'

// The table of docs/verdicts-and-errors.md: a row a situation, a column a way of judging. Each cell is tried here.

const x = { x: scalar }
const some = { x: fc.integer({ min: 1, max: 9 }) }
const noKind = { kind: '>=' } as unknown as { readonly kind: '=' }
const typo = <A>(N: Arithmetic<A>): A => (N as unknown as { cube: (x: number) => A }).cube(1)
const raises = (): never => { throw new RangeError('too deep') }
const minus = <A>(N: Arithmetic<A>, a: A): A => N.sub(N.of(0), a)
const square = <A>(N: Divisible<A>, a: A): A => N.mul(a, a)
const tail = <A>(N: Analytic<A>, a: A): A => N.log(N.exp(a))
// an angle of so many digits that nothing is known of its sine
const anySine = <A>(N: Analytic<A>, a: A): A => N.sin(N.exp(N.exp(a)))

const situations: Readonly<Record<string, Readonly<Record<string, Judge>>>> = {
  'the relation holds': {
    forAll: forAll(x, (N, { x: a }) => atMost(N.of(0), N.mul(a, a))),
    forDrawn: forDrawn(some, (N, { x: a }) => atMost(N.of(0), N.of(a))),
    sampled: sampled(some, ({ x: a }) => equal(a + a, 2 * a)),
    exactly: exactly(x, (N, { x: a }) => equal(N.add(a, a), N.mul(N.of(2), a))),
    formally: formally(x, (N, { x: a }) => equal(N.add(N.sin(a), N.sin(a)), N.mul(N.of(2), N.sin(a)))),
    sumOfSquares: sumOfSquares(x, (N, { x: a }) => atMost(N.of(0), square(N, a)), (N, { x: a }) => [[N.of(1), a]]),
    enclosed: enclosed({ x: [1, 2] }, (N, { x: a }) => atMost(N.log(a), a)),
    example: example(N => atMost(N.exp(N.of(1)), N.of(3))),
    printsAs: printsAs('2.718', N => N.exp(N.of(1))),
    everyCase: everyCase('1, 2', [1, 2], a => [equal(a + a, 2 * a)]),
    frequency: frequency({ draw: fc.nat(3), event: a => a === 0, probability: 0.25 })
  },
  'it is violated': {
    forAll: forAll(x, (N, { x: a }) => atMost(N.of(0), a)),
    forDrawn: forDrawn(some, (N, { x: a }) => atMost(N.of(a), N.of(5))),
    sampled: sampled(some, ({ x: a }) => equal(a, 5)),
    exactly: exactly(x, (N, { x: a }) => equal(N.add(a, a), N.mul(N.of(3), a))),
    formally: formally(x, (N, { x: a }) => equal(N.sin(a), a)),
    sumOfSquares: sumOfSquares(x, (N, { x: a }) => atMost(N.of(0), a), (N, { x: a }) => [[N.of(1), a]]),
    enclosed: enclosed({ x: [1, 2] }, (N, { x: a }) => atMost(a, N.log(a))),
    example: example(N => equal(N.exp(N.of(1)), N.of(2.75))),
    printsAs: printsAs('2.719', N => N.exp(N.of(1))),
    everyCase: everyCase('1, 2', [1, 2], a => [equal(a, 1)]),
    frequency: frequency({ draw: fc.nat(3), event: a => a === 0, probability: 0.5 })
  },
  'the sides agree to 2^-40 of their size': {
    forAll: forAll({ x: positive }, (N, { x: a }) => equal(N.exp(N.log(a)), a)),
    forDrawn: forDrawn(some, (N, { x: a }) => equal(tail(N, N.of(a)), N.of(a))),
    sampled: sampled(some, ({ x: a }) => equal(point(a), interval.exp(interval.log(point(a))))),
    example: example(N => equal(tail(N, N.of(2)), N.of(2))),
    everyCase: everyCase('2', [2], a => [equal<Plain>(point(a), interval.exp(interval.log(point(a))))])
  },
  'the sides agree, known to no better than their size': {
    forAll: forAll({ x: drawn(fc.constant(20)) }, (N, { x: a }) => equal(anySine(N, a), N.of(0.5))),
    forDrawn: forDrawn(some, (N, { x: a }) => equal(anySine(N, N.of(19 + a)), N.of(0.5))),
    sampled: sampled(some, ({ x: a }) => equal<{ lo: number; hi: number }>(point(a), { lo: 0, hi: 100 })),
    example: example(N => equal(anySine(N, N.of(20)), N.of(0.5))),
    everyCase: everyCase('2', [2], a => [equal(point(a), { lo: 0, hi: 100 })])
  },
  'an inequality is too close to call': {
    forAll: forAll({ x: positive }, (N, { x: a }) => atMost(N.exp(N.log(a)), a)),
    forDrawn: forDrawn(some, (N, { x: a }) => atMost(tail(N, N.of(a)), N.of(a))),
    sampled: sampled(some, ({ x: a }) => atMost(interval.exp(interval.log(point(a))), point(a))),
    sumOfSquares: sumOfSquares(x, (N, { x: a }) => atMost(N.of(0), square(N, a)), N => [[N.of(1), N.of(1)]]),
    enclosed: enclosed({ x: [1, 2] }, (N, { x: a }) => atMost(N.mul(a, a), N.mul(a, a))),
    example: example(N => atMost(tail(N, N.of(2)), N.of(2))),
    printsAs: printsAs('2.', N => N.add(tail(N, N.of(2)), N.of(0.5))),
    everyCase: everyCase('2', [2], a => [atMost(interval.exp(interval.log(point(a))), point(a))])
  },
  'a side is nowhere defined': {
    forAll: forAll({ x: positive }, (N, { x: a }) => equal(N.log(minus(N, a)), N.of(7))),
    forDrawn: forDrawn(some, (N, { x: a }) => atMost(N.div(N.of(a), N.of(0)), N.of(7))),
    sampled: sampled(some, ({ x: a }) => equal<Plain>(a, interval.log(point(-a)))),
    exactly: exactly(x, (N, { x: a }) => equal(N.div(a, N.sub(a, a)), N.of(1))),
    formally: formally({ x: positive }, (N, { x: a }) => equal(N.sub(N.log(minus(N, a)), N.log(minus(N, a))), N.of(0))),
    sumOfSquares: sumOfSquares(
      x, (N, { x: a }) => atMost(N.of(0), N.div(a, N.sub(a, a))), (N, { x: a }) => [[N.of(1), a]]
    ),
    enclosed: enclosed({ x: [1, 2] }, (N, { x: a }) => atMost(N.of(0), N.max(N.of(0), N.sqrt(minus(N, a))))),
    example: example(N => equal(N.div(N.of(1), N.of(0)), N.of(7))),
    printsAs: printsAs('1.5', N => N.sqrt(N.of(-1))),
    everyCase: everyCase('1', [1], a => [equal(rational.div(rational.of(a), rational.of(0)), rational.of(1))])
  },
  'a side may be undefined': {
    forAll: forAll({ x: positive }, (N, { x: a }) => equal(N.sqrt(N.sub(tail(N, a), a)), N.of(0))),
    forDrawn: forDrawn(some, (N, { x: a }) => equal(N.div(N.of(1), N.sub(tail(N, N.of(a)), N.of(a))), N.of(0))),
    sampled: sampled(some, ({ x: a }) => equal<Plain>(a, interval.sqrt({ lo: -a, hi: a }))),
    enclosed: enclosed({ x: [0.1, 1] }, (N, { x: a }) =>
      atMost(N.of(0), N.div(N.of(1), N.mul(N.sub(N.mul(N.of(3), a), N.of(1)), N.sub(N.mul(N.of(3), a), N.of(1)))))),
    example: example(N => equal(N.sqrt(N.sub(tail(N, N.of(2)), N.of(2))), N.of(0))),
    printsAs: printsAs('0.', N => N.sqrt(N.sub(tail(N, N.of(2)), N.of(2)))),
    everyCase: everyCase('1', [1], a => [equal(point(a), interval.sqrt({ lo: -a, hi: a }))])
  },
  'the premise is not met': {
    forAll: forAll(x, () => outside), forDrawn: forDrawn(some, () => outside), sampled: sampled(some, () => outside)
  },
  'nothing is related': {
    forAll: forAll(x, () => []), forDrawn: forDrawn(some, () => []), sampled: sampled(some, () => []),
    exactly: exactly(x, () => []),
    formally: formally(x, () => []), everyCase: everyCase('1', [1], () => [])
  },
  'there are no cases': {
    everyCase: everyCase('none', [], () => [equal(1, 1)])
  },
  'the formula, law or event raises': {
    forAll: forAll(x, (N, { x: a }) => equal(typo(N), a)),
    forDrawn: forDrawn(some, (N, { x: a }) => equal(typo(N), N.of(a))),
    sampled: sampled(some, raises),
    exactly: exactly(x, (N, { x: a }) => equal(typo(N), a)),
    formally: formally(x, (N, { x: a }) => equal(typo(N), a)),
    sumOfSquares: sumOfSquares(x, (N, { x: a }) => atMost(typo(N), a), (N, { x: a }) => [[N.of(1), a]]),
    enclosed: enclosed({ x: [1, 2] }, (N, { x: a }) => atMost(typo(N), a)),
    example: example(N => equal(typo(N), N.of(1))),
    printsAs: printsAs('1.', N => typo(N)),
    everyCase: everyCase('1', [1], raises),
    frequency: frequency({ draw: fc.nat(3), event: raises, probability: 0.25 })
  },
  'the judged function raises': {
    sampled: sampled(some, ({ x: a }) => equal(judgedBy('f', raises), a)),
    everyCase: everyCase('1', [1], a => [equal(judgedBy('f', raises), a)])
  },
  'a double is NaN or infinite, the other side a number': {
    sampled: sampled(some, ({ x: a }) => equal(a / 0, a)),
    everyCase: everyCase('1', [1], a => [equal(a * NaN, a)])
  },
  'the relation is of another kind': {
    forAll: forAll(x, (_, { x: a }) => ({ ...equal(a, a), ...noKind })),
    forDrawn: forDrawn(some, (N, { x: a }) => ({ ...equal(N.of(a), N.of(a)), ...noKind })),
    sampled: sampled(some, ({ x: a }) => ({ ...equal(a, a), ...noKind })),
    exactly: exactly(x, (_, { x: a }) => atMost(a, a)),
    formally: formally(x, (_, { x: a }) => atMost(a, a)),
    sumOfSquares: sumOfSquares(x, (_, { x: a }) => equal(a, a), () => []),
    enclosed: enclosed({ x: [1, 2] }, (_, { x: a }) => equal(a, a)),
    example: example(N => ({ ...equal(N.of(1), N.of(1)), ...noKind })),
    everyCase: everyCase('1', [1], a => [{ ...equal(a, a), ...noKind }])
  }
}

/** The rows of the table in the page, each with its cells by column. */
const written = (): ReadonlyArray<readonly [string, Readonly<Record<string, string>>]> => {
  const lines = readFileSync(new URL('../../docs/verdicts-and-errors.md', import.meta.url), 'utf8').split('\n')
  const start = lines.findIndex(line => line.startsWith('| of a case |'))
  const cellsOf = (line: string): ReadonlyArray<string> =>
    line.split('|').slice(1, -1).map(cell => cell.trim().replaceAll('`', ''))
  const [, ...ways] = cellsOf(lines[start] ?? '')
  const rows = lines.slice(start + 2)
  return rows.slice(0, rows.findIndex(line => !line.startsWith('|'))).map(line => {
    const [situation = '', ...cells] = cellsOf(line)
    return [situation, Object.fromEntries(ways.map((way, i) => [way, cells[i] ?? '']))] as const
  })
}

const about = { id: 'test/cell', title: 'a cell', statement: 'x', source: 'a test' }

describe('each cell of the table of verdicts', () => {
  test('every situation that is tried has its row, and every row is tried', () => {
    expect(written().map(([situation]) => situation)).toEqual(Object.keys(situations))
  })
  test.each(written())('%s', (situation, cells) => {
    const tried = Object.fromEntries(Object.keys(cells).map(way => {
      const judge = situations[situation]?.[way]
      return [way, judge === undefined ? '' : claim(about, judge).judge(effort(60, 1)).verdict]
    }))
    expect(tried).toEqual(cells)
  })
})

test('evidence is at least half of all drawn cases: the premise, the undefined and the empty counted together', () => {
  const third = (undefinedBelow: number, outsideBelow: number) =>
    sampled({ x: fc.integer({ min: 0, max: 99 }) }, ({ x: a }) =>
      (a < undefinedBelow ? equal<Plain>(a, interval.log(point(-1)))
        : a < undefinedBelow + outsideBelow ? outside : equal(a, a)))
  expect(claim(about, third(20, 20)).judge(effort(400, 1)).verdict).toBe('supported')
  expect(claim(about, third(35, 30)).judge(effort(400, 1))).toMatchObject({
    verdict: 'vacuous', reason: expect.stringMatching(
      /^the premise is not met in \d+ of 400 cases; a side is undefined in \d+ of 400 cases, first at x = \d+/
    ) as string
  })
})

test('more than one case in twenty undecided is too many, and each cause is counted', () => {
  const law = (every: number) => sampled({ x: fc.noBias(fc.integer({ min: 0, max: 999 })) }, ({ x: a }) =>
    (a % every === 0 ? atMost<{ lo: number; hi: number }>({ lo: 0, hi: 2 }, point(1))
      : a % every === 1 ? raises() : equal(a, a)))
  expect(claim(about, law(100)).judge(effort(1000, 1)).verdict).toBe('supported')
  expect(claim(about, law(25)).judge(effort(1000, 1))).toMatchObject({
    verdict: 'undecided', reason: expect.stringMatching(
      /^something was raised in \d+ of 1000 cases, first at .*; too close to call in \d+ of 1000 cases/
    ) as string
  })
})

test('entries are coarse where they are known no better than 2^-26 of their size, or of a size or tensor that the law names', () => {
  const wide = (relation: Parameters<typeof besideSize<{ lo: number; hi: number }>>[1]) =>
    claim(about, sampled(some, () => relation)).judge(effort(50, 1)).verdict
  const loose = equal({ lo: 0, hi: 0 }, { lo: -(2 ** -30), hi: 2 ** -30 })
  expect(wide(loose)).toBe('undecided')
  expect(wide(besideSize(1, loose))).toBe('supported')
  expect(wide({ ...loose, among: [point(0), point(-1)] })).toBe('supported')
  expect(claim(about, sampled(some, ({ x: a }) => equal<Plain>(a, { lo: a - 2 ** -20, hi: a + 2 ** -20 })))
    .judge(effort(50, 1)).verdict).toBe('undecided')
  const coarser = claim(about, sampled(some, (
    { x: a }
  ) => equal<Plain>(a, { lo: a - 2 ** -20, hi: a + 2 ** -20 }), { coarsest: 2 ** -16 })).judge(effort(50, 1))
  expect(coarser).toMatchObject(
    { verdict: 'supported', evidence: { scope: expect.stringContaining('known to 2^-16 of their size') as string } }
  )
  expect(() => sampled(some, ({ x: a }) => equal(a, a), { coarsest: 2 ** -9 })).toThrow('at most 2^-10')
})

test('a rational formula that stays too close is decided in fractions', () => {
  const tight = claim(about, forAll({ a: scalar, c: positive }, (N, { a, c }) => atMost(N.mul(N.div(a, c), c), a)))
    .judge(effort(200, 1))
  expect(tight).toMatchObject({ verdict: 'supported', evidence: { undecidedCases: 0 } })
})

test('a rational formula is not taken for 0 because it is smaller than any number of bits that was tried', () => {
  const tiny = { x: drawn(fc.constant(2 ** -600)) }
  const cube = forAll(tiny, (N, { x: a }) => equal(N.sub(N.add(N.of(1), N.mul(a, N.mul(a, a))), N.of(1)), N.of(0)))
  const power = forAll(tiny, (N, { x: a }) => equal(N.mul(a, N.mul(a, a)), N.of(0)))
  for (const judge of [cube, power]) {
    expect(claim(about, judge).judge(effort(10, 1))).toMatchObject(
      { verdict: 'refuted', counterexample: { input: 'x = 2^-600' } }
    )
  }
})

test('sides that are both 0 resolve as each look narrows them', () => {
  const zero = forAll(
    { x: vector(1) }, (N, { x: v }) => equal(N.sub(N.mul(N.exp(v.at(0)), N.exp(minus(N, v.at(0)))), N.of(1)), N.of(0))
  )
  expect(claim(about, zero).judge(effort(100, 1)).verdict).toBe('supported')
})

test('what holds of unknown functions is no proof where no case is known to be defined', () => {
  const zero = <A>(N: Analytic<A>, a: A): A => N.sub(N.add(N.square(N.sin(a)), N.square(N.cos(a))), N.of(1))
  expect(claim(about, formally(x, (N, { x: a }) => equal(N.div(zero(N, a), zero(N, a)), N.of(1))))
    .judge(effort(60, 1)).verdict).toBe('undecided')
})

test('an event that answers neither true nor false is a slip', () => {
  const slips = [async () => true, () => {}, () => equal(1, 2)] as unknown as ReadonlyArray<() => boolean>
  for (const event of slips) {
    expect(claim(about, frequency({ draw: fc.nat(3), event, probability: 1 })).judge(effort(60, 1))).toMatchObject({
      verdict: 'undecided', reason: expect.stringContaining('expected an event that answers true or false') as string
    })
  }
})

test('a coefficient has the sign of its fraction, however that is written', () => {
  const half = { num: 1n, den: -2n }
  const below = sumOfSquares(x, (N, { x: a }) => atMost(N.of(0), N.mul(N.ofRational(half), square(N, a))), (
    N, { x: a }
  ) => [[N.ofRational(half), a]])
  expect(claim(about, below).judge(effort(60, 1)).verdict).toBe('refuted')
})

test('slips that JavaScript passes over are told in every way of judging a formula', () => {
  type Loose = { readonly add: (...numbers: ReadonlyArray<unknown>) => never; readonly max: Loose['add']; readonly of: (
    x: unknown
  ) => never }
  const loose = (N: unknown): Loose => N as Loose
  const judged = (judge: Judge): unknown => claim(about, judge).judge(effort(100, 1))
  const told = (reason: string): unknown =>
    expect.objectContaining({ verdict: 'undecided', reason: expect.stringContaining(reason) as string })
  const three = told('N.add: expected 2 numbers, got 3')
  expect(judged(exactly(x, (N, { x: a }) => equal(loose(N).add(a, a, a), N.mul(N.of(2), a))))).toEqual(three)
  expect(judged(forAll(x, (N, { x: a }) => equal(loose(N).add(a, a, a), N.mul(N.of(3), a))))).toEqual(three)
  expect(
    judged(forAll({ a: scalar, b: scalar, c: scalar }, (N, { a, b, c }) => equal(loose(N).max(a, b, c), N.max(a, b))))
  )
    .toEqual(told('N.max: expected 2 numbers, got 3'))
  expect(judged(forAll(x, (N, { x: a }) => ((a as unknown as number) > 5 ? equal(a, N.add(a, N.of(1))) : equal(a, a)))))
    .toEqual(told('expected N.where, N.max and other functions of N'))
  expect(judged(forAll(x, (N, { x: a }) => equal(loose(N).of(null), a)))).toEqual(
    told('N.of: expected a number, got null')
  )
  expect(judged(sampled(some, ({ x: a }) => equal(a, a, 1e-9 as unknown as string)))).toEqual(
    told('expected two sides and a place in words')
  )
})

test('what is infinite is no real number', () => {
  for (const judge of [
    forAll({ x: drawn(fc.constant(Infinity)) }, (N, { x: a }) => atMost(N.sin(a), N.of(1))),
    example(N => atMost(N.of(1), N.of(Infinity))),
    enclosed({ x: [0, 1] }, (N, { x: a }) => atMost(a, N.of(Infinity)))
  ]) expect(claim(about, judge).judge(effort(60, 1)).verdict).toBe('vacuous')
})

test('an agreement that is not exact never says that every difference counts', () => {
  const huge = forAll({ x: drawn(fc.constant(1e6)) }, (N, { x: a }) => equal(N.exp(a), N.add(N.exp(a), N.of(1))))
  expect(claim(about, huge).judge(effort(10, 1)).evidence.resolution).toBeGreaterThan(0)
})
