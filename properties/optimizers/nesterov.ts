import fc from 'fast-check'
import { type Claim, claim, equal, type Law, sampled } from '../../src/claim/index.js'
import type { lookAhead, Memory, Optimizer } from '../../src/optimizer/index.js'
import * as T from '../../src/tensor/index.js'
import type { Tensor } from '../../src/tensor/index.js'

/** Both forms of Nesterov's momentum, as functions of their options. */
export interface NesterovSubject {
  readonly name: string
  readonly momentum: (
    options: { readonly learningRate: number; readonly momentum: number }
  ) => Optimizer<Tensor, Memory>
  readonly nesterov: (
    options: { readonly learningRate: number; readonly momentum: number }
  ) => Optimizer<Tensor, Memory>
  readonly lookAhead: typeof lookAhead
}

/** Descends on w^2 / 2 a few steps, with the gradient taken where `at` says; gives every point at which it was taken. */
const points = (
  optimizer: Optimizer<Tensor, Memory>, start: Tensor, steps: number, at: (memory: Memory) => (w: Tensor) => Tensor
): ReadonlyArray<Tensor> => {
  const seen: Array<Tensor> = []
  let [w, memory] = [start, optimizer.init(start)]
  for (let t = 0; t < steps; t++) {
    const point = at(memory)(w)
    seen.push(point)
    const [step, next] = optimizer.update(point)(w)(memory)
    w = T.add(w, step)
    memory = next
  }
  return seen
}

export const nesterovLaws: Law<NesterovSubject> = ({ name, ...subject }): ReadonlyArray<Claim> => [claim(
  {
    id: `${name}/two-forms`,
    title: 'Nesterov\'s momentum in one variable goes through the points where the first form looks ahead',
    statement: String.raw`x_t = w_t + \mu v_t`,
    source: 'Notes on CS231n, update rules',
    rows: ['N231-OPT-09']
  },
  sampled({
    x: fc.integer({ min: -39, max: 39 }), share: fc.constantFrom(0.25, 0.5, 0.75), rate: fc.constantFrom(0.25, 0.5)
  }, ({ x, share, rate }) => {
    const [start, options] = [T.fromFlat([1], [x]), { learningRate: rate, momentum: share }]
    const ahead = points(subject.momentum(options), start, 6, subject.lookAhead(share))
    return points(subject.nesterov(options), start, 6, () => w => w).map(
      (w, t) => equal(T.item(w), T.item(ahead[t] ?? w), `x_${t + 1}`)
    )
  })
)]
