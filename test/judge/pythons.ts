import { spawnSync } from 'node:child_process'

/** The Pythons of this machine that can import numpy, one for each pair of versions: what LEMMATA_PYTHON names, and those that are usual. */
export const pythons = (): ReadonlyArray<string> => {
  const found = [process.env['LEMMATA_PYTHON'], 'python3', '/usr/bin/python3'].flatMap(program => {
    const versions = program === undefined ? undefined : versionsOf(program)
    return program === undefined || versions === undefined ? [] : [{ program, versions }]
  })
  return found.filter(({ versions }, k) => found.findIndex(each => each.versions === versions) === k).map(({ program }) => program)
}

/** "3.11.2 1.24.2", or nothing where there is no such program, or no numpy in it. */
const versionsOf = (program: string): string | undefined => {
  const { status, stdout } = spawnSync(program, ['-c', 'import sys, numpy; print(sys.version.split()[0], numpy.__version__)'], {
    encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore']
  })
  return status === 0 ? stdout.trim() : undefined
}

/** Where a test needs numpy and there is none: it is skipped, and fails where CI is set. */
export const noNumpy = 'no Python with numpy: LEMMATA_PYTHON, python3 and /usr/bin/python3 were tried'

/** Whether tests that need numpy are skipped. */
export const isSkipped = (found: ReadonlyArray<string>): boolean => found.length === 0 && process.env['CI'] === undefined
