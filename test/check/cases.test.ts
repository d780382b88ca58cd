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
