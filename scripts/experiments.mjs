import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { studies } from '../dist/proofs-numeric/studies.js'

// npm run experiments [-- --full]: repeats every experiment of the documents, and says of each how long it took and what was found.

const command = join(import.meta.dirname, '..', 'dist', 'src', 'cli', 'main.js')
const more = process.argv.slice(2)
let unexpected = 0
for (const name of Object.keys(studies)) {
  const began = Date.now()
  const { status, stdout, stderr } = spawnSync(
    process.execPath, [command, 'train', name, '--json', ...more], { encoding: 'utf8', maxBuffer: 2 ** 30 }
  )
  if (status !== 0) unexpected += 1
  const seconds = ((Date.now() - began) / 1000).toFixed(1)
  console.log(`${name}: ${seconds} s, ${status === 0 ? 'as reported' : `exit code ${status}`}`)
  if (stderr !== '') console.log(`  ${stderr.trim()}`)
  if (status !== 0 && status !== 1) continue
  for (const { verdict, expected, statement, found } of JSON.parse(stdout).claims) {
    console.log(`  ${verdict === 'refuted' && expected === 'erratum' ? 'erratum' : verdict}: ${statement} (${found})`)
  }
}
console.log(unexpected === 0 ? 'everything is as expected' : `${unexpected} experiments are not as expected`)
process.exitCode = unexpected === 0 ? 0 : 1
