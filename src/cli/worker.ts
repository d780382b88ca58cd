import { parentPort, workerData } from 'node:worker_threads'
import type { Claim, Effort, Judgement } from '../claim/Claim.js'
import { about, loadCatalogue } from './catalogue.js'
import type { FromWorker, Task, WorkerData } from './protocol.js'
import { UsageError } from './UsageError.js'

// One of the threads that judge: it loads the claims once, and then judges whichever it is asked to.
const { flag, file } = workerData as WorkerData
const say = (message: FromWorker): void => { parentPort?.postMessage(message) }
const cancelled = (): boolean => Atomics.load(flag, 0) !== 0

const orUndecided = (subject: Claim, effort: Effort): Judgement => {
  try {
    return subject.judge(effort)
  } catch (error) {
    return {
      verdict: 'undecided',
      evidence: { strength: 'example', scope: 'nothing was judged', cases: 0, undecidedCases: 0, slack: null, resolution: null },
      reason: `the judge raised ${String(error).split('\n')[0] ?? ''}`
    }
  }
}

const perform = (subject: Claim, { spend }: Task): FromWorker => {
  const began = performance.now()
  const judgements = spend.map(spent => orUndecided(subject, { ...spent, cancelled }))
  return { kind: 'judged', judgements, seconds: (performance.now() - began) / 1000 }
}

try {
  const { claims, notCheckable } = await loadCatalogue(file)
  const byId = new Map(claims.map(c => [c.id, c]))
  parentPort?.on('message', (task: Task) => {
    const subject = byId.get(task.id)
    if (subject !== undefined) say(perform(subject, task))
  })
  say({ kind: 'ready', claims: claims.map(about), notCheckable })
} catch (error) {
  if (!(error instanceof UsageError)) throw error
  say({ kind: 'misuse', message: error.message })
}
