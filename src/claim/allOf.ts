import { type Effort, type Evidence, type Judge, type Judgement, ratioOf, strengths } from './Claim.js'

/** One of several statements that a claim makes together, such as that for T = 7. */
export interface Part {
  readonly label: string
  readonly judge: Judge
}

/**
 * Judges a family of statements as one claim: it holds when each does; the first that is refuted is the verdict, under its label, or if
 * there is none the first that is left open. It is proved when each part is, and as strong as the weakest; its scope names the parts, and
 * what they are said of. The parts of one statement are not proved at length once one of them was not.
 *
 * @example
 * const squared = n => exactly({ x: vector(n) }, (N, { x }) => equal(dot(N)(x, x), normSquared(N)(x)))
 * const parts = [2, 3].map(n => ({ label: `n = ${n}`, judge: squared(n) }))
 * allOf('n = 2, 3', parts)(effort(), 'norms/square').verdict // 'proved'
 */
export const allOf = (
  scope: string, parts: ReadonlyArray<Part>, { isOneStatement = false }: { readonly isOneStatement?: boolean } = {}
): Judge => (effort, id) => {
  const found: Array<Judgement> = []
  let open: Judgement | undefined
  for (const [k, { label, judge }] of parts.entries()) {
    const isUnproved = isOneStatement && found.some(({ verdict }) => verdict === 'supported')
    const spent = effortFor(k, isUnproved ? { ...effort, isUnproved } : effort)
    if (spent === undefined) continue
    if (effort.cancelled()) return { verdict: 'undecided', evidence: nothing(scope), reason: 'interrupted' }
    const judgement = judge(spent, `${id}/${label}`)
    if (judgement.verdict === 'undecided' || judgement.verdict === 'vacuous') open ??= labelled(k, label, judgement)
    else if (judgement.verdict !== 'proved' && judgement.verdict !== 'supported') return labelled(k, label, judgement)
    else found.push(judgement)
  }
  if (open !== undefined) return open
  if (found.length === 0) return { verdict: 'vacuous', evidence: nothing(scope), reason: 'no part was judged' }
  const evidence = found.map(j => j.evidence).reduce(weaker)
  const about = scopeOf(scope, parts, found)
  return { verdict: found.every(j => j.verdict === 'proved') ? 'proved' : 'supported', evidence: {
    ...evidence, scope: about
  } }
}

/** "T = 4, 16: every real x (3)": the parts that were judged under one scope stand together. */
const scopeOf = (scope: string, parts: ReadonlyArray<Part>, found: ReadonlyArray<Judgement>): string => {
  const scopes = [...new Set(found.map(j => j.evidence.scope))]
  if (found.length < parts.length || scopes.length > mostScopes) {
    return [scope, `${found.length} of ${parts.length} parts, the first for ${scopes[0] ?? ''}`].filter(text => text !== '').join('; ')
  }
  return [scope, ...scopes.map(one => {
    const labels = parts.filter((_, k) => found[k]?.evidence.scope === one).map(part => part.label)
    return scopes.length === 1 ? one : `${labels.join(', ')}: ${one}`
  })].filter(text => text !== '').join('; ')
}

// More scopes than a reader wants to see.
const mostScopes = 4

// A path begins with the number of the part that it leads into: "6/12:0:1". The other parts are not judged when it is replayed.
const effortFor = (k: number, effort: Effort): Effort | undefined => {
  if (effort.path === undefined) return effort
  const [head, ...rest] = effort.path.split('/')
  return rest.length > 0 && head === String(k) ? { ...effort, path: rest.join('/') } : undefined
}

const labelled = (k: number, label: string, judgement: Judgement): Judgement => {
  if (judgement.verdict === 'undecided' || judgement.verdict === 'vacuous') return {
    ...judgement, reason: under(label, judgement.reason)
  }
  if (judgement.verdict !== 'refuted') return judgement
  const { detail, path } = judgement.counterexample
  const within = path === undefined ? {} : { path: `${k}/${path}` }
  return { ...judgement, counterexample: { ...judgement.counterexample, detail: under(label, detail), ...within } }
}

const under = (label: string, words: string): string => (label === '' ? words : `${label}: ${words}`)

const nothing = (scope: string): Evidence =>
  ({ strength: 'example', scope, cases: 0, undecidedCases: 0, slack: null, resolution: null })

/** Evidence for both together: as strong as the weaker, with the smaller slack and the coarser resolution. */
const weaker = (a: Evidence, b: Evidence): Evidence => ({
  strength: strengths.indexOf(a.strength) >= strengths.indexOf(b.strength) ? a.strength : b.strength,
  scope: a.scope,
  cases: a.cases + b.cases,
  undecidedCases: a.undecidedCases + b.undecidedCases,
  slack: a.slack === null || (b.slack !== null && b.slack.lo < a.slack.lo) ? b.slack : a.slack,
  resolution: a.resolution === null || b.resolution === null ? null : Math.max(a.resolution, b.resolution),
  ...seen((a.strength !== 'exact' && isNearer(a, b)) || b.observed === undefined ? a : b),
  ...ratioOf({ evidence: isNearer(a, b) ? a : b })
})

const isNearer = (a: Evidence, b: Evidence): boolean => (a.ratio ?? -1) > (b.ratio ?? -1)

/** Of all parts that in which an inequality came closest to an equality; else the last. */
const seen = ({ observed }: Evidence): Pick<Evidence, 'observed'> => (observed === undefined ? {} : { observed })
