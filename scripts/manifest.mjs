import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, posix } from 'node:path'

// npm run manifest: writes proofs-numeric/manifest.ts, which lists what the folders hold. A folder with a ledger.json
// is a document, and each module in it that exports claims is judged. A page in Markdown with a lemmata block is such a
// module too: its text is written into circulants.page.ts beside it, so that judging it reads no file. What modules
// export as expressions and figures the command offers: offered.ts lists it apart, so that no claim need be loaded.

const room = join(import.meta.dirname, '..', 'proofs-numeric')

const filesBelow = folder => readdirSync(join(room, folder), { withFileTypes: true })
  .flatMap(entry => entry.isDirectory() ? filesBelow(posix.join(folder, entry.name)) : [posix.join(folder, entry.name)])
  .sort()

const exporting = name => file => file.endsWith('.ts') && !file.endsWith('.test.ts')
  && new RegExp(`^export const ${name}\\b`, 'm').test(readFileSync(join(room, file), 'utf8'))

const write = (name, text) => {
  const target = join(room, name)
  if (!existsSync(target) || readFileSync(target, 'utf8') !== text) writeFileSync(target, text)
}

const documents = readdirSync(room).filter(name => existsSync(join(room, name, 'ledger.json'))).sort()

const isPage = file => file.endsWith('.md') && posix.basename(file) !== 'README.md'
  && /^```lemmata/m.test(readFileSync(join(room, file), 'utf8'))

const moduleBeside = page => page.replace(/\.md$/, '.page.ts')

/** A page as a module: the ids of its claims begin with its document and its topic. */
const moduleOf = page => {
  const [document, topic] = page.replace(/\.md$/, '').split('/').filter(part => part !== 'code')
  const { title } = JSON.parse(readFileSync(join(room, document, 'ledger.json'), 'utf8'))
  const text = readFileSync(join(room, page), 'utf8').replaceAll('\r\n', '\n')
  const about = { id: `${document}/${topic}`, source: title }
  const up = '../'.repeat(page.split('/').length)
  return `// Written by npm run manifest from ${posix.basename(page)}; git ignores it.
import { claimsOfDocument } from '${up}src/check/index.js'
import type { Claim } from '${up}src/claim/index.js'

export const claims: ReadonlyArray<Claim> = claimsOfDocument(${JSON.stringify(text)}, ${JSON.stringify(about)})
`
}

const pages = documents.flatMap(filesBelow).filter(isPage)
for (const page of pages) write(moduleBeside(page), moduleOf(page))
const written = pages.map(moduleBeside)
const left = documents.flatMap(filesBelow).filter(file => file.endsWith('.page.ts') && !written.includes(file))
for (const file of left) rmSync(join(room, file))

// What a document states about code comes after the proofs that it needs.
const isOfCode = file => file.split('/')[1] === 'code'
// Its experiments are no claims: the command trains them by name.
const isExperiment = file => file.split('/')[1] === 'experiments'
const all = documents.map(folder => filesBelow(folder).filter(file => !isExperiment(file)))
  .flatMap(found => [...found.filter(file => !isOfCode(file)), ...found.filter(isOfCode)])
const files = all.filter(exporting('claims'))

const imported = (name, from) => from.map((file, k) =>
  `import { ${name} as ${name}${k} } from './${file.replace(/\.ts$/, '.js')}'`)

const manifest = `// Written by npm run manifest from the folders of the documents; git ignores it.
import type { Claim } from '../src/claim/index.js'
${imported('claims', files).join('\n')}

/** The folders of the documents. */
export const documents: ReadonlyArray<string> = [${documents.map(name => `'${name}'`).join(', ')}]

/** Each module of a document, with what it claims. */
export const modules: ReadonlyArray<{ readonly file: string; readonly claims: ReadonlyArray<Claim> }> = [
${files.map((file, k) => `  { file: 'proofs-numeric/${file}', claims: claims${k} }`).join(',\n')}
]
`

const [expressions, figures] = ['expressions', 'figures'].map(name => all.filter(exporting(name)))

const offered = `// Written by npm run manifest from the folders of the documents; git ignores it.
import type { NamedExpression } from '../src/expression/index.js'
import type { Figure } from '../src/claim/index.js'
${[...imported('expressions', expressions), ...imported('figures', figures)].join('\n')}

/** The formulas that the documents differentiate by hand, each usable by name. */
export const expressions: ReadonlyArray<NamedExpression> = [
  ${expressions.map((_, k) => `...expressions${k}`).join(', ')}
]

/** The plots that go with the claims. */
export const figures = (): ReadonlyArray<Figure> => [${figures.map((_, k) => `...figures${k}()`).join(', ')}]
`

const experiments = documents.flatMap(filesBelow).filter(file => isExperiment(file) && exporting('experiment')(file))

const studies = `// Written by npm run manifest from the folders of the documents; git ignores it.
import type { Study } from '../src/study/index.js'

/** The experiments of the documents, by name, each loaded when it is asked for. */
export const studies: Readonly<Record<string, () => Promise<{ readonly experiment: Study }>>> = {
${experiments.map(file =>
  `  '${posix.basename(file, '.ts')}': () => import('./${file.replace(/\.ts$/, '.js')}')`).join(',\n')}
}
`

write('manifest.ts', manifest)
write('studies.ts', studies)
write('offered.ts', offered)
