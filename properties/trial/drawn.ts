import fc from 'fast-check'
import { atMost, equal, forDrawn, frequency, judgedBy, outside, type Plain, sampled } from '../../src/claim/index.js'
import { type Analytic, interval } from '../../src/number/index.js'
import { onTrial, refuted, right, type Trial, unproved } from './trial.js'

const tenths = fc.integer({ min: -99, max: 99 }).map(k => k / 10)
const whole = fc.integer({ min: -40, max: 40 })
const x = whole

/** Calls itself with one less until that is 0: never, from below. */
const countdown = (n: number): number => (n === 0 ? 0 : countdown(n - 1))

/** A slip: what is called is no function. */
const half = (n: number): number => (Math as unknown as { half: (n: number) => number }).half(n)

const isOdd = (n: number): boolean => Math.abs(n % 2) === 1
const manyNumbers = fc.array(
  fc.oneof(fc.constant(0), { weight: 6, arbitrary: fc.integer({ min: 0, max: 2 ** 20 }).map(k => 2 * k + 1) }),
    { minLength: 120, maxLength: 220 }
)

const bySampled = onTrial('sampled', [
  refuted('associative', '(a + b) + c = a + (b + c) for doubles', '(a + b) + c = a + (b + c)',
    sampled({ a: tenths, b: tenths, c: tenths }, ({ a, b, c }) => equal<Plain>(a + b + c, a + (b + c))),
      ({ a = 0, b = 0, c = 0 }) => a + b + c !== a + (b + c)),
  refuted('no-number', 'the double sqrt(x) is 3 or x >= 0', String.raw`\sqrt x = 3`,
    sampled({ x }, ({ x }) => equal<Plain>(x < 0 ? Math.sqrt(x) : 3, 3)), ({ x = 0 }) => x < 0),
  refuted('infinite', 'the double 1 / x is at most 1', String.raw`\tfrac1x \le 1`,
    sampled({ x: fc.nat(9) }, ({ x }) => atMost<Plain>(1 / x, 1)), ({ x }) => x === 0),
  refuted('raised', 'a countdown from any x ends at 0', String.raw`f(x) = 0`,
    sampled({ x }, ({ x }) => equal<Plain>(judgedBy('countdown', () => countdown(x)), 0)), ({ x = 0 }) => x < 0),
  refuted('one-in-five', 'no x is 2 modulo 5', String.raw`x \not\equiv 2 \pmod 5`,
    sampled({ x: fc.nat(199) }, ({ x }) => equal<Plain>(Number(x % 5 === 2), 0)), ({ x = 0 }) => x % 5 === 2),
  refuted(
    'after-many-shrinks', 'of 120 to 220 numbers at most 100 are odd', String.raw`|\{i : x_i \text{ odd}\}| \le 100`,
      sampled<{ x: ReadonlyArray<number> }>({ x: manyNumbers }, ({ x }) => atMost<Plain>(x.filter(isOdd).length, 100)),
        (_, input) => [...input.matchAll(/\d+/g)].filter(([digits]) => isOdd(Number(digits))).length > 100
  ),
  unproved('undecided', 'no-digits-left', '(1 + 10^-9) e^x = e^x, from enclosures of 20 bits', String.raw`(1 + 10^{-9}) e^x = e^x`,
    sampled({ x }, ({ x }) => {
    const y = interval.exp(interval.of(x))
    const rough = { lo: y.lo * (1 - 2 ** -20), hi: y.hi * (1 + 2 ** -20) }
    return equal<Plain>(interval.mul(rough, interval.of(1 + 1e-9)), rough)
  })),

  right('supported', 'sterbenz', 'a - b is exact where b / 2 <= a <= 2 b', String.raw`(a - b) + b = a`,
    sampled({ b: fc.integer({ min: 2 ** 20, max: 2 ** 21 }), k: fc.nat(2 ** 19) }, ({ b, k }) => {
      const a = (b + k) * (1 + 2 ** -30)
      return equal<Plain>(a - b + b, a)
    })),
  right('supported', 'negative-zero', 'x + (-x) = 0, whatever the sign of 0', 'x + (-x) = 0',
    sampled({ x }, ({ x }) => equal<Plain>(-(x - x), 0))),
  right('supported', 'inside', 'the double e^x lies in the enclosure of e^x', String.raw`\mathrm{fl}(e^x) \approx e^x`,
    sampled({ x }, ({ x }) => equal<Plain>(Math.exp(x), interval.exp(interval.of(x))))),
  right('supported', 'overflow', 'e^(x + 800) is above all doubles for x >= -40', String.raw`e^{x + 800} \ge 2^{1000}`,
    sampled({ x }, ({ x }) => atMost<Plain>(2 ** 1000, interval.exp(interval.of(x + 800))))),
  right('vacuous', 'premise-seldom-met', 'x = 40 where x > 38', String.raw`x > 38 \Rightarrow x \ge 39`,
    sampled({ x }, ({ x }) => (x > 38 ? atMost<Plain>(39, x) : outside))),
  right('undecided', 'law-raises', 'x = x, said by a law that raises', 'x = x', sampled(
    { x }, ({ x }) => equal<Plain>(half(x), half(x))
  ))
])

