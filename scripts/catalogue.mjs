import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import { pathToFileURL } from 'node:url'

// node scripts/catalogue.mjs [DIST], the last step of the build: writes dist/claims.json, what each registered claim says of itself and
// which module has it, so that a command need not load all of them to judge one, and a hash of everything that a verdict depends on; and
// dist/ledger.json, the documents' rows.

const dist = process.argv[2] ?? join(import.meta.dirname, '..', 'dist')

const filesBelow = folder => readdirSync(join(dist, folder), { withFileTypes: true })
  .flatMap(entry => entry.isDirectory() ? filesBelow(posix.join(folder, entry.name)) : [posix.join(folder, entry.name)])
  .filter(file => /[.](js|json)$/.test(file))

const load = file => import(pathToFileURL(join(dist, file)).href)

const files = ['proofs-numeric', 'properties', 'src'].flatMap(filesBelow).sort()
const hash = createHash('sha256')
for (const file of files) hash.update(`${file}\n`).update(readFileSync(join(dist, file)))

const rooms = await Promise.all(files
  .filter(file => !file.startsWith('src/') && file.endsWith('.js') && /^export const claims\b/m.test(readFileSync(join(dist, file), 'utf8')))
  .map(async file => ({ file: file.replace(/\.page\.js$/, '.md').replace(/\.js$/, '.ts'), claims: (await load(file)).claims })))

// Where a list of lists has a claim too, the smallest list is its module.
const home = new Map(rooms.sort((a, b) => b.claims.length - a.claims.length)
  .flatMap(({ file, claims }) => claims.map(({ id }) => [id, file])))

const [{ claims: proofs }, { claims: laws }, { documents, ledger }] =
  await Promise.all(['proofs-numeric/index.js', 'properties/index.js', 'proofs-numeric/ledger.js'].map(load))

const about = ({ judge: _, ...said }) => ({ ...said, file: home.get(said.id) })

writeFileSync(join(dist, 'claims.json'), `${JSON.stringify({
  hash: hash.digest('hex'),
  claims: [...proofs, ...laws].map(about),
  notCheckable: ledger.flatMap(({ row, document, place, statement, reason }) =>
    reason === undefined ? [] : [{ row, document, place, statement, reason }])
})}\n`)

writeFileSync(join(dist, 'ledger.json'), `${JSON.stringify(documents)}\n`)
