import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Analytic, float64, fraction, interval, newTape, type Recorded } from '../../src/number/index.js'

type Formula = <A>(N: Analytic<A>, x: A, y: A) => A

const played = <A>(formula: Formula, over: Analytic<A>, inputs: readonly [A, A]): A => {
  const { N, input, played: playing } = newTape()
  const output = formula(N, input(0), input(1))
  return playing([output])(over, k => inputs[k] as A)(output)
}

const names = Object.keys(float64).filter(name => name !== 'compare') as ReadonlyArray<keyof Analytic<unknown>>

/** Each function of N on what it takes. */
const calls = names.map(name => {
  const formula = <A>(N: Analytic<A>, x: A, y: A): A => {
    switch (name) {
      case 'of': return N.sub(N.of(-0), N.mul(x, N.of(0)))
      case 'ofRational': return N.mul(N.ofRational(fraction(1n, 3n)), N.ofRational(fraction(2n, 3n)))
      case 'decimal': return N.sub(N.decimal('0.1'), N.decimal('1e-1'))
      case 'power': return N.add(N.power(x, 2), N.power(x, -3))
      case 'sum': return N.sum([x, y, x])
      case 'hypot': return N.hypot([x, y])
      case 'where': return N.add(N.where(x, y, x, y), N.where(y, x, x, y))
      case 'pi': case 'e': return N[name]()
      default: return (N[name])(x, y)
    }
  }
  return [name, formula] as const
})

const numbers = fc.double({ min: -4, max: 4, noNaN: true })

test.each(calls)('%s gives what it gives without a tape', (_, formula) => {
  fc.assert(fc.property(numbers, numbers, (x, y) => {
    expect(played(formula, float64, [x, y])).toBe(formula(float64, x, y))
    const [a, b] = [{ lo: x, hi: x + 1 }, { lo: y, hi: y + 1 }]
    expect(played(formula, interval, [a, b])).toEqual(formula(interval, a, b))
  }), { seed: 1 })
})

test('every function of N is on it', () => {
  expect(names.filter(name => typeof newTape().N[name] !== 'function')).toEqual([])
})

/** How many operations a formula costs when it is played. */
const costOf = (formula: Formula): number => {
  let cost = 0
  const counting = { ...float64, mul: (a: number, b: number) => { cost += 1; return a * b } }
  played(formula, counting, [2, 3])
  return cost
}

test('an operation on the same numbers is computed once, and one that the outputs do not need never', () => {
  expect(costOf((N, x, y) => N.add(N.mul(x, y), N.mul(x, y)))).toBe(1)
  expect(costOf((N, x, y) => N.add(N.mul(x, y), N.mul(y, x)))).toBe(2)
  expect(costOf((N, x, y) => { N.mul(x, x); return N.mul(x, y) })).toBe(1)
  expect(costOf((N, x, y) => { N.exp(N.mul(x, x)); return N.mul(x, y) })).toBe(1)
})

test('operations on other numbers are others', () => {
  const { N, input } = newTape()
  const all = Array.from({ length: 20 }, (_, k) => input(k))
  const differences = all.flatMap(a => all.map(b => N.sub(a, b)))
  const some = [...differences, ...all.flatMap(a => [N.neg(a), N.power(a, 2), N.sum([a, a])])]
  expect(new Set(some.map(({ place }) => place)).size).toBe(400 + 3 * 20)
})

test('a zero below 0, and a fraction, are numbers of their own', () => {
  expect(played(N => N.div(N.of(1), N.of(-0)), float64, [0, 0])).toBe(-Infinity)
  expect(played(N => N.sub(N.div(N.of(1), N.of(0)), N.div(N.of(1), N.of(-0))), float64, [0, 0])).toBe(Infinity)
  expect(played(N => N.sub(N.ofRational(fraction(1n, 2n)), N.ofRational(fraction(1n, 4n))), float64, [0, 0])).toBe(0.25)
})

test('what is no number of N is refused', () => {
  const { N, input } = newTape()
  expect(() => N.add(input(0), 1 as unknown as Recorded)).toThrow('N.add: expected a number of N, got number')
  expect(() => N.exp([input(0)] as unknown as Recorded)).toThrow('N.exp: expected a number of N, got a list')
  expect(() => N.sum([input(0), 1 as unknown as Recorded])).toThrow('N.sum: expected a number of N, got number')
  expect(() => N.hypot(input(0) as unknown as ReadonlyArray<Recorded>)).toThrow('N.hypot: expected a list of numbers of N, got object')
  expect('compare' in N).toBe(false)
})

test('a long formula pauses, a short one does not', () => {
  const pauses = (n: number): number => {
    const { N, input, played: playing } = newTape()
    const output = Array.from({ length: n }, (_, k) => N.of(k)).reduce(N.add, input(0))
    let count = 0
    playing([output])(float64, () => 1, () => { count += 1 })(output)
    return count
  }
  expect([pauses(5), pauses(100)]).toEqual([0, 3])
})
