import { type Divisible, power, type Radical, sum } from '../number/index.js'
import { at } from '../prelude/index.js'

// The last of T steps of each update rule, in closed form: what the recursions of the implementations must come to. `gradients` are
// g_1, ..., g_T of one parameter.

/** sum_t rate^{T-t} g_t: what "v = rate v + g" comes to from v = 0. */
const decayedSum = <A>(N: Divisible<A>, rate: A, terms: ReadonlyArray<A>): A => {
  const powers = powersOf(N, rate, terms.length)
  return sum(N)([terms.length], t => N.mul(at(powers, terms.length - 1 - t), at(terms, t)))
}

/** 1, a, a^2, ... */
const powersOf = <A>(N: Divisible<A>, a: A, count: number): ReadonlyArray<A> => {
  const powers = [N.of(1)]
  for (let k = 1; k < count; k++) powers.push(N.mul(powers[k - 1] as A, a))
  return powers
}

const negate = <A>(N: Divisible<A>, x: A): A => N.sub(N.of(0), x)

/** v_T = -eta sum_t mu^{T-t} g_t. */
export const momentumStep = <A>(N: Divisible<A>) => (eta: A, mu: A, gradients: ReadonlyArray<A>): A =>
  negate(N, N.mul(eta, decayedSum(N, mu, gradients)))

/** -mu v_{T-1} + (1 + mu) v_T. */
export const nesterovStep = <A>(N: Divisible<A>) => (eta: A, mu: A, gradients: ReadonlyArray<A>): A => {
  const [before, now] = [momentumStep(N)(eta, mu, gradients.slice(0, -1)), momentumStep(N)(eta, mu, gradients)]
  return N.sub(N.mul(N.add(N.of(1), mu), now), N.mul(mu, before))
}

/** The moving average (1 - rate) sum_t rate^{T-t} g_t, from 0. */
const average = <A>(N: Divisible<A>, rate: A, terms: ReadonlyArray<A>): A =>
  N.mul(N.sub(N.of(1), rate), decayedSum(N, rate, terms))

const squares = <A>(N: Divisible<A>, terms: ReadonlyArray<A>): ReadonlyArray<A> => terms.map(g => N.mul(g, g))

const last = <A>(terms: ReadonlyArray<A>): A => at(terms, terms.length - 1)

/** -eta g_T / (sqrt(c_T) + eps), where c is the moving average of the squares. */
export const rmspropStep = <A>(N: Radical<A>) => (eta: A, rho: A, eps: A, gradients: ReadonlyArray<A>): A =>
  negate(N, N.div(N.mul(eta, last(gradients)), N.add(N.sqrt(average(N, rho, squares(N, gradients))), eps)))

/** The moving average over what it comes to for the constant 1, which is 1 - rate^T: so its weights add up to 1. */
export const unbiased = <A>(N: Divisible<A>) => (rate: A, terms: ReadonlyArray<A>): A =>
  N.div(average(N, rate, terms), N.sub(N.of(1), power(N)(rate, terms.length)))

/** -eta m / (sqrt(v) + eps), where m and v are the unbiased moving averages of the gradients and of their squares. */
export const adamStep = <A>(N: Radical<A>) => (eta: A, beta1: A, beta2: A, eps: A, gradients: ReadonlyArray<A>): A =>
  negate(N, N.div(
    N.mul(eta, unbiased(N)(beta1, gradients)),
    N.add(N.sqrt(unbiased(N)(beta2, squares(N, gradients))), eps)))
