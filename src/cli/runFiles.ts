import {
  appendFileSync, closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, rmSync, truncateSync,
  writeFileSync
} from 'node:fs'
import { join } from 'node:path'
import { isLeft } from '../prelude/index.js'
import type { Solver, Solving } from '../solver/index.js'
import { makeFolder } from './outputFile.js'
import { misuse } from './UsageError.js'

/** The two files of a training: what it takes to go on, and a line of JSON for each step. */
export interface RunFiles {
  /** What is kept of an earlier run, if anything is. */
  readonly kept: (solver: Solver) => Solving | undefined
  /** Keeps these lines, and then that the training has come so far. */
  readonly keep: (lines: ReadonlyArray<string>, checkpoint: Uint8Array) => void
}

/**
 * The files of a training. A crash at any moment leaves a checkpoint that is whole: a new one is written beside it, and takes its place
 * when it is on the disk. Metrics are written before; what is there beyond the checkpoint is cut off when the training goes on.
 */
export const runFiles = (folder: string, name: string): RunFiles => {
  makeFolder(folder)
  const [checkpoint, metrics] = [join(folder, `${name}.safetensors`), join(folder, `${name}.jsonl`)]
  return {
    kept: solver => {
      if (!existsSync(checkpoint)) {
        rmSync(metrics, { force: true })
        return undefined
      }
      const restored = solver.restore(new Uint8Array(readFileSync(checkpoint)))
      if (isLeft(restored)) return misuse(`${checkpoint} does not fit this experiment (${restored.left.message}); leave out --resume to begin anew`)
      cutAfter(metrics, restored.right.training.step)
      return restored.right
    },
    keep: (lines, bytes) => {
      onDisk(metrics, 'a', lines.join(''))
      writeWhole(checkpoint, bytes)
    }
  }
}

/** Puts a file in the place of another at once. */
export const writeWhole = (file: string, content: Uint8Array | string): void => {
  const beside = `${file}.new`
  onDisk(beside, 'w', content)
  renameSync(beside, file)
}

const onDisk = (file: string, mode: 'a' | 'w', content: Uint8Array | string): void => {
  const descriptor = openSync(file, mode)
  try {
    appendFileSync(descriptor, content)
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}

/** Leaves the lines of the steps up to one; the last may be cut in two by a crash. */
const cutAfter = (metrics: string, step: number): void => {
  const bytes = existsSync(metrics) ? readFileSync(metrics) : Buffer.alloc(0)
  let [end, lines] = [0, 0]
  while (lines < step) {
    const next = bytes.indexOf(lineFeed, end)
    if (next < 0) return misuse(`${metrics} has ${lines} of ${step} steps; leave out --resume to begin anew`)
    ;[end, lines] = [next + 1, lines + 1]
  }
  if (end < bytes.length) truncateSync(metrics, end)
}

const lineFeed = 10

/** Empties a folder of an earlier run, or makes it. */
export const freshFolder = (folder: string): void => {
  rmSync(folder, { recursive: true, force: true })
  makeFolder(folder)
}

export const writeText = (file: string, text: string): void => { writeFileSync(file, text) }
