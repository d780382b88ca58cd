import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { install, type Installed } from '../cli/installed.js'

// Functions as people write them, each with what should be said of it in the comment above it:
// # expect: right or loses digits - why

const folder: string = join(import.meta.dirname, 'corpus')

/** Whether to judge by many seeds and every numpy, which takes hours: npm run corpus. */
export const isCampaign: boolean = process.env['CORPUS'] === 'all'

/** The files of a part of the corpus. */
export const filesOf = (part: 'right' | 'wrong'): ReadonlyArray<string> =>
  readdirSync(join(folder, part)).filter(name => name.endsWith('.py')).map(name => `${part}/${name}`).sort()

/** What is said of a right function, at whatever cases were drawn. */
export const fullMarks: ReadonlyArray<string> = ['right', 'right at kinks', 'loses digits']

/** What may be said of each function of a file, by its name. */
export const expectedIn = (file: string): Readonly<Record<string, ReadonlyArray<string>>> => {
  const lines = readFileSync(join(folder, file), 'utf8').split('\n')
  return Object.fromEntries(lines.flatMap((line, k) => {
    const expected = /^\s*# expect: (.*?)(?: - .*)?$/.exec(line)?.[1]
    const [, indent, name] = /^(\s*)def (\w+)/.exec(lines[k + 1] ?? '') ?? []
    if (expected === undefined || name === undefined) return []
    const around = lines.slice(0, k).findLast(each => /^(?:class|def) /.test(each))
    const inside = indent === '' ? undefined : /^class (\w+)/.exec(around ?? '')?.[1]
    return [[inside === undefined ? name : `${inside}.${name}`, expected.split(' or ')]]
  }))
}

type Bridge = typeof import('../../src/bridge/index.js')
type Judge = typeof import('../../properties/judging/judgeFile.js')
type Courses = typeof import('../../properties/contracts/courses.js')

/** The judge as it is installed: the process that it asks is owned by a thread, which Node loads as it is built. */
export interface Judging extends Bridge, Judge, Courses {
  readonly installed: Installed
}

export const judging = async (): Promise<Judging> => {
  const installed = install({})
  const load = async <M>(path: string): Promise<M> =>
    await import(/* @vite-ignore */ pathToFileURL(join(installed.folder, 'dist', path)).href) as M
  return {
    installed,
    ...await load<Bridge>('src/bridge/index.js'), ...await load<Judge>('properties/judging/judgeFile.js'),
    ...await load<Courses>('properties/contracts/courses.js')
  }
}

/** The verdict of each function of a file. */
export const verdictsOf = (
  { openPython, judgeFile, contractsOf, knownNames, neverLoaded, functionsIn }: Judging, file: string,
  { python, seed, runs }: { readonly python: string; readonly seed: number; readonly runs: number }
): Readonly<Record<string, string>> => {
  const path = join(folder, file)
  const opened = openPython(path, { python, seconds: 2 })
  try {
    const contracts = contractsOf()
    const known = knownNames(contracts)
    const written = Object.keys(functionsIn(readFileSync(path, 'utf8'))).filter(name => known.includes(name))
    const judged = opened.failure !== undefined ? neverLoaded(written, opened.failure)
      : judgeFile(contracts, opened.functions, opened.call, { seed, runs, shrinks: 5 })
    return Object.fromEntries(judged.map(({ name, verdict, says }) =>
      [name, verdict === 'right' ? 'right' : `${verdict}: ${says}`]))
  } finally {
    opened.close()
  }
}

/** What is said of functions otherwise than expected. */
export const unexpected = (
  said: Readonly<Record<string, string>>, expected: Readonly<Record<string, ReadonlyArray<string>>>
): ReadonlyArray<string> => Object.entries(expected).flatMap(([name, verdicts]) => {
  const found = said[name] ?? 'nothing'
  return verdicts.some(verdict => found === verdict || found.startsWith(`${verdict}:`)) ? [] : [`${name}: ${verdicts.join(' or ')} was expected, got ${found}`]
})
