import fc from 'fast-check'
import { expect, test } from 'vitest'
import { effort } from '../../src/claim/index.js'
import * as definition from '../../src/definition/index.js'
import type { Params } from '../../src/layer/index.js'
import type { Analytic } from '../../src/number/index.js'
import { type Memory, momentum, onEach, type Optimizer } from '../../src/optimizer/index.js'
import * as T from '../../src/tensor/index.js'
import type { Tensor } from '../../src/tensor/index.js'
import {
  optimizerLaws, type OptimizerSubject
} from '../../properties/optimizers/optimizer.js'

// Wrong optimizers, each with the law that should refute it in 100 cases.

type Rule = Optimizer<Tensor, Memory>
type Slots = Readonly<Record<string, Tensor>>

const rule = (
  slots: ReadonlyArray<string>, update: (g: Tensor, memory: Slots, w: Tensor) => readonly [Tensor, Slots]
): Rule => ({
  init: w => Object.fromEntries(slots.map(name => [name, name.length === 1 ? T.scalar(0) : T.zeros(w.shape)])),
  update: g => w => memory => update(g, memory, w) as [Tensor, Memory]
})

const plain = (rate: number): Rule => rule([], g => [T.mul(g, -rate), {}])

const [rate, mu, b1, b2, eps] = [0.125, 0.9, 0.9, 0.999, 1e-8]

const ofSgd = (optimizer: Rule): OptimizerSubject =>
  ({ name: 'wrong', optimizer, definition: N => gradients => N.mul(N.of(-rate), gradients.at(-1) as never) })

const ofMomentum = (optimizer: Rule): OptimizerSubject =>
  ({ name: 'wrong', optimizer, definition: N =>
    gradients => definition.momentumStep(N)(N.of(rate), N.of(mu), gradients) })

const ofAdam = (optimizer: Rule): OptimizerSubject => ({
  name: 'wrong', optimizer,
  definition: N => gradients => definition.adamStep(N)(N.of(rate), N.of(b1), N.of(b2), N.of(eps), gradients)
})

interface Betas {
  readonly beta1: number
  readonly beta2: number
}

interface Correction {
  readonly steps: (t: number) => number
  readonly betas?: (given: Betas) => Betas
}

/** Adam as it is in textbooks, with squares, and with another count of steps or other betas in its correction. */
const textbookAdam = ({ beta1, beta2 }: Betas, { steps, betas = given => given }: Correction): Rule =>
  rule(['mean', 'square', 't'], (g, { mean, square, t }) => {
    const count = T.add(t as Tensor, 1)
    const [m, v] = [
      T.add(T.mul(mean as Tensor, beta1), T.mul(g, 1 - beta1)),
      T.add(T.mul(square as Tensor, beta2), T.mul(T.mul(g, g), 1 - beta2))
    ]
    const [k, corrected] = [steps(T.item(count)), betas({ beta1, beta2 })]
    const [m1, v1] = [T.div(m, 1 - corrected.beta1 ** k), T.div(v, 1 - corrected.beta2 ** k)]
    return [T.mul(T.div(m1, T.add(T.sqrt(v1), eps)), -rate), { mean: m, square: v, t: count }]
  })

const adamFamily = (optimizer: (betas: Betas) => Rule): OptimizerSubject<Betas> => ({
  name: 'wrong', optimizer, options: { beta1: fc.constantFrom(0.9, 0.5), beta2: fc.constantFrom(0.999, 0.9) },
  definition: N => ({ beta1, beta2 }) => gradients =>
    definition.adamStep(N)(N.of(rate), N.of(beta1), N.of(beta2), N.of(eps), gradients)
})

const usual: Betas = { beta1: b1, beta2: b2 }

/** Descent at a rate that depends on how many steps were taken. */
const counting = (factor: (t: number) => number): Rule => rule(['t'], (g, { t }) => {
  const count = T.add(t as Tensor, 1)
  return [T.mul(g, -rate * factor(T.item(count))), { t: count }]
})

