import {
  allOf, atMost, type Claim, derivation, equal, erratum, everyCase, exactly, forAll, type Form, type Judge, judgedBy,
  type Plain,
    positive, scalar
} from '../../src/claim/index.js'
import { interval, rational } from '../../src/number/index.js'
import { suite } from './suite.js'
import { onTrial, refuted, right, type Trial, unproved } from './trial.js'

const upTo = (n: number): ReadonlyArray<number> => Array.from({ length: n + 1 }, (_, k) => k)
const isPrime = (n: number): boolean => n > 1 && !upTo(n - 1).some(d => d > 1 && n % d === 0)

const byEveryCase = onTrial('everyCase', [
  refuted('power-of-two', 'n^2 <= 2^n for n up to 20', 'n^2 \\le 2^n',
    everyCase('n up to 20', upTo(20).map(n => ({ n })), ({ n }) => [atMost<Plain>(n * n, 2 ** n)]),
    ({ n = 0 }) => n * n > 2 ** n),
  refuted('euler', 'n^2 + n + 41 is prime for n up to 40', String.raw`n^2 + n + 41 \text{ is prime}`,
    everyCase('n up to 40', upTo(40).map(n => ({ n })), ({ n }) => [equal<Plain>(Number(isPrime(n * n + n + 41)), 1)]),
      ({ n }) => n === 40),
  refuted('tenths', '0.1 k = k / 10 for doubles and k up to 9', '0.1 k = k / 10',
    everyCase('k up to 9', upTo(9).map(k => ({ k })), ({ k }) => [equal<Plain>(0.1 * k, k / 10)]),
    ({ k = 0 }) => 0.1 * k !== k / 10),
  refuted('second-relation', 'k = k and k = 3, for k up to 3', 'k = k = 3',
    everyCase('k up to 3', upTo(3).map(k => ({ k })), ({ k }) => [equal<Plain>(k, k), equal<Plain>(k, 3)]),
    ({ k }) => k !== 3),
  refuted('raises', '10 / k! is found for k up to 4', '10 / k!',
    everyCase('k up to 4', upTo(4).map(k => ({ k })),
      ({ k }) =>
        [equal<Plain>(judgedBy('a quotient', () => Number(10n / (3n - BigInt(k)))), Math.trunc(10 / (3 - k)))]),
    ({ k }) => k === 3),
  right(
    'proved', 'harmonic', '1 + 1/2 + ... + 1/n in fractions is at most 1 + the sum of 1 / (k (k - 1)) + (n - 1) / 2',
      String.raw`H_n \le 2 + \tfrac{n - 1}2`,
      everyCase('n up to 30', upTo(30).slice(1), n =>
      [atMost<Plain>(upTo(n).slice(1).map(k => rational.div(rational.of(1), rational.of(k))).reduce(rational.add),
        rational.of(2 + (n - 1) / 2))])
  ),
  right('proved', 'odd-numbers', 'the first n odd numbers add up to n^2', String.raw`\sum_{k < n} (2k + 1) = n^2`,
    everyCase('n up to 50', upTo(50), n =>
    [equal<Plain>(upTo(n).slice(1).reduce((sum, k) => sum + 2 * k - 1, 0), n * n)])),
  right('undecided', 'not-exact', 'e^0.5 e^0.5 = e, of which intervals know no more than that they meet', String.raw`e^{1/2} e^{1/2} = e`,
    everyCase('one case', [0.5], half => {
    const root = interval.exp(interval.of(half))
    return [equal<Plain>(interval.mul(root, root), interval.exp(interval.of(1)))]
  })),
  right('vacuous', 'no-cases', 'k = 7 for k among no numbers', 'k = 7', everyCase(
    'none', [], (k: number) => [equal<Plain>(k, 7)]
  )),
  right('vacuous', 'no-relations', 'nothing about k up to 3', String.raw`\top`, everyCase(
    'k up to 3', upTo(3), () => []
  ))
])

const [x, y] = [scalar, scalar]
const always = exactly({ x }, (N, { x }) => equal(N.add(x, x), N.mul(N.of(2), x)))
const often = forAll({ x: positive }, (N, { x }) => equal(N.exp(N.log(x)), x))
const never = forAll({ x }, (N, { x }) => equal(x, N.add(x, N.of(1))))
const open = forAll({ x }, N => atMost(N.mul(N.sqrt(N.of(2)), N.sqrt(N.of(2))), N.of(2)))
const parts = (...judges: ReadonlyArray<Judge>) =>
  allOf('', judges.map((judge, k) => ({ label: `part ${k + 1}`, judge })))

