import { setFlagsFromString } from 'node:v8'
import { Worker } from 'node:worker_threads'
import type { FromWorker, Ready, Result, Task } from './protocol.js'
import { UsageError } from './UsageError.js'

/** Threads that work, each fed one task at a time. What was cancelled answers undefined. */
export interface Pool {
  readonly catalogue: Promise<Ready | undefined>
  readonly perform: (task: Task) => Promise<Result | undefined>
  /** Starts threads until there are so many. */
  readonly grow: (size: number) => void
  /** Asks the threads to stop, and ends those that do not within a moment. */
  readonly cancel: () => void
  readonly cancelled: () => boolean
  readonly close: () => Promise<void>
}

interface Job {
  readonly task: Task
  readonly settle: (result: Result | undefined) => void
}

// How long a case may take to end once the work is cancelled, in milliseconds.
const patience = 400

// Hundreds of claims run for a moment each, and what one teaches the compiler about types the next contradicts: compiling takes a third of
// the time. So only what runs ten times as long as usual is compiled, and less is inlined.
setFlagsFromString('--interrupt-budget=600000 --max-inlined-bytecode-size-cumulative=200')

/** `file` names a module of claims to judge instead of the registered ones. */
export const openPool = (file: string | undefined): Pool => {
  const flag = new Int32Array(new SharedArrayBuffer(4))
  const workers = new Map<Worker, Job | 'loading' | 'idle'>()
  const waiting: Array<Job> = []
  const catalogue = withResolvers<Ready | undefined>()
  let closing = false

  const feed = (worker: Worker): void => {
    const job = waiting.shift()
    workers.set(worker, job ?? 'idle')
    if (job !== undefined) worker.postMessage(job.task)
  }

  const hear = (worker: Worker) => (message: FromWorker): void => {
    if (message.kind === 'misuse') { catalogue.reject(new UsageError(message.message)); return }
    if (message.kind === 'ready') catalogue.resolve(message)
    else jobOf(workers.get(worker))?.settle(message)
    feed(worker)
  }

  // A task that ends its thread costs only its own result.
  const lost = (worker: Worker) => (error: unknown): void => {
    const job = jobOf(workers.get(worker))
    if (!workers.delete(worker)) return
    job?.settle(closing ? undefined : { kind: 'lost', reason: String(error) })
    if (job === undefined) catalogue.reject(error)
    else if (!closing) start()
  }

  const start = (): void => {
    const worker = new Worker(new URL('./worker.js', import.meta.url), { workerData: { flag, file }, stdout: true })
    worker.stdout.pipe(process.stderr, { end: false })
    workers.set(worker, 'loading')
    worker.on('message', hear(worker)).on('error', lost(worker)).on('exit', code => { lost(worker)(new Error(`exit ${code}`)) })
  }

  const close = async (): Promise<void> => {
    closing = true
    await Promise.all([...workers.keys()].map(worker => worker.terminate()))
  }

  return {
    catalogue: catalogue.promise,
    perform: task => new Promise(settle => {
      if (closing) { settle(undefined); return }
      waiting.push({ task, settle })
      const idle = [...workers].find(([, state]) => state === 'idle')?.[0]
      if (idle !== undefined) feed(idle)
    }),
    grow: size => { while (workers.size < size) start() },
    cancel: () => {
      closing = true
      Atomics.store(flag, 0, 1)
      for (const { settle } of waiting.splice(0)) settle(undefined)
      catalogue.resolve(undefined)
      setTimeout(() => { void close() }, patience).unref()
    },
    cancelled: () => Atomics.load(flag, 0) !== 0,
    close
  }
}

const jobOf = (state: Job | 'loading' | 'idle' | undefined): Job | undefined => (typeof state === 'object' ? state : undefined)

const withResolvers = <A>(): { promise: Promise<A>; resolve: (a: A) => void; reject: (error: unknown) => void } => {
  let [resolve, reject]: [(a: A) => void, (error: unknown) => void] = [() => {}, () => {}]
  const promise = new Promise<A>((yes, no) => { [resolve, reject] = [yes, no] })
  return { promise, resolve, reject }
}
