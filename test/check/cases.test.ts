import { expect, test } from 'vitest'
import { check } from '../../src/check/index.js'
import { effort } from '../../src/claim/index.js'

const found = (line: string): string => {
  const text = `\`\`\`lemmata\na, x \\in \\mathbb{R}\n\`\`\`\n$$${line}$$\n`
  return check(text, effort(50)).map(({ verdict, kind, reason = '' }) => verdict ?? `${kind}: ${reason}`).join('; ')
}

const when = (condition: string): string => String.raw`\begin{cases} 1 & ${condition} \\ 0 & \text{otherwise} \end{cases}`
const both = String.raw`[a \le 0][0 < x]`

test.each([
  String.raw`\text{if } a \le 0 < x`, String.raw`\text{if } a \le 0, x > 0`, String.raw`a \le 0 < x`,
  String.raw`\text{if } a \le 0 \text{ and } x > 0`, String.raw`\text{when } x > 0, \text{ and } 0 \ge a`
])('both halves of a condition in a case count: %s', condition => {
  expect(found(`${both} = ${when(condition)}`)).toBe('holds')
  expect(found(String.raw`[a \le 0] = ${when(condition)}`)).toBe('wrong')
})

test.each([
  String.raw`\text{if } a \le 0 \text{ or } x > 0`, String.raw`\text{if it is so}`, String.raw`\text{if } a \le 0 \text{, say}`,
  String.raw`\text{unless } a > 0`
])('words that say something else are not passed over: %s', condition => {
  expect(found(`[a \\le 0] = ${when(condition)}`)).toContain('no other words in a case than if, and, otherwise')
})

test.each([
  String.raw`\text{if } (a > 0)`, String.raw`\text{if } a`, String.raw`\text{if } a \text{ and } x > 0`,
  String.raw`\text{if } a \bmod 2`
])('what is no relation decides no case: %s', condition => {
  expect(found(`${when(condition)} = 1`)).toContain('a relation in')
})

test.each(['[a > 0]', 'x'])('nor does what has no words before it: %s', condition => {
  expect(found(`${when(condition)} = 1`)).toContain('not understood')
})

test('two inequalities with a comma between them are no inner product', () => {
  expect(found(`${when(String.raw`\text{if } a < 0, x > 0`)} = 1`)).toBe('wrong')
  expect(found(String.raw`a x \le 0 \quad \text{if } x > 0, a < 0`)).toBe('holds')
})

test('a condition that is no relation is not passed over', () => {
  expect(found(String.raw`a^2 \ge 1 \text{ if } a`)).toContain('a relation in a condition')
  expect(found(String.raw`a^2 + x^2 \ge 0 \text{ for all } a`)).toBe('holds')
})

test.each([
  ['(0.1, 0.2) = (0.1, 0.3)', 'undecided'], ['(0.1, 0.2) = (0.1, 0.4)', 'wrong'],
  ['(0.25, 0.3) = (0.25, 0.3)', 'holds'], ['(0.1, 0.25) = (0.1, 0.25)', 'holds'], ['(1, 2, 3) \\cdot 0.5 = (0.5, 0.5)', 'not understood'],
  ['(0.5, 1) = 0.5', 'not understood'], ['(0.5, \\frac{1}{0}) = (0.5, 0.7)', 'vacuous']
])('figures are compared entry by entry: %s %s', (line, verdict) => {
  expect(found(line)).toContain(verdict)
})

test.each([
  [String.raw`(94906267 \cdot 94906269) \bmod 94906267 = 1`], [String.raw`\lfloor 94906267 \cdot 94906267 / 94906267 \rfloor = 94906266`],
  [String.raw`[94906267 \cdot 94906267 = 94906267 \cdot 94906267 + 1] = 1`]
])('whole numbers beyond 2^53 are not rounded: %s', line => {
  expect(found(line)).not.toContain('holds')
})

test('what is left is exact as far as whole numbers are', () => {
  const b = String.raw`94906265 \cdot 94906265`
  expect(found(String.raw`(${b} - 1) \bmod (${b}) = ${b} - 1`)).toBe('holds')
  expect(found(String.raw`(1 - ${b}) \bmod (${b}) = 1`)).toBe('holds')
  expect(found(String.raw`\lfloor -7 / 3 \rfloor + \lceil -7 / 3 \rceil + (-7) \bmod (-3) = -6`)).toContain('not understood')
  expect(found(String.raw`\lfloor -7 / 3 \rfloor + \lceil -7 / 3 \rceil + ((-7) \bmod (-3)) = -6`)).toBe('holds')
})
