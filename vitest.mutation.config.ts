import { defineConfig, type ViteUserConfig } from 'vitest/config'

// The tests that stand over the room that scripts/mutation.mjs mutates. One worker keeps its modules from file to file: the tests are pure.
const files = process.env['MUTATION_TESTS'] ?? 'test/{claim,number,properties,trial}/**/*.test.ts'

const config: ViteUserConfig = defineConfig({
  test: { include: files.split(' '), testTimeout: 60_000, isolate: false, fileParallelism: false }
})

export default config