const written = (t: Tensor, by: (a: number) => number): void => (t.data as Float64Array).set(Array.from(t.data, by))

const velocityRule = (update: (g: Tensor, velocity: Tensor, w: Tensor) => readonly [Tensor, Tensor]): Rule =>
  rule(['velocity'], (g, { velocity }, w) => {
    const [step, next] = update(g, velocity as Tensor, w)
    return [step, { velocity: next }]
  })

const next = (g: Tensor, v: Tensor): Tensor => T.sub(T.mul(v, mu), T.mul(g, rate))

/** State outside: a velocity in a variable that init resets. */
const inClosure = (): Rule => {
  let velocity = T.scalar(0)
  return {
    init: w => {
      velocity = T.zeros(w.shape)
      return {}
    },
    update: g => () => memory => {
      velocity = T.sub(T.mul(velocity, mu), T.mul(g, rate))
      return [velocity, memory]
    }
  }
}

/** Adam whose count of steps is one for all parameters. */
const sharedCount = (): Rule => {
  let t = 0
  const inner = (count: number): Rule => textbookAdam(usual, { steps: () => count })
  return {
    init: w => {
      t = 0
      return inner(0).init(w)
    },
    update: g => w => memory => {
      t += 1
      return inner(t).update(g)(w)(memory)
    }
  }
}

const reusedBuffer = (): Rule => {
  const buffers = new Map<number, Float64Array>()
  return rule([], g => {
    const step = T.mul(g, -rate)
    const buffer = buffers.get(g.data.length) ?? new Float64Array(g.data.length)
    buffers.set(g.data.length, buffer)
    buffer.set(step.data)
    return [{ shape: step.shape, data: buffer }, {}]
  })
}

const reshaped = (t: Tensor): Tensor => ({ shape: [1, ...t.shape], data: t.data })

