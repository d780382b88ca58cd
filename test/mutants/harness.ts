import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Claim } from '../../src/claim/index.js'

/** A row of mutants, with its list, the path of its file and its number. */
export interface Row {
  readonly file: string
  readonly in: string
  readonly from: string
  readonly to: string
  readonly refutedBy: string
  readonly bug: string
  readonly list: string
  readonly number: number
}

export type Judged = Row & { readonly killed: boolean; readonly detail: string }

interface Room {
  readonly file: string
  readonly claims: ReadonlyArray<Claim>
}

export const root: string = join(import.meta.dirname, '../..')

const script = async (name: string): Promise<unknown> => import(pathToFileURL(join(root, 'scripts/mutants', name)).href)

type Reading = (root: string) => ReadonlyArray<Row>
export const readRows: Reading = (await script('rows.mjs') as { readonly readRows: Reading }).readRows

type Judging = (root: string, rows: ReadonlyArray<Row>) => Promise<ReadonlyArray<Judged>>
export const judgeMutants: Judging = (await script('run.mjs') as { readonly judgeMutants: Judging }).judgeMutants

type Advice = (root: string, home: string, id: string) => string
export const adviceFor: Advice = (await script('advice.mjs') as { readonly adviceFor: Advice }).adviceFor

const { smallestHomes } = await script('tree.mjs') as {
  readonly smallestHomes: (rooms: ReadonlyArray<Room>) => ReadonlyMap<string, string>
}

const claimsAt = async (file: string): Promise<Room> => {
  const { claims } = await import(pathToFileURL(join(root, file)).href) as { readonly claims: ReadonlyArray<Claim> }
  return { file, claims }
}

/** The smallest module of each claim. */
export const homes = async (): Promise<ReadonlyMap<string, string>> => {
  const files = ['properties', 'proofs-numeric']
    .flatMap(folder => readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .map(name => `${folder}/${name.replaceAll('\\', '/')}`))
    .filter(file => file.endsWith('.ts') && /^export const claims\b/m.test(readFileSync(join(root, file), 'utf8')))
  return smallestHomes(await Promise.all(files.map(claimsAt)))
}
