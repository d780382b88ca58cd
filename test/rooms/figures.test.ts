import { readdirSync, readFileSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'

// docs/figures.md says of each figure of the documents what draws its counterpart; the counts in its headings are those of the documents.

const root = resolve(import.meta.dirname, '../..')
const documents = readFileSync(join(root, 'docs/figures.md'), 'utf8').split(/^## /m).slice(1).map(section => {
  const [, name = '', count = ''] = /^(\S+): (\d+) figures/.exec(section) ?? []
  const rows = section.split('\n').filter(line => line.startsWith('|')).slice(2).map(line => line.split('|').map(cell => cell.trim()))
  return { name, count: Number(count), rows }
})

/** A module, and those of experiments that it imports, and that these import. */
const withHelpers = (file: string, text: string): string => [text, ...[...text.matchAll(/from '(\.[^']*)\.js'/g)]
  .map(([, path = '']) => resolve(file, '..', `${path}.ts`)).filter(path => path.includes('/experiments/'))
  .map(path => withHelpers(path, readFileSync(path, 'utf8')))].join('\n')

const experiments = new Map(documents.flatMap(({ name }) => {
  const folder = join(root, 'proofs-numeric', name, 'experiments')
  const files = readdirSync(folder).filter(file => file.endsWith('.ts'))
  return files.flatMap(file => {
    const text = readFileSync(join(folder, file), 'utf8')
    return /^export const experiment\b/m.test(text) ? [[basename(file, '.ts'), withHelpers(join(folder, file), text)] as const] : []
  })
}))

describe.each(documents)('$name', ({ count, rows }) => {
  test('has as many figures as it says', () => { expect(rows).toHaveLength(count) })
  test.each(rows.map(([, figure, , counterpart]) => [figure, counterpart] as const))('%s is drawn: %s', (_, counterpart = '') => {
    if (['photograph', 'screenshot'].includes(counterpart)) return
    const [, experiment = '', picture = ''] = /^`([^`]+)`: `([^`]+)`$/.exec(counterpart) ?? []
    expect([...experiments.keys()]).toContain(experiment)
    expect(experiments.get(experiment)).toMatch(new RegExp(`['\`]${picture}['\`]`))
  })
})