const wrong: ReadonlyArray<readonly [string, string, OptimizerSubject]> = [
  ['sgd uphill', 'steps', ofSgd(plain(-rate))],
  ['sgd with half the rate', 'steps', ofSgd(plain(rate / 2))],
  ['sgd that is off by a relative 1e-8', 'steps', ofSgd(plain(rate * (1 + 1e-8)))],
  ['sgd in single precision', 'steps', ofSgd(rule([], g => [T.map(g, a => Math.fround(-rate * a)), {}]))],
  ['sgd that scales up first', 'steps', ofSgd(rule([], g => [T.mul(T.mul(g, 1024), -rate / 1024), {}]))],
  ['sgd with the first entry\'s gradient for all', 'steps', ofSgd(
    rule([], g => [T.map(g, () => -rate * (g.data[0] ?? 0)), {}])
  )],
  ['sgd with entries in reverse', 'steps', ofSgd(
    rule([], g => [T.fromFlat(g.shape, [...g.data].reverse().map(a => -rate * a)), {}])
  )],
  ['sgd with a matrix transposed', 'steps', ofSgd(rule([], g => [g.shape.length === 2 && g.shape[0] === g.shape[1]
    ? T.mul(T.transpose(g), -rate) : T.mul(g, -rate), {}]))],
  ['sgd with a step of one axis more', 'form', ofSgd(rule([], g => [reshaped(T.mul(g, -rate)), {}]))],
  ['sgd with a flat step', 'form', ofSgd(rule([], g => [T.reshape(T.mul(g, -rate), [-1]), {}]))],
  ['sgd with an entry too many', 'form', ofSgd(
    rule([], g => [{ shape: g.shape, data: Float64Array.of(...T.mul(g, -rate).data, 0) }, {}])
  )],
  ['sgd that answers a step alone', 'form', ofSgd(
    { init: () => ({}), update: g => () => () => T.mul(g, -rate) as never }
  )],
  ['sgd that answers { step, memory }', 'form', ofSgd({
    init: () => ({}), update: g => () => memory => ({ step: T.mul(g, -rate), memory }) as never
  })],
  ['sgd that answers plain arrays', 'form', ofSgd({
    init: () => ({}), update: g => () => memory => [Array.from(g.data, a => -rate * a), memory] as never
  })],
  ['sgd that raises at a zero gradient', 'steps', ofSgd(rule([], g => {
    if ([...g.data].includes(0)) throw new RangeError('no gradient')
    return [T.mul(g, -rate), {}]
  }))],
  ['sgd that writes to the gradient', 'purity', ofSgd(rule([], g => {
    const step = T.mul(g, -rate)
    written(g, () => 0)
    return [step, {}]
  }))],
  ['sgd that moves the parameters itself', 'purity', ofSgd(rule([], (g, _, w) => {
    const step = T.mul(g, -rate)
    ;(w.data as Float64Array).set(T.add(w, step).data)
    return [step, {}]
  }))],
  ['sgd with its steps in one buffer', 'purity', ofSgd(reusedBuffer())],
  ['momentum without memory', 'steps', ofMomentum(plain(rate))],
  ['momentum with (1 - mu) g', 'steps', ofMomentum(velocityRule((g, v) => {
    const now = T.sub(T.mul(v, mu), T.mul(g, rate * (1 - mu)))
    return [now, now]
  }))],
  ['momentum that steps by the velocity before', 'steps', ofMomentum(velocityRule((g, v) => [v, next(g, v)]))],
  ['momentum in Nesterov\'s form', 'steps', ofMomentum(velocityRule((g, v) =>
    [T.sub(T.mul(next(g, v), 1 + mu), T.mul(v, mu)), next(g, v)]))],
  ['momentum whose velocity is overwritten in place', 'purity', ofMomentum(velocityRule((g, v) => {
    const now = next(g, v)
    ;(v.data as Float64Array).set(now.data)
    return [now, v]
  }))],
  ['momentum that forgets after 100 steps', 'advanced', ofMomentum(rule(['velocity', 't'], (g, { velocity, t }) => {
    const now = next(g, T.item(t as Tensor) % 100 === 99 ? T.zeros(g.shape) : velocity as Tensor)
    return [now, { velocity: now, t: T.add(t as Tensor, 1) }]
  }))],
  ['momentum with its velocity in a variable', 'purity', ofMomentum(inClosure())],
  ['momentum with its velocity in a variable, beside another', 'beside', ofMomentum(inClosure())],
  ['momentum with decoupled weight decay that was not asked for', 'steps', ofMomentum(velocityRule((g, v, w) =>
    [T.sub(next(g, v), T.mul(w, 1e-3)), next(g, v)]))],
  ['Adam without correction', 'steps', ofAdam(textbookAdam(usual, { steps: () => Infinity }))],
  ['Adam that counts from 0', 'steps', ofAdam(textbookAdam(usual, { steps: t => t - 1 }))],
  ['Adam that counts to 1000', 'advanced', ofAdam(textbookAdam(usual, { steps: t => Math.min(t, 1000) }))],
  ['Adam that corrects ten steps only', 'advanced', ofAdam(
    textbookAdam(usual, { steps: t => (t > 10 ? Infinity : t) })
  )],
  ['sgd that is twice as fast at steps 7 to 19', 'advanced', ofSgd(counting(t => (t >= 7 && t < 20 ? 2 : 1)))],
  ['sgd that is twice as fast at step 23', 'advanced', ofSgd(counting(t => (t === 23 ? 2 : 1)))],
  ['sgd that is twice as fast at steps 300 to 600', 'advanced', ofSgd(counting(t => (t >= 300 && t < 600 ? 2 : 1)))],
  ['sgd whose step of a single number is a row', 'form', ofSgd(
    rule([], g => [T.reshape(T.mul(g, -rate), g.shape.length === 0 ? [1] : g.shape), {}])
  )],
  ['Adam whose count of steps is shared', 'beside', ofAdam(sharedCount())]
]

