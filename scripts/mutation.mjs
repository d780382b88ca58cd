import { spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

// npm run mutation [-- number|claim|judges ...]: every small change of a room's source, one at a time, beside the tests of that room.
// What no test notices is in out/mutation/<room>.html. Fails below the share of changes that each room's tests must notice.

const rooms = [
  { name: 'number', source: 'src/number/**/*.ts', tests: ['test/number/**/*.test.ts'], share: 80 },
  { name: 'claim', source: 'src/claim/**/*.ts', tests: ['test/claim/**/*.test.ts', 'test/trial/statements.test.ts'], share: 90 },
  {
    name: 'judges', source: 'properties/judges/**/*.ts', share: 90,
    tests: ['test/properties/{judges/*,inAnyOrder,sharpness,withoutDefinition,wrong*}.test.ts', 'test/trial/statements.test.ts']
  }
]

const root = join(import.meta.dirname, '..')
const out = join(root, 'out', 'mutation')
mkdirSync(out, { recursive: true })

const wanted = process.argv.slice(2)
const failed = rooms.filter(({ name }) => wanted.length === 0 || wanted.includes(name)).filter(({ name, source, tests, share }) => {
  const config = join(out, `${name}.config.json`)
  writeFileSync(config, JSON.stringify({
    testRunner: 'vitest', plugins: ['@stryker-mutator/vitest-runner'], vitest: { configFile: 'vitest.mutation.config.ts' },
    mutate: [source], ignorePatterns: ['out', 'dist', 'docs', 'bench'], tempDirName: `out/mutation/${name}`,
    reporters: ['clear-text', 'progress', 'html', 'json'], clearTextReporter: { logTests: false, reportTests: false },
    htmlReporter: { fileName: `out/mutation/${name}.html` }, jsonReporter: { fileName: `out/mutation/${name}.json` },
    incremental: true, incrementalFile: `out/mutation/${name}.incremental.json`,
    timeoutMS: 15_000, thresholds: { high: 95, low: share, break: share }
  }))
  const stryker = join(root, 'node_modules', '@stryker-mutator', 'core', 'bin', 'stryker.js')
  const { status } = spawnSync(process.execPath, [stryker, 'run', config], { cwd: root, stdio: 'inherit', env: { ...process.env, MUTATION_TESTS: tests.join(' ') } })
  return status !== 0
})
process.exitCode = failed.length === 0 ? 0 : 1