const total = <A>(N: Analytic<A>, terms: ReadonlyArray<A>): A => terms.reduce(N.add)
const scores = fc.array(whole, { minLength: 3, maxLength: 3 })
const label = fc.nat(2)

/** The logarithm of the sum of e^s, less the largest s at first. */
const logSumExp = <A>(N: Analytic<A>, row: ReadonlyArray<A>, less: A): A =>
  N.add(less, N.log(total(N, row.map(s => N.exp(N.sub(s, less))))))

const byForDrawn = onTrial('forDrawn', [
  refuted('largest-score', 'log of the sum of e^s is the largest s', String.raw`\log \sum_j e^{s_j} = \max_j s_j`,
    forDrawn({ scores }, (N, { scores }) => equal(logSumExp(N, scores.map(N.of), N.of(0)), N.of(Math.max(...scores))))),
  refuted('label-left-out', 'the probabilities of the other classes add up to 1', String.raw`\sum_{j \ne y} p_j = 1`,
    forDrawn({ scores, label }, (N, { scores, label }) => {
    const powers = scores.map(s => N.exp(N.of(s)))
    return equal(N.div(total(N, powers.filter((_, j) => j !== label)), total(N, powers)), N.of(1))
  })),
  refuted('loss-of-far-scores', 'the loss of a score 40 to 80 above the others is 0', String.raw`\log \sum_j e^{s_j} - s_y = 0`,
    forDrawn({ gap: fc.integer({ min: 40, max: 80 }) },
      (N, { gap }) => equal(logSumExp(N, [N.of(0), N.of(-gap), N.of(-gap)], N.of(0)), N.of(0))),
    ({ gap = NaN }) => Math.log1p(2 * Math.exp(-gap)) > 0),

  right('supported', 'shift', 'the logarithm of the sum of e^s, with the largest s taken off first',
    String.raw`\log \sum_j e^{s_j} = m + \log \sum_j e^{s_j - m}`,
    forDrawn({ scores }, (N, { scores }) =>
      equal(logSumExp(N, scores.map(N.of), N.of(0)), logSumExp(N, scores.map(N.of), N.of(Math.max(...scores)))))),
  right('supported', 'far-scores', 'the loss of a score far above the others is log(1 + 2 e^-d), and at most 2 e^-d',
    String.raw`\log(1 + 2 e^{-d}) \le 2 e^{-d}`,
    forDrawn({ gap: fc.integer({ min: 40, max: 80 }) }, (N, { gap }) =>
      atMost(logSumExp(N, [N.of(0), N.of(-gap), N.of(-gap)], N.of(0)), N.mul(N.of(2), N.exp(N.of(-gap)))))),
  right('supported', 'loss-is-positive', 'the loss is at least 0, for equal scores as well', String.raw`\log \sum_j e^{s_j} - s_y \ge 0`,
    forDrawn({ scores, label }, (N, { scores, label }) =>
      atMost(N.of(scores[label] ?? NaN), logSumExp(N, scores.map(N.of), N.of(0)))))
])

const die = fc.integer({ min: 1, max: 6 })

const byFrequency = onTrial('frequency', [
  refuted('loaded-coin', 'a fair coin falls on its head with probability 0.7', String.raw`P = \tfrac7{10}`,
    frequency({ draw: fc.boolean(), event: head => head, probability: 0.7, drawsPerRun: 20 })),
  refuted('never', 'a die never shows 6', 'P = 0', frequency({ draw: die, event: k => k === 6, probability: 0 })),
  refuted('always', 'a die always shows at least 2', 'P = 1', frequency(
    { draw: die, event: k => k >= 2, probability: 1 }
  )),
  right('supported', 'two-dice', 'two dice show 7 with probability 1/6', String.raw`P = \tfrac16`,
    frequency({ draw: fc.tuple(die, die), event: ([a, b]) => a + b === 7, probability: 1 / 6 })),
  right('supported', 'certain', 'a die shows at most 6 with probability 1', 'P = 1',
    frequency({ draw: die, event: k => k <= 6, probability: 1 })),
  right('vacuous', 'too-few', 'a share of 1/2, from draws too few to refute any', String.raw`P = \tfrac12`,
    frequency({ draw: fc.boolean(), event: head => head, probability: 0.5, drawsPerRun: 0.1 }))
])

export const trials: ReadonlyArray<Trial> = [...bySampled, ...byForDrawn, ...byFrequency]
