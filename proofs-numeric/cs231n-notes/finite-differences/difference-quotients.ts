import { centralDifference, forwardDifference, relu } from '../../../src/definition/index.js'
import {
  allOf, atMost, type Claim, claim, equal, erratum, exactly, positive, printsAs, scalar, sumOfSquares, vector
} from '../../../src/claim/index.js'
import {
  type Arithmetic, type Divisible, dual, dualDivisible, type Grid, power, sum, vectorOf
} from '../../../src/number/index.js'

// What the notes say of difference quotients, beyond their orders: the sign of equality, Taylor's expansion, and which is more precise.

const source = 'Notes on CS231n, gradient checks'

/** A function made of sums, products and quotients, over any number system: it can be differentiated again and again. */
type AlgebraicFunction = <A>(N: Divisible<A>) => (x: A) => A

const prime = (f: AlgebraicFunction): AlgebraicFunction => N => x => f(dualDivisible(N))(dual(x, N.of(1))).tangent

const derivatives = (f: AlgebraicFunction, count: number): ReadonlyArray<AlgebraicFunction> =>
  Array.from({ length: count - 1 }).reduce<ReadonlyArray<AlgebraicFunction>>(
    found => [...found, prime(found[found.length - 1] ?? f)], [f]
  )

const factorial = (k: number): number => (k === 0 ? 1 : k * factorial(k - 1))

/** c0 + c1 x + c2 x^2. */
const quadratic = <A>(N: Arithmetic<A>, c: Grid<A>) =>
  (x: A): A => N.add(c.at(0), N.mul(x, N.add(c.at(1), N.mul(x, c.at(2)))))

/** c1 + 2 c2 x. */
const slopeOfQuadratic = <A>(N: Arithmetic<A>, c: Grid<A>, x: A): A => N.add(c.at(1), N.mul(N.of(2), N.mul(c.at(2), x)))

const quadratics = { c: vector(3), x: scalar, h: positive }

/** The terms k of Taylor's series of x^n, over h^lost. */
const terms = <A>(N: Divisible<A>, n: number, x: A, h: A, ks: ReadonlyArray<number>, lost: number): A => {
  const found = derivatives(M => y => power(M)(y, n), n + 1)
  const at = (k: number): A => found[k]?.(N)(x) ?? N.of(0)
  return sum(N)([ks.length], i => {
    const k = ks[i] ?? 0
    return N.div(N.mul(at(k), power(N)(h, k - lost)), N.of(factorial(k)))
  })
}

const rectifier = <A>(N: Divisible<A>) => (x: A): A => relu(N)(vectorOf([x])).at(0)

/** A difference of the rectifier at 1e-6, with the step 1e-5 of the notes. */
const acrossKink = <A>(N: Divisible<A>, difference: typeof centralDifference): A =>
  difference(N)(rectifier(N))(N.div(N.of(1), N.of(1e6)), N.div(N.of(1), N.of(1e5)))

const squared = <A>(N: Divisible<A>, x: A): A => N.mul(x, x)

export const claims: ReadonlyArray<Claim> = [
  erratum(
    {
      id: 'cs231n-notes/finite-differences/equals-sign',
      title: 'The difference quotient is not the derivative: of a quadratic it is wrong by (h/2) f\'\'',
      statement: String.raw`\frac{f(x + h) - f(x)}h = f'(x) + \tfrac h2 f''(x) \text{ for } f = c_0 + c_1 x + c_2 x^2`,
      source: 'Notes on CS231n, computing the gradient numerically, and gradient checks',
      rows: ['N231-GRD-05', 'N231-GRD-09']
    },
    {
      printed: {
        text: 'df/dx = (f(x + h) - f(x)) / h',
        tex: String.raw`\frac{df}{dx} = \frac{f(x + h) - f(x)}{h}`,
        judge: exactly(quadratics, (N, { c, x, h }) =>
          equal(forwardDifference(N)(quadratic(N, c))(x, h), slopeOfQuadratic(N, c, x)))
      },
      corrected: {
        text: 'df/dx = (f(x + h) - f(x)) / h - (h/2) f\'\', and f\'\' = 2 c2',
        tex: String.raw`\frac{df}{dx} = \frac{f(x + h) - f(x)}{h} - \frac h2 f'' \text{, and } f'' = 2 c_2`,
        judge: exactly(quadratics, (N, { c, x, h }) =>
          equal(forwardDifference(N)(quadratic(N, c))(x, h), N.add(slopeOfQuadratic(N, c, x), N.mul(h, c.at(2)))))
      }
    }
  ),
  claim(
    {
      id: 'cs231n-notes/finite-differences/taylor',
      title: 'Four terms of Taylor\'s series are f(x + h) but for a factor h^4, on every x^n',
      statement: String.raw`f(x + h) = f + h f' + \tfrac{h^2}2 f'' + \tfrac{h^3}6 f''' + h^4 \sum_{k \ge 4} \frac{f^{(k)}(x)}{k!} h^{k-4}`,
      source,
      rows: ['N231-GRD-10']
    },
    allOf('every real x and h, for f = x^n, n = 0..5', [0, 1, 2, 3, 4, 5].map(n => ({
      label: `n = ${n}`,
      judge: exactly({ x: scalar, h: scalar }, (N, { x, h }) => equal(
        power(N)(N.add(x, h), n),
        N.add(
          terms(N, n, x, h, [0, 1, 2, 3].filter(k => k <= n), 0),
          N.mul(power(N)(h, 4), terms(N, n, x, h, [4, 5].filter(k => k <= n), 4)))))
    })))
  ),
  claim(
    {
      id: 'cs231n-notes/finite-differences/more-precise',
      title: 'Central differences are at least as precise on quadratics, but not on x^3 at -h/3 nor at kinks',
      statement: String.raw`|D_0 f - f'| \le |D_+ f - f'| \text{ for } f = c_0 + c_1 x + c_2 x^2; \quad D_+ = f',\ D_0 - f' = h^2 \text{ for } x^3 \text{ at } -\tfrac h3,\ h > 0; \quad D_0\, \mathrm{relu}(10^{-6}) = 0.55,\ D_+ = 1,\ h = 10^{-5}`,
      source,
      rows: ['N231-GRD-13']
    },
    allOf('every quadratic; relu at 1e-6 with h = 1e-5; x^3 at -h/3, every h > 0', [
      {
        label: 'quadratics',
        judge: sumOfSquares(quadratics,
          (N, { c, x, h }) => {
            const error = (difference: typeof centralDifference) =>
              squared(N, N.sub(difference(N)(quadratic(N, c))(x, h), slopeOfQuadratic(N, c, x)))
            return atMost(error(centralDifference), error(forwardDifference))
          },
          (N, { c, h }) => [[N.of(1), N.mul(h, c.at(2))]])
      },
      {
        label: 'x^3 at -h/3',
        judge: exactly({ h: positive }, (N, { h }) => {
          const x = N.div(h, N.of(-3))
          const error = (difference: typeof centralDifference) =>
            N.sub(difference(N)(y => power(N)(y, 3))(x, h), N.mul(N.of(3), squared(N, x)))
          return [equal(error(forwardDifference), N.of(0), 'forward'), equal(
            error(centralDifference), squared(N, h), 'central'
          )]
        })
      },
      { label: 'central, across the kink', judge: printsAs('.55', N => acrossKink(N, centralDifference)) },
      { label: 'forward, away from the kink', judge: printsAs('1.00000', N => acrossKink(N, forwardDifference)) }
    ])
  )
]
