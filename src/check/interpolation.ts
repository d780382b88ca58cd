import type { Premise } from '../claim/index.js'
import { type Analytic, half } from '../number/index.js'
import { refuse } from '../prelude/index.js'
import {
  entriesOf, evaluate, fresh, type Properties, type Term, type Unknown, type Value, type World
} from '../notation/index.js'

/** A point at which a function or its gradient is taken. */
interface Point<A> {
  readonly name: string
  readonly place: string
  readonly at: Value<A>
}

/** The same unknowns, and afterwards the points at which they were asked for. */
export const noticing = <A>(
  { value, slope }: Unknown<A>
): { readonly unknown: Unknown<A>; readonly points: () => ReadonlyArray<Point<A>> } => {
  const met = new Map<string, Point<A>>()
  const notice = (name: string, place: string, at: Value<A>): void => {
    const key = `${name}(${place})`
    if (!met.has(key)) met.set(key, { name, place, at })
  }
  return {
    unknown: {
      value: (name, place, at) => {
        notice(name, place, at)
        return value(name, place, at)
      },
      slope: (name, place, at) => {
        notice(name, place, at)
        return slope(name, place, at)
      }
    },
    points: () => [...met.values()]
  }
}

/** What holds of the values and gradients of all functions with the declared properties, at points that have been met. */
export const interpolated = <A>(
  world: World<A>, points: ReadonlyArray<Point<A>>, { value, slope }: Unknown<A>
): ReadonlyArray<Premise<A>> => {
  const names = [...new Set(points.map(({ name }) => name))]
  return names.flatMap(name => {
    const symbol = world.ground.scope.get(name)
    if (symbol?.kind !== 'definition' || symbol.known === undefined) return []
    const [height, width] = symbol.known.shape ?? []
    const odd = points.find(({ name: own, at: { rows, columns } }) =>
      own === name && height !== undefined && (rows !== height || columns !== width))
    if (odd !== undefined) return refuse('undecided', 'a point', `an argument of ${name} as it was declared`, odd.place)
    const bound = (term: Term | undefined): A | undefined =>
      (term === undefined ? undefined : evaluate(fresh(world), term).at(0, 0))
    const here = points.filter(point => point.name === name).map(({ place, at }) => (
      { place, x: entriesOf(at), f: value(name, place, at).at(0, 0), g: entriesOf(slope(name, place, at)) }))
    return inequalities(world.ground.N, name, boundsOf(symbol.known, bound), here)
  })
}

/** The constants of a class of functions. */
export interface Bounds<A> {
  readonly isConvex: boolean
  readonly isNotNegative?: boolean
  readonly lipschitz?: A
  readonly smooth?: A
  readonly strong?: A
}

const boundsOf = <A>(
  { isConvex, isNotNegative = false, lipschitz, smooth, strong }: Properties,
  bound: (term: Term | undefined) => A | undefined
): Bounds<A> => {
  const [M, L, mu] = [lipschitz, smooth, strong].map(bound)
  return {
    isConvex, isNotNegative, ...M === undefined ? {} : { lipschitz: M }, ...L === undefined ? {} : { smooth: L },
    ...mu === undefined ? {} : { strong: mu }
  }
}

/** The point x, the value f and the gradient g there (where f has none, any subgradient). */
export interface Sample<A> {
  readonly place: string
  readonly x: ReadonlyArray<A>
  readonly f: A
  readonly g: ReadonlyArray<A>
}

/**
 * What holds of every function of a class, for each two points i and j, and at each point:
 *
 * - convex: f_i >= f_j + <g_j, x_i - x_j>, which says that g_j is a subgradient (Rockafellar, Convex Analysis, section 23);
 * - mu-strongly convex: the same with mu/2 |x_i - x_j|^2 on the right (Nesterov, Lectures on Convex Optimization, theorem 2.1.9);
 * - convex and L-smooth: the same with 1/(2L) |g_i - g_j|^2 on the right (Nesterov, theorem 2.1.5);
 * - mu-strongly convex and L-smooth with mu < L: with
 *   1/(2 (1 - mu/L)) (|g_i - g_j|^2 / L + mu |x_i - x_j|^2 - 2 mu/L <g_i - g_j, x_i - x_j>)
 *   on the right (Taylor, Hendrickx and Glineur, Smooth strongly convex interpolation, 2017, theorem 4);
 * - L-smooth: the last one with mu = -L, since f + L/2 |x|^2 is convex and 2L-smooth (the same authors, Exact worst-case performance of
 *   first-order methods for composite convex optimization, 2017, theorem 3.10);
 * - rho-Lipschitz: |g_i| <= rho, and |f_i - f_j| <= rho |x_i - x_j|, by the definition.
 */
