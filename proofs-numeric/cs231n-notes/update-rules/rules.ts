import { adamStep, momentumStep, rmspropStep, unbiased } from '../../../src/definition/index.js'
import {
  allOf, type Claim, claim, equal, erratum, everyCase, exactly, type Judge, scalar
} from '../../../src/claim/index.js'
import { type Divisible, fraction, power, type Rational, rational } from '../../../src/number/index.js'

// What momentum, RMSprop and Adam make of a constant gradient, and of the first one.

const source = 'Notes on CS231n, update rules'

const repeated = <A>(g: A, T: number): ReadonlyArray<A> => Array.from({ length: T }, () => g)

interface Constant<A> {
  readonly eta: A
  /** 1 - mu. */
  readonly fresh: A
  /** 1 - mu^T. */
  readonly kept: A
  readonly g: A
}

/** What 1 - mu times the velocity after T gradients g comes to, for T = 1..6: so mu = 1 needs no exception. */
const velocityIs = (multiple: <A>(N: Divisible<A>, given: Constant<A>) => A): Judge =>
  exactly({ eta: scalar, mu: scalar, g: scalar }, (N, { eta, mu, g }) => [1, 2, 3, 4, 5, 6].map(T => {
    const [fresh, kept] = [N.sub(N.of(1), mu), N.sub(N.of(1), power(N)(mu, T))]
    return equal(
      N.mul(fresh, momentumStep(N)(eta, mu, repeated(g, T))), multiple(N, { eta, fresh, kept, g }), `T = ${T}`
    )
  }))

const size = (x: Rational): Rational => rational.max(x, rational.sub(rational.of(0), x))

const product = (a: Rational, b: Rational, sign = 1): Rational => rational.mul(rational.of(sign), rational.mul(a, b))

const gradients = [fraction(3n, 1n), fraction(-1n, 7n), fraction(-(10n ** 40n), 1n), fraction(1n, 10n ** 40n)]

/** Decays, with the root of what is left to 1. */
const decays = [
  [fraction(99n, 100n), fraction(1n, 10n)], [fraction(3n, 4n), fraction(1n, 2n)], [fraction(16n, 25n), fraction(3n, 5n)]
] as const

const smoothing = [rational.of(0), fraction(1n, 10n ** 8n)]

const firsts = gradients.flatMap(g => smoothing.map(eps => ({ g, eps })))

const hundredth = fraction(1n, 100n)

export const claims: ReadonlyArray<Claim> = [
  erratum(
    {
      id: 'cs231n-notes/update-rules/velocity-weights',
      title: 'The velocity is no moving average of gradients: its weights add up to -eta / (1 - mu)',
      statement:
        String.raw`v_T = -\eta \sum_t \mu^{T-t} g_t, \quad \eta \sum_t \mu^{T-t} = \eta \frac{1 - \mu^T}{1 - \mu}`,
      source,
      rows: ['N231-OPT-08', 'N231-OPT-11']
    },
    {
      printed: { text: 'the velocity of a constant gradient is that gradient', judge: velocityIs(
        (N, { fresh, g }) => N.mul(fresh, g)
      ) },
      corrected: {
        text: 'it is -eta (1 - mu^T) / (1 - mu) times that gradient',
        tex: String.raw`\text{it is } {-\eta}\,\frac{1 - \mu^T}{1 - \mu} \text{ times that gradient}`,
        judge: velocityIs((N, { eta, kept, g }) => N.sub(N.of(0), N.mul(N.mul(eta, kept), g)))
      }
    }
  ),
  claim(
    {
      id: 'cs231n-notes/update-rules/rmsprop-first-step',
      title: 'The first step of RMSprop is eta / sqrt(1 - decay) against the gradient\'s sign, of any size',
      statement: String.raw`\Delta_1 = \frac{-\eta g}{\sqrt{1 - \rho}\,|g| + \varepsilon} = -\frac{\eta\, \mathrm{sign}(g)}{\sqrt{1 - \rho}} \text{ at } \varepsilon = 0`,
      source,
      rows: ['N231-OPT-12']
    },
    everyCase('gradients 3, -1/7, -1e40, 1e-40; decays .99, .75, .64; eps 0, 1e-8', firsts, ({ g, eps }) =>
      decays.flatMap(([decay, root]) => {
        const step = rmspropStep(rational)(hundredth, decay, eps, [g])
        const expected = rational.div(product(hundredth, g, -1), rational.add(product(root, size(g)), eps))
        const towards = rational.div(product(hundredth, rational.div(g, size(g)), -1), root)
        return [equal(step, expected, 'step'), ...(eps.num === 0n ? [equal(step, towards, 'step at eps = 0')] : [])]
      }))
  ),
  claim(
    {
      id: 'cs231n-notes/update-rules/adam-constant-gradient',
      title: 'Adam\'s averages of a constant gradient are that gradient and its square from the first step on',
      statement: String.raw`\hat m_t = \frac{(1 - \beta^t) g}{1 - \beta^t} = g, \quad \Delta_1 = -\eta \frac{g}{|g| + \varepsilon}`,
      source,
      rows: ['N231-OPT-13']
    },
    allOf('every gradient and every decay other than 1 and -1, T = 1..7; the first step for eight gradients and eps', [
      {
        label: 'averages',
        judge: exactly({ g: scalar, beta: scalar }, (N, { g, beta }) =>
          [1, 2, 3, 4, 5, 6, 7].map(T => equal(unbiased(N)(beta, repeated(g, T)), g, `T = ${T}`)))
      },
      {
        label: 'first step',
        judge: everyCase('gradients 3, -1/7, -1e40 and 1e-40, eps 0 and 1e-8', firsts, ({ g, eps }) => [equal(
          adamStep(rational)(hundredth, fraction(9n, 10n), fraction(999n, 1000n), eps, [g]),
          rational.div(product(hundredth, g, -1), rational.add(size(g), eps)))])
      }
    ])
  )
]
