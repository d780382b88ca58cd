import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Claim, effort } from '../../src/claim/index.js'
import * as definition from '../../src/definition/index.js'
import type { Analytic } from '../../src/number/index.js'
import {
  chained, clipByNorm, decayed, type Memory, momentum, nesterov, onEach, type Optimizer, rmsprop, sgd, weightDecay
} from '../../src/optimizer/index.js'
import * as T from '../../src/tensor/index.js'
import type { Tensor } from '../../src/tensor/index.js'
import { optimizerLaws, type OptimizerSubject } from '../../properties/optimizers/optimizer.js'

// Right optimizers, written as textbooks write them: squares and all. None is ever refuted.

type Slots = Readonly<Record<string, Tensor>>

const rule = (
  init: (w: Tensor) => Slots,
  update: (g: Tensor, memory: Readonly<Record<string, never>>, w: Tensor) => readonly [Tensor, Slots]
): Optimizer<Tensor, Memory> =>
  ({ init, update: g => w => memory => update(g, memory as never, w) as [Tensor, Memory] })

const zeros = (...names: ReadonlyArray<string>) =>
  (w: Tensor): Slots => Object.fromEntries(names.map(name => [name, T.zeros(w.shape)]))

const [rate, b1, b2, eps, decay] = [0.125, 0.9, 0.999, 1e-8, 0.01]

const lastOf = <A>(list: ReadonlyArray<A>): A => list[list.length - 1] as A

/** What "a = rate a + by" comes to, from 0. */
const summed = <A>(N: Analytic<A>, by: ReadonlyArray<A>, share: number): A =>
  by.reduce((a, x) => N.add(N.mul(N.of(share), a), x), N.of(0))

const averaged = <A>(N: Analytic<A>, by: ReadonlyArray<A>, share: number): A =>
  by.reduce((a, x) => N.add(N.mul(N.of(share), a), N.mul(N.sub(N.of(1), N.of(share)), x)), N.of(0))

const squares = <A>(N: Analytic<A>, xs: ReadonlyArray<A>): ReadonlyArray<A> => xs.map(x => N.mul(x, x))

const average = (kept: Tensor, x: Tensor, share: number): Tensor => T.add(T.mul(kept, share), T.mul(x, 1 - share))

const textbookAdam = (withDecay = 0): Optimizer<Tensor, Memory> =>
  rule(w => ({ ...zeros('m', 'v')(w), t: T.scalar(0) }), (g, memory, w) => {
    const { m, v, t } = memory as Slots as { m: Tensor; v: Tensor; t: Tensor }
    const [m1, v1, k] = [average(m, g, b1), average(v, T.mul(g, g), b2), T.item(t) + 1]
    const direction = T.div(T.div(m1, 1 - b1 ** k), T.add(T.sqrt(T.div(v1, 1 - b2 ** k)), eps))
    return [T.mul(T.add(direction, T.mul(w, withDecay)), -rate), { m: m1, v: v1, t: T.scalar(k) }]
  })

const adamStep = <A>(N: Analytic<A>, gradients: ReadonlyArray<A>): A =>
  definition.adamStep(N)(N.of(rate), N.of(b1), N.of(b2), N.of(eps), gradients)

const sign = <A>(N: Analytic<A>, x: A): A =>
  N.where(x, N.of(0), N.where(N.of(0), x, N.of(0), N.of(1)), N.of(-1))

const signOf = (t: Tensor): Tensor => T.map(t, Math.sign)

