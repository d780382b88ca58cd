import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, posix } from 'node:path'
import { pathToFileURL } from 'node:url'
import ts from 'typescript'

// The sources as JavaScript in a folder of their own. A mutant is a second copy of the edited module and of whatever depends on it;
// everything else it imports from the first copy, which is loaded once.

const folders = ['src', 'properties', 'proofs-numeric']

const filesBelow = (root, folder) => readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
  .filter(entry => entry.isFile())
  .map(entry => posix.join(folder, entry.parentPath.slice(join(root, folder).length).replaceAll('\\', '/'), entry.name))

const isSource = file => file.endsWith('.ts') && !file.endsWith('.test.ts')
const compiled = file => file.replace(/\.ts$/, '.js')

export const toJavaScript = text => {
  const { outputText, diagnostics } = ts.transpileModule(text, {
    reportDiagnostics: true,
    compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext, verbatimModuleSyntax: true }
  })
  const [first] = diagnostics ?? []
  return { code: outputText, error: first === undefined ? null : ts.flattenDiagnosticMessageText(first.messageText, ' ') }
}

const importsOf = code => ts.preProcessFile(code, true, true).importedFiles.filter(({ fileName }) => fileName.startsWith('.'))

const write = (path, text) => {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, text)
}

/** Writes the first copy into a folder; gives the code of each module. */
export const writeBase = (root, base) => {
  const files = folders.flatMap(folder => filesBelow(root, folder))
  const modules = new Map(files.filter(isSource).map(file => [compiled(file), toJavaScript(readFileSync(join(root, file), 'utf8')).code]))
  for (const [file, code] of modules) write(join(base, file), code)
  for (const file of files.filter(name => name.endsWith('.json'))) cpSync(join(root, file), join(base, file))
  cpSync(join(root, 'package.json'), join(base, 'package.json'))
  return modules
}

const targetOf = (file, { fileName }) => posix.join(posix.dirname(file), fileName)

const closure = (edges, found, file) =>
  found.has(file) ? found : (edges.get(file) ?? []).reduce((seen, next) => closure(edges, seen, next), found.add(file))

const reversed = edges => {
  const back = new Map()
  for (const [file, targets] of edges) for (const target of targets) back.set(target, [...back.get(target) ?? [], file])
  return back
}

/** Writes those modules of a mutant that the module of its claim needs into its folder; tells the URL of that module. */
export const mutantWriter = (modules, base) => {
  const imports = new Map([...modules].map(([file, code]) => [file, importsOf(code)]))
  const targets = new Map([...imports].map(([file, found]) => [file, found.map(one => targetOf(file, one))]))
  const importers = reversed(targets)
  const baseUrl = file => pathToFileURL(join(base, file)).href
  const redirected = (file, code, found, own) => found.reduceRight((text, one) => {
    const target = targetOf(file, one)
    return own.has(target) ? text : `${text.slice(0, one.pos + 1)}${baseUrl(target)}${text.slice(one.end + 1)}`
  }, code)
  return (folder, edited, code, home) => {
    const needed = closure(targets, new Set(), home)
    const own = new Set([...closure(importers, new Set(), compiled(edited))].filter(file => needed.has(file)))
    for (const file of own) {
      const [text, found] = file === compiled(edited) ? [code, importsOf(code)] : [modules.get(file), imports.get(file)]
      write(join(folder, file), redirected(file, text, found, own))
    }
    return own.has(home) ? pathToFileURL(join(folder, home)).href : baseUrl(home)
  }
}

const claimsIn = async (base, file) => ({ file, claims: (await import(pathToFileURL(join(base, file)).href)).claims })

/** For the id of each claim the smallest module whose claims it is among. */
export const smallestHomes = rooms => new Map(rooms.filter(({ claims }) => Array.isArray(claims))
  .sort((a, b) => b.claims.length - a.claims.length)
  .flatMap(({ file, claims }) => claims.map(({ id }) => [id, file])))

export const homesOf = async (modules, base) => {
  const files = [...modules].filter(([, code]) => /^export const claims\b/m.test(code)).map(([file]) => file)
  return smallestHomes(await Promise.all(files.map(file => claimsIn(base, file))))
}
