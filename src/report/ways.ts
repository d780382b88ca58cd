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

/** "12 statements are run as they are written, 3 are sentences; 40 stand beside the code that judges them". */
export const showWays = (judged: ReadonlyArray<Judged>): string => {
  const { executed, spoken, beside } = byWay(judged)
  return `${executed} ${executed === 1 ? 'statement is' : 'statements are'} run as written, ${spoken} `
    + `${spoken === 1 ? 'is a sentence' : 'are sentences'}; ${beside} ${beside === 1 ? 'stands' : 'stand'} beside the code that judges`
}
