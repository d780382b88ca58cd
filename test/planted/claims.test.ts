import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { stated } from '../../src/check/index.js'
import { effort } from '../../src/claim/index.js'
import { asExpected } from '../../src/claim/Claim.js'
import { papers, unknownNames } from './claims/papers.js'
import { told } from './claims/told.js'
import { isImplied, isTrue, type Planted, plantedIn, shown } from './planted.js'
import { type Tried, tried } from './outcome.js'
import { table } from './table.js'

// Statements that are run as they are written are broken by a machine that knows no mathematics. With PLANTED=all, as
// `npm run planted` does, all edits are made, or all of the claims and pages whose names begin with it; else those of each
// statement up to the first that is refuted.
const asked = process.env['PLANTED']
const list = new URL('claims/proved.json', import.meta.url)
/** True although edited, and proved by the judge itself for the sizes that are declared: for each claim, or page, the edited formulas. */
const proved = JSON.parse(readFileSync(list, 'utf8')) as Readonly<Record<string, ReadonlyArray<string>>>

interface OfClaim extends Planted {
  /** The claim, if the formula is the statement of one. */
  readonly claim?: string
}

const planted: ReadonlyArray<OfClaim> = papers.flatMap(paper => plantedIn(paper).map(one => {
  const text = paper.document.slice(one.formula.from, one.formula.to)
  const [, name] = /%[ \t]*lemmata:\s*([a-z0-9-]+)/.exec(text) ?? []
  const claim = one.formula.defines !== undefined ? undefined : paper.claims.find(
    ({ id }) => (name === undefined ? id === paper.name : id.endsWith(`/${name}`)))
  return { ...one, ...claim === undefined ? {} : { claim: claim.id } }
}))

const ids = papers.flatMap(({ claims }) => claims.map(({ id }) => id))
const editsOf = (id: string): ReadonlyArray<OfClaim> => planted.filter(({ claim }) => claim === id)

interface Found extends Tried {
  readonly one: OfClaim
}

const isRefuted = ({ outcome }: Tried): boolean => outcome.startsWith('refuted')
const isBroken = (one: Found): boolean => isRefuted(one) || one.outcome.startsWith('refused') || isEmptied(one)
// a statement that only defines a name claims nothing, which leaves its claim undecided
const isEmptied = ({ outcome, one: { claim } }: Found): boolean => outcome === 'a definition' && claim !== undefined
const judged = (one: OfClaim): Found => ({ one, ...tried(one.paper, one.formulas, one.formula, one.edit) })

/** Edits in this order up to the first that is refuted. */
const upToRefuted = ([one, ...more]: ReadonlyArray<OfClaim>): ReadonlyArray<Found> => {
  if (one === undefined) return []
  const found = judged(one)
  return isRefuted(found) ? [found] : [found, ...upToRefuted(more)]
}

const chosen = (): ReadonlyArray<Found> => {
  if (asked !== undefined) return planted.filter(({ name }) => asked === 'all' || name.startsWith(asked)).map(judged)
  return ids.flatMap((id, k) => {
    const edits = editsOf(id)
    const begin = edits.length === 0 ? 0 : 7 * k % edits.length
    return upToRefuted([...edits.slice(begin), ...edits.slice(0, begin)])
  })
}

const isTold = ({ name, reads }: Planted): boolean =>
  told.some(known => known.document === name && known.formula === reads)

/** Edits that no drawn value refutes, and of which no proof is written down yet: they may only become fewer. */
const openList = new URL('claims/open.json', import.meta.url)
const open = JSON.parse(readFileSync(openList, 'utf8')) as Readonly<Record<string, ReadonlyArray<string>>>
const isOpen = ({ name, reads }: Planted): boolean => open[name]?.includes(reads) === true

/** What is missing, to be pasted into claims/told.ts. */
const missingOf = (missing: ReadonlyArray<Found>): string => [
  'these want a proof in test/planted/claims/told.ts, or a better statement:',
  ...missing.map(({ one: { name, reads }, reason, outcome }) =>
    `  // ${outcome}${reason === '' ? '' : `: ${reason}`}\n  { document: '${name}', formula: tex\`${reads}\`, why: { slacks: [tex\`\`] } },`)
].join('\n')

