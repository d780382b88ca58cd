import { expect, test } from 'vitest'
import { modules } from '../../proofs-numeric/manifest.js'
import { claimsOfDocument } from '../../src/check/index.js'
import { effort } from '../../src/claim/index.js'
import { asExpected } from '../../src/claim/Claim.js'
import { pages, topic } from './pagesRead.js'

// Each \le and \ge between two sides of a statement that is run says how tight it is; said the other way round, it is unexpected.

/** Without what has relations of its own: Iverson's brackets, indicators, ranges below and above a sign, and conditions. */
const sidesOnly = (statement: string): string => withoutBrackets(
  statement.replace(/\\text\s*\{.*$/, '').replace(/\\mathbb\s*\{1\}\s*\\\{.*?\\\}/g, '')
).replace(/[_^]\{[^{}]*\}/g, '')

/** From the innermost to the outermost. */
const withoutBrackets = (text: string): string => {
  const without = text.replace(/\[[^[\]]*\]/g, '')
  return without === text ? text : withoutBrackets(without)
}

const inequality = /≤|≥|\\[lg]e(?:q|qslant)?(?![a-z])/

const executed = modules.flatMap(({ claims }) => claims).filter(claim => claim.executed !== undefined)

test('each inequality that allows equality says whether it is attained or loose, and no other statement does', () => {
  const odd = executed.filter(({ statement, executed: run }) =>
    inequality.test(sidesOnly(statement)) !== (run?.tight !== undefined))
  expect(odd.map(({ id, statement }) => `${id}: ${statement}`)).toEqual([])
  expect(executed.filter(({ executed: run }) => run?.tight !== undefined).length).toBeGreaterThanOrEqual(43)
})

test('relations in brackets, in conditions and below sums are none between two sides', () => {
  const none = [
    '\\sum_{i=1}^H [i + K \\le H] = 1', '\\left[a + [b = c] \\le 1\\right] \\left[1 < a\\right] = 1', '[[a \\le b] \\ge [b > c]] = 1',
    'a = b \\text{ if } b \\ge c', '\\mathbb{1}\\{a \\ge b\\} = 1', '\\sum_{i \\le j} x_i = 1', 'a < b'
  ]
  expect(none.filter(one => inequality.test(sidesOnly(one)))).toEqual([])
  const some = ['a \\le b \\text{ if } b > c', 'a \\geq [b > c]', '\\left[a < [b = c]\\right] \\le \\left[b > c\\right]', 'a < b \\leqslant c']
  expect(some.filter(one => !inequality.test(sidesOnly(one)))).toEqual([])
})

const header = /(% lemmata: ([a-z0-9-]+);[^;\n]*;[^;\n]*; *)((?:attained|loose)(?: +(?:attained|loose))*) *$/gm

const others = pages.flatMap(({ file, text }) => [...text.matchAll(header)].flatMap(({ 0: all, 1: before = '', 2: name = '', 3: said = '' }) => {
  const words = said.split(/ +/)
  return words.map((word, k) => {
    const turned = words.map((other, j) => (j !== k ? other : word === 'attained' ? 'loose' : 'attained')).join(' ')
    return { id: `${topic(file)}/${name}`, turned, file, text: text.replace(all, before + turned) }
  })
}))

test.each(others)('$id is not $turned', ({ id, file, text }) => {
  const claim = claimsOfDocument(text, { id: topic(file), source: file }).find(one => one.id === id)
  const judgement = claim?.judge(effort(20))
  expect(judgement).toMatchObject({ verdict: 'undecided', reason: expect.stringMatching(/ is said to be (?:attained|loose), and /) as string })
  expect(claim !== undefined && judgement !== undefined && asExpected(claim, judgement)).toBe(false)
})
