import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    /** An empty folder, for what test files share: it is there until all have ended. */
    readonly shared: string
  }
}

/** Before all test files; what is answered runs after them. */
const setup = ({ provide }: TestProject): (() => void) => {
  const folder = mkdtempSync(join(tmpdir(), 'lemmata-shared-'))
  provide('shared', folder)
  return () => { rmSync(folder, { recursive: true, force: true }) }
}

export default setup
