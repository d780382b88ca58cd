import { defineConfig, type ViteUserConfig } from 'vitest/config'

// Where .ci/run wants a report of the tests to count.
const report = process.env['TEST_REPORT']

interface Suite {
  readonly test: { name: string; include: Array<string>; testTimeout: number; hookTimeout: number }
}

const suite = (name: string): Suite =>
  ({ test: { name, include: [`${name}/**/*.test.ts`], testTimeout: 60_000, hookTimeout: 180_000 } })

const config: ViteUserConfig = defineConfig({
  test: {
    // both cores of a small machine: by default one is left free
    maxWorkers: '100%',
    // what is imported is pure: a worker loads it once for all of its files
    isolate: false,
    globalSetup: 'test/cli/shared.ts',
    projects: [suite('test'), suite('properties'), suite('proofs-numeric')],
    reporters: report === undefined ? ['default'] : ['default', ['json', { outputFile: report }]]
  }
})

export default config
