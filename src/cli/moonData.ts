import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Points, readMat } from '../data/index.js'
import { attempt, isLeft, refuse } from '../prelude/index.js'
import { misuse } from './UsageError.js'

/** Two sets of points from the MATLAB files of a folder, one with train in its name and one with val: X, and their labels Y, -1 and 1. */
export const readMoons = (folder: string): { readonly points: Points; readonly validation: Points } => {
  const files = orMisuse(`--data ${folder}`, () => readdirSync(folder)).filter(name => name.endsWith('.mat'))
  const setOf = (kind: string): Points => {
    const [file, ...more] = files.filter(name => name.includes(kind))
    return file === undefined || more.length > 0
      ? misuse(`--data ${folder} must have one file *${kind}*.mat, has ${files.length === 0 ? 'no .mat file' : files.join(', ')}`)
      : pointsIn(join(folder, file))
  }
  return { points: setOf('train'), validation: setOf('val') }
}

const pointsIn = (file: string): Points => {
  const bytes = orMisuse(file, () => readFileSync(file))
  const read = attempt((): Points => {
    const { X, Y } = readMat(new Uint8Array(bytes), ['X', 'Y'])
    const [count = 0] = X.shape
    const labels = Array.from(Y.data)
    if (X.shape.length !== 2 || X.shape[1] !== 2) refuse('shape', 'X', 'a row of two coordinates for each point', `shape (${X.shape.join(', ')})`)
    if (labels.length !== count || count === 0) refuse('shape', 'Y', `a label for each of ${count} points`, `${labels.length}`)
    const strange = labels.find(label => label !== -1 && label !== 1)
    if (strange !== undefined) refuse('domain', 'Y', 'the labels -1 and 1', `${strange}`)
    return { x: X, labels }
  })
  return isLeft(read) ? misuse(`${file}: ${read.left.message}`) : read.right
}

const orMisuse = <A>(what: string, read: () => A): A => {
  try {
    return read()
  } catch (error) {
    return misuse(`${what} cannot be read (${(error as NodeJS.ErrnoException).code ?? String(error)})`)
  }
}
