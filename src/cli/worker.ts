import { AsyncLocalStorage } from 'node:async_hooks'
import { setImmediate } from 'node:timers/promises'
import { parentPort, workerData } from 'node:worker_threads'
import { asExpected, type Claim } from '../claim/Claim.js'
import { judgementOf, unjudged } from '../claim/judgementOf.js'
import { thrown } from '../claim/thrown.js'
import { about, claimsIn, claimsOf, figuresOf } from './catalogue.js'
import type { FromWorker, JudgeTask, Task, WorkerData } from './protocol.js'
import { UsageError } from './UsageError.js'

// One of the threads that judge: it loads the module of each claim that it is asked to judge.
const { flag, file } = workerData as WorkerData
const say = (message: FromWorker): void => { parentPort?.postMessage(message) }
const cancelled = (): boolean => Atomics.load(flag, 0) !== 0

/** One judging. What its judge starts and does not wait for is known as its own, however late it fails. */
interface Judging {
  readonly task: JudgeTask
  ended: boolean
  trouble?: string
}

const judgings = new AsyncLocalStorage<Judging>()

const fails = (what: string) => (error: unknown): void => {
  const judging = judgings.getStore()
  if (judging === undefined) say({ kind: 'stray', reason: `${what}: ${thrown(error)}` })
  else if (judging.ended) say(
    { kind: 'stray', reason: `${what} after the judge had returned: ${thrown(error)}`, of: judging.task }
  )
  else judging.trouble ??= `${what} while the judge ran: ${thrown(error)}`
}

process.on('unhandledRejection', fails('a promise that nobody waited for was rejected'))
process.on('uncaughtException', fails('an error was raised'))

// Otherwise whoever calls it would end the thread of whatever is judged at that time.
process.exit = code => { throw new Error(`process.exit(${code ?? ''}) was called`) }

const lost = (reason: string): FromWorker => ({ kind: 'lost', reason, seconds: 0 })

/** A registered claim is looked for in its own module, which alone is loaded. */
const judge = async (own: ReadonlyArray<Claim>, task: JudgeTask): Promise<FromWorker> => {
  const subject = (file === undefined ? await claimsIn(task.file) : own).find(({ id }) => id === task.id)
  if (subject === undefined) return lost(
    `${file ?? 'the registry'} lacks it when loaded again: a module must always export the same claims`
  )
  const judging: Judging = { task, ended: false }
  const began = performance.now()
  const judgement = judgings.run(judging, () => judgementOf(subject, { ...task.spend, cancelled }))
  const seconds = (performance.now() - began) / 1000
  // what the judge left behind fails in the same turn, if at once
  await setImmediate()
  judging.ended = true
  const { trouble } = judging
  return { kind: 'judged', judgement: trouble !== undefined
    && asExpected(subject, judgement) ? unjudged(trouble) : judgement, seconds }
}

const work = async (own: ReadonlyArray<Claim>, task: Task): Promise<void> => {
  try {
    say(task.kind === 'judge' ? await judge(own, task) : { kind: 'figures', figures: await figuresOf(file) })
  } catch (error) {
    say(lost(`the answer cannot be told: ${thrown(error)}`))
  }
}

try {
  const own = file === undefined ? [] : await claimsOf(file)
  parentPort?.on('message', (task: Task) => { void work(own, task) })
  say({ kind: 'ready', claims: own.map(about(file ?? '')) })
} catch (error) {
  say(error instanceof UsageError ? { kind: 'not ready', reason: error.message }
    : { kind: 'not ready', reason: thrown(error), error })
}
