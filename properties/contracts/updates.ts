import fc, { type Arbitrary } from 'fast-check'
import type { Argument } from '../../src/bridge/Value.js'
import { type Analytic, fromEntries, type Grid, grid, mapGrid, power, zipGrid } from '../../src/number/index.js'
import { casesOf, numberIn, positive } from './cases.js'
import { type Case, type Contract, contract } from './Contract.js'

// Each contract is of one step, from a state that is given or from none, which counts as zeros. A record keeps its state.

const rates = fc.constantFrom(0.5, 0.25, 0.01, 1e-3)
const decays = fc.constantFrom(0.9, 0.5, 0.75, 0.99)
const epsilons = fc.constantFrom(1e-8, 1e-3, 0.25)

type State = (shape: ReadonlyArray<number>) => Readonly<Record<string, Arbitrary<Argument | undefined>>>

/** Parameters and gradients of one shape, constants, and a state that in one case of four is not there yet. */
const stepCases = (constants: Readonly<Record<string, Arbitrary<Argument>>>, state: State): Arbitrary<Case> =>
  fc.constantFrom(['N'], ['N', 'D'], ['N', 'D']).chain(axes => casesOf({ w: axes, dw: axes }, sizes => ({
    ...constants, begun: fc.constantFrom(true, true, true, false), ...state(axes.map(axis => sizes[axis] ?? 1))
  }))).map(given => (given['begun'] === true ? given
    : { ...given, ...Object.fromEntries(Object.keys(state([1])).map(name => [name, undefined])) }))

const constant = <A>(N: Analytic<A>, given: Case, name: string): A => N.of(numberIn(given, name))

/** The state, or zeros where there is none. */
const orZeros = <A>(N: Analytic<A>, state: Grid<A> | undefined, { shape }: Grid<A>): Grid<A> => state ?? grid(shape, () => N.of(0))

/** rate a + (1 - rate) b, entry by entry. */
const mixed = <A>(N: Analytic<A>, rate: A, a: Grid<A>, b: Grid<A>): Grid<A> =>
  zipGrid((x: A, y: A) => N.add(N.mul(rate, x), N.mul(N.sub(N.of(1), rate), y)))(a, b)

const squared = <A>(N: Analytic<A>, x: Grid<A>): Grid<A> => mapGrid((a: A) => N.square(a))(x)

const sgd: Contract = contract<'w' | 'dw'>({
  name: 'gradient descent',
  forward: 'sgd(w, dw, {learning_rate: learning_rate}) -> next_w, {learning_rate: kept}',
  domain: 'w - learning_rate dw',
  defaults: { learning_rate: 1e-2 },
  cases: casesOf({ w: ['N', 'D'], dw: ['N', 'D'] }, () => ({ learning_rate: rates })),
  define: N => ({ w, dw }, given) => ({
    next_w: zipGrid((a: never, g: never) => N.sub(a, N.mul(constant(N, given, 'learning_rate'), g)))(w as never, dw as never)
  })
})

const momentum: Contract = contract<'w' | 'dw' | 'velocity'>({
  name: 'momentum',
  forward: 'sgd_momentum(w, dw, {learning_rate: learning_rate, momentum: momentum, velocity: velocity}) -> next_w, {velocity: next_v}',
  domain: 'v = momentum velocity - learning_rate dw; w + v',
  defaults: { learning_rate: 1e-2, momentum: 0.9 },
  cases: casesOf({ w: ['N', 'D'], dw: ['N', 'D'], velocity: ['N', 'D'] }, () => ({ learning_rate: rates, momentum: decays })),
  define: N => ({ w, dw, velocity }, given) => {
    const [rate, mu] = [constant(N, given, 'learning_rate'), constant(N, given, 'momentum')]
    const next_v = zipGrid((v: typeof rate, g: typeof rate) => N.sub(N.mul(mu, v), N.mul(rate, g)))(orZeros(N, velocity, w), dw)
    return { next_w: zipGrid(N.add)(w, next_v), next_v }
  }
})

const rmsprop: Contract = contract<'w' | 'dw' | 'squares'>({
  name: 'rmsprop',
  forward: 'rmsprop(w, dw, {learning_rate: learning_rate, decay_rate: decay_rate, epsilon: epsilon, cache: squares}) -> next_w, {cache: next_squares}',
  domain: 'cache = decay_rate cache + (1 - decay_rate) dw^2; w - learning_rate dw / (sqrt(cache) + epsilon)',
  defaults: { learning_rate: 1e-2, decay_rate: 0.99, epsilon: 1e-8 },
  cases: stepCases({ learning_rate: rates, decay_rate: decays, epsilon: epsilons }, shape => ({ squares: positive(shape) })),
  define: N => ({ w, dw, squares }, given) => {
    const [rate, decay, eps] = ['learning_rate', 'decay_rate', 'epsilon'].map(name => constant(N, given, name)) as [never, never, never]
    const next_squares = mixed(N, decay, orZeros(N, squares, w), squared(N, dw))
    const step = zipGrid((g: never, c: never) => N.div(N.mul(rate, g), N.add(N.sqrt(c), eps)))(dw as never, next_squares as never)
    return { next_w: zipGrid(N.sub)(w, step), next_squares }
  }
})

const adam: Contract = contract<'w' | 'dw' | 'm' | 'v'>({
  name: 'adam',
  forward: 'adam(w, dw, {learning_rate: learning_rate, beta1: beta1, beta2: beta2, epsilon: epsilon, m: m, v: v, t: t}) -> next_w, {m: next_m, v: next_v, t: next_t}',
  domain: 't grows by 1 first; both averages are divided by 1 - beta^t',
  defaults: { learning_rate: 1e-3, beta1: 0.9, beta2: 0.999, epsilon: 1e-8 },
  cases: stepCases(
    { learning_rate: rates, beta1: decays, beta2: fc.constantFrom(0.999, 0.9, 0.5), epsilon: epsilons },
    shape => ({ v: positive(shape), m: positive(shape), t: fc.integer({ min: 1, max: 20 }) })
  ),
  define: N => ({ w, dw, m, v }, given) => {
    const [rate, beta1, beta2, eps] = ['learning_rate', 'beta1', 'beta2', 'epsilon'].map(name => constant(N, given, name)) as [never, never, never, never]
    const t = numberIn(given, 't', 0) + 1
    const [next_m, next_v] = [mixed(N, beta1, orZeros(N, m, w), dw), mixed(N, beta2, orZeros(N, v, w), squared(N, dw))]
    const unbiased = (beta: never, average: Grid<unknown>): Grid<never> =>
      mapGrid((a: never) => N.div(a, N.sub(N.of(1), power(N)(beta, t))) as never)(average as Grid<never>)
    const step = zipGrid((a: never, b: never) => N.div(N.mul(rate, a), N.add(N.sqrt(b), eps)))(unbiased(beta1, next_m), unbiased(beta2, next_v))
    return { next_w: zipGrid(N.sub)(w, step), next_m, next_v, next_t: fromEntries([], [N.of(t)]) }
  }
})

export const updateContracts: ReadonlyArray<Contract> = [sgd, momentum, rmsprop, adam]
