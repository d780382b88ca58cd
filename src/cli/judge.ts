import { availableParallelism } from 'node:os'
import type { Judgement } from '../claim/Claim.js'
import type { Pool } from './pool.js'
import type { Spend } from './protocol.js'
import { unjudged } from './unjudged.js'

export const threads: number = Math.min(8, availableParallelism())

/** The judgements of one claim under each effort, and the seconds they took; undefined if they were cut short. */
export const judge = async (pool: Pool, id: string, spend: ReadonlyArray<Spend>): Promise<
  { readonly judgements: ReadonlyArray<Judgement>; readonly seconds: number } | undefined
> => {
  const result = await pool.perform({ kind: 'judge', id, spend })
  if (result?.kind === 'lost') return { judgements: spend.map(() => unjudged(`the judge ended its thread: ${result.reason}`)), seconds: 0 }
  if (result?.kind !== 'judged') return undefined
  return pool.cancelled() && result.judgements.some(j => j.verdict === 'undecided') ? undefined : result
}