const byAllOf = onTrial('allOf', [
  refuted('last-part', '2 x = x + x, e^(log x) = x, and x = x + 1', String.raw`2x = x + x \land e^{\log x} = x \land x = x + 1`,
    parts(always, often, never)),
  refuted('first-part', 'x = x + 1, and 2 x = x + x', String.raw`x = x + 1 \land 2x = x + x`, parts(never, always)),
  right('proved', 'all-proved', '2 x = x + x, twice', '2x = x + x', parts(always, always)),
  right('supported', 'the-weakest-counts', '2 x = x + x, which is proved, and e^(log x) = x, which is sampled',
    String.raw`2x = x + x \land e^{\log x} = x`,
    parts(always, often, always)),
  right(
    'undecided', 'one-open', '2 x = x + x, and sqrt(2) sqrt(2) <= 2', String.raw`2x = x + x \land \sqrt2 \sqrt2 \le 2`,
      parts(always, open)
  ),
  right('vacuous', 'no-parts', 'no statement at all', String.raw`\top`, parts())
])

const typo = forAll({ x }, (N, { x }) => equal((N as unknown as { half: (a: typeof x) => typeof x }).half(x), x))
const form = (text: string, judge: Judge): Form => ({ text, judge })
const errata = (printed: Judge, corrected: Judge): Judge => (effort, id) =>
  erratum({ id, title: '', statement: '', source: '' },
    { printed: form('printed', printed), corrected: form('corrected', corrected) }).judge(effort)

const byErratum = onTrial('erratum', [
  refuted('correction-is-wrong', 'x = x + 1 should read x = x + 1', 'x = x + 1', errata(never, never)),
  refuted('truth-corrected', '2 x = x + x should read x = x + 1', '2x = x + x', errata(always, never)),
  unproved('undecided', 'nothing-wrong', '2 x = x + x should read e^(log x) = x', '2x = x + x', errata(always, often)),
  right('undecided', 'printed-is-open', 'sqrt(2) sqrt(2) <= 2 should read 2 x = x + x, of which the former is open',
    String.raw`\sqrt2 \sqrt2 \le 2`,
    errata(open, always)),
  right('undecided', 'printed-has-a-slip', 'the half of x = x should read 2 x = x + x, said by a formula with a slip', 'x / 2 = x',
    errata(typo, always)),
  right('undecided', 'printed-has-no-number', 'that (1, 2) has three entries should read 2 x = x + x, where their number is misspelt', 'k = 3',
    errata(everyCase('one case', [[1, 2]], entries => [equal<Plain>((entries as unknown as { size: number }).size
      * 1, 3)]), always)),
  right('erratum', 'corrected', 'x = x + 1 should read 2 x = x + x', 'x = x + 1', errata(never, always))
])

const squareOfSum = (last: 'add' | 'sub', gain: number): ReadonlyArray<Claim> => derivation({
  id: 'trial/derivation/lines', source: 'made to try derivations', variables: { x, y },
  from: (N, { x, y }) => N.mul(N.add(x, y), N.add(x, y)),
  lines: [
    { name: '1-distributed', statement: 'x^2 + xy + yx + y^2', reason: 'distributed',
      side: (N, { x, y }) => N.add(N.mul(x, N.add(x, y)), N.mul(y, N.add(x, y))) },
    { name: '2-collected', statement: String.raw`x^2 \pm 2xy + y^2`, reason: 'collected',
      side: (N, { x, y }) => N.add(N[last](N.mul(x, x), N.mul(N.of(2), N.mul(x, y))), N.mul(y, y)) },
    {
      name: '3-bounded', statement: '2x^2 + 2y^2', reason: 'twice the squares',
        side: (N, { x, y }) => N.mul(N.of(2), N.add(N.mul(x, x), N.mul(y, y))),
      gains: (N, { x, y }) => [[N.of(gain), N.sub(x, y)]]
    }
  ]
})

const byDerivation = onTrial('derivation', [
  refuted('sign', '(x + y)^2 = x^2 - 2 x y + y^2', '(x + y)^2 = x^2 - 2xy + y^2',
    suite(() => squareOfSum('sub', 1)), ({ x = 0, y = 0 }) => x * y !== 0),
  refuted('bound-that-fails', '(x + y)^2 <= (x - y)^2, in one line', String.raw`(x + y)^2 \le (x - y)^2`, suite(
    () => derivation({
      id: 'trial/derivation/bound', source: 'made to try derivations', variables: { x, y },
        from: (N, { x, y }) => N.mul(N.add(x, y), N.add(x, y)),
      lines: [{
        name: '1', statement: '(x - y)^2', reason: 'a slip', side: (N, { x, y }) => N.mul(N.sub(x, y), N.sub(x, y)),
          gains: (N, { x, y }) => [[N.of(-4), N.mul(x, y)]]
      }]
    })
  ), ({ x = NaN, y = NaN }) => x * y > 0),
  right(
    'proved', 'square-of-sum', '(x + y)^2 = x^2 + 2 x y + y^2 <= 2 x^2 + 2 y^2', String.raw`(x + y)^2 \le 2x^2 + 2y^2`,
      suite(() => squareOfSum('add', 1))
  ),
  right('undecided', 'wrong-gain', '(x + y)^2 <= 2 x^2 + 2 y^2, as it gains 3 (x - y)^2', String.raw`(x + y)^2 \le 2x^2 + 2y^2`,
    suite(() => squareOfSum('add', 3)))
])

export const trials: ReadonlyArray<Trial> = [...byEveryCase, ...byAllOf, ...byErratum, ...byDerivation]