const families: ReadonlyArray<readonly [string, string, OptimizerSubject<Betas>]> = [
  ['Adam corrected by .9 whatever beta1', 'steps', adamFamily(given =>
    textbookAdam(given, { steps: t => t, betas: ({ beta2 }) => ({ beta1: 0.9, beta2 }) }))],
  ['Adam corrected by .999 whatever beta2', 'steps', adamFamily(given =>
    textbookAdam(given, { steps: t => t, betas: ({ beta1 }) => ({ beta1, beta2: 0.999 }) }))],
  ['Adam with its betas exchanged', 'steps', adamFamily(
    ({ beta1, beta2 }) => textbookAdam({ beta1: beta2, beta2: beta1 }, { steps: t => t })
  )]
]

const clipped = <A>(N: Analytic<A>, most: number, g: A, all: ReadonlyArray<A>): A => {
  const norm = N.sqrt(all.map(a => N.mul(a, a)).reduce(N.add))
  return N.mul(N.of(-rate), N.mul(g, N.div(N.of(most), N.max(norm, N.of(most)))))
}

const ofClipping = <S>(ofModel: Optimizer<Params, S>): OptimizerSubject => ({
  name: 'wrong', ofModel,
  definition: N => (gradients, { allGradients }) => clipped(N, 4, gradients.at(-1) as never, allGradients.at(-1) ?? [])
})

const eachClipped: Optimizer<Params, Params> = onEach(rule([], g => {
  const norm = T.norm(g)
  return [T.mul(norm > 4 ? T.mul(T.div(g, norm), 4) : g, -rate), {}]
}))

const verdictOf = (laws: ReturnType<typeof optimizerLaws>, law: string): string =>
  laws.find(({ id }) => id === `wrong/${law}`)?.judge(effort(100, 1)).verdict ?? 'no such law'

test.each(wrong)('%s is refuted by %s', (_, law, subject) =>
  expect(verdictOf(optimizerLaws(subject), law)).toBe('refuted'))

test.each(families)(
  '%s is refuted by %s', (_, law, subject) => expect(verdictOf(optimizerLaws(subject), law)).toBe('refuted')
)

test('clipping of each tensor alone is not that of all gradients together', () =>
  expect(verdictOf(optimizerLaws(ofClipping(eachClipped)), 'steps')).toBe('refuted'))

test('defaults other than documented ones are refuted, and by no other law', () => {
  const subject: OptimizerSubject<{ readonly momentum?: number }> = {
    name: 'wrong', options: { momentum: fc.constantFrom(0.5, 0.9, 0) }, defaults: { momentum: 0.9 },
    optimizer: ({ momentum: share = 0.99 }) => momentum({ learningRate: rate, momentum: share }),
    definition: N => ({ momentum: share = NaN }) =>
      gradients => definition.momentumStep(N)(N.of(rate), N.of(share), gradients)
  }
  const laws = optimizerLaws(subject)
  expect(laws.filter(({ judge }) => judge(effort(100)).verdict === 'refuted').map(({ id }) => id)).toEqual(
    ['wrong/defaults']
  )
})

test('an answer of the wrong form is refuted once, in words, and is no evidence for any other law', () => {
  const laws = optimizerLaws(ofSgd({ init: () => ({}), update: g => () => () => T.mul(g, -rate) as never }))
  const judged = laws.map(({ id, judge }) => ({ id, ...judge(effort(100)) }))
  expect(judged.map(({ verdict }) => verdict)).toEqual(['refuted', 'vacuous', 'vacuous', 'vacuous', 'vacuous'])
  expect(judged[0]).toHaveProperty(
    'counterexample.detail', expect.stringContaining('the answer should be [step, memory]')
  )
})

test('a suite is built without a call', () => {
  const never = (): never => expect.fail('called')
  expect(optimizerLaws(ofSgd({ init: never, update: never })).length).toBe(5)
})