export const inequalities = <A>(
  N: Analytic<A>, name: string, { isConvex, isNotNegative = false, lipschitz, smooth, strong }: Bounds<A>,
  samples: ReadonlyArray<Sample<A>>
): ReadonlyArray<Premise<A>> => {
  const curved = smooth === undefined ? strong === undefined ? isConvex ? tangent(N, N.of(0)) : undefined
    : tangent(N, strong)
    : curvedBetween(N, strong ?? (isConvex ? N.of(0) : N.neg(smooth)), smooth)
  const pairs = samples.flatMap(i => samples.flatMap(j => (i === j ? [] : [[i, j] as const])))
  return [
    ...curved === undefined ? [] : pairs.map(([i, j]) => ({
      told: `${name}(${i.place}) from its tangent at ${j.place}`, amount: curved(i, j), above: i.f, below: j.f,
      of: [i.f, j.f, ...j.g, ...smooth === undefined ? [] : i.g]
    })),
    ...isNotNegative ? samples.map(({ place, f }) => ({ told: `${name}(${place}) is not negative`, amount: f, of: [f] })) : [],
    ...lipschitz === undefined ? [] : samples.flatMap(({ place, g }) => [
      { told: `the square of the gradient of ${name} at ${place}`, amount: N.sub(N.square(lipschitz), squared(N, g)), of: g },
      { told: `the length of the gradient of ${name} at ${place}`, amount: N.sub(lipschitz, N.hypot(g)), of: g }
    ]),
    ...lipschitz === undefined ? [] : pairs.flatMap(([i, j]) => near(N, name, lipschitz, i, j))
  ]
}

type Gap<A> = (i: Sample<A>, j: Sample<A>) => A

const minus = <A>(N: Analytic<A>, a: ReadonlyArray<A>, b: ReadonlyArray<A>): ReadonlyArray<A> =>
  a.map((x, k) => N.sub(x, b[k] as A))
const inner = <A>(N: Analytic<A>, a: ReadonlyArray<A>, b: ReadonlyArray<A>): A =>
  N.sum(a.map((x, k) => N.mul(x, b[k] as A)))
const squared = <A>(N: Analytic<A>, a: ReadonlyArray<A>): A => inner(N, a, a)

/** f_i less the tangent at j, less mu/2 |x_i - x_j|^2. */
const tangent = <A>(N: Analytic<A>, mu: A): Gap<A> => (i, j) => {
  const d = minus(N, i.x, j.x)
  return N.sub(N.sub(N.sub(i.f, j.f), inner(N, j.g, d)), half(N)(N.mul(mu, squared(N, d))))
}

/** With curvatures from mu to L: f - mu/2 |x|^2 is convex and (L - mu)-smooth, and has the gradients g - mu x. */
const curvedBetween = <A>(N: Analytic<A>, mu: A, L: A): Gap<A> => (i, j) => {
  const [dx, dg] = [minus(N, i.x, j.x), minus(N, i.g, j.g)]
  const bent = minus(N, dg, dx.map(x => N.mul(mu, x)))
  return N.sub(tangent(N, mu)(i, j), N.div(squared(N, bent), N.mul(N.of(2), N.sub(L, mu))))
}

/** That values differ by at most rho times the distance, in three forms in which it is written. */
const near = <A>(N: Analytic<A>, name: string, rho: A, i: Sample<A>, j: Sample<A>): ReadonlyArray<Premise<A>> => {
  const [df, d] = [N.sub(i.f, j.f), minus(N, i.x, j.x)]
  const told = `the slope of ${name} between ${i.place} and ${j.place}`
  const lengths = [N.hypot(d), ...d.length === 1 ? d.map(N.abs) : []]
  const of = [i.f, j.f]
  return [
    ...lengths.flatMap(
      length => [df, N.abs(df)].map(difference => ({ told, amount: N.sub(N.mul(rho, length), difference), of }))
    ),
    { told, amount: N.sub(N.mul(N.square(rho), squared(N, d)), N.square(df)), of }
  ]
}