test('names are bound to what src/definition and src/number export', () => {
  expect(unknownNames).toEqual([])
})

test('what says that it is run as it is written holds when it is, with the exports of the names that it binds', () => {
  const alone = papers.flatMap(({ claims, bind = {}, isPage }) => (isPage ? [] : claims.map((
    { id, title, source, statement, executed }
  ) =>
    stated({ id, title, source, tex: statement, declarations: executed?.given ?? '', bind }))))
  expect(alone.filter(claim => !asExpected(claim, claim.judge(effort(50)))).map(({ id }) => id)).toEqual([])
})

test('there are more than 300 edits, and each statement has some', () => {
  expect(planted.length).toBeGreaterThan(300)
  expect(ids.filter(id => editsOf(id).length === 0)).toEqual([])
})

test('each statement is refuted by an edit, and an edited one that holds is a true one: it is listed with its proof', async () => {
  const found = chosen()
  const survived = found.filter(({ outcome }) => outcome === 'survived')
  // an inequality in prose supposes and claims nothing; a display with a name never does
  const isSupposed = ({ outcome, one: { claim } }: Found): boolean => outcome === 'a condition' && claim === undefined
  const isExplained = (one: Found): boolean => isBroken(one) || one.outcome === 'unused' || isSupposed(one)
    || (one.outcome === 'survived' && (one.isProved || isTold(one.one) || isImplied(one.one) || isOpen(one.one)))
  if (asked !== undefined) process.stdout.write(`${table(found.map(({ one, outcome }) => [one.name, outcome]))}${
    table(found.map(({ one, outcome }) => [one.edit.kind, outcome]))}`)
  const unused = found.filter(({ outcome }) => outcome === 'unused').map(({ one }) => shown(one))
  if (unused.length > 0) process.stdout.write(`\nedits of definitions that nothing uses:\n${unused.join('\n')}\n`)
  const missing = found.filter(one => !isExplained(one))
  expect.soft(missing.length, missingOf(missing)).toBe(0)
  const made = new Set(found.map(({ one }) => one.claim))
  expect.soft(ids.filter(id => made.has(id) && !found.some(one => one.one.claim === id && isRefuted(one))),
    'statements of which no edit is refuted').toEqual([])
  if (asked === undefined) return
  // npm run planted -- --update writes them anew: what the judge proves, and what is open
  const names = new Set(found.map(({ one }) => one.name))
  const listed = (known: Readonly<Record<string, ReadonlyArray<string>>>, isMeant: (one: Found) => boolean): string => {
    const kept = Object.entries(known).filter(([name]) => asked !== 'all' && !names.has(name))
    const now = [...names].map(name => [name, [...new Set(survived
      .filter(one => one.one.name === name && !isTold(one.one) && isMeant(one))
      .map(({ one }) => one.reads))].sort()] as const).filter(([, all]) => all.length > 0)
    const sorted = [...kept, ...now].sort(([a], [b]) => (a < b ? -1 : 1))
    return `${JSON.stringify(Object.fromEntries(sorted), undefined, 2)}\n`
  }
  await expect(listed(proved, ({ isProved }) => isProved)).toMatchFileSnapshot(list.pathname)
  await expect(listed(open, ({ isProved, one }) => !isProved && !isImplied(one))).toMatchFileSnapshot(openList.pathname)
}, 3_600_000)

test.each(told)('$document: $formula', ({ document: name, formula: reads, why }) => {
  const one = planted.find(known => known.name === name && known.reads === reads)
  if (one === undefined) throw new Error('no edit makes this of a statement')
  expect(isTrue(one, why)).toBe(true)
})

test('what is listed is an edit that is made', () => {
  const made = new Set(planted.map(({ name, reads }) => `${name}: ${reads}`))
  expect([proved, open].flatMap(Object.entries<ReadonlyArray<string>>)
    .flatMap(([name, all]) => all.map(reads => `${name}: ${reads}`)).filter(one => !made.has(one))).toEqual([])
})
