import { mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Worker } from 'node:worker_threads'
import { prepare } from './rows.mjs'
import { homesOf, mutantWriter, toJavaScript, writeBase } from './tree.mjs'

const workers = 2

// An edit may make a loop endless; this is many times what the slowest claim takes.
const secondsAllowed = 20

/** One task in one worker. A worker that fails, or takes too long, is lost. */
const ask = (worker, task) => new Promise(resolve => {
  const settle = outcome => {
    clearTimeout(timer)
    worker.off('message', settle).off('error', failed)
    resolve(outcome)
  }
  const lose = detail => settle({ killed: false, detail, seconds: secondsAllowed, lost: true })
  const failed = error => lose(`the worker failed: ${error}`)
  const timer = setTimeout(() => lose(`no verdict in ${secondsAllowed} seconds`), secondsAllowed * 1000)
  worker.on('message', settle).on('error', failed).postMessage(task)
})

const open = () => new Worker(new URL('./worker.mjs', import.meta.url))

/** Takes mutants off the shared list until none is left. */
const work = async (mutants, taskOf, judged) => {
  let worker = open()
  for (let mutant = mutants.shift(); mutant !== undefined; mutant = mutants.shift()) {
    const { edited, ...row } = mutant
    const task = taskOf(mutant)
    const { lost = false, ...outcome } = task.urls === undefined ? task : await ask(worker, task)
    judged.push({ ...row, ...outcome })
    if (lost) {
      await worker.terminate()
      worker = open()
    }
  }
  await worker.terminate()
}

/** Judges the rows: whether the claim that each names refutes it, and the counterexample or what happened instead. */
export const judgeMutants = async (root, rows) => {
  const folder = mkdtempSync(join(tmpdir(), 'mutants-'))
  try {
    const base = join(folder, 'base')
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction')
    const modules = writeBase(root, base)
    const writeMutant = mutantWriter(modules, base)
    const homes = await homesOf(modules, base)
    const taskOf = ({ number, file, edited, refutedBy: id }) => {
      const home = homes.get(id)
      if (home === undefined) return { killed: false, detail: `there is no claim ${id}` }
      const { code, error } = toJavaScript(edited)
      if (error !== null) return { killed: false, detail: `does not parse: ${error}` }
      const after = writeMutant(join(folder, `${number}`), file, code, home)
      return { id, file, urls: { before: pathToFileURL(join(base, home)).href, after } }
    }
    const { mutants, faults } = prepare(root, rows)
    const judged = []
    await Promise.all(Array.from({ length: workers }, () => work(mutants, taskOf, judged)))
    return [...faults, ...judged].sort((a, b) => a.number - b.number)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
