import { expect, test } from 'vitest'
import { claimsOfDocument } from '../../src/check/index.js'
import { effort } from '../../src/claim/index.js'
import { pages } from './pagesRead.js'

// Each claim of a page has a wrong page that it refutes: the last side of its display is doubled, or a bound that it is moved.

const claims = pages.flatMap(({ file, text }) => claimsOfDocument(text, { id: 'page', source: 'a page' })
  .map(({ id }) => ({ file, name: id.slice('page/'.length), text })))

/** The page in which what follows the last relation of the display of that name is twice as large, or for a bound far off. */
const wrong = (text: string, name: string): string => {
  const begin = text.lastIndexOf(`% lemmata: ${name};`)
  const end = begin + text.slice(begin).search(/\\end\{|\$\$/)
  const [relation = '', at = 0] = ['=', '\\le', '\\ge'].map(sign => [sign, text.lastIndexOf(`${sign} `, end)] as const)
    .reduce((last, one) => (one[1] > last[1] ? one : last))
  const side = text.slice(at + relation.length, end)
  const moved = relation === '=' ? `2 (${side})` : `${relation === '\\le' ? '-' : ''}10^9 + ${side}`
  return `${text.slice(0, at)}${relation} ${moved}${text.slice(end)}`
}

test('there are pages', () => {
  expect(claims.length).toBeGreaterThan(0)
})

test.each(claims)('$file: $name is refuted where it is wrong', ({ text, name }) => {
  const found = claimsOfDocument(wrong(text, name), { id: 'page', source: 'a page' }).find(({ id }) => id === `page/${name}`)
  expect(found?.judge(effort()).verdict).toBe('refuted')
})
