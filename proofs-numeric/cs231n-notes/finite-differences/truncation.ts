import {
  backwardDifference, centralDifference, derivative, forwardDifference, type RealFunction
} from '../../../src/definition/index.js'
import { allOf, atMost, type Claim, claim, example, type Judge, type Part } from '../../../src/claim/index.js'
import {
  type Analytic, type Divisible, hull, type Interval, interval, magnitude, point
} from '../../../src/number/index.js'
import { type SmoothFunction, smoothFunctions } from '../../literature/finite-differences/smooth-functions.js'

// Taylor with Lagrange's remainder: the error of a one-sided difference is +-(h/2) f''(xi), that of a central one (h^2/6) f'''(xi), for
// some xi between the points that were used. So the error over h^p lies in an enclosure of that derivative, by nested duals over intervals;
// errors are computed with as many bits as it takes, since in doubles rounding would hide them.

const source = 'Notes on CS231n, gradient checks'
const scope = `${smoothFunctions.length} functions, each at one point, h = 2^-8, 2^-12, ..., 2^-24`
const exponents = [8, 12, 16, 20, 24]

/** A difference, the order of its error, and the error divided by h^p: between these bounds. */
interface Method {
  readonly name: string
  readonly difference: <A>(N: Divisible<A>) => (f: (x: A) => A) => (x: A, h: A) => A
  readonly order: 1 | 2
  /** f^(p+1) / (p+1)! with its sign, over the points between which the difference is taken. */
  readonly remainder: (f: RealFunction, x: number, h: number) => Interval
}

const over = (f: RealFunction, a: number, b: number, divisor: number): Interval =>
  interval.div(f(interval)(hull(point(a), point(b))), point(divisor))

const second = (f: RealFunction): RealFunction => derivative(derivative(f))
const third = (f: RealFunction): RealFunction => derivative(second(f))

const forward: Method =
  { name: 'forward', difference: forwardDifference, order: 1, remainder: (f, x, h) => over(second(f), x, x + h, 2) }
const backward: Method =
  { name: 'backward', difference: backwardDifference, order: 1, remainder: (f, x, h) => over(second(f), x - h, x, -2) }
const central: Method =
  { name: 'central', difference: centralDifference, order: 2, remainder: (f, x, h) => over(third(f), x - h, x + h, 6) }

const errorAt = <A>(N: Analytic<A>, { difference }: Method, { f, x }: SmoothFunction, h: number): A =>
  N.sub(difference(N)(f(N))(N.of(x), N.of(h)), derivative(f)(N)(N.of(x)))

/** Two claims a function and step: not below the enclosure, not above it. */
const between = (label: string, value: <A>(N: Analytic<A>) => A, bounds: Interval): ReadonlyArray<Part> => [
  { label: `${label}, from below`, judge: example(N => atMost(N.of(bounds.lo), value(N))) },
  { label: `${label}, from above`, judge: example(N => atMost(value(N), N.of(bounds.hi))) }
]

type Parts = (label: string, method: Method, fn: SmoothFunction, h: number) => ReadonlyArray<Part>

const everywhere = (methods: ReadonlyArray<Method>, parts: Parts): Judge =>
  (effort, id) => allOf(scope, methods.flatMap(method => smoothFunctions.flatMap(fn => exponents.flatMap(k =>
    parts(`${method.name}, ${fn.name} at ${fn.x}, h = 2^-${k}`, method, fn, 2 ** -k)))))(effort, id)

const withinRemainder = (methods: ReadonlyArray<Method>): Judge =>
  everywhere(methods, (label, method, fn, h) => between(
    label, N => N.div(errorAt(N, method, fn, h), N.of(h ** method.order)), method.remainder(fn.f, fn.x, h)))

/** The slope of log |error| against log h between h and 2 h. */
const slopeOf = <A>(N: Analytic<A>, method: Method, fn: SmoothFunction, h: number): A =>
  N.div(N.log(N.div(errorAt(N, method, fn, 2 * h), errorAt(N, method, fn, h))), N.log(N.of(2)))

/**
 * The errors at h and 2 h are c h^p and c' (2 h)^p with c and c' both in the enclosure C for 2 h, so the slope is p + log2 (c' / c), and
 * no further from p than log2 (max |C| / min |C|). Where C contains 0 nothing is known.
 */
const slopeBounds = ({ remainder, order }: Method, { f, x }: SmoothFunction, h: number): Interval => {
  const c = remainder(f, x, 2 * h)
  const least = Math.max(0, c.lo, -c.hi)
  const away = interval.div(interval.log(interval.div(point(magnitude(c)), point(least))), interval.log(point(2)))
  return { lo: interval.sub(point(order), away).lo, hi: interval.add(point(order), away).hi }
}

const slopesWithinBounds = (methods: ReadonlyArray<Method>): Judge =>
  everywhere(methods, (label, method, fn, h) =>
    between(label, N => slopeOf(N, method, fn, h), slopeBounds(method, fn, h)))

export const claims: ReadonlyArray<Claim> = [
  claim(
    {
      id: 'cs231n-notes/finite-differences/one-sided-remainder',
      title: `The error of one-sided differences is (h/2) f'' at a point in between, on ${smoothFunctions.length} smooth functions`,
      statement: String.raw`\frac{f(x \pm h) - f(x)}{\pm h} - f'(x) = \pm\tfrac h2 f''(\xi), \quad \xi \text{ between } x \text{ and } x \pm h`,
      source,
      rows: ['HW1-AD-09']
    },
    withinRemainder([forward, backward])
  ),
  claim(
    {
      id: 'cs231n-notes/finite-differences/central-remainder',
      title: `The error of central differences is (h^2/6) f''' at a point in between, on ${smoothFunctions.length} smooth functions`,
      statement:
        String.raw`\frac{f(x + h) - f(x - h)}{2h} - f'(x) = \tfrac{h^2}6 f'''(\xi), \quad x - h \le \xi \le x + h`,
      source,
      rows: ['HW1-AD-09', 'N231-GRD-10']
    },
    withinRemainder([central])
  ),
  claim(
    {
      id: 'cs231n-notes/finite-differences/one-sided-slope',
      title:
        `Log-log slopes of the one-sided error are 1 up to Taylor's remainder, on ${smoothFunctions.length} functions`,
      statement: String.raw`\left|\log_2 \frac{E(2h)}{E(h)} - 1\right| \le \log_2 \frac{\max |f''|}{\min |f''|} \text{ over the points between}`,
      source,
      rows: ['HW1-AD-09']
    },
    slopesWithinBounds([forward, backward])
  ),
  claim(
    {
      id: 'cs231n-notes/finite-differences/central-slope',
      title:
        `Log-log slopes of the central error are 2 up to Taylor's remainder, on ${smoothFunctions.length} functions`,
      statement: String.raw`\left|\log_2 \frac{E(2h)}{E(h)} - 2\right| \le \log_2 \frac{\max |f'''|}{\min |f'''|} \text{ over the points between}`,
      source,
      rows: ['HW1-AD-09']
    },
    slopesWithinBounds([central])
  )
]
