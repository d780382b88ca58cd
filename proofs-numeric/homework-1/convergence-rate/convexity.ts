import fc from 'fast-check'
import { gradientOf, held } from '../../../src/definition/index.js'
import {
  allOf, type ArrayOf, atMost, type Claim, claim, forAll, type Formula, type Judge
} from '../../../src/claim/index.js'
import {
  type Analytic, dot, dualAnalytic, type Grid, grid, minus, norm, plus, sizeOf, type Shape, vectorOf
} from '../../../src/number/index.js'
import { type ConvexData, type ConvexFamily, convexFamilies } from './convex-families.js'

// What question 3 asks of f: that it lies above its tangents, and that it is Lipschitz. Both are judged on random functions of four convex
// families, on which the rate is tested.

const source = 'Deep learning homework 1, question 3'

// Up to 3, so that what is lost in the tails of the logistic family is seen in 160 bits. Where both sides of an inequality are one
// irrational number no enclosure decides; in units of 1/8 all entries are odd but for c and the first of u, so that w - u is neither
// parallel nor orthogonal to a row; only a counterexample has other zeros.
const small = (shape: Shape, odd: readonly [boolean, boolean]): ArrayOf => ({
  kind: 'array',
  shape,
  draw: fc.tuple(...Array.from({ length: sizeOf(shape) }, (_, i) => fc.oneof(
    { withCrossShrink: true }, { weight: 1, arbitrary: fc.constant(0) },
    { weight: 2 ** 30, arbitrary: fc.integer({ min: -12, max: 11 }).map(
      k => (2 * k + (odd[i % 2] === true ? 1 : 0)) / 8
    ) })))
})

const drawn = {
  a: small([2, 2], [true, true]),
  c: small([2], [false, false]),
  u: small([2], [false, true]),
  w: small([4, 2], [true, true])
}

/** The cases are shared among the families; a case of several points counts as many. */
const forEachFamily = (formula: (family: ConvexFamily) => Formula<typeof drawn>, points = 1): Judge => (effort, id) =>
  allOf(`drawn functions of each family: ${convexFamilies.map(({ name }) => name).join(', ')}`,
    convexFamilies.map(family => ({ label: family.name, judge: forAll(drawn, formula(family)) }))
  )({ ...effort, runs: Math.ceil(effort.runs / (convexFamilies.length * points)) }, id)

/** Where the drawn functions have kinks: c, c + a_i, c - a_i, and where <a_1, w - c> is 0, <a_2, w - c> is 0, or both are the same. */
const kinks = <A>(N: Analytic<A>, { a, c }: ConvexData<A>): ReadonlyArray<Grid<A>> => {
  const [first, second] = [grid([2], i => a.at(0, i)), grid([2], i => a.at(1, i))]
  const across = (x: Grid<A>): Grid<A> => vectorOf([N.sub(N.of(0), x.at(1)), x.at(0)])
  const aside = [first, second, across(first), across(second), across(minus(N)(first, second))]
  return [c, ...aside.flatMap(x => [plus(N)(c, x), minus(N)(c, x)])]
}

const firstOrder: Claim = claim(
  {
    id: 'homework-1/convergence-rate/first-order',
    title: 'A convex function lies above its tangents, at kinks too, with its derivative by duals',
    statement: String.raw`f(w) - f(u) \le \langle w - u, \nabla f(w)\rangle`,
    source,
    rows: ['HW1-GD-27', 'HW1-GD-08']
  },
  forEachFamily(({ f }) => (N, given) => {
    const gradient = gradientOf(N)(f(dualAnalytic(N), { a: held(N)(given.a), c: held(N)(given.c) }))
    const at = (w: typeof given.u, place: string) =>
      atMost(N.sub(f(N, given)(w), f(N, given)(given.u)), dot(N)(minus(N)(w, given.u), gradient(w)), place)
    return [at(grid([2], i => given.w.at(0, i)), ''), ...kinks(N, given).map((w, i) => at(w, `kink ${i}`))]
  }, 4)
)

const lipschitz: Claim = claim(
  {
    id: 'homework-1/convergence-rate/lipschitz',
    title: 'The functions on which the rate is tested change no faster than the rho that is stated for them',
    statement: String.raw`f(w) - f(u) \le \rho \|w - u\|`,
    source,
    rows: ['HW1-GD-29']
  },
  forEachFamily(({ f, rho }) => (N, given) => {
    const w = grid([2], i => given.w.at(0, i))
    return atMost(N.sub(f(N, given)(w), f(N, given)(given.u)), N.mul(rho(N, given), norm(N)(minus(N)(w, given.u))))
  })
)

export const claims: ReadonlyArray<Claim> = [firstOrder, lipschitz]