const one: ReadonlyArray<OptimizerSubject> = [
  { name: 'sgd', optimizer: sgd({ learningRate: 0.1 }), definition:
    N => g => N.mul(N.of(-0.1), lastOf(g)), gradientsUpTo: Number.MAX_VALUE },
  {
    name: 'momentum', optimizer: rule(zeros('v'), (g, memory) => {
      const v = T.add(T.mul((memory as Slots)['v'] as Tensor, 0.9), g)
      return [T.mul(v, -rate), { v }]
    }),
    definition: N => g => N.mul(N.of(-rate), summed(N, g, 0.9))
  },
  {
    name: 'dampened momentum', optimizer: rule(zeros('v'), (g, memory) => {
      const v = average((memory as Slots)['v'] as Tensor, g, 0.75)
      return [T.mul(v, -rate), { v }]
    }),
    definition: N => g => N.mul(N.of(-rate), averaged(N, g, 0.75))
  },
  {
    name: 'nesterov', optimizer: nesterov({ learningRate: rate }),
    definition: N => g => definition.nesterovStep(N)(N.of(rate), N.of(0.9), g)
  },
  {
    name: 'textbook RMSProp', optimizer: rule(zeros('v'), (g, memory) => {
      const v = average((memory as Slots)['v'] as Tensor, T.mul(g, g), 0.99)
      return [T.mul(T.div(g, T.add(T.sqrt(v), eps)), -rate), { v }]
    }),
    definition: N => g => definition.rmspropStep(N)(N.of(rate), N.of(0.99), N.of(eps), g)
  },
  { name: 'RMSProp', optimizer: rmsprop({ learningRate: rate }), gradientsUpTo: 1e300,
    definition: N => g => definition.rmspropStep(N)(N.of(rate), N.of(0.99), N.of(eps), g) },
  { name: 'textbook Adam', optimizer: textbookAdam(), definition: N => g => adamStep(N, g) },
  { name: 'textbook Adam up to 1e100', optimizer:
    textbookAdam(), definition: N => g => adamStep(N, g), gradientsUpTo: 1e100 },
  {
    name: 'AdamW', optimizer: textbookAdam(decay),
    definition: N => (g, { w }) => N.sub(adamStep(N, g), N.mul(N.of(rate), N.mul(N.of(decay), lastOf(w))))
  },
  {
    name: 'Adagrad', optimizer: rule(zeros('v'), (g, memory) => {
      const v = T.add((memory as Slots)['v'] as Tensor, T.mul(g, g))
      return [T.mul(T.div(g, T.add(T.sqrt(v), eps)), -rate), { v }]
    }),
    definition: N => g => N.mul(N.of(-rate), N.div(lastOf(g), N.add(N.sqrt(squares(N, g).reduce(N.add)), N.of(eps))))
  },
  {
    // a first gradient of 0 gives 0 / 0, and the parameter is no number from there on: the steps after it are still known
    name: 'Adagrad as first published, with nothing below its root', optimizer: rule(zeros('v'), (g, memory) => {
      const v = T.add((memory as Slots)['v'] as Tensor, T.mul(g, g))
      return [T.mul(T.div(g, T.sqrt(v)), -rate), { v }]
    }),
    definition: N => g => N.mul(N.of(-rate), N.div(lastOf(g), N.sqrt(squares(N, g).reduce(N.add))))
  },
  {
    name: 'AMSGrad', optimizer: rule(zeros('m', 'v', 'most'), (g, memory) => {
      const { m, v, most } = memory as Slots as { m: Tensor; v: Tensor; most: Tensor }
      const [m1, v1] = [average(m, g, b1), average(v, T.mul(g, g), b2)]
      const largest = T.maximum(most, v1)
      return [T.mul(T.div(m1, T.add(T.sqrt(largest), eps)), -rate), { m: m1, v: v1, most: largest }]
    }),
    definition: N => g => {
      const { most } = squares(N, g).reduce(({ v, most: before }, square) => {
        const now = N.add(N.mul(N.of(b2), v), N.mul(N.sub(N.of(1), N.of(b2)), square))
        return { v: now, most: N.max(before, now) }
      }, { v: N.of(0), most: N.of(0) })
      return N.mul(N.of(-rate), N.div(averaged(N, g, b1), N.add(N.sqrt(most), N.of(eps))))
    }
  },
  { name: 'sign descent', optimizer: rule(zeros(), g => [T.mul(signOf(g), -rate), {}]), definition: N =>
    g => N.mul(N.of(-rate), sign(N, lastOf(g))) },
  {
    name: 'weight decay', optimizer: rule(zeros(), (g, _, w) => [T.mul(T.add(g, T.mul(w, 0.25)), -rate), {}]),
    definition: N => (g, { w }) => N.mul(N.of(-rate), N.add(lastOf(g), N.mul(N.of(0.25), lastOf(w))))
  },
  {
    name: 'steps that shrink', optimizer: decayed(sgd({ learningRate: rate }), { factor: 0.5, every: 100 }),
    definition: N => g => N.mul(N.of(-rate * 0.5 ** Math.floor((g.length - 1) / 100)), lastOf(g))
  },
  {
    name: 'LARS', optimizer: rule(zeros(), (g, _, w) => {
      const ratio = T.norm(w) / (T.norm(g) + eps)
      return [T.mul(g, -rate * ratio), {}]
    }),
    definition: N => (g, { allW, allGradients }) => {
      const norm = <A>(M: Analytic<A>, xs: ReadonlyArray<A>): A => M.sqrt(squares(M, xs).reduce(M.add))
      return N.mul(N.mul(N.of(-rate), lastOf(g)), N.div(
        norm(N, lastOf(allW)), N.add(norm(N, lastOf(allGradients)), N.of(eps))
      ))
    }
  }
]

const family: OptimizerSubject<{ readonly momentum: number; readonly decay: number }> = {
  name: 'momentum with weight decay',
  options: { momentum: fc.constantFrom(0, 0.5, 0.9), decay: fc.constantFrom(0, 0.1) },
  optimizer: options => ({
    init: momentum({ learningRate: rate }).init,
    update: g => w => momentum({ learningRate: rate, momentum: options.momentum })
      .update(weightDecay(options.decay).update(g)(w)({})[0])(w)
  }),
  definition: N => options =>
    (g, { w }) => N.mul(N.of(-rate), summed(N, g.map((x, t) => N.add(x, N.mul(N.of(options.decay), w[t] as never))),
      options.momentum))
}

const globalClipping: OptimizerSubject = {
  name: 'clipping by the norm of all gradients',
  ofModel: chained(clipByNorm(4), onEach(sgd({ learningRate: rate }))),
  definition: N => (g, { allGradients }) => {
    const norm = N.sqrt(squares(N, lastOf(allGradients)).reduce(N.add))
    return N.mul(N.of(-rate), N.mul(lastOf(g), N.div(N.of(4), N.max(norm, N.of(4)))))
  }
}

const suites: ReadonlyArray<readonly [string, ReadonlyArray<Claim>]> = [
  ...one.map(subject => [subject.name, optimizerLaws(subject)] as const),
  [family.name, optimizerLaws(family)], [globalClipping.name, optimizerLaws(globalClipping)]
]

/** Long descents cost much: they are judged for fewer seeds. */
const seedsFor = ({ id }: Claim): number => (id.endsWith('/advanced') ? 5 : 50)

test.each(suites)('%s is not refuted, and is supported at 100 cases', (_, laws) => {
  const found = laws.flatMap(law =>
    Array.from({ length: seedsFor(law) }, (__, seed) => law.judge(effort(2, seed))).flatMap((judgement, seed) =>
      (judgement.verdict === 'refuted'
        ? [`${law.id}, seed ${seed}: ${judgement.counterexample.input}; ${judgement.counterexample.detail}`]
        : [])))
  expect(found).toEqual([])
  expect(laws.map(({ id, judge }) => `${id} ${judge(effort(100, 1)).verdict}`)).toEqual(
    laws.map(({ id }) => `${id} supported`)
  )
})
