import { join } from 'node:path'
import { rolldown } from 'rolldown'

// node scripts/shaken.mjs [DIST], a step of the build: puts what is used of fp-ts into dist/src/prelude/fp.js itself.
// Under Node fp-ts loads
// in a form from which nothing can be left out; every command and each of its threads would spend a third of its start on that.

const dist = process.argv[2] ?? join(import.meta.dirname, '..', 'dist')
const file = join(dist, 'src/prelude/fp.js')
const built = await rolldown({ input: file, cwd: dist, resolve: { alias: { 'fp-ts/lib': 'fp-ts/es6' } } })
await built.write({ file, minify: true })
