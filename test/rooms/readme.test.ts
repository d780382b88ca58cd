import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { documents } from '../../proofs-numeric/ledger.js'
import { modules } from '../../proofs-numeric/manifest.js'
import type { Claim } from '../../src/claim/index.js'
import { type Housed, readme } from './readme.js'

const root = join(import.meta.dirname, '..', '..')

/** The claims of laws that are registered, with their files. */
const laws = async (): Promise<ReadonlyArray<Housed>> => {
  const folder = join(root, 'properties', 'registered')
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(name => name.endsWith('.ts')).sort()
  const found = await Promise.all(files.map(async name => {
    const { claims = [] } = await import(join(folder, name)) as { readonly claims?: ReadonlyArray<Claim> }
    return claims.map(claim => ({ claim, file: `properties/registered/${name}` }))
  }))
  return found.flat()
}

const housed: ReadonlyArray<Housed> = [
  ...modules.flatMap(({ file, claims }) => claims.map(claim => ({ claim, file }))),
  ...await laws()
]

// npm run rooms writes them anew.
test.each(documents)('the README of $name says what its ledger and its claims say', async document => {
  const folder = join(root, 'proofs-numeric', document.name)
  const text = readme(document, housed, existsSync(join(folder, 'mutants.json')))
  await expect(text).toMatchFileSnapshot(join(folder, 'README.md'))
})
