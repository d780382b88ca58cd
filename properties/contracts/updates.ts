import fc, { type Arbitrary } from 'fast-check'
import type { Argument } from '../../src/bridge/Value.js'
import { type Analytic, fromEntries, type Grid, grid, mapGrid, power, type Shape, zipGrid } from '../../src/number/index.js'
import { numerators, tensors } from '../cases/numbers.js'
import type { NamedGrids } from '../layers/subject.js'
import { casesOf, numberIn, positive } from './cases.js'
import { type Arrays, type Case, type Contract, contract } from './Contract.js'

// Each contract is of one step, from a state that is given or from none, which counts as zeros. A record keeps its state.

const rates = fc.constantFrom(0.5, 0.25, 0.01, 1e-3)
const decays = fc.constantFrom(0.9, 0.5, 0.75, 0.99)
const epsilons = fc.constantFrom(1e-8, 1e-3, 0.25)

type State = (shape: Shape) => Readonly<Record<string, Arbitrary<Argument | undefined>>>

/** Parameters and gradients of one shape, constants, and a state that in one case of four is not there yet. */
const stepCases = (constants: Readonly<Record<string, Arbitrary<Argument>>>, state: State): Arbitrary<Case> =>
  fc.constantFrom(['N'], ['N', 'D'], ['N', 'D']).chain(axes => casesOf({ w: axes, dw: axes }, sizes => ({
    ...constants, begun: fc.constantFrom(true, true, true, false), ...state(axes.map(axis => sizes[axis] ?? 1))
  }))).map(given => (given['begun'] === true ? given
    : { ...given, ...Object.fromEntries(Object.keys(state([1])).map(name => [name, undefined])) }))

const constantOf = <A>(N: Analytic<A>, given: Case) => (name: string): A => N.of(numberIn(given, name))

/** The state, or zeros where there is none. */
const orZeros = <A>(N: Analytic<A>, state: Grid<A> | undefined, { shape }: Grid<A>): Grid<A> =>
  state ?? grid(shape, () => N.of(0))

/** rate a + (1 - rate) b, entry by entry. */
const mixed = <A>(N: Analytic<A>, rate: A, a: Grid<A>, b: Grid<A>): Grid<A> =>
  zipGrid((x: A, y: A) => N.add(N.mul(rate, x), N.mul(N.sub(N.of(1), rate), y)))(a, b)

const squared = <A>(N: Analytic<A>, x: Grid<A>): Grid<A> => mapGrid((a: A) => N.square(a))(x)

/** w - rate g / (sqrt(c) + eps), entry by entry. */
const stepped = <A>(
  N: Analytic<A>, { rate, eps }: { readonly rate: A; readonly eps: A }, w: Grid<A>, g: Grid<A>, c: Grid<A>
): Grid<A> => {
  const step = zipGrid((a: A, b: A) => N.div(N.mul(rate, a), N.add(N.sqrt(b), eps)))(g, c)
  return zipGrid((a: A, b: A) => N.sub(a, b))(w, step)
}

/** An average that began with zeros, over the sum of its weights: 1 - rate^t after t steps. */
const unbiased = <A>(N: Analytic<A>, rate: A, t: number, average: Grid<A>): Grid<A> =>
  mapGrid((a: A) => N.div(a, N.sub(N.of(1), power(N)(rate, t))))(average)

const sgdStep = <A>(N: Analytic<A>, { w, dw }: Arrays<A, 'w' | 'dw'>, given: Case): NamedGrids<A> => {
  const rate = constantOf(N, given)('learning_rate')
  return { next_w: zipGrid((a: A, g: A) => N.sub(a, N.mul(rate, g)))(w, dw) }
}

const momentumStep = <A>(
  N: Analytic<A>, { w, dw, velocity }: Arrays<A, 'w' | 'dw' | 'velocity'>, given: Case
): NamedGrids<A> => {
  const constant = constantOf(N, given)
  const [rate, mu] = [constant('learning_rate'), constant('momentum')]
  const next_v = zipGrid((v: A, g: A) => N.sub(N.mul(mu, v), N.mul(rate, g)))(orZeros(N, velocity, w), dw)
  return { next_w: zipGrid((a: A, v: A) => N.add(a, v))(w, next_v), next_v }
}

