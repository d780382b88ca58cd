import { existsSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import ts from 'typescript'
import { listOf } from './rows.mjs'

// For a claim without a mutant: the files that it is about, and the row that one of their lists lacks.

// What laws are written with: they are about something else, unless they use nothing else.
const tools = ['claim', 'prelude', 'definition', 'number', 'random', 'tensor']

const statementsOf = (root, file) => {
  const path = join(root, file)
  if (!existsSync(path)) return []
  return ts.createSourceFile(file, readFileSync(path, 'utf8'), ts.ScriptTarget.ES2022, true).statements
}

const targetOf = (file, { moduleSpecifier }) =>
  posix.join(posix.dirname(file), moduleSpecifier.text.replace(/\.js$/, '.ts'))

const valuesOf = elements => elements.filter(({ isTypeOnly }) => !isTypeOnly)
  .map(({ name, propertyName }) => (propertyName ?? name).text)

/** The modules of the project that a file imports, each with the names that it takes of it; none for a whole module. */
const importsOf = (root, file) => statementsOf(root, file).filter(ts.isImportDeclaration)
  .filter(({ importClause }) => importClause?.namedBindings !== undefined && !importClause.isTypeOnly)
  .filter(({ moduleSpecifier }) => moduleSpecifier.text.startsWith('.'))
  .map(statement => {
    const bindings = statement.importClause.namedBindings
    return { target: targetOf(file, statement), names: bindings.elements && valuesOf(bindings.elements) }
  })

/** Where the index of a room has a name from. */
const sourceOf = (root, index, name) => statementsOf(root, index).filter(ts.isExportDeclaration)
  .filter(({ exportClause }) => exportClause?.elements?.some(one => one.name.text === name))
  .map(statement => targetOf(index, statement))[0] ?? index

const roomOf = target => /^src\/(\w+)\/index\.ts$/.exec(target)?.[1]

/** The module of a claim, and those beside it that it is written in. */
const around = (root, found, file) => importsOf(root, file).map(({ target }) => target)
  .filter(target => !target.startsWith('src/') && !found.includes(target))
  .reduce((all, target) => all.includes(target) ? all : around(root, all, target), [...found, file])

const isTool = ({ target }) => tools.includes(roomOf(target))

/** What of the source a law is about: what has the name of its topic, or else all that its module takes of it. */
const subjectsOf = (root, home, id) => {
  const [topic] = id.split('/')
  const takenBy = file => importsOf(root, file).filter(({ target }) => roomOf(target) !== undefined)
  const all = around(root, [], home).flatMap(takenBy)
  const named = [...all.filter(one => !isTool(one)), ...all.filter(isTool)]
    .find(({ target, names }) => names?.includes(topic) ?? sourceOf(root, target, topic) !== target)
  if (named !== undefined) return [{ file: sourceOf(root, named.target, topic), name: topic }]
  const own = takenBy(home).filter(one => !isTool(one))
  const known = takenBy(home).filter(({ target }) => !['claim', 'prelude'].includes(roomOf(target)))
  const taken = own.length > 0 ? own : known
  return taken.flatMap(({ target, names }) => names === undefined
    ? [{ file: target.replace(/index\.ts$/, '….ts'), name: '…' }]
    : names.map(name => ({ file: sourceOf(root, target, name), name })))
}

/** What to do about a claim, of a module, that no mutant fails. */
export const adviceFor = (root, home, id) => {
  const found = home.startsWith('proofs-numeric/') ? [] : subjectsOf(root, home, id)
  const subjects = found.length > 0 ? found : [{ file: home, name: id }]
  const [{ file, name }] = subjects
  const list = listOf(file)
  const given = list.endsWith('/mutants.json') ? { file: posix.relative(posix.dirname(list), file) } : {}
  const row = Object.entries({ ...given, in: name, from: '…', to: '…', refutedBy: id, bug: '…' })
  const files = [...new Set(subjects.map(one => one.file))]
  const namesOf = one => subjects.filter(subject => subject.file === one).map(subject => subject.name).join(', ')
  return [
    `${id} of ${home} has no mutant: edit a term so that it fails,`,
    ...files.map(one => `  of ${namesOf(one)} in ${one}, listed in ${listOf(one)}`),
    `in a row { ${row.map(([key, value]) => `"${key}": "${value}"`).join(', ')} }`
  ].join('\n')
}
