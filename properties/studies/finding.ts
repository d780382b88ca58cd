import fc from 'fast-check'
import { type Claim, claim, equal, judgedBy, type Law, type Plain, sampled } from '../../src/claim/index.js'
import type { everyCase, shareOf } from '../../src/study/index.js'
import { reads } from '../drawings/framed.js'

interface FindingSubject {
  readonly name: string
  readonly everyCase: typeof everyCase
  readonly shareOf: typeof shareOf
}

const told = { id: 'a', rows: [], statement: 'it happens' }

const choose = (n: number, k: number): bigint =>
  Array.from({ length: k }).reduce<bigint>((all, _, i) => all * BigInt(n - i) / BigInt(i + 1), 1n)

/** whole^n times the probability of these numbers of events in n draws, each of which has the probability part / whole. */
const ways = (n: number, events: ReadonlyArray<number>, part: number, whole: number): bigint =>
  events.reduce((sum, k) => sum + choose(n, k) * BigInt(part) ** BigInt(k) * BigInt(whole - part) ** BigInt(n - k), 0n)

const upTo = (k: number): ReadonlyArray<number> => Array.from({ length: k + 1 }, (_, i) => i)

interface Counted {
  readonly draws: number
  readonly share: number
  /** In sixteenths, so that doubles hold it. */
  readonly least: number
}

interface Cases {
  readonly holds: ReadonlyArray<boolean>
  readonly least: number
}

/** Whether a sum of ways is less than a billionth of all. */
const isRare = (sum: bigint, n: number): boolean => sum * 10n ** 9n < 16n ** BigInt(n)

/** That a probability is printed in three digits, less than one of the last of them off: the sum of ways over 16^n. */
const isPrinted = (text: string, sum: bigint, n: number): boolean => {
  const [digits = '', exponent = ''] = text.split('e')
  const below = 10n ** BigInt(2 - Number(exponent))
  const off = BigInt(digits.replace('.', '')) * 16n ** BigInt(n) - sum * below
  return (off < 0n ? -off : off) < 16n ** BigInt(n)
}

export const findingLaws: Law<FindingSubject> = (
  { name, everyCase: every, shareOf: share }
): ReadonlyArray<Claim> => [
  claim(
    {
      id: `${name}/share`, title: 'A statement about a probability is refuted where the chance of so few events is below 1e-9',
      statement: String.raw`\sum_{i \le k} \binom{n}{i} p^i (1 - p)^{n - i} < 10^{-9}`, source: 'Clopper and Pearson 1934'
    },
    sampled<Counted>(
      { draws: fc.integer({ min: 1, max: 40 }), share: fc.nat(100), least: fc.integer({ min: 1, max: 15 }) },
      ({ draws, share: part, least }) => {
        const hits = Math.floor(part * draws / 100)
        const { verdict, found } = judgedBy('shareOf', () => share(told, { hits, draws, least: least / 16 }))
        const [few, none] = [ways(draws, upTo(hits), least, 16), ways(draws, [0], least, 16)]
        const expected = isRare(few, draws) ? 'refuted' : isRare(none, draws) ? 'supported' : 'undecided'
        return [
          reads(verdict, expected, `the verdict of ${hits} of ${draws}`),
          equal<Plain>(Number(isPrinted(/so few or fewer: (\S+) if/.exec(found)?.[1]?.replace(';', '') ?? '', few, draws)), 1, 'the chance')
        ]
      })
  ),
  claim(
    {
      id: `${name}/interval`, title: 'At an end of its interval what was seen of a probability, or more extreme, has the chance 1/40',
      statement: String.raw`P_{\text{low}}(X \ge k) = \tfrac1{40} = P_{\text{high}}(X \le k)`, source: 'Clopper and Pearson 1934'
    },
    // ends are printed in thousandths: an end that is one less and one more encloses the right one
    sampled<Counted>({ draws: fc.integer({ min: 1, max: 30 }), share: fc.nat(100), least: fc.constant(8) },
      ({ draws, share: part }) => {
        const hits = Math.floor(part * draws / 100)
        const { found } = judgedBy('shareOf', () => share(told, { hits, draws, least: 0.5 }))
        const [low = NaN, high = NaN] = (/p from (\S+) to (\S+) /.exec(found) ?? []).slice(1).map(end => Math.round(1000 * Number(end)))
        const more = Array.from({ length: draws - hits + 1 }, (_, k) => hits + k)
        const isBelow = (events: ReadonlyArray<number>, end: number): boolean =>
          40n * ways(draws, events, Math.min(Math.max(end, 0), 1000), 1000) <= 1000n ** BigInt(draws)
        return [
          ...hits === 0 ? [equal<Plain>(low, 0, 'the low end of none')] : [
            equal<Plain>(Number(isBelow(more, low - 1)), 1, `so many or more if p is below ${low} thousandths`),
            equal<Plain>(Number(isBelow(more, low + 1)), 0, `so many or more if p is above ${low} thousandths`)
          ],
          ...hits === draws ? [equal<Plain>(high, 1000, 'the high end of all')] : [
            equal<Plain>(Number(isBelow(upTo(hits), high + 1)), 1, `so few or fewer if p is above ${high} thousandths`),
            equal<Plain>(Number(isBelow(upTo(hits), high - 1)), 0, `so few or fewer if p is below ${high} thousandths`)
          ]
        ]
      })
  ),
  claim(
    {
      id: `${name}/cases`, title: 'A statement about cases is supported where so many hold, and names those in which it fails',
      statement: String.raw`\#\{i : s_i\} \ge n`, source: 'Standard practice'
    },
    sampled<Cases>(
      { holds: fc.array(fc.boolean(), { minLength: 1, maxLength: 12 }), least: fc.integer({ min: 1, max: 12 }) },
      ({ holds, least }) => {
        const letters = holds.map((_, k) => String.fromCharCode(65 + k))
        const cases = holds.map((held, k) => ({ name: letters[k] ?? '', holds: held, found: 'seen' }))
        const { verdict, found } = judgedBy('everyCase', () => every(told, cases, Math.min(least, holds.length)))
        const wrong = letters.filter((_, k) => holds[k] === false)
        const shown = letters.filter(letter => found.includes(`${letter}: seen`))
        // eight are told, and how many more there are
        const expected = wrong.length === 0 ? letters : wrong
        return [
          reads(verdict, holds.length - wrong.length >= Math.min(least, holds.length) ? 'supported' : 'refuted', 'the verdict'),
          reads(shown.join(), expected.slice(0, 8).join(), 'cases that are told'),
          equal<Plain>(Number(/and (\d+) more/.exec(found)?.[1] ?? 0), Math.max(0, expected.length - 8), 'cases that are not'),
          equal<Plain>(Number(found.includes('fails for')), Number(wrong.length > 0), 'whether it fails')
        ]
      })
  )
]
