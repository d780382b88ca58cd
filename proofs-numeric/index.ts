import type { Claim } from '../src/claim/index.js'
import { documents } from './ledger.js'
import { modules } from './manifest.js'

/** Where the pages of a document have what a claim is about: the place of its first row; what has none comes last. */
const pageIn = (rows: ReadonlyArray<string>) => (claim: Claim): number =>
  Math.min(rows.length, ...claim.rows.map(row => rows.indexOf(row)).filter(k => k >= 0))

const claimsOf = (document: string): ReadonlyArray<Claim> =>
  modules.filter(({ file }) => file.startsWith(`proofs-numeric/${document}/`)).flatMap(({ claims: found }) => found)

/** What is true of the documents' mathematics: document by document, in the order of their pages. */
export const claims: ReadonlyArray<Claim> = documents.flatMap(({ name, rows }) => {
  const page = pageIn(rows.map(({ row }) => row))
  return [...claimsOf(name)].sort((a, b) => page(a) - page(b))
})
