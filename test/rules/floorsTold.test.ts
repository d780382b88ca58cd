import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'

// CONTRIBUTING.md says of the floors what is enforced.

const root = resolve(import.meta.dirname, '../..')

interface Rule {
  readonly name: string
  readonly from: { readonly path?: string }
  readonly to: { readonly path?: string }
}

const { forbidden } = createRequire(import.meta.url)(join(root, '.dependency-cruiser.cjs')) as {
  readonly forbidden: ReadonlyArray<Rule>
}
const text = readFileSync(join(root, 'CONTRIBUTING.md'), 'utf8')

const roomsIn = (path: string = ''): ReadonlyArray<string> => /\((.*)\)/.exec(path)?.[1]?.split('|') ?? []
const namesIn = (told: string = ''): ReadonlyArray<string> =>
  [...told.matchAll(/`(\w+)`/g)].map(([, name = '']) => name)

test('the table has the floors, from the top', () => {
  const rules = forbidden.filter(({ name }) => name.startsWith('floor-'))
  const top = rules.at(-1)
  const floors = [...rules.map(({ from }) => roomsIn(from.path)), roomsIn(top?.to.path)]
  const [, table = ''] = text.split('| floor | rooms |')
  const told = table.split('\n\n')[0]?.split('\n').filter(line => line.includes('`')).map(namesIn)
  expect(told).toEqual(floors.reverse())
})

test('the sentence has the judges and the judged', () => {
  const rule = forbidden.find(({ name }) => name === 'judge-knows-not-the-judged')
  const sentence = /The judge does not know the judged:([^.]*)import nothing\s+from([^.]*)\./.exec(text)
  expect([namesIn(sentence?.[1]), namesIn(sentence?.[2])]).toEqual([roomsIn(rule?.from.path), roomsIn(rule?.to.path)])
})
