import { replayCommand } from '../claim/replay.js'
import type { Interval } from '../number/Interval.js'
import { byStrength, byVerdict } from './counts.js'
import { isExpected, type Judged, type Session } from './Session.js'
import { byWay } from './ways.js'

/** The same facts for a program: one JSON document. What JSON has no number for is given as "NaN", "Infinity" or "-Infinity". */
export const json = (session: Session): string => `${JSON.stringify({
  seed: session.seed,
  runs: session.runs,
  claims: session.judged.map(claimFacts(session)),
  notCheckable: session.notCheckable.map(({ row, reason }) => ({ row, reason })),
  strays: session.strays ?? [],
  summary: {
    selected: session.selected,
    total: session.judged.length,
    asExpected: session.judged.filter(isExpected).length,
    byVerdict: byVerdict(session.judged),
    byStrength: byStrength(session.judged),
    byWay: byWay(session.judged)
  }
}, null, 2)}\n`

const claimFacts = (session: Session) => (judged: Judged) => {
  const { claim, judgement, seconds } = judged
  const { evidence } = judgement
  return {
    id: claim.id,
    file: claim.file,
    rows: claim.rows,
    title: claim.title,
    statement: claim.statement,
    source: claim.source,
    ...(claim.executed === undefined ? {} : { executed: claim.executed }),
    ...(claim.spoken === undefined ? {} : { spoken: claim.spoken }),
    verdict: judgement.verdict,
    expected: claim.expected,
    ...(claim.expects === undefined ? {} : { expects: claim.expects }),
    asExpected: isExpected(judged),
    strength: evidence.strength,
    scope: evidence.scope,
    cases: evidence.cases,
    undecidedCases: evidence.undecidedCases,
    slack: evidence.slack === null ? null : ends(evidence.slack),
    resolution: evidence.resolution === null ? null : number(evidence.resolution),
    ...(evidence.observed === undefined ? {} : { observed: evidence.observed }),
    ...(evidence.tightness === undefined ? {} : { tightness: evidence.tightness }),
    ...('reason' in judgement ? { reason: judgement.reason } : {}),
    ...('counterexample' in judgement ? {
      counterexample: bounded({ ...judgement.counterexample, slack: ends(judgement.counterexample.slack) }),
      replay: replayCommand(claim.id, session, judgement, session.file)
    } : {}),
    ...(judgement.verdict === 'erratum'
      ? { printed: judgement.printed.text, corrected: judgement.corrected.text }
      : {}),
    seconds: Number(seconds.toFixed(6))
  }
}

// A program may want all of a counterexample, but a string may not grow without end.
const mostCharacters = 10_000_000

const bounded = <C extends { readonly input: string; readonly detail: string }>(counterexample: C): C =>
  ({ ...counterexample, input: counterexample.input.slice(0, mostCharacters), detail: counterexample.detail.slice(
    0, mostCharacters
  ) })

const number = (x: number): number | string => (Number.isFinite(x) ? x : String(x))
const ends = ({ lo, hi }: Interval): ReadonlyArray<number | string> => [number(lo), number(hi)]
