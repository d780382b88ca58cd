import { defineConfig, type ViteUserConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

// The tests that stand over the room that scripts/mutation.mjs mutates. One worker keeps its modules from file to file: the tests are pure.
const files = process.env['MUTATION_TESTS'] ?? 'test/{claim,number,properties,trial}/**/*.test.ts'

// In the order of names: the tests of a file by itself come before those of whole suites and the trial, and the first failure ends the run.
class ByName extends BaseSequencer {
  override sort(found: Array<TestSpecification>): Promise<Array<TestSpecification>> {
    return Promise.resolve([...found].sort((a, b) => (a.moduleId < b.moduleId ? -1 : 1)))
  }
}

const config: ViteUserConfig = defineConfig({
  test: {
    include: files.split(' '), globalSetup: 'test/cli/shared.ts', testTimeout: 60_000, isolate: false, fileParallelism: false,
    sequence: { sequencer: ByName }
  }
})

export default config
