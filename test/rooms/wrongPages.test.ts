import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { claimsOfDocument } from '../../src/check/index.js'
import { effort } from '../../src/claim/index.js'

// Each claim of a page has a wrong page that it refutes: the relation of its display is moved by one.

const room = join(import.meta.dirname, '../../proofs-numeric')
const texts = readdirSync(room, { recursive: true, encoding: 'utf8' })
  .filter(file => file.endsWith('.md') && !file.endsWith('README.md'))
  .map(file => ({ file, text: readFileSync(join(room, file), 'utf8') }))
  .filter(({ text }) => text.includes('```lemmata'))

const pages = texts.flatMap(({ file, text }) =>
  claimsOfDocument(text, { id: 'page', source: 'a page' })
    .map(({ id }) => id.slice('page/'.length))
    .filter(name => name !== 'as-written')
    .map(name => ({ file, name, text })))

/** The page with 1 added after the last relation of the display of that name. */
const wrong = (text: string, name: string): string => {
  const begin = text.lastIndexOf(`% lemmata: ${name};`)
  const at = text.lastIndexOf(' = ', text.indexOf('$$', begin))
  return `${text.slice(0, at)} = 1 + ${text.slice(at + 3)}`
}

test('there are pages', () => {
  expect(pages.length).toBeGreaterThan(0)
})

test.each(pages)('$file: $name is refuted where it is wrong, and the page with it', ({ text, name }) => {
  const verdicts = claimsOfDocument(wrong(text, name), { id: 'page', source: 'a page' })
    .filter(({ id }) => id === `page/${name}` || id === 'page/as-written')
    .map(claim => claim.judge(effort()).verdict)
  expect(verdicts).toEqual(['refuted', 'refuted'])
})
