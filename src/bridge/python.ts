import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { MessageChannel, receiveMessageOnPort, Worker } from 'node:worker_threads'
import { refuse } from '../prelude/index.js'
import { frame, opened } from './frames.js'
import type { Answer, OwnerData } from './owner.js'
import type { Call, Failure, Fault, Outcome } from './Value.js'

/** A file of Python whose functions can be called, one call at a time. */
export interface Python {
  readonly file: string
  /** Which Python and which numpy run it. */
  readonly version: string
  readonly numpy: string
  /** The functions, classes and methods (`Net.loss`) that the file has, with how many arguments each takes: at least, and at most. */
  readonly functions: Functions
  /** Why the file could not be loaded, if it could not. */
  readonly failure?: Fault
  readonly call: (call: Call, seed?: number) => Outcome
  /** Ends the process, and all that it has started. */
  readonly close: () => void
}

export type Functions = Readonly<Record<string, readonly [number, number]>>

export interface PythonOptions {
  /** The program that runs Python; `python3` unless said, or what LEMMATA_PYTHON names. */
  readonly python?: string
  /** The most seconds that a call may take, and loading the file. */
  readonly seconds?: number
}

/** What the process says of itself. */
interface Hello {
  readonly kind: 'hello'
  readonly python: string
  readonly numpy: string | null
  readonly functions?: Functions
  readonly failure?: Failure
}

const noAnswer: Answer = { kind: 'ended', traces: '', how: 'no answer', isLate: true }

// The thread that owns the process ends it before.
const patience = 60

/**
 * Starts Python with a file, in a process of its own, and waits until it is loaded. The file runs with the rights of whoever starts it:
 * this is no sandbox. A call that takes too long, or that ends the process, is an outcome like any other, and the next call runs in a new
 * process.
 */
export const openPython = (file: string, options: PythonOptions = {}): Python => {
  const { python = process.env['LEMMATA_PYTHON'] ?? 'python3', seconds = 5 } = options
  const { port1, port2 } = new MessageChannel()
  const answers = new Int32Array(new SharedArrayBuffer(4))
  const host = fileURLToPath(new URL('./host.py', import.meta.url))
  if (!existsSync(host)) refuse('input', 'python', 'the file host.py beside the modules of the package', 'none')
  const data: OwnerData = { python, host, file, seconds, port: port2, answers }
  const worker = new Worker(new URL('./owner.js', import.meta.url), { workerData: data, transferList: [port2] })
  worker.unref()
  // an answer that came too late would be taken for the next one
  let isLost = false

  const ask = (request: Uint8Array | 'begin' | 'close'): Answer => {
    if (isLost) return noAnswer
    const before = Atomics.load(answers, 0)
    port1.postMessage(request)
    // who was woken for the answer before this one waits again
    while (Atomics.load(answers, 0) === before) {
      if (Atomics.wait(answers, 0, before, (2 * seconds + patience) * 1000) !== 'timed-out') continue
      isLost = true
      void worker.terminate()
      return noAnswer
    }
    return (receiveMessageOnPort(port1) as { readonly message: Answer } | undefined)?.message ?? noAnswer
  }

  const close = (): void => {
    ask('close')
    void worker.terminate()
    port1.close()
  }

  const outcomeOf = (answer: Answer): Outcome | Hello => {
    switch (answer.kind) {
      case 'frame': return understood(answer.bytes)
      case 'no python': {
        close()
        return refuse('input', 'python', `a program ${python}; name one with --python or LEMMATA_PYTHON`, answer.reason)
      }
      case 'ended': return endedAt(answer, file, seconds)
    }
  }

  const hello = outcomeOf(ask('begin'))
  if (hello.kind !== 'hello') {
    return { file, version: '', numpy: '', functions: {}, failure: hello as Fault, call: () => hello, close }
  }
  const { python: version, numpy, functions = {}, failure } = hello
  if (numpy === null) {
    close()
    const remedy = 'install numpy, or name another program with --python'
    return refuse('input', 'python', `a ${python} that has numpy`, `Python ${version} without it; ${remedy}`)
  }
  let calls = 0
  return {
    file, version, numpy, functions, ...failure === undefined ? {} : { failure }, close,
    call: ({ name, of, arguments: given, names: named, results, keep }, seed = 0) => {
      calls += 1
      const request = frame(encode => ({
        id: calls, name, arguments: given.map(encode), names: named, results, keep, seed, limit: seconds,
        ...of === undefined ? {} : {
          of: {
            name: of.name, arguments: of.arguments.map(encode),
            set: Object.fromEntries(Object.entries(of.set).map(([key, value]) => [key, encode(value)]))
          }
        }
      }))
      return outcomeOf(ask(request)) as Outcome
    }
  }
}

/** An answer; whoever else writes into the pipes of the process makes one that cannot be read. */
const understood = (bytes: Uint8Array): Outcome | Hello => {
  try {
    const found = opened(bytes) as Outcome | Hello
    if (['hello', 'returned', 'raised'].includes(found.kind)) return found
  } catch (error) {
    if (!(error instanceof SyntaxError || error instanceof RangeError || error instanceof TypeError)) throw error
  }
  return { kind: 'died', line: null, how: 'it wrote into the pipes of its process' }
}

type Ended = Extract<Answer, { readonly kind: 'ended' }>

/** What the traces of a process that ended say: where it was, and whether its time was up. */
const endedAt = ({ traces, how, isLate }: Ended, file: string, seconds: number): Outcome => {
  const name = file.replace(/^.*[\\/]/, '')
  const frames = [...traces.matchAll(/File "([^"]*)", line (\d+)/g)]
  const line = frames.find(([, path = '']) => path.endsWith(name))?.[2]
  const at = line === undefined ? null : Number(line)
  if (isLate || traces.includes('Timeout (')) return { kind: 'hung', line: at, seconds }
  const fatal = /Fatal Python error: ([^\n]*)/.exec(traces)?.[1]
  return { kind: 'died', line: at, how: fatal ?? how }
}
