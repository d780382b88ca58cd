import { type Strength, strengths, type Verdict } from '../claim/Claim.js'
import { type Judged, type Session, unexpected } from './Session.js'

/** Every verdict, the best news first. */
export const verdicts: ReadonlyArray<Verdict> = ['proved', 'supported', 'erratum', 'vacuous', 'undecided', 'refuted']

type Counts<K extends string> = (judged: ReadonlyArray<Judged>) => Readonly<Record<K, number>>

const countBy = <K extends string>(keys: ReadonlyArray<K>, of: (judged: Judged) => K): Counts<K> => judged =>
  Object.fromEntries(keys.map(key => [key, judged.filter(j => of(j) === key).length])) as Record<K, number>

export const byVerdict: Counts<Verdict> = countBy(verdicts, j => j.judgement.verdict)

export const byStrength: Counts<Strength> = countBy(strengths, j => j.judgement.evidence.strength)

const plurals: Partial<Record<Verdict, string>> = { erratum: 'errata' }

/** "12 proved, 3 supported, 2 errata" */
export const showVerdicts = (judged: ReadonlyArray<Judged>): string => {
  const counts = byVerdict(judged)
  return verdicts.filter(v => counts[v] > 0).map(v => `${counts[v]} ${counts[v] === 1 ? v : plurals[v] ?? v}`).join(
    ', '
  )
}

/** The strengths that occur, the strongest first. */
export const strengthsOf = (judged: ReadonlyArray<Judged>): ReadonlyArray<Strength> =>
  strengths.filter(s => judged.some(j => j.judgement.evidence.strength === s))

/** "2 not as expected, 1 not judged"; nothing where every claim was judged and is as expected. */
export const failings = (session: Session): string => {
  const { judged, selected, strays = [] } = session
  const counted: ReadonlyArray<readonly [number, string]> =
    [[unexpected(session).length, 'not as expected'], [selected - judged.length, 'not judged'], [
      strays.length, 'raised by no judge'
    ]]
  return counted.filter(([count]) => count > 0).map(([count, what]) => `${count} ${what}`).join(', ')
}
