import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

// npm run killed [-- KILLS]: kills a training at random moments, goes on with it, kills it again, until it ends; then its checkpoint, its
// metrics and its page must be those of a training that nobody disturbed, to the last bit. Repeats until there were so many kills (100).

const wanted = Number(process.argv[2] ?? 100)
const command = join(import.meta.dirname, '..', 'dist', 'src', 'cli', 'main.js')
const folder = mkdtempSync(join(tmpdir(), 'killed-'))
const argv = out => [command, 'train', 'double-moon', '--epochs', '60', '--out', join(folder, out)]
const bits = out => ['runs/run.safetensors', 'runs/run.jsonl', 'index.html'].map(file => readFileSync(join(folder, out, file)))

const began = Date.now()
spawnSync(process.execPath, argv('whole'))
const [whole, took] = [bits('whole'), Date.now() - began]

/** Whether it was killed before it ended. */
const begunAndKilled = (out, resume) => new Promise(done => {
  const child = spawn(process.execPath, [...argv(out), ...resume ? ['--resume'] : []], { stdio: 'ignore' })
  const timer = setTimeout(() => child.kill('SIGKILL'), Math.random() * 1.2 * took)
  child.on('exit', (code, signal) => {
    clearTimeout(timer)
    if (signal === null && code !== 0) throw new Error(`a training that was resumed ended with code ${code}`)
    done(signal !== null)
  })
})

let [kills, ends] = [0, 0]
while (kills < wanted) {
  const out = `run-${ends}`
  let resume = false
  while (await begunAndKilled(out, resume)) [kills, resume] = [kills + 1, true]
  const differs = bits(out).findIndex((found, i) => !found.equals(whole[i]))
  if (differs >= 0) throw new Error(`${out} differs from the undisturbed training in file ${differs} after ${kills} kills`)
  ends += 1
  rmSync(join(folder, out), { recursive: true })
  console.log(`${kills} kills, ${ends} trainings ended with the bits of the undisturbed one`)
}
rmSync(folder, { recursive: true })
