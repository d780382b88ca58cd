import type { Seen } from '../claim/Claim.js'
import { smallest } from '../prelude/index.js'
import type { Judged, Session } from './Session.js'

/** Claims that stand together in a report: those of a document, in the order of its pages, or the laws of a function. */
export interface Group {
  readonly name: string
  readonly title: string
  readonly judged: ReadonlyArray<Judged>
  /** The error that is shown first. */
  readonly example?: string | undefined
}

/** The document that a claim is about: the one in whose folder it is, or in which it found an error. */
const documentOf = ({ documents = [] }: Session) =>
  ({ claim }: Judged): string | undefined => documents.find(({ name, rows }) =>
    claim.file.startsWith(`proofs-numeric/${name}/`)
      || claim.expected === 'erratum' && rows.includes(claim.rows[0] ?? ''))?.name

/** The documents of which something was judged. */
export const documentGroups = (session: Session): ReadonlyArray<Group> => {
  const home = documentOf(session)
  return (session.documents ?? []).map(({ name, title, rows, example }) => {
    const page = ({ claim }: Judged): number =>
      smallest([rows.length, ...claim.rows.map(row => rows.indexOf(row)).filter(k => k >= 0)])
    const judged = session.judged.filter(j => home(j) === name).sort((a, b) => page(a) - page(b))
    return { name, title, example, judged }
  }).filter(({ judged }) => judged.length > 0)
}

const functionOf = ({ claim }: Judged): string => claim.id.split('/')[0] ?? claim.id

/** What is of no document: the laws of the library, or a person's own claims, by the first word of their ids. */
export const functionGroups = (session: Session): ReadonlyArray<Group> => {
  const home = documentOf(session)
  const laws = session.judged.filter(j => home(j) === undefined)
  return [...new Set(laws.map(functionOf))].map(
    name => ({ name, title: name, judged: laws.filter(j => functionOf(j) === name) })
  )
}

/** An error in print that was confirmed, with its two forms. */
export type Found = Judged & { readonly judgement: { readonly verdict: 'erratum' } }

export const errataOf = (judged: ReadonlyArray<Judged>): ReadonlyArray<Found> =>
  judged.filter((j): j is Found => j.judgement.verdict === 'erratum')

/** A formula with a relation that fits beside another, and of which plain text would show less. */
const isFormula = ({ tex = '' }: Seen): boolean =>
  /\\(?!cdot)[a-z]/i.test(tex) && /=|\\[lg]e\b/.test(tex) && tex.length < 90 && !/\\text(?:tt)?\{/.test(tex)

/** Three errata to begin with: those that documents name, else formulas, and of different documents, where there are such. */
export const examples = (groups: ReadonlyArray<Group>): ReadonlyArray<Found> => {
  const errata = groups.map(({ judged }) => errataOf(judged))
  const shown = errata.map(found => found
    .filter(({ judgement }) => isFormula(judgement.printed) && isFormula(judgement.corrected)))
  const named = groups.flatMap(({ example }, k) => errata[k]?.filter(({ claim }) => claim.id === example) ?? [])
  const firsts = shown.flatMap(found => found.slice(0, 1))
  return [...new Set([...named, ...firsts, ...shown.flat(), ...errata.flat()])].slice(0, 3)
}
