import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

// A mutant: one edited term of a file, and the claim that must be the first of its topic to notice.

const keys = ['file', 'from', 'to', 'refutedBy', 'bug']

export const readRows = folder =>
  readdirSync(folder).filter(name => name.endsWith('.json')).sort().flatMap(name =>
    JSON.parse(readFileSync(join(folder, name), 'utf8')).map(row => ({ ...row, list: name })))
    .map((row, number) => ({ ...row, number }))

const occurrences = (text, part) => text.split(part).length - 1

/** The row with the text of its edited file, or what is wrong with the row itself. */
const checked = (root, row, earlier) => {
  const missing = keys.find(key => typeof row[key] !== 'string' || (key !== 'to' && row[key] === ''))
  if (missing !== undefined) return `has no "${missing}"`
  const text = readFileSync(join(root, row.file), 'utf8').replaceAll('\r\n', '\n')
  const found = occurrences(text, row.from)
  if (found !== 1) return `"${row.from}" occurs ${found} times in ${row.file}, not once`
  const edited = text.replace(row.from, () => row.to)
  if (edited === text) return 'changes nothing'
  const twin = earlier.find(other => other.file === row.file && other.edited === edited)
  return twin === undefined ? { ...row, edited } : `is the same edit as "${twin.bug}" in ${twin.list}`
}

/** The rows with the text of their edited file, and those that are no mutants with the reason. */
export const prepare = (root, rows) => rows.reduce(({ mutants, faults }, row) => {
  const found = checked(root, row, mutants)
  return typeof found === 'string'
    ? { mutants, faults: [...faults, { ...row, killed: false, detail: `the row ${found}` }] }
    : { mutants: [...mutants, found], faults }
}, { mutants: [], faults: [] })
