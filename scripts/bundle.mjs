// What a page in a browser has to load to judge a derivation: node scripts/bundle.mjs [FILE] bundles the rooms of numbers,
// notation and claims, and what judges a document, with all that they import, KaTeX's parser included and its fonts not,
// and fails where that is more than 250 kB after gzip. Claims of documents are no part of it.
import { writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { gzipSync } from 'node:zlib'
import { rolldown } from 'rolldown'

const root = resolve(import.meta.dirname, '..')
const rooms = ['number', 'notation', 'claim']
const ofCheck = ['check', 'summaryOf']
const most = 250_000

const index = room => JSON.stringify(join(root, 'src', room, 'index.ts'))
const exports = [
  ...rooms.map(room => `export * as ${room} from ${index(room)}`),
  `import { ${ofCheck.map(name => `${name} as its_${name}`).join(', ')} } from ${index('check')}`,
  `export const check = { ${ofCheck.map(name => `${name}: its_${name}`).join(', ')} }`
].join('\n')
const entry = {
  name: 'the rooms that are bundled',
  resolveId: id => (id === 'rooms' ? id : undefined),
  load: id => (id === 'rooms' ? exports : undefined)
}

const built = await rolldown({
  input: 'rooms', cwd: root, platform: 'browser', plugins: [entry],
  // fp-ts has a form for bundlers, of which they leave out what is not used; under Node the other one alone loads
  resolve: { alias: { 'fp-ts/lib': 'fp-ts/es6' }, extensionAlias: { '.js': ['.ts', '.js'] } },
  onLog: (level, log) => { throw new Error(`${level}: ${log.message}`) }
})
const { output: [{ code, moduleIds }] } = await built.generate({ format: 'iife', name: 'lemmata', minify: true })

const size = gzipSync(code, { level: 9 }).length
const [, , file] = process.argv
if (file !== undefined) writeFileSync(file, code)
const kB = bytes => `${(bytes / 1000).toFixed(1)} kB`
process.stdout.write(`${kB(size)} after gzip (${kB(code.length)} before, of ${moduleIds.length} modules); at most ${most / 1000} kB\n`)
process.exitCode = size <= most ? 0 : 1
