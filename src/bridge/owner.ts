import { type ChildProcess, spawn } from 'node:child_process'
import type { Readable, Writable } from 'node:stream'
import { type MessagePort, workerData } from 'node:worker_threads'
import { lengthOf } from './frames.js'

/** What the thread that owns the process is given. */
export interface OwnerData {
  readonly python: string
  readonly host: string
  readonly file: string
  readonly seconds: number
  readonly port: MessagePort
  /** Counts the answers: who asked waits for it to change. */
  readonly answers: Int32Array
}

/** What it answers: a frame, or how the process ended. */
export type Answer =
  | { readonly kind: 'frame'; readonly bytes: Uint8Array }
  | { readonly kind: 'ended'; readonly traces: string; readonly how: string; readonly isLate: boolean }
  | { readonly kind: 'no python'; readonly reason: string }

/** A process of Python, and what came of it so far. */
interface Running {
  readonly child: ChildProcess
  readonly group: number
  received: Buffer
  traces: string
  isLate: boolean
}

// A process has so many more seconds than it allows itself, for one that does not keep to its own limit.
const grace = 2

const { python, host, file, seconds, port, answers } = workerData as OwnerData

// Loading a file may take as long as loading a large library does on a busy machine.
const loading = Math.max(60, seconds)

let running: Running | undefined
let waiting: ((answer: Answer) => void) | undefined

const answer = (given: Answer): void => {
  port.postMessage(given)
  Atomics.add(answers, 0, 1)
  Atomics.notify(answers, 0)
}

const settle = (given: Answer): void => {
  const settled = waiting
  waiting = undefined
  settled?.(given)
}

/** Ends the process and all that it has started. */
const end = ({ group, child }: Running): void => {
  try {
    process.kill(-group, 'SIGKILL')
  } catch {
    child.kill('SIGKILL')
  }
}

const start = (): Running => {
  const child = spawn(python, [host, file, String(loading)], {
    detached: true, stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe', 'pipe', 'pipe'],
    env: { ...process.env, OPENBLAS_NUM_THREADS: '1', OMP_NUM_THREADS: '1', MKL_NUM_THREADS: '1', PYTHONHASHSEED: '0' }
  })
  const now: Running = {
    child, group: child.pid ?? 0, received: Buffer.alloc(0), traces: '', isLate: false
  }
  const [, , , , frames, traces] = child.stdio as unknown as ReadonlyArray<Readable>
  // a process that has ended takes no more requests, which its end says as well
  for (const stream of child.stdio) stream?.on('error', () => {})
  traces?.on('data', (text: Buffer) => { now.traces = (now.traces + text.toString()).slice(0, 100_000) })
  frames?.on('data', (bytes: Buffer) => {
    now.received = Buffer.concat([now.received, bytes])
    const length = lengthOf(now.received)
    if (length === undefined || now.received.length < length || running !== now) return
    const whole = Uint8Array.from(now.received.subarray(0, length))
    now.received = now.received.subarray(length)
    settle({ kind: 'frame', bytes: whole })
  })
  child.on('error', error => {
    if (running === now) running = undefined
    settle({ kind: 'no python', reason: error.message })
  })
  const ended = (code: number | null, signal: NodeJS.Signals | null): void => {
    if (running !== now) return
    running = undefined
    settle({
      kind: 'ended', traces: now.traces, isLate: now.isLate, how: signal === null ? `exit code ${String(code)}` : signal
    })
  }
  child.on('close', ended)
  child.on('exit', (code, signal) => {
    end(now)
    // what left its group may hold the pipes for as long as it likes
    setTimeout(() => { ended(code, signal) }, 500)
  })
  return now
}

/** The next frame of the process, or how it ended; it has so many seconds. */
const next = (now: Running, within: number): Promise<Answer> => new Promise(resolve => {
  const clock = setTimeout(() => {
    now.isLate = true
    end(now)
  }, (within + grace) * 1000)
  waiting = given => {
    clearTimeout(clock)
    resolve(given)
  }
})

/** Starts a process where there is none, and answers what it said of itself, or why it could not. */
const begun = async (): Promise<Answer> => {
  const now = running = start()
  const answered = await next(now, loading)
  const isPython = answered.kind !== 'ended' || answered.traces.startsWith('begun')
  return isPython ? answered : { kind: 'no python', reason: `a program that ended without running it (${answered.how})` }
}

/** A request, which is asked of a new process where the last one has ended. */
const ask = async (request: Uint8Array): Promise<Answer> => {
  if (running === undefined) {
    const hello = await begun()
    if (hello.kind !== 'frame') return hello
  }
  const now = running as unknown as Running
  const answered = next(now, seconds)
  ;(now.child.stdio[3] as Writable).write(request)
  return answered
}

/** Ends the process, and answers when it has ended: what is done then it cannot undo. */
const close = (): void => {
  const closed = (): void => {
    answer({ kind: 'ended', traces: '', how: 'closed', isLate: false })
    port.close()
  }
  const last = running
  running = undefined
  if (last === undefined || last.child.exitCode !== null || last.child.signalCode !== null) {
    closed()
    return
  }
  last.child.once('exit', closed)
  end(last)
}

port.on('message', (request: Uint8Array | 'begin' | 'close') => {
  if (request === 'close') close()
  else void (request === 'begin' ? begun() : ask(request)).then(answer)
})
