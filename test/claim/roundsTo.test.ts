import { expect, test } from 'vitest'
import { effort } from '../../src/claim/Claim.js'
import { everyCase } from '../../src/claim/everyCase.js'
import { roundsTo } from '../../src/claim/roundsTo.js'
import { rational } from '../../src/number/rational.js'

const judged = (x: Parameters<typeof roundsTo>[0], printed: string | number, decimals: number) => {
  const { verdict, evidence } = everyCase('a number', [x], one => roundsTo(one, printed, decimals, 'x'))(effort(), 'x')
  return [verdict, evidence.strength]
}

test.each([
  ['0.125', '.13', 2, 'proved'], ['0.125', '0.12', 2, 'proved'], ['0.1251', '.12', 2, 'refuted'],
  ['0.12499', '.13', 2, 'refuted'], ['0.3999', '.4', 3, 'proved'], ['0.399', '.4', 3, 'refuted'],
  ['-2.6', '-3', 0, 'proved'], ['-2.4', '-3', 0, 'refuted']
])('%s rounds to %s with %s decimals: %s', (x, printed, decimals, verdict) => {
  expect(judged(rational.decimal(x), printed, decimals)).toEqual([verdict, 'exact'])
})

test('a double is compared as a double, and the evidence says so', () => {
  expect(judged(Math.SQRT2, 1.41421356, 8)).toEqual(['proved', 'example'])
  expect(judged(Math.SQRT2, 1.41421357, 8)).toEqual(['refuted', 'example'])
})
