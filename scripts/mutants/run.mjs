import { mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Worker } from 'node:worker_threads'
import { prepare } from './rows.mjs'
import { homesOf, mutantWriter, toJavaScript, writeBase } from './tree.mjs'

const workers = 2

// An edit may make a loop endless; this is many times what the slowest topic takes.
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

/** Takes tasks off the shared list until none is left. */
const work = async (tasks, judged) => {
  let worker = open()
  for (let task = tasks.shift(); task !== undefined; task = tasks.shift()) {
    const { lost = false, ...outcome } = await ask(worker, task)
    judged.push({ ...task.row, ...outcome })
    if (lost) {
      await worker.terminate()
      worker = open()
    }
  }
  await worker.terminate()
}

/** Judges the rows: whether the claim that each names was the first to refute it, and the counterexample or what happened instead. */
export const judgeMutants = async (root, rows) => {
  const folder = mkdtempSync(join(tmpdir(), 'mutants-'))
  try {
    const base = join(folder, 'base')
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction')
    const modules = writeBase(root, base)
    const writeMutant = mutantWriter(modules, base)
    const homeOf = await homesOf(modules, base)
    const { mutants, faults } = prepare(root, rows)
    const compiled = mutants.map(({ edited, ...row }, k) => ({ row, ...toJavaScript(edited), folder: join(folder, `${k}`) }))
    const broken = compiled.filter(({ error }) => error !== null)
      .map(({ row, error }) => ({ ...row, killed: false, detail: `does not parse: ${error}` }))
    const tasks = compiled.filter(({ error }) => error === null)
      .map(({ row, code, folder: own }) => {
        const [urlOf, homes] = [writeMutant(own, row.file, code), homeOf(row.refutedBy.split('/', 1)[0])]
        return { row, baseUrls: homes.map(file => pathToFileURL(join(base, file)).href), urls: homes.map(urlOf) }
      })
    const judged = []
    await Promise.all(Array.from({ length: workers }, () => work(tasks, judged)))
    return [...faults, ...broken, ...judged].sort((a, b) => a.number - b.number)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
