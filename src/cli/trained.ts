import { orThrow } from '../prelude/index.js'
import { jsonLine, type Solved, type SolverStep } from '../solver/index.js'
import type { TrainingRequest } from '../study/index.js'
import type { Interruption } from './interrupt.js'
import type { Io } from './Io.js'
import { bar, progress } from './progress.js'
import type { RunFiles } from './runFiles.js'

/** How one training is watched. */
export interface Watching {
  readonly io: Io
  readonly signal: Interruption
  readonly resume: boolean
  readonly printEvery?: number
}

// It is written down how far a training has come every two seconds; where that takes long, a twentieth of the time is spent on it.
const keptEach = 2000
const share = 1 / 20

/** Runs a training to its end, keeping on disk how far it has come; undefined where it was interrupted. */
export const runTraining = async (
  { name, solver, seed }: TrainingRequest, files: RunFiles, { io, signal, resume, printEvery }: Watching
): Promise<Solved | undefined> => {
  const from = (resume ? files.kept(solver) : undefined) ?? orThrow(solver.begin(seed))
  const shown = progress(io)
  const began = performance.now()
  let [solving, lines, keepNext] = [from, [] as Array<string>, began + keptEach]
  const keep = (): void => {
    const before = performance.now()
    files.keep(lines, solver.checkpoint(solving))
    const now = performance.now()
    ;[lines, keepNext] = [[], now + Math.max(keptEach, (now - before) / share)]
  }
  try {
    for (const event of solver.events(from)) {
      lines.push(jsonLine(event))
      if (event.tag === 'diverged') {
        keep()
        return event
      }
      solving = event.solving
      if (printEvery !== undefined && event.step % printEvery === 0) io.err(`${name}: ${line(event, solver.steps)}\n`)
      const now = performance.now()
      if (now > keepNext) keep()
      if (io.interactive) {
        shown.show(drawn(name, event, solver.steps, (now - began) / (event.step - from.training.step)))
      }
      await signal.pause()
      if (signal.stopped()) break
    }
  } finally {
    shown.clear()
  }
  keep()
  return solving.training.step < solver.steps ? undefined : { tag: 'finished', solving }
}

const line = ({ step, epoch, learningRate, loss, solving }: SolverStep, steps: number): string => {
  const last = solving.checks.at(-1)
  const accuracy = last === undefined ? '' : `, accuracy ${last.training.toFixed(3)} / ${last.validation.toFixed(3)}`
  return `step ${step} of ${steps}, epoch ${epoch}, rate ${learningRate.toPrecision(3)}, loss ${loss.toPrecision(4)}${accuracy}`
}

const drawn = (name: string, event: SolverStep, steps: number, perStep: number): string => {
  const left = Math.ceil((steps - event.step) * perStep / 1000)
  const { learningRate, loss, solving: { checks } } = event
  const accuracy = checks.length === 0 ? '' : `  accuracy ${checks.at(-1)!.validation.toFixed(3)}`
  return `${bar(event.step / steps, 16)} ${name}  rate ${learningRate.toPrecision(2)}  loss ${loss.toPrecision(3)}${accuracy}  ${left} s left`
}
