import fc from 'fast-check'
import { atMost, type Case, type Claim, claim, outside, type Plain, sampled } from '../../../../src/claim/index.js'
import { numericGradient } from '../../../../src/difference/index.js'
import { affine, type Params } from '../../../../src/layer/index.js'
import { logisticLoss } from '../../../../src/loss/index.js'
import { logisticNet } from '../../../../src/model/index.js'
import { bernoulli, normals, run, seedOf } from '../../../../src/random/index.js'
import * as T from '../../../../src/tensor/index.js'
import type { Tensor } from '../../../../src/tensor/index.js'
import { objective } from '../../../../src/train/index.js'
import { sparsely } from '../../../../properties/cases/sparsely.js'

const [hidden, step] = [3, 1e-8]
const net = logisticNet({ hidden })
const noState: Params = [{}, {}, {}]

interface Weights {
  readonly wi: Tensor
  readonly bi: Tensor
  readonly wo: Tensor
  readonly bo: Tensor
}

/** The thirteen parameters, which stand in one row. */
const weightsFrom = (theta: Tensor): Weights => {
  const part = (start: number, shape: ReadonlyArray<number>, stop: number): Tensor =>
    T.reshape(T.slice(theta, [{ start, stop }]), shape)
  return { wi: part(0, [2, hidden], 6), bi: part(6, [hidden], 9), wo: part(9, [hidden, 1], 12), bo: part(12, [1], 13) }
}

const paramsFrom = (theta: Tensor): Params => {
  const { wi, bi, wo, bo } = weightsFrom(theta)
  return [{ w: wi, b: bi }, {}, { w: wo, b: bo }]
}

/**
 * What rounding makes of the quotient. The output is a sum of products in which each rounds at most seven times, the loss adds its own
 * rounding, and both evaluations are divided by twice the step; the next whole numbers leave room for products of roundings, and for the
 * truncation, (step^2 / 6) s''' with |s'''| at most 1/10 of the cube of a slope, and the rounding of the gradient, both far smaller.
 */
const fromRounding = (theta: Tensor, x: Tensor): number => {
  const { wi, bi, wo, bo } = weightsFrom(T.abs(theta))
  const size = T.add(T.matmul(T.add(T.matmul(T.abs(x), wi), bi), wo), bo)
  return (9 * T.item(size) + 6) * 2 ** -53 / step
}

const check = (seed: number, k: number): Case<Plain> => {
  const [draws, next] = normals([15])(seedOf(seed))
  const [x, theta] = [T.reshape(T.slice(draws, [{ stop: 2 }]), [1, 2]), T.slice(draws, [{ start: 2 }])]
  const label = 2 * T.item(run(bernoulli([1], 0.5), next)) - 1
  const { wi, bi } = weightsFrom(theta)
  // a unit that a step could switch has a kink in between
  const reach = 2 * step * Math.max(1, T.item(T.max(T.abs(x))))
  if (T.item(T.min(T.abs(affine({ w: wi, b: bi })(x).y))) <= reach) return outside
  const loss = (at: Tensor): number => logisticLoss([label])(net.infer(paramsFrom(at), noState)(x)).value
  const found = numericGradient(t => loss(T.with(theta, [k], T.item(t))), { h: step })(T.scalar(T.at(theta, [k])))
  const { gradient } = objective({ model: net, loss: logisticLoss })(paramsFrom(theta), noState)(x, [label])
  const known = gradient.flatMap(named => Object.values(named)).flatMap(g => [...g.data])[k]
  return atMost<Plain>(Math.abs(T.item(found) - (known ?? NaN)), fromRounding(theta, x), `parameter ${k}`)
}

export const claims: ReadonlyArray<Claim> = [sparsely(claim(
  {
    id: 'object-recognition-2/logistic-net/gradient-check',
    title: 'Central differences with a step of 1e-8 differ from the gradient by rounding, about 1e-6',
    statement: String.raw`\text{central differences of the loss of our logistic net by each of its 13 parameters, with the step 1e-8 and no kink near, are off by at most 9 S + 6 roundings over the step; S is the output with no minus}`,
    spoken: 'it is about code, files or time',
    source: 'Object recognition assignment 2, task 1.4',
    rows: ['A2-GR-12', 'A2-SYS-29']
  },
  sampled<{ readonly seed: number; readonly k: number }>(
    { seed: fc.nat(999), k: fc.nat(12) }, ({ seed, k }) => check(seed, k))
))]
