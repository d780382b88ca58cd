import { availableParallelism } from 'node:os'
import type { Judgement } from '../claim/Claim.js'
import { unjudged } from '../claim/judgementOf.js'
import type { About } from '../report/Session.js'
import type { Pool } from './pool.js'
import type { Spend } from './protocol.js'

export const threads: number = Math.min(8, availableParallelism())

/** The judgement of one claim and the seconds that it took; undefined if the work was cancelled before there was one. */
export const judge = async (pool: Pool, { id, file }: Pick<About, 'id' | 'file'>, spend: Spend): Promise<
  { readonly judgement: Judgement; readonly seconds: number } | undefined
> => {
  const result = await pool.perform({ kind: 'judge', id, file, spend })
  if (result?.kind === 'lost') return { judgement: unjudged(result.reason), seconds: result.seconds }
  if (result?.kind !== 'judged') return undefined
  return pool.cancelled() && result.judgement.verdict === 'undecided' ? undefined : result
}
