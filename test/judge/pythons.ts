import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'

/** A program that runs Python, and the version of its numpy. */
export interface PythonHere {
  readonly python: string
  readonly numpy: string
}

const candidates = [process.env['LEMMATA_PYTHON'] ?? 'python3', 'python3', '/usr/bin/python3']

/** The Pythons of this machine that have numpy, one for each version of numpy. */
const pythons: ReadonlyArray<PythonHere> = candidates.reduce<ReadonlyArray<PythonHere>>((found, python) => {
  const { status, stdout } = spawnSync(python, ['-c', 'import numpy; print(numpy.__version__)'], { encoding: 'utf8' })
  const numpy = status === 0 ? stdout.trim() : ''
  return numpy === '' || found.some(each => each.numpy === numpy) ? found : [...found, { python, numpy }]
}, [])

/** Tests that need numpy: left out with a message where no Python has it, which is a failure where CI says so. */
export const withNumpy = (tests: (all: ReadonlyArray<PythonHere>) => void): void => {
  if (pythons.length > 0) tests(pythons)
  else if (process.env['CI'] !== undefined) test('a Python that has numpy', () => { expect(pythons).not.toEqual([]) })
  else test.skip('no Python here has numpy: install python3-numpy, or name one with LEMMATA_PYTHON', () => {})
}
