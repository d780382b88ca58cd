import {
  atMost, byPremises, closely, equal, forAll, onRanges, type Premises, type Relation, scalar, touching, within
} from '../../src/claim/index.js'
import type { Analytic } from '../../src/number/index.js'
import { onTrial, refuted, right, type Trial } from './trial.js'

const x = within('0', '1')

// a and b are the values of x^2 at two numbers u and v, of which is known that they lie above each other's tangents
const values = { a: scalar, b: scalar, u: scalar, v: scalar }
const tangents: Premises<typeof values> = (N, { a, b, u, v }) => [
  { told: 'a above the tangent at v', above: a, below: b, amount: N.sub(
    N.sub(a, b), N.mul(N.mul(N.of(2), v), N.sub(u, v))
  ) },
  { told: 'b above the tangent at u', above: b, below: a, amount: N.sub(
    N.sub(b, a), N.mul(N.mul(N.of(2), u), N.sub(v, u))
  ) }
]

const pair = { u: scalar, v: scalar }

const aboveZero = <A>(N: Analytic<A>, y: A): ReadonlyArray<Relation<A>> =>
  [atMost(N.of(0), y), equal(N.where(N.of(0), y, N.of(0), N.of(1)), N.of(1))]

export const trials: ReadonlyArray<Trial> = [
  ...onTrial('byPremises', [
    refuted('below-tangent', 'u^2 lies below the tangent at v', String.raw`u^2 \le v^2 + 2 v (u - v)`,
      byPremises(values, (N, { a, b, u, v }) => atMost(a, N.add(b, N.mul(N.mul(N.of(2), v), N.sub(u, v)))), tangents,
        forAll(pair, (N, { u, v }) => atMost(N.square(u), N.add(N.square(v), N.mul(N.mul(N.of(2), v), N.sub(u, v)))))),
      ({ u = NaN, v = NaN }) => u !== v),
    refuted('against-the-premises', 'u^2 <= v^2', String.raw`u^2 \le v^2`,
      byPremises(values, (_, { a, b }) => atMost(a, b), tangents, forAll(
        pair, (N, { u, v }) => atMost(N.square(u), N.square(v))
      )),
      ({ u = NaN, v = NaN }) => u * u > v * v),
    right('proved', 'above-tangent', 'u^2 lies above the tangent at v', String.raw`u^2 \ge v^2 + 2 v (u - v)`,
      byPremises(values, (N, { a, b, u, v }) => atMost(N.add(b, N.mul(N.mul(N.of(2), v), N.sub(u, v))), a), tangents,
        forAll(pair, (N, { u, v }) => atMost(N.add(N.square(v), N.mul(N.mul(N.of(2), v), N.sub(u, v))), N.square(u))))),
    right('undecided', 'beyond-the-premises', 'u^2 >= 0, which the tangents do not say', String.raw`u^2 \ge 0`,
      byPremises(values, (N, { a }) => atMost(N.of(0), a), tangents, forAll(
        pair, (N, { u }) => atMost(N.of(0), N.square(u))
      )))
  ]),
  ...onTrial('closely', [
    refuted('quotient-large', '1/x <= 10^6 on [-1, 1]', String.raw`\frac{1}{x} \le 10^6`,
      closely({ x: within('-1', '1') }, (N, at) => atMost(N.div(N.of(1), at.x), N.of(1e6)))),
    refuted('quartic-low', 'x^4 - 3 x^2 >= -2.2499', String.raw`x^4 - 3 x^2 \ge -2.2499`,
      closely({ x: scalar }, (N, at) => atMost(
        N.decimal('-2.2499'), N.sub(N.power(at.x, 4), N.mul(N.of(3), N.square(at.x)))
      ))),
    right('undecided', 'quotient-positive', '1/x^2 >= 1 on [-1, 1]', String.raw`\frac{1}{x^2} \ge 1`,
      closely({ x: within('-1', '1') }, (N, at) => atMost(N.of(1), N.div(N.of(1), N.square(at.x))))),
    right('undecided', 'touching', 'e^x >= 1 + x', String.raw`e^x \ge 1 + x`,
      closely({ x: scalar }, (N, at) => atMost(N.add(N.of(1), at.x), N.exp(at.x))))
  ]),
  ...onTrial('touching', [
    refuted('square', '(x - 0.3)^2 e^x > 0', String.raw`(x - 0.3)^2 e^x > 0`,
      touching({ x: scalar }, (N, at) => aboveZero(N, N.mul(N.square(N.sub(at.x, N.decimal('0.3'))), N.exp(at.x))))),
    refuted('tangent', 'e^x > e^2 (x - 1)', String.raw`e^x > e^2 (x - 1)`,
      touching({ x: scalar }, (N, at) =>
        aboveZero(N, N.sub(N.exp(at.x), N.mul(N.exp(N.of(2)), N.sub(at.x, N.of(1))))))),
    right('undecided', 'apart', 'e^x > x', String.raw`e^x > x`,
      touching({ x: scalar }, (N, at) => aboveZero(N, N.sub(N.exp(at.x), at.x))))
  ]),
  ...onTrial('onRanges', [
    refuted('sine-low', 'sin(x) <= 0.8 on [0, 1]', String.raw`\sin x \le 0.8`, onRanges(
      { x }, (N, { x }) => atMost(N.sin(x), N.decimal('0.8'))
    )),
    refuted('below-its-end', 'x < 1 on [0, 1]', 'x < 1', onRanges(
      { x }, (N, { x }) => atMost(x, N.of(1)), { isStrict: true }
    ),
      ({ x = NaN }) => x === 1),
    right('proved', 'sine', 'sin(x) < 0.9 on [0, 1]', String.raw`\sin x < 0.9`,
      onRanges({ x }, (N, { x }) => atMost(N.sin(x), N.decimal('0.9')), { isStrict: true })),
    right('undecided', 'touching', 'sin(x) <= x on [0, 1]', String.raw`\sin x \le x`, onRanges(
      { x }, (N, { x }) => atMost(N.sin(x), x)
    )),
    right('undecided', 'no-range', 'x^2 >= 0 for every x', String.raw`x^2 \ge 0`, onRanges(
      { x: scalar }, (N, { x }) => atMost(N.of(0), N.square(x))
    ))
  ])
]
