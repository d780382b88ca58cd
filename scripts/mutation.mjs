import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'

// npm run mutation [-- number|claim|judges ...]: every small change of a room's source, one at a time, beside the tests of that room; what
// these do not notice once more beside the statements on trial and the suites of laws. Prints what no test noticed, and fails where that is
// too much. It goes a few files at a time: what is known of them is kept in out/mutation until they or their tests change, so that a run
// which was ended goes on where it was.

const trial = 'test/trial/statements.test.ts'
const rooms = [
  {
    name: 'number', source: 'src/number', testFolder: 'test/number', share: 0.8,
    tests: [
      ['test/number/{arrays,duals,elementaryRules,fractions,machine,nearestDouble,rank,rational,symbolic,systems,undefined}.test.ts'],
      ['test/number/{assumptions,atDouble,ball,elementary,fixedPoint,interval}.test.ts']
    ]
  },
  { name: 'claim', source: 'src/claim', testFolder: 'test/claim', share: 0.9, tests: [['test/claim/**/*.test.ts'], [trial]] },
  {
    name: 'judges', source: 'properties/judges', testFolder: 'test/properties/judges', share: 0.9,
    tests: [
      ['test/properties/judges/*.test.ts', 'test/properties/sharpness.test.ts'],
      ['test/properties/{withoutDefinition,wrong*}.test.ts', trial]
    ]
  }
]

const root = join(import.meta.dirname, '..')
const out = join(root, 'out', 'mutation')
const command = join(root, 'node_modules', '@stryker-mutator', 'core', 'bin', 'stryker.js')

const isUnseen = ({ status }) => status === 'Survived' || status === 'NoCoverage'
const isCounted = change => isUnseen(change) || change.status === 'Killed' || change.status === 'Timeout'

/** The changes in these parts of the source, and whether a test noticed. */
const tried = (name, parts, tests) => {
  const [config, report] = ['config.json', 'report.json'].map(kind => join(out, `${name}.${kind}`))
  writeFileSync(config, JSON.stringify({
    testRunner: 'vitest', plugins: ['@stryker-mutator/vitest-runner'], vitest: { configFile: 'vitest.mutation.config.ts' },
    mutate: parts, ignorePatterns: ['out', 'dist', 'docs', 'bench'], tempDirName: join(out, name), reporters: ['progress', 'html', 'json'],
    htmlReporter: { fileName: join(out, `${name}.html`) }, jsonReporter: { fileName: report }, timeoutMS: 15_000,
    concurrency: availableParallelism()
  }))
  const { status } = spawnSync(process.execPath, [command, 'run', config],
    { cwd: root, stdio: 'inherit', env: { ...process.env, MUTATION_TESTS: tests.join(' ') } })
  if (status !== 0) throw new Error(`the changes of ${name} could not be tried`)
  return Object.entries(JSON.parse(readFileSync(report, 'utf8')).files).flatMap(([file, { source, mutants }]) => {
    const lines = source.split('\n').map(line => line.trim())
    return mutants.map(({ location, replacement = '', status }) =>
      ({ file, location, replacement, status, line: lines[location.start.line - 1] }))
  })
}

const keyOf = ({ file, location, replacement }) => JSON.stringify([file, location, replacement])

// As the tool reads them, columns count from 0; as it reports them, from 1.
const partOf = ({ file, location: { start, end } }) => `${file}:${start.line}:${start.column - 1}-${end.line}:${end.column - 1}`

/** The changes of some files, after their tests and those that come second. */
const judged = (name, files, [first, ...others]) => others.reduce((changes, tests, k) => {
  const unseen = changes.filter(isUnseen)
  if (unseen.length === 0) return changes
  const again = new Map(tried(`${name}-${k + 2}`, [...new Set(unseen.map(partOf))], tests).map(change => [keyOf(change), change]))
  return changes.map(change => isUnseen(change) ? again.get(keyOf(change)) ?? change : change)
}, tried(name, files, first))

const filesIn = folder => readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
  .filter(entry => entry.isFile() && entry.name.endsWith('.ts')).map(entry => join(entry.parentPath, entry.name).slice(root.length + 1)).sort()

/** The same, unless it is known from before: for as long as neither the files nor anything in the folder of their tests has changed. */
const known = (name, files, { tests, testFolder }) => {
  const hash = createHash('sha256')
  for (const file of [...files, ...filesIn(testFolder)]) hash.update(readFileSync(join(root, file)))
  const kept = join(out, `${name}.${hash.digest('hex').slice(0, 16)}.known.json`)
  if (!existsSync(kept)) writeFileSync(kept, JSON.stringify(judged(name, files, tests)))
  return JSON.parse(readFileSync(kept, 'utf8'))
}

const atOnce = 5

const changesOf = ({ name, source, ...room }) => {
  const files = filesIn(source)
  return Array.from({ length: Math.ceil(files.length / atOnce) }, (_, k) =>
    known(`${name}.${k + 1}`, files.slice(k * atOnce, (k + 1) * atOnce), room)).flat()
}

mkdirSync(out, { recursive: true })
const wanted = process.argv.slice(2)
const enough = rooms.filter(({ name }) => wanted.length === 0 || wanted.includes(name)).map(room => {
  const changes = changesOf(room).filter(isCounted)
  const unseen = changes.filter(isUnseen)
  const share = 1 - unseen.length / changes.length
  for (const { file, location, line, replacement } of unseen) console.log(`${file}:${location.start.line}: ${line}\n    ->  ${replacement}`)
  console.log(`${room.name}: ${(100 * share).toFixed(1)} % of ${changes.length} changes noticed, ${unseen.length} not; ${100 * room.share} % asked`)
  writeFileSync(join(out, `${room.name}.unseen.json`), JSON.stringify(unseen, null, 1))
  return share >= room.share
})
process.exitCode = enough.every(Boolean) ? 0 : 1
