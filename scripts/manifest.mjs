import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, posix } from 'node:path'

// npm run manifest: writes proofs-numeric/manifest.ts, which lists what the folders hold. A folder with a ledger.json is a document, and each
// module in it that exports claims is judged.

const room = join(import.meta.dirname, '..', 'proofs-numeric')

const filesBelow = folder => readdirSync(join(room, folder), { withFileTypes: true })
  .flatMap(entry => entry.isDirectory() ? filesBelow(posix.join(folder, entry.name)) : [posix.join(folder, entry.name)])
  .sort()

const hasClaims = file => file.endsWith('.ts') && !file.endsWith('.test.ts') && /^export const claims\b/m.test(readFileSync(join(room, file), 'utf8'))

const documents = readdirSync(room).filter(name => existsSync(join(room, name, 'ledger.json'))).sort()

// What a document states about code comes after the proofs that it needs.
const isOfCode = file => file.split('/')[1] === 'code'
const files = documents.map(filesBelow)
  .flatMap(found => [...found.filter(file => !isOfCode(file)), ...found.filter(isOfCode)])
  .filter(hasClaims)

const text = `// Written by npm run manifest from the folders of the documents; git ignores it.
import type { Claim } from '../src/claim/index.js'
${files.map((file, k) => `import { claims as claims${k} } from './${file.replace(/\.ts$/, '.js')}'`).join('\n')}

/** The folders of the documents. */
export const documents: ReadonlyArray<string> = [${documents.map(name => `'${name}'`).join(', ')}]

/** Each module of a document, with what it claims. */
export const modules: ReadonlyArray<{ readonly file: string; readonly claims: ReadonlyArray<Claim> }> = [
${files.map((file, k) => `  { file: 'proofs-numeric/${file}', claims: claims${k} }`).join(',\n')}
]
`

const target = join(room, 'manifest.ts')
if (!existsSync(target) || readFileSync(target, 'utf8') !== text) writeFileSync(target, text)
