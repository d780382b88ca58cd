import type { Judged } from './Session.js'

/**
 * How the words of claims hang together with what is run: the statement itself is run; it is a sentence; or its formula
 * stands beside the code that is run.
 */
export type Way = 'executed' | 'spoken' | 'beside'

const wayOf = ({ claim }: Judged): Way =>
  (claim.executed !== undefined ? 'executed' : claim.spoken !== undefined ? 'spoken' : 'beside')

export const byWay = (judged: ReadonlyArray<Judged>): Readonly<Record<Way, number>> => {
  const count = (way: Way): number => judged.filter(one => wayOf(one) === way).length
  return { executed: count('executed'), spoken: count('spoken'), beside: count('beside') }
}

/** "12 of 52 statements of the documents are run as they are written, 3 are sentences": all others stand beside code. */
export const showWays = (judged: ReadonlyArray<Judged>): string => {
  const found = judged.filter(({ claim }) => claim.file.startsWith('proofs-numeric/'))
  const { executed, spoken } = byWay(found)
  return `${executed} of ${found.length} statements of the documents are run as they are written, ${spoken} are sentences`
}
