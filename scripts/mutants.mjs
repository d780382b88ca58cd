import { join } from 'node:path'
import { judgeMutants } from './mutants/run.mjs'
import { readRows } from './mutants/rows.mjs'

// npm run mutants [-- part of a file name or claim id] [--json]: every wrong implementation, and the claim that refutes it.
// With MUTANTS_EVERY=8 in the environment every eighth.

const root = join(import.meta.dirname, '..')
const wanted = process.argv.slice(2).filter(text => !text.startsWith('--'))
const rows = readRows(root)
  .filter((_, k) => k % Number(process.env.MUTANTS_EVERY ?? 1) === 0)
  .filter(({ file, refutedBy }) => wanted.every(text => `${file} ${refutedBy}`.includes(text)))

const short = (text, width) => (text.length <= width ? text : `${text.slice(0, width - 1)}…`)

const lines = ({ killed, fault = false, bug, file, in: name, from, to, refutedBy, detail, documents, seconds = 0 }) => [
  `${killed ? 'refuted ' : 'SURVIVES'}  ${bug}`,
  `          ${file}, ${name}: ${short(`${from}  ->  ${to === '' ? '(nothing)' : to}`.replace(/\s+/g, ' '), 150)}`,
  `          ${refutedBy} (${seconds.toFixed(2)} s): ${fault ? detail : short(detail, killed ? 120 : 600)}`,
  ...documents === undefined ? [] : [`          the documents' own tests: ${documents}`]
].join('\n')

const began = performance.now()
const judged = await judgeMutants(root, rows)
const survivors = judged.filter(({ killed }) => !killed)

if (process.argv.includes('--json')) console.log(JSON.stringify(judged))
else {
  console.log(judged.map(lines).join('\n\n'))
  const seconds = ((performance.now() - began) / 1000).toFixed(1)
  const refuted = judged.length - survivors.length
  const drawn = judged.filter(({ small }) => small !== undefined)
  const small = drawn.filter(found => found.small)
  const tried = judged.filter(({ documents }) => documents !== undefined)
  const unseen = tried.filter(({ documents }) => /^no/.test(documents))
  console.log(`\n${refuted} of ${judged.length} mutants refuted by the claim named, ${survivors.length} not, in ${seconds} s`)
  console.log(`${small.length} of ${drawn.length} drawn counterexamples shrank to at most 4 entries that are not 0, of at most 3 digits`)
  console.log(`${tried.length} of the bugs were tried against the documents' own tests, which do not see ${unseen.length} of them`)
}
process.exitCode = survivors.length === 0 ? 0 : 1
