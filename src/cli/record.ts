import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Counterexample, Judgement, Strength, Verdict } from '../claim/Claim.js'
import type { Session } from '../report/Session.js'
import { misuse } from './UsageError.js'

/** Where verify leaves its verdicts, for the ledger. */
export const recordFile = 'out/verdicts.json'

/** What was found of one claim. */
export interface Recorded {
  readonly verdict: Verdict
  readonly strength: Strength
  readonly scope: string
  readonly printed?: string
  readonly corrected?: string
  /** Where the printed form fails, or what refutes a claim. */
  readonly counterexample?: string
}

/** The verdicts of the registered claims, and what they depend on. */
interface Record {
  readonly version: string
  /** Of all sources of the claims. */
  readonly hash: string
  readonly seed: number
  readonly runs: number
  readonly verdicts: { readonly [id: string]: Recorded }
}

type Made = Omit<Record, 'verdicts'>

const isOf = (record: Record, made: Made): boolean =>
  record.version === made.version && record.hash === made.hash && record.seed === made.seed && record.runs === made.runs

const stored = (): Record | undefined => {
  try {
    return existsSync(recordFile) ? JSON.parse(readFileSync(recordFile, 'utf8')) as Record : undefined
  } catch {
    return undefined
  }
}

// A single figure has no input.
const there = ({ input, detail }: Counterexample): string => (input.startsWith('none') ? detail : `${input}: ${detail}`)

const recorded = (judgement: Judgement): Recorded => ({
  verdict: judgement.verdict,
  strength: judgement.evidence.strength,
  scope: judgement.evidence.scope,
  ...(judgement.verdict === 'erratum' ? { printed: judgement.printed.text, corrected: judgement.corrected.text } : {}),
  ...('counterexample' in judgement ? { counterexample: there(judgement.counterexample) } : {})
})

/** Adds the verdicts of a run to those of the same claims, seed and cases; others are forgotten. A folder that cannot be written stays. */
export const writeRecord = ({ judged, seed, runs }: Session, version: string, hash: string): void => {
  const made = { version, hash, seed, runs }
  const before = stored()
  const verdicts = {
    ...(before !== undefined && isOf(before, made) ? before.verdicts : {}),
    ...Object.fromEntries(judged.map(({ claim, judgement }) => [claim.id, recorded(judgement)]))
  }
  try {
    mkdirSync(dirname(recordFile), { recursive: true })
    writeFileSync(recordFile, `${JSON.stringify({ ...made, verdicts }, null, 1)}\n`)
  } catch {
    // the verdicts were printed: only the ledger will ask for another run
  }
}

/** The verdicts of the last run; refused where there was none, or the claims have changed since. */
export const readRecord = (version: string, hash: string): Record['verdicts'] => {
  const record = stored()
  if (record === undefined) return misuse(
    `${recordFile} is not there: run lemmata verify in this folder first, which writes it`
  )
  return record.version === version && record.hash === hash
    ? record.verdicts
    : misuse(`${recordFile} was written for other claims (${record.version}): run lemmata verify again`)
}
