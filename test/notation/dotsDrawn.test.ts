import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  entriesOf, evaluate, filled, parsePlain, parseTeX, type Scope, type Statement, type Symbol, type Term, worldOf
} from '../../src/notation/index.js'
import { float64 } from '../../src/number/index.js'
import { type Either, isLeft, type Refusal } from '../../src/prelude/index.js'

const raw = String.raw
const span = { from: 0, to: 0 }
const variable = (rows: string): Symbol =>
  ({ kind: 'variable', type: { rows: { kind: 'number', text: rows, span }, columns: { kind: 'number', text: '1', span } } })

/** A factor with a k + b somewhere in it. */
interface Factor {
  readonly kind: 'entry' | 'power' | 'coefficient'
  readonly name: string
  readonly a: number
  readonly b: number
}

interface Rule {
  readonly factors: ReadonlyArray<Factor>
  readonly from: number
  /** The last term is that of n + beyond. */
  readonly beyond: number
  readonly sign: 'plus' | 'minus' | 'changes'
  /** 1 z^1 is written as z. */
  readonly isShort: boolean
}

type Language = 'TeX' | 'plain text'

/** a k + b, where k is a number, or n + beyond. */
const place = ({ a, b }: Factor, k: number | undefined, beyond: number, times: string): string => {
  if (k !== undefined) return String(a * k + b)
  const rest = a * beyond + b
  return `${a === 1 ? 'n' : a === -1 ? '-n' : `${a} ${times} n`}${rest === 0 ? '' : rest < 0 ? ` - ${-rest}` : ` + ${rest}`}`
}

const termAt = ({ factors, beyond, isShort }: Rule, language: Language, k: number | undefined): string => {
  const inTeX = language === 'TeX'
  const shown = factors.flatMap((factor): ReadonlyArray<string> => {
    const at = place(factor, k, beyond, inTeX ? raw`\cdot` : '*')
    switch (factor.kind) {
      case 'entry': return [inTeX ? `${factor.name}_{${at}}` : `${factor.name}[${at}]`]
      case 'power': return isShort && at === '0' ? [] : isShort && at === '1' ? [factor.name]
        : [inTeX ? `${factor.name}^{${at}}` : `${factor.name}^(${at})`]
      case 'coefficient': return isShort && at === '1' ? [] : [k === undefined ? `(${at})` : at]
    }
  })
  return shown.length === 0 ? '1' : shown.join(inTeX ? raw` \cdot ` : ' * ')
}

const signAt = ({ sign, from }: Rule, k: number): '+' | '-' =>
  (sign === 'minus' || (sign === 'changes' && (k - from) % 2 === 1) ? '-' : '+')

/** The first terms, dots, and the last one. */
const withDots = (rule: Rule, language: Language, count: number, perturbed?: Rule): string => {
  const { from, beyond, sign } = rule
  const ks = Array.from({ length: count }, (_, j) => from + j)
  const first = ks.map(k => `${signAt(rule, k)} ${termAt(k === from + count - 1 ? perturbed ?? rule : rule, language, k)}`).join(' ')
  const dots = `${signAt(rule, from + count)} ${language === 'TeX' ? raw`\dots` : '...'}`
  const exponent = `n + ${beyond + from}`
  const power = sign !== 'changes' ? '' : language === 'TeX' ? raw`(-1)^{${exponent}} \cdot ` : `(-1)^(${exponent}) * `
  return `${first} ${dots} ${sign === 'minus' ? '-' : '+'} ${power}${termAt(rule, language, undefined)}`
}

const whole = (min: number, max: number): fc.Arbitrary<number> => fc.integer({ min, max })
type Whole = fc.Arbitrary<number>
const drawn = (kind: Factor['kind'], names: ReadonlyArray<string>, a: Whole, b: Whole): fc.Arbitrary<Factor> =>
  fc.record({ kind: fc.constant(kind), name: fc.constantFrom(...names), a, b })

const factors: fc.Arbitrary<Factor> = fc.oneof(
  drawn('entry', ['x', 'y'], whole(1, 2), whole(1, 3)), drawn('entry', ['x', 'y'], fc.constant(-1), whole(20, 23)),
  drawn('power', ['z', 'r'], fc.constant(1), whole(0, 2)), drawn('coefficient', [''], whole(1, 3), whole(1, 2)))

const rules: fc.Arbitrary<Rule> = fc.record({
  factors: fc.array(factors, { minLength: 1, maxLength: 3 }),
  from: fc.integer({ min: 0, max: 1 }), beyond: fc.integer({ min: 0, max: 2 }),
  sign: fc.constantFrom('plus' as const, 'minus' as const, 'changes' as const), isShort: fc.boolean()
})

const long: Scope = new Map<string, Symbol>([
  ['n', { kind: 'size', from: 1, to: 5 }], ['x', variable('40')], ['y', variable('40')], ['z', variable('1')], ['r', variable('1')]
])

const parsed = (language: Language, text: string): Either<Refusal, Statement> => (language === 'TeX' ? parseTeX : parsePlain)(text, long)

const valueOf = (term: Term, n: number): number => {
  const input = (name: string, _: number | undefined, rows: number): ReturnType<typeof filled<number>> =>
    filled(rows, 1, row => (name === 'z' ? 2 : name === 'r' ? -1 : name === 'x' ? row + 1 : 3 - row))
  return entriesOf(evaluate(worldOf(float64, long, { sizes: new Map([['n', n]]), labels: new Map(), input }), term))[0] as number
}

const read = (language: Language, text: string): Term => {
  const found = parsed(language, text)
  if (isLeft(found) || found.right.first === undefined) throw new Error(`${text}: ${isLeft(found) ? found.left.message : 'no term'}`)
  return found.right.first
}

describe.each(['TeX', 'plain text'] as const)('rules that are drawn, in %s', language => {
  it('are found again: for each n the sum is that of the terms', () => {
    fc.assert(fc.property(rules, fc.integer({ min: 2, max: 4 }), (rule, count) => {
      const sum = read(language, withDots(rule, language, count))
      for (const n of [1, 2, 3, 4, 5]) {
        const ks = Array.from({ length: n + rule.beyond - rule.from + 1 }, (_, j) => rule.from + j)
        const expected = ks.reduce((total, k) =>
          total + (signAt(rule, k) === '-' ? -1 : 1) * valueOf(read(language, termAt(rule, language, k)), n), 0)
        expect(valueOf(sum, n) + 0).toBe(expected + 0)
      }
    }), { seed: 1, numRuns: 500 })
  })

  it('are not found where the third term does not follow them', () => {
    fc.assert(fc.property(rules, fc.nat(), fc.integer({ min: 1, max: 2 }), (rule, which, by) => {
      const at = which % rule.factors.length
      const broken = rule.factors.map((factor, k) => (k === at ? { ...factor, b: factor.b + by } : factor))
      const text = withDots(rule, language, 3, { ...rule, factors: broken })
      const found = parsed(language, text)
      expect(isLeft(found) ? found.left.expected : 'anything', text).toContain('terms around the dots that follow one rule')
    }), { seed: 1, numRuns: 500 })
  })
})
