import { describe, expect, test } from 'vitest'
import { claimsOfDocument } from '../../src/check/index.js'
import { effort } from '../../src/claim/index.js'

const block = '```lemmata\nx, y \\in \\mathbb{R}\n```\n'
const about = { id: 'algebra/squares', source: 'algebra' }
const claimsOf = (text: string) => claimsOfDocument(`# Squares\n${block}${text}`, about)
const judged = (text: string) => Object.fromEntries(
  claimsOf(text).map(({ id, judge }) => [id.replace('algebra/squares/', ''), judge(effort())]))
const verdicts = (text: string) => Object.fromEntries(
  Object.entries(judged(text)).map(([name, { verdict }]) => [name, verdict]))

const right = '$$(x + y)^2 = x^2 + 2xy + y^2 \\tag{sum; A-1, A-2}$$\n'
const wrong = '$$(x - y)^2 = x^2 + 2xy + y^2 \\tag{difference}$$\n'

describe('a page of claims', () => {
  test('has one for each display with a name, under the heading above it, and one for all lines', () => {
    const claims = claimsOf(`${right}## Of a difference\n${wrong}`)
    expect(claims.map(({ id, title, statement, rows }) => [id, title, statement, rows])).toEqual([
      ['algebra/squares/sum', 'Squares', '(x + y)^2 = x^2 + 2xy + y^2', ['A-1', 'A-2']],
      ['algebra/squares/difference', 'Of a difference', '(x - y)^2 = x^2 + 2xy + y^2', []],
      ['algebra/squares/as-written', 'Squares: every line', '\\text{every line of the page holds}', []]
    ])
  })

  test('a wrong line refutes its own claim and that of the page, and no other', () => {
    expect(verdicts(right + wrong)).toEqual({ 'sum': 'proved', 'difference': 'refuted', 'as-written': 'refuted' })
  })

  test('a step of a chain counts as much as the first', () => {
    expect(verdicts('$$x + x = 2x = 3x \\tag{chain}$$')).toEqual({ 'chain': 'refuted', 'as-written': 'refuted' })
  })

  test('what is not understood, skipped or without a name keeps the page from holding', () => {
    expect(verdicts(`${right}$$(x + z)^2 = x^2 \\tag{of-nothing}$$`))
      .toEqual({ 'sum': 'proved', 'of-nothing': 'undecided', 'as-written': 'undecided' })
    expect(verdicts(`${right}${'```lemmata\nskip (7)\n```\n'}$$x = x + 0 \\tag{7}$$`))
      .toEqual({ 'sum': 'proved', 'as-written': 'undecided' })
    expect(verdicts(`${right}$$x = x + 1$$`)).toEqual({ 'sum': 'proved', 'as-written': 'refuted' })
  })

  test('a definition claims nothing, and neither does a page without a claim', () => {
    expect(verdicts('$$s := x + y \\tag{total}$$')).toEqual({ 'total': 'vacuous', 'as-written': 'vacuous' })
  })

  test('is judged by drawn values where there is no proof, and is as strong as its weakest line', () => {
    const { sampled, 'as-written': whole } = judged(`${right}$$\\cos x \\le 1 + x^4 \\tag{sampled}$$`)
    expect([sampled?.verdict, sampled?.evidence.strength]).toEqual(['supported', 'sampled'])
    expect([whole?.verdict, whole?.evidence.strength]).toEqual(['supported', 'sampled'])
  })

  test('a counterexample is found again by its path', () => {
    const [claim] = claimsOf('$$x^2 \\ge x \\tag{square}$$')
    const first = claim?.judge(effort())
    const { input, path } = first?.verdict === 'refuted' ? first.counterexample : {}
    expect(path).toBeDefined()
    const again = claim?.judge({ ...effort(1), ...path === undefined ? {} : { path } })
    expect(again).toMatchObject({ verdict: 'refuted', counterexample: { input } })
  })

  test('is judged once for all of its claims, at one effort', () => {
    let asked = 0
    const claims = claimsOf(`$$\\cos x \\le 1 + x^4 \\tag{sampled}$$\n${right}`)
    const counted = claims.map(({ judge }) => {
      const before = asked
      judge({ ...effort(1000), cancelled: () => { asked += 1; return false } })
      return asked - before
    })
    expect(counted[0]).toBeGreaterThan(1000)
    expect(counted.slice(1).every(count => count < 10)).toBe(true)
    expect(claims[0]?.judge(effort(50)).evidence.cases).toBeLessThan(claims[0]?.judge(effort(500)).evidence.cases ?? 0)
  })

  test('an interruption is not kept', () => {
    const [claim] = claimsOf(right)
    expect(claim?.judge({ ...effort(), cancelled: () => true }).verdict).toBe('undecided')
    expect(claim?.judge(effort()).verdict).toBe('proved')
  })

  test.each([`${right}${right}`, '$$x = x \\tag{as-written}$$'])('names differ: %#', text => {
    expect(() => claimsOf(text)).toThrow(/^a page: expected names that differ, got two claims named (sum|as-written)$/)
  })
})
