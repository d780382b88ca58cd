import { allOf, type Claim, claim, type Part, printsAs } from '../../../src/claim/index.js'
import { type Analytic, power } from '../../../src/number/index.js'

// Each figure rises or falls with pi throughout: where it rounds alike with a pi that is too small and one that is too large, it does so
// with pi.
const pis = [[333, 106], [355, 113]] as const

const withBothPis = (printed: string, figure: <A>(N: Analytic<A>, pi: A) => A): ReadonlyArray<Part> =>
  pis.map(([p, q]) =>
    ({ label: `pi as ${p}/${q}`, judge: printsAs(printed, N => figure(N, N.div(N.of(p), N.of(q)))) }))

/**
 * The probability that the squares of an odd number of standard normal numbers add up to more than 2 x: erfc(sqrt(x)), which is left
 * out for it is below e^-x, here 10^-43; plus e^-x sum_j x^(j/2) / Gamma(j/2 + 1) over odd j below their number.
 */
const tail = <A>(N: Analytic<A>, pi: A) => (freedom: number, x: A): A => {
  const ratios = Array.from({ length: (freedom - 3) / 2 }, (_, k) => N.div(x, N.of(k + 1.5)))
  const series = ratios.reduceRight((rest, ratio) => N.add(N.of(1), N.mul(ratio, rest)), N.of(1))
  return N.mul(N.mul(N.exp(N.sub(N.of(0), x)), series), N.div(N.mul(N.of(2), N.sqrt(x)), N.sqrt(pi)))
}

/** How often the deviation of n normal numbers about their mean is a tenth or more away from theirs. */
const alarm = <A>(N: Analytic<A>, pi: A) => (n: number): A => {
  const more = (square: number): A => tail(N, pi)(n - 1, N.div(N.mul(N.of(n), N.of(square)), N.of(200)))
  return N.add(N.sub(N.of(1), more(81)), more(121))
}

const either = <A>(N: Analytic<A>, a: A, b: A): A => N.sub(N.add(a, b), N.mul(a, b))

/** The probability that one of 100 normal numbers lies within h = 1e-5 of 0: to leading order each does with h sqrt(2 / pi). */
const nearKink = <A>(N: Analytic<A>, pi: A): A => {
  const each = N.mul(N.div(N.of(1), N.of(100000)), N.sqrt(N.div(N.of(2), pi)))
  return N.sub(N.of(1), power(N)(N.sub(N.of(1), each), 100))
}

/** How often a test of the documents fails on code that is right. */
export const claims: ReadonlyArray<Claim> = [
  claim(
    {
      id: 'gaze/tests/initial-deviation',
      title: 'The test of initial weights fails for 3.3 % of all right ones',
      statement: String.raw`P\left(\chi^2_{249} / 250 \notin [.81, 1.21]\right) = .025,\ P\left(\chi^2_{349} / 350 \notin [.81, 1.21]\right) = .008`,
      source: 'Gaze assignment, question 1, test of the two-layer net',
      rows: ['E228-TL-06']
    },
    allOf('250 and 350 normal numbers', [
      ...withBothPis('.0254', (N, pi) => alarm(N, pi)(250)),
      ...withBothPis('.0081', (N, pi) => alarm(N, pi)(350)),
      ...withBothPis('.033', (N, pi) => either(N, alarm(N, pi)(250), alarm(N, pi)(350)))
    ])
  ),
  claim(
    {
      id: 'gaze/tests/kink-chance',
      title: 'In 8 of 10000 runs the check of the relu draws a number within a step of the kink',
      statement: String.raw`1 - \left(1 - h \sqrt{2/\pi}\right)^{100} = 8.0 \cdot 10^{-4}`,
      source: 'Gaze assignment, question 1, check of the relu',
      rows: ['E228-RELU-02']
    },
    allOf('100 normal numbers, h = 1e-5', withBothPis('8.0e-4', nearKink))
  )
]
