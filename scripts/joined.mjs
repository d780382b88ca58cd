import { readdirSync } from 'node:fs'
import { join, posix } from 'node:path'
import { rolldown } from 'rolldown'

// node scripts/joined.mjs [DIST], a step of the build: puts the rooms that judge, hundreds of small files, into four. Each file stays where
// it was and passes on what these have, so that however a module is reached, it is there once. dist/src/shared.js is what the command
// itself loads before it judges, dist/src/numbers.js what layers and models need too, dist/src/claims.js what a claim needs that is not
// written in TeX, dist/src/judge.js the rest. What is used of fp-ts is in them: under Node it loads in a form from which nothing can be
// left out.

const dist = process.argv[2] ?? join(import.meta.dirname, '..', 'dist')
const rooms = ['prelude', 'number', 'notation', 'claim', 'check'].map(room => `src/${room}`)

const external = id => !/^[./]|^[A-Z]:|^fp-ts\//.test(id)
const options = { cwd: dist, platform: 'node', external, resolve: { alias: { 'fp-ts/lib': 'fp-ts/es6' } } }

/** Every module that these import, without what they load later. */
const loadedBy = async files => {
  const notLater = { name: 'not later', resolveDynamicImport: id => ({ id: String(id), external: true }) }
  const built = await rolldown({ ...options, input: files, treeshake: false, plugins: [notLater] })
  const { output } = await built.generate()
  return new Set(output.flatMap(({ moduleIds }) => moduleIds))
}

const modulesBelow = folder => readdirSync(join(dist, folder), { withFileTypes: true })
  .flatMap(entry => entry.isDirectory() ? modulesBelow(posix.join(folder, entry.name))
    : [posix.join(folder, entry.name)])
  .filter(file => file.endsWith('.js'))

const early = await loadedBy(['main', 'verified', 'worker'].map(name => join(dist, 'src/cli', `${name}.js`)))
const input = Object.fromEntries(rooms.flatMap(modulesBelow).map(file => [file.slice(0, -'.js'.length), join(dist, file)]))
const built = await rolldown({ ...options, input, preserveEntrySignatures: 'strict' })
await built.write({
  dir: dist, entryFileNames: '[name].js', chunkFileNames: 'src/[name].js',
  codeSplitting: { groups: [
    { name: 'shared', test: id => early.has(id) || id.includes('fp-ts'), priority: 2 },
    { name: 'numbers', test: /[/\\]src[/\\]number[/\\]/, priority: 1 },
    { name: 'claims', test: /[/\\]src[/\\]claim[/\\]/, priority: 1 },
    { name: 'judge', test: /./ }
  ] }
})
