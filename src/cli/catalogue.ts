import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'
import type { Claim } from '../claim/Claim.js'
import type { Figure } from '../claim/Figure.js'
import { thrown } from '../claim/thrown.js'
import type { About, NotCheckable } from '../report/Session.js'
import { misuse } from './UsageError.js'

/** What there is to judge. */
export interface Catalogue {
  readonly claims: ReadonlyArray<About>
  readonly notCheckable: ReadonlyArray<NotCheckable>
}

/** The registered claims, as the build wrote them down, with a hash of all that their verdicts depend on. */
export const registered = (): Catalogue & { readonly hash: string } =>
  createRequire(import.meta.url)('../../claims.json') as Catalogue & { readonly hash: string }

/** The claims that a module of the house has, named by its source: a page in Markdown has them in the module beside it. */
export const claimsIn = async (source: string): Promise<ReadonlyArray<Claim>> => {
  const module = source.replace(/\.md$/, '.page.ts').replace(/\.ts$/, '.js')
  return (await import(new URL(`../../${module}`, import.meta.url).href) as Registered).claims
}

interface Registered {
  readonly claims: ReadonlyArray<Claim>
}

/** The claims of a person's own module. */
export const claimsOf = async (file: string): Promise<ReadonlyArray<Claim>> => {
  const found = await load(file)
  const claims = found['claims'] ?? found['default']
  if (!Array.isArray(claims)) return misuse(`${file} must export claims, an array: export const claims = [claim(...)]`)
  if (claims.length === 0) return misuse(`${file} exports no claims; there is nothing to judge`)
  const odd = claims.findIndex(c => !isClaim(c))
  if (odd >= 0) return misuse(`${file}: claims[${odd}] is not a claim; make it with claim(...) from lemmata/claim`)
  const ids = (claims as ReadonlyArray<Claim>).map(c => c.id)
  const twice = ids.find((id, i) => ids.indexOf(id) !== i)
  return twice === undefined ? claims as ReadonlyArray<Claim>
    : misuse(`${file}: two claims have the id ${twice}; ids must differ`)
}

const load = async (file: string): Promise<Readonly<Record<string, unknown>>> => {
  try {
    return await import(pathToFileURL(file).href) as Readonly<Record<string, unknown>>
  } catch (error) {
    return misuse(`${file} cannot be loaded: ${thrown(error)}`)
  }
}

const isClaim = (value: unknown): value is Claim => {
  if (typeof value !== 'object' || value === null) return false
  const { id, title, statement, source, rows, expected, judge } = value as Readonly<Record<keyof Claim, unknown>>
  return [id, title, statement, source].every(text => typeof text === 'string') && id !== ''
    && Array.isArray(rows) && rows.every(row => typeof row === 'string')
    && (expected === 'holds' || expected === 'erratum') && typeof judge === 'function'
}

/** The figures that go with the registered claims. */
export const figuresOf = async (file: string | undefined): Promise<ReadonlyArray<Figure>> =>
  file === undefined ? (await import('../../proofs-numeric/offered.js')).figures() : []

/** A claim without its judge, and where it stands. */
export const about = (file: string) => ({ judge: _, ...said }: Claim): About => ({ ...said, file })
