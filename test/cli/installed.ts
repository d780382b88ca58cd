import { execFileSync, spawn } from 'node:child_process'
import {
  copyFileSync, cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync,
  writeFileSync
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import ts from 'typescript'
import { inject } from 'vitest'

/** The package as somebody has it installed, made from these sources in a folder of its own. */
export interface Installed {
  readonly folder: string
  /** Runs the command there. */
  readonly lemmata: (args: ReadonlyArray<string>, options?: Options) => Promise<Ended>
  /** Runs a line in a shell that finds the command by its name. */
  readonly shell: (line: string) => Promise<Ended>
  readonly remove: () => void
}

export interface Ended {
  readonly code: number | null
  readonly out: string
  readonly err: string
  readonly milliseconds: number
  /** From the interruption to the end. */
  readonly afterInterrupt: number
}

const root = resolve(import.meta.dirname, '../..')

export const install = (modules: Readonly<Record<string, string>>): Installed => {
  const folder = mkdtempSync(join(tmpdir(), 'lemmata-'))
  copyFileSync(join(root, 'package.json'), join(folder, 'package.json'))
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction')
  cpSync(built(), join(folder, 'dist'), { recursive: true })
  for (const [name, text] of Object.entries(modules)) writeFileSync(join(folder, name), text)
  const main = join(folder, 'dist/src/cli/main.js')
  mkdirSync(join(folder, 'bin'))
  writeFileSync(join(folder, 'bin/lemmata'), `#!/bin/sh\nexec '${process.execPath}' '${main}' "$@"\n`, { mode: 0o755 })
  const path = `${join(folder, 'bin')}:${process.env['PATH'] ?? ''}`
  return {
    folder,
    lemmata: (args, options) => run(process.execPath, [main, ...args], folder, path, options),
    shell: line => run('sh', ['-c', line], folder, path),
    remove: () => { rmSync(folder, { recursive: true, force: true }) }
  }
}

/** The folder of what is built, which the first test file that wants it builds, and the others wait for. */
const built = (): string => {
  const [folder, ready] = ['built', 'ready'].map(name => join(inject('shared'), name)) as [string, string]
  if (isFirst(folder)) {
    try {
      build(folder)
    } finally {
      mkdirSync(ready)
    }
  }
  while (!existsSync(ready)) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 50)
  return join(folder, 'dist')
}

const build = (folder: string): void => {
  copyFileSync(join(root, 'package.json'), join(folder, 'package.json'))
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction')
  const dist = join(folder, 'dist')
  for (const room of ['src', 'properties', 'proofs-numeric']) compileFolder(room, dist)
  for (const step of ['joined', 'catalogue']) execFileSync(process.execPath, [join(root, `scripts/${step}.mjs`), dist])
}

/** Whether nobody has made this folder before. */
const isFirst = (folder: string): boolean => {
  try {
    mkdirSync(folder)
    return true
  } catch {
    return false
  }
}

// The types are checked elsewhere: here each file is translated by itself, which is quick.
const compileFolder = (room: string, target: string): void => {
  for (const entry of readdirSync(join(root, room), { recursive: true, withFileTypes: true })) {
    const from = join(entry.parentPath, entry.name)
    const to = join(target, from.slice(root.length))
    mkdirSync(dirname(to), { recursive: true })
    if (/\.(json|py)$/.test(entry.name)) copyFileSync(from, to)
    if (/(?<!\.test)\.ts$/.test(entry.name)) writeFileSync(
      to.replace(/ts$/, 'js'), translate(readFileSync(from, 'utf8'))
    )
  }
}

const translate = (source: string): string => ts.transpileModule(source, {
  compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022, verbatimModuleSyntax: true }
}).outputText

interface Options {
  readonly interruptAfter?: RegExp
}

const run = (
  command: string, args: ReadonlyArray<string>, cwd: string, path: string, { interruptAfter }: Options = {}
): Promise<Ended> => new Promise((settle, reject) => {
  const began = performance.now()
  const child = spawn(command, args, { cwd, env: { ...process.env, PATH: path }, stdio: ['ignore', 'pipe', 'pipe'] })
  let [out, err, interrupted] = ['', '', NaN]
  const interruptOnceSaid = (): void => {
    if (!Number.isNaN(interrupted) || interruptAfter?.test(out + err) !== true) return
    interrupted = performance.now()
    child.kill('SIGINT')
  }
  child.stdout.on('data', (text: Buffer) => {
    out += text.toString()
    interruptOnceSaid()
  })
  child.stderr.on('data', (text: Buffer) => {
    err += text.toString()
    interruptOnceSaid()
  })
  child.on('error', reject)
  child.on('close', code => {
    const ended = performance.now()
    settle({ code, out, err, milliseconds: ended - began, afterInterrupt: ended - interrupted })
  })
})
