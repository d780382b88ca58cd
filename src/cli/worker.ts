import { parentPort, workerData } from 'node:worker_threads'
import type { Claim, Effort, Judgement } from '../claim/Claim.js'
import { about, figuresOf, loadCatalogue } from './catalogue.js'
import type { FromWorker, JudgeTask, Task, WorkerData } from './protocol.js'
import { unjudged } from './unjudged.js'
import { UsageError } from './UsageError.js'

// One of the threads that judge: it loads the claims once, and then judges whichever it is asked to.
const { flag, file } = workerData as WorkerData
const say = (message: FromWorker): void => { parentPort?.postMessage(message) }
const cancelled = (): boolean => Atomics.load(flag, 0) !== 0

const judgeOrTell = (subject: Claim, effort: Effort): Judgement => {
  try {
    return subject.judge(effort)
  } catch (error) {
    return unjudged(`the judge raised ${String(error).split('\n')[0] ?? ''}`)
  }
}

const judgeAll = (subject: Claim, { spend }: JudgeTask): FromWorker => {
  const began = performance.now()
  const judgements = spend.map(spent => judgeOrTell(subject, { ...spent, cancelled }))
  return { kind: 'judged', judgements, seconds: (performance.now() - began) / 1000 }
}

const work = async (claims: ReadonlyMap<string, Claim>, task: Task): Promise<void> => {
  if (task.kind === 'figures') {
    say({ kind: 'figures', figures: await figuresOf(file) })
    return
  }
  const subject = claims.get(task.id)
  if (subject !== undefined) say(judgeAll(subject, task))
}

try {
  const { claims, notCheckable } = await loadCatalogue(file)
  const byId = new Map(claims.map(c => [c.id, c]))
  parentPort?.on('message', (task: Task) => { void work(byId, task) })
  say({ kind: 'ready', claims: claims.map(about), notCheckable })
} catch (error) {
  if (!(error instanceof UsageError)) throw error
  say({ kind: 'misuse', message: error.message })
}
