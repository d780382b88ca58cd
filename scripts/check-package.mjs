import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

// npm run check:package: packs the package, checks the tarball, and uses it from empty projects as a stranger would.

const root = join(import.meta.dirname, '..')
const { name, version, exports } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
const modules = Object.keys(exports).filter(path => path !== './package.json').map(path => name + path.slice(1))
const folder = mkdtempSync(join(tmpdir(), 'check-package-'))

// npm names itself to the scripts that it runs; started by its own file it needs no shell.
const npmFile = process.env.npm_execpath
const [npmCommand, npmArguments] = npmFile === undefined ? ['npm', []] : [process.execPath, [npmFile]]

const run = (command, args, cwd) => {
  const { status, stdout, stderr, error } = spawnSync(command, args, { cwd, encoding: 'utf8' })
  return { ok: status === 0, stdout: stdout ?? '', said: `${stdout ?? ''}${stderr ?? ''}${error ?? ''}` }
}
const node = (args, cwd) => run(process.execPath, args, cwd)
const npm = (args, cwd) => run(npmCommand, [...npmArguments, ...args], cwd)
const tool = path => join(root, 'node_modules', path)

const results = []
const check = (what, { ok, said }) => {
  results.push(ok)
  console.log(`${ok ? 'ok    ' : 'FAILED'}  ${what}`)
  if (!ok) console.log(said.replace(/^/gm, '        '))
  return ok
}

/** An empty project with the tarball as its one dependency. */
const project = (title, tarball) => {
  const cwd = join(folder, title)
  mkdirSync(cwd)
  writeFileSync(join(cwd, 'package.json'), JSON.stringify({ name: title, private: true, type: 'module' }))
  check(`${title}: npm install ${name}-${version}.tgz`, npm(['install', '--prefer-offline', '--no-audit', '--no-fund', tarball], cwd))
  return cwd
}

const typed = (title, tarball, module, moduleResolution) => {
  const cwd = project(title, tarball)
  const compilerOptions = {
    strict: true, noEmit: true, skipLibCheck: false, target: 'ES2022', lib: ['ES2023'], types: [], module, moduleResolution
  }
  writeFileSync(join(cwd, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['main.ts'] }))
  writeFileSync(join(cwd, 'main.ts'), [
    ...modules.map((path, k) => `import * as m${k} from '${path}'`),
    `export const names: ReadonlyArray<string> = [${modules.map((_, k) => `m${k}`).join(', ')}].flatMap(Object.keys)`
  ].join('\n'))
  check(`${title}: every subpath compiles, without skipLibCheck`, node([tool('typescript/bin/tsc'), '-p', '.'], cwd))
}

const imports = (path, cwd) =>
  node(['--input-type=module', '--eval', `if (Object.keys(await import('${path}')).length === 0) throw new Error('exports nothing')`], cwd)

const untyped = tarball => {
  const cwd = project('plain-javascript', tarball)
  for (const path of modules) check(`plain-javascript: import '${path}'`, imports(path, cwd))
  const lemmata = (...args) => npm(['exec', '--offline', '--', name, ...args], cwd)
  const printed = lemmata('--version')
  check('plain-javascript: npx lemmata --version', { ...printed, ok: printed.ok && printed.stdout.includes(version) })
  const help = lemmata('--help')
  check('plain-javascript: npx lemmata --help', { ...help, ok: help.ok && help.stdout.includes('verify') })
  check('plain-javascript: npx lemmata verify sgd', lemmata('verify', 'sgd', '--runs', '100'))
  for (const heavy of ['mathjs', 'katex', 'fast-check']) rmSync(join(cwd, 'node_modules', heavy), { recursive: true, force: true })
  check(`plain-javascript: import '${name}' where mathjs, katex and fast-check are not installed`, imports(name, cwd))
}

try {
  const packed = npm(['pack', '--json', '--pack-destination', folder], root)
  if (check('npm pack', packed)) {
    const tarball = join(folder, `${name}-${version}.tgz`)
    check('publint', node([tool('publint/src/cli.js'), 'run', tarball, '--strict'], root))
    check('attw', node([tool('@arethetypeswrong/cli/dist/index.js'), tarball, '--profile', 'esm-only', '--format', 'ascii'], root))
    typed('node16', tarball, 'node16', 'node16')
    typed('bundler', tarball, 'esnext', 'bundler')
    untyped(tarball)
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}

const failed = results.filter(ok => !ok).length
console.log(`\n${results.length - failed} of ${results.length} checks of the package passed`)
process.exitCode = failed === 0 ? 0 : 1
