import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import { declarationsIn, placesOf } from './declarations.mjs'

// A mutant: one edited term of a declaration, and the claim that must refute it. The mutants of a document stand in its
// folder, in mutants.json, with the file of each; those of src/layer/affine.ts in test/mutants/src/layer/affine.json.

const keys = ['file', 'in', 'from', 'to', 'refutedBy', 'bug']
const elsewhere = 'test/mutants'
const documents = 'proofs-numeric'

const documentOf = file => /^proofs-numeric\/[^/]+(?=\/)/.exec(file)?.[0]

/** The list that a mutant of a file belongs to. */
export const listOf = file => {
  const document = documentOf(file)
  return document === undefined ? `${elsewhere}/${file.replace(/\.ts$/, '.json')}` : `${document}/mutants.json`
}

const fileOf = (list, row) => list.startsWith(documents)
  ? posix.join(posix.dirname(list), row.file ?? '')
  : list.slice(elsewhere.length + 1).replace(/\.json$/, '.ts')

const listsIn = root => [
  ...readdirSync(join(root, elsewhere), { recursive: true }).filter(name => name.endsWith('.json'))
    .map(name => posix.join(elsewhere, name.replaceAll('\\', '/'))),
  ...readdirSync(join(root, documents)).map(name => `${documents}/${name}/mutants.json`)
    .filter(name => existsSync(join(root, name)))
].sort()

/** All rows, each with its list, the path of its file and its number. */
export const readRows = root => listsIn(root)
  .flatMap(list => JSON.parse(readFileSync(join(root, list), 'utf8'))
    .map(row => ({ ...row, file: fileOf(list, row), list })))
  .map((row, number) => ({ ...row, number }))

const times = count => count === 0 ? 'does not occur' : `occurs ${count} times, not once,`

/** What is to be edited: the one place in the declaration, or what is wrong. */
const placeOf = (text, { file, in: name, from }) => {
  const declarations = declarationsIn(text)
  const named = declarations.filter(one => one.name === name)
  if (named.length === 0) {
    const there = [...new Set(declarations.map(one => one.name))].join(', ')
    return { fault: `names ${name}, but ${file} declares only ${there}` }
  }
  const places = placesOf(text, named, from)
  if (places.length === 1) return places[0]
  const now = named.map(({ start, end }) => text.slice(start, end)).join('\n')
  return { fault: `no longer fits: "${from}" ${times(places.length)} in ${name} of ${file}. That is now:\n${now}` }
}

/** The row with the text of its edited file, or what is wrong with the row itself. */
const checked = (root, row, earlier) => {
  const missing = keys.find(key => typeof row[key] !== 'string' || (key !== 'to' && row[key] === ''))
  if (missing !== undefined) return `has no "${missing}"`
  if (!existsSync(join(root, row.file)) || !row.file.endsWith('.ts')) return `is about ${row.file}, which is not there`
  const text = readFileSync(join(root, row.file), 'utf8').replaceAll('\r\n', '\n')
  const { start, end, fault } = placeOf(text, row)
  if (fault !== undefined) return fault
  const edited = `${text.slice(0, start)}${row.to}${text.slice(end)}`
  if (edited === text) return 'changes nothing'
  const twin = earlier.find(other => other.file === row.file && other.edited === edited)
  return twin === undefined ? { ...row, edited } : `is the same edit as "${twin.bug}"`
}

/** The rows with the text of their edited file, and those that are no mutants with the reason. */
export const prepare = (root, rows) => rows.reduce(({ mutants, faults }, row) => {
  const found = checked(root, row, mutants)
  return typeof found === 'string'
    ? { mutants, faults: [...faults, { ...row, fault: true, killed: false, detail: `a row of ${row.list} ${found}` }] }
    : { mutants: [...mutants, found], faults }
}, { mutants: [], faults: [] })
