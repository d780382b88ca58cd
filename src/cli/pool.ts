import { setFlagsFromString } from 'node:v8'
import { Worker } from 'node:worker_threads'
import { thrown } from '../claim/thrown.js'
import { patience } from './interrupt.js'
import { type Catalogue, registered } from './catalogue.js'
import type { FromWorker, Result, Stray, Task } from './protocol.js'
import { UsageError } from './UsageError.js'

/** Threads that work, each fed one task at a time. What was cancelled answers undefined. */
export interface Pool {
  readonly catalogue: Promise<Catalogue | undefined>
  readonly perform: (task: Task) => Promise<Result | undefined>
  /** Starts threads until there are so many. */
  readonly grow: (size: number) => void
  /** What was raised outside every judge, so far. */
  readonly strays: () => ReadonlyArray<Stray>
  /** Asks the threads to stop, and ends those that do not within a moment. */
  readonly cancel: () => void
  readonly cancelled: () => boolean
  readonly close: () => Promise<void>
}

interface Job {
  readonly task: Task
  readonly settle: (result: Result | undefined) => void
}

interface Thread {
  readonly worker: Worker
  doing: Job | 'loading' | 'idle'
  since: number
  /** Ends the thread when it takes too long. */
  clock?: NodeJS.Timeout
}

// What is not a judgement, loading and drawing, is allowed at least so many seconds.
const least = 60

// Hundreds of claims run for a moment each, and what one teaches the compiler about types the next contradicts: on Node 20 compiling
// takes a third of the time. So there only what runs ten times as long as usual is compiled, and less is inlined. Later engines have a
// compiler in between, gain little by it, and do not know the first of these flags.
if (process.versions.v8.startsWith('11.3.')) setFlagsFromString(
  '--interrupt-budget=600000 --max-inlined-bytecode-size-cumulative=100'
)

// Numbers of a formula live for a moment: with room for more of them fewer are copied before they are dropped, a tenth of the time.
const resourceLimits = { maxYoungGenerationSizeMb: 128 }

/** `file` names a module of claims to judge instead of the registered ones; `limit` is the most seconds that a judgement may take. */
export const openPool = (file: string | undefined, limit: number): Pool => {
  const flag = new Int32Array(new SharedArrayBuffer(4))
  const threads = new Set<Thread>()
  const waiting: Array<Job> = []
  const strays: Array<Stray> = []
  const catalogue = withResolvers<Catalogue | undefined>()
  // whoever waits for it hears of a refusal, also one that came before
  catalogue.promise.catch(() => {})
  let [size, closing] = [0, false]
  let broken: string | undefined

  const allow = (thread: Thread, seconds: number, reason: string): void => {
    thread.clock = setTimeout(() => { drop(thread, reason) }, seconds * 1000)
  }

  const feed = (thread: Thread): void => {
    clearTimeout(thread.clock)
    const job = waiting.shift()
    thread.doing = job ?? 'idle'
    thread.since = performance.now()
    if (job === undefined) return
    const seconds = job.task.kind === 'judge' ? limit : Math.max(limit, least)
    allow(thread, seconds, `out of time: more than ${seconds} s; raise --limit or judge fewer cases with --runs`)
    thread.worker.postMessage(job.task)
  }

  const hear = (thread: Thread) => (message: FromWorker): void => {
    if (!threads.has(thread)) return
    if (message.kind === 'stray') { strays.push(message); return }
    if (message.kind === 'not ready') { drop(thread, message.reason, message.error); return }
    if (message.kind === 'ready') catalogue.resolve({ claims: message.claims, notCheckable: [] })
    else if (typeof thread.doing === 'object') thread.doing.settle(message)
    feed(thread)
  }

  // A task that ends its thread costs only its own result; a thread that cannot load the claims is not replaced.
  const drop = (thread: Thread, reason: string, error: unknown = new UsageError(reason)): void => {
    if (!threads.delete(thread)) return
    clearTimeout(thread.clock)
    void thread.worker.terminate()
    if (typeof thread.doing === 'object') thread.doing.settle(
      closing ? undefined : { kind: 'lost', reason, seconds: secondsSince(thread) }
    )
    if (thread.doing === 'loading') {
      catalogue.reject(error)
      broken = reason
    }
    refill()
  }

  const refill = (): void => {
    while (!closing && broken === undefined && threads.size < size) start()
    if (broken === undefined || threads.size > 0) return
    for (const { settle } of waiting.splice(0)) settle({ kind: 'lost', reason: broken, seconds: 0 })
  }

  const start = (): void => {
    const worker = new Worker(new URL('./worker.js', import.meta.url), {
      workerData: { flag, file }, resourceLimits, stdout: true
    })
    worker.stdout.pipe(process.stderr, { end: false })
    const thread: Thread = { worker, doing: 'loading', since: performance.now() }
    threads.add(thread)
    const seconds = Math.max(limit, least)
    allow(thread, seconds, `${file ?? 'the registry'} is not loaded after ${seconds} s; raise --limit`)
    const ends = (error: unknown): void => { drop(thread, `its thread ended: ${thrown(error)}`, error) }
    worker.on('message', hear(thread)).on('error', ends).on('exit', code => { ends(new Error(`exit ${code}`)) })
  }

  if (file === undefined) catalogue.resolve(registered())

  const close = async (): Promise<void> => {
    closing = true
    for (const { clock } of threads) clearTimeout(clock)
    await Promise.all([...threads].map(({ worker }) => worker.terminate()))
  }

  return {
    catalogue: catalogue.promise,
    perform: task => new Promise(settle => {
      if (closing) { settle(undefined); return }
      waiting.push({ task, settle })
      const idle = [...threads].find(({ doing }) => doing === 'idle')
      if (idle === undefined) refill()
      else feed(idle)
    }),
    grow: to => {
      size = Math.max(size, to)
      refill()
    },
    strays: () => strays,
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

const secondsSince = ({ since }: Thread): number => (performance.now() - since) / 1000

const withResolvers = <A>(): { promise: Promise<A>; resolve: (a: A) => void; reject: (error: unknown) => void } => {
  let [resolve, reject]: [(a: A) => void, (error: unknown) => void] = [() => {}, () => {}]
  const promise = new Promise<A>((yes, no) => { [resolve, reject] = [yes, no] })
  return { promise, resolve, reject }
}
