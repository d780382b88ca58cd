import { defineConfig, type ViteUserConfig } from 'vitest/config'

const config: ViteUserConfig = defineConfig({
  test: {
    projects: [
      { test: { name: 'test', include: ['test/**/*.test.ts'], testTimeout: 60_000 } },
      { test: { name: 'properties', include: ['properties/**/*.test.ts'], testTimeout: 60_000 } },
      { test: { name: 'proofs-numeric', include: ['proofs-numeric/**/*.test.ts'], testTimeout: 60_000 } }
    ]
  }
})

export default config
