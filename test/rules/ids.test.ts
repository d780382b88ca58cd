import { expect, test } from 'vitest'
import { claims as laws } from '../../properties/index.js'
import { modules } from '../../proofs-numeric/manifest.js'

/** What the ids of a module begin with: its document and its topic, a folder or a file; the folder `code` says nothing of the topic. */
const beginningOf = (file: string): string => {
  const [, document = '', ...path] = file.replace(/(?:\.page)?\.ts$/, '').split('/')
  return `${document}/${path.filter(part => part !== 'code')[0] ?? ''}/`
}

const endsInName = (id: string): boolean => /[a-z]/i.test(id.split('/').at(-1) ?? '') && !/(-|\.)\d+$/.test(id)

test('the beginning of an id is the path of its module', () => {
  expect(beginningOf('proofs-numeric/literature/finite-differences/error-curve.ts')).toBe('literature/finite-differences/')
  expect(beginningOf('proofs-numeric/gaze/code/two-layer-net.ts')).toBe('gaze/two-layer-net/')
  expect(beginningOf('proofs-numeric/gaze/momentum.page.ts')).toBe('gaze/momentum/')
})

test.each(modules)('$file: each id begins with its path', ({ file, claims }) => {
  expect(claims.map(({ id }) => id).filter(id => !id.startsWith(beginningOf(file)))).toEqual([])
})

test('no id ends in a number', () => {
  expect(['net/3-4-2', 'dropout/share-0.25', 'regret/7', 'two/names'].filter(endsInName)).toEqual(['two/names'])
  expect([...modules.flatMap(({ claims }) => claims), ...laws].map(({ id }) => id).filter(id => !endsInName(id)))
    .toEqual([])
})