const rmspropStep = <A>(
  N: Analytic<A>, { w, dw, squares }: Arrays<A, 'w' | 'dw' | 'squares'>, given: Case
): NamedGrids<A> => {
  const constant = constantOf(N, given)
  const next_squares = mixed(N, constant('decay_rate'), orZeros(N, squares, w), squared(N, dw))
  const constants = { rate: constant('learning_rate'), eps: constant('epsilon') }
  return { next_w: stepped(N, constants, w, dw, next_squares), next_squares }
}

const adamStep = <A>(
  N: Analytic<A>, { w, dw, m, v }: Arrays<A, 'w' | 'dw' | 'm' | 'v'>, given: Case
): NamedGrids<A> => {
  const constant = constantOf(N, given)
  const [beta1, beta2] = [constant('beta1'), constant('beta2')]
  const t = numberIn(given, 't', 0) + 1
  const next_m = mixed(N, beta1, orZeros(N, m, w), dw)
  const next_v = mixed(N, beta2, orZeros(N, v, w), squared(N, dw))
  const constants = { rate: constant('learning_rate'), eps: constant('epsilon') }
  const next_w = stepped(N, constants, w, unbiased(N, beta1, t, next_m), unbiased(N, beta2, t, next_v))
  return { next_w, next_m, next_v, next_t: fromEntries([], [N.of(t)]) }
}

const sgd: Contract = contract<'w' | 'dw'>({
  name: 'gradient descent',
  forward: 'sgd(w, dw, {learning_rate: learning_rate}) -> next_w, {learning_rate: kept}',
  domain: 'w - learning_rate dw, in place or not',
  mayWrite: ['w'],
  defaults: { learning_rate: 1e-2 },
  cases: casesOf({ w: ['N', 'D'], dw: ['N', 'D'] }, () => ({ learning_rate: rates })),
  define: N => (inputs, given) => sgdStep(N, inputs, given)
})

const momentum: Contract = contract<'w' | 'dw' | 'velocity'>({
  name: 'momentum',
  forward: 'sgd_momentum(w, dw, {learning_rate: learning_rate, momentum: momentum, velocity: velocity}) '
    + '-> next_w, {velocity: next_v}',
  domain: 'v = momentum velocity - learning_rate dw; w + v',
  defaults: { learning_rate: 1e-2, momentum: 0.9 },
  mayLack: ['velocity'],
  cases: stepCases({ learning_rate: rates, momentum: decays }, shape => ({ velocity: tensors(shape, numerators) })),
  define: N => (inputs, given) => momentumStep(N, inputs, given)
})

const rmsprop: Contract = contract<'w' | 'dw' | 'squares'>({
  name: 'rmsprop',
  forward: 'rmsprop(w, dw, {learning_rate: learning_rate, decay_rate: decay_rate, epsilon: epsilon, cache: squares}) '
    + '-> next_w, {cache: next_squares}',
  domain: 'cache = decay_rate cache + (1 - decay_rate) dw^2; w - learning_rate dw / (sqrt(cache) + epsilon)',
  defaults: { learning_rate: 1e-2, decay_rate: 0.99, epsilon: 1e-8 },
  mayLack: ['squares'],
  cases: stepCases(
    { learning_rate: rates, decay_rate: decays, epsilon: epsilons }, shape => ({ squares: positive(shape) })
  ),
  define: N => (inputs, given) => rmspropStep(N, inputs, given)
})

const adam: Contract = contract<'w' | 'dw' | 'm' | 'v'>({
  name: 'adam',
  forward: 'adam(w, dw, {learning_rate: learning_rate, beta1: beta1, beta2: beta2, epsilon: epsilon, m: m, v: v, t: t}) '
    + '-> next_w, {m: next_m, v: next_v, t: next_t}',
  domain: 't grows by 1 first; both averages are divided by 1 - beta^t',
  defaults: { learning_rate: 1e-3, beta1: 0.9, beta2: 0.999, epsilon: 1e-8 },
  mayLack: ['m', 'v', 't'],
  cases: stepCases(
    { learning_rate: rates, beta1: decays, beta2: fc.constantFrom(0.999, 0.9, 0.5), epsilon: epsilons },
    shape => ({ v: positive(shape), m: tensors(shape, numerators), t: fc.integer({ min: 1, max: 20 }) })
  ),
  define: N => (inputs, given) => adamStep(N, inputs, given)
})

export const updateContracts: ReadonlyArray<Contract> = [sgd, momentum, rmsprop, adam]
