import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { modules } from '../../../proofs-numeric/manifest.js'
import * as definitions from '../../../src/definition/index.js'
import * as numbers from '../../../src/number/index.js'
import type { Bindings } from '../../../src/check/index.js'
import type { Claim } from '../../../src/claim/index.js'
import type { Named } from '../planted.js'

/** Claims whose statements are run as they are written, and the document in which they are: a page, or a block and a display. */
export interface Housed extends Named {
  readonly claims: ReadonlyArray<Claim>
  readonly isPage: boolean
}

const exported: Readonly<Record<string, unknown>> = { ...numbers, ...definitions }

const executedIn = (claims: ReadonlyArray<Claim>): ReadonlyArray<Claim> =>
  claims.filter(({ executed }) => executed !== undefined)

/** Names that are bound to what neither src/definition nor src/number exports. */
export const unknownNames: ReadonlyArray<string> = modules.flatMap(({ claims }) => executedIn(claims)).flatMap(
  ({ id, executed }) => Object.entries(executed?.bound ?? {})
    .filter(([, by]) => typeof exported[by] !== 'function').map(([name, by]) => `${id}: ${name} is bound to ${by}`))

const boundBy = ({ executed }: Claim): Bindings => Object.fromEntries(
  Object.entries(executed?.bound ?? {}).flatMap(([name, by]) => (typeof exported[by] === 'function' ? [[name, exported[by] as Bindings[string]]] : [])))

/** A statement by itself, as `stated` judges it. */
const alone = (claim: Claim): Housed => ({
  name: claim.id, document: `\`\`\`lemmata\n${claim.executed?.given}\n\`\`\`\n$$${claim.statement}$$\n`, bind: boundBy(claim), claims: [claim], isPage: false
})

const root = join(import.meta.dirname, '..', '..', '..')

export const papers: ReadonlyArray<Housed> = modules.flatMap(({ file, claims }) => {
  if (!file.endsWith('.page.ts')) return executedIn(claims).map(alone)
  const page = file.replace(/\.page\.ts$/, '.md')
  return [{
    name: page.replace('proofs-numeric/', ''), document: readFileSync(join(root, page), 'utf8').replaceAll('\r\n', '\n'), claims, isPage: true
  }]
})
