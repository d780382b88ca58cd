import fc, { type Arbitrary } from 'fast-check'
import * as definition from '../../src/definition/index.js'
import {
  type Claim, claim, equal, erratum, type Judge, type Law, type Plain, type Relation, sampled
} from '../../src/claim/index.js'
import { ball, float64, point, type Radical, toInterval } from '../../src/number/index.js'
import type { adam, AnyOptimizer, Memory, Optimizer, rmsprop } from '../../src/optimizer/index.js'
import * as T from '../../src/tensor/index.js'
import type { Tensor } from '../../src/tensor/index.js'
import { quarters } from '../cases/quarters.js'
import { sameBits } from '../judges/sameBits.js'
import { visited } from '../cases/visited.js'

/** The rules that divide by a root mean square, and rules of every kind with options of their own. */
export interface AdaptiveSubject {
  readonly name: string
  readonly rmsprop: typeof rmsprop
  readonly adam: typeof adam
  readonly rules: Readonly<Record<string, AnyOptimizer<Tensor>>>
}

const source = 'Notes on CS231n, update rules'

type Adaptive = 'rmsprop' | 'adam'

const anyRule = fc.constantFrom<Adaptive>('rmsprop', 'adam')

/** The first step by the printed formula, without eps. */
const firstStep = <A>(N: Radical<A>, rule: Adaptive, g: A): A =>
  (rule === 'rmsprop'
    ? definition.rmspropStep(N)(N.of(0.01), N.of(0.99), N.of(0), [g])
    : definition.adamStep(N)(N.of(0.001), N.of(0.9), N.of(0.999), N.of(0), [g]))

const withoutEps = (subject: AdaptiveSubject, rule: Adaptive): Optimizer<Tensor, Memory> =>
  (rule === 'rmsprop' ? subject.rmsprop({ learningRate: 0.01, eps: 0 }) : subject.adam({ learningRate: 0.001, eps: 0 }))

const coarse = ball(40)

/** Around 1e200, whose square overflows, and around 1e-200, whose square vanishes. */
const extreme: Arbitrary<number> = fc.tuple(
  fc.integer({ min: 1, max: 39 }), fc.constantFrom('', '-'), fc.constantFrom(200, -200)
)
  .map(([k, sign, e]) => Number(`${sign}${k}e${e}`))

const firstStepIs = (found: (rule: Adaptive, g: number) => number): Judge =>
  sampled<{ readonly rule: Adaptive; readonly g: number }>({ rule: anyRule, g: extreme }, ({ rule, g }) => {
    const step = found(rule, g)
    const known = toInterval(firstStep(coarse, rule, coarse.of(g)))
    return Number.isFinite(step) ? equal<Plain>(point(step), known, 'step')
      : equal<Plain>(step, 0, 'step, which is finite')
  })

const copied = (t: Tensor): Tensor => T.fromFlat(t.shape, [...t.data])

const copiedAll = (memory: Memory): Memory =>
  Object.fromEntries(Object.entries(memory).map(([name, t]) => [name, copied(t)]))

const sameMemory = (left: Memory, right: Memory): ReadonlyArray<Relation<Plain>> =>
  Object.entries(left).flatMap(([name, t]) => sameBits(t, right[name] as Tensor, `${name} after the call`))

export const adaptiveLaws: Law<AdaptiveSubject> = (subject): ReadonlyArray<Claim> => [
  claim(
    {
      id: `${subject.name}/scale-free`,
      title: 'Without eps, RMSprop and Adam take the same steps when all gradients are 2^k times as large',
      statement: String.raw`\Delta_t(c g_1, \ldots, c g_t) = \Delta_t(g_1, \ldots, g_t),\ c > 0`,
      source,
      rows: ['N231-OPT-12', 'N231-OPT-14']
    },
    sampled<{ readonly g: ReadonlyArray<Tensor>; readonly k: number; readonly rule: Adaptive }>(
      {
        g: fc.array(quarters([2], 39), { minLength: 1, maxLength: 4 }),
        k: fc.integer({ min: -900, max: 900 }), rule: anyRule
      },
      ({ g, k, rule }) => {
        const along = (scale: number): ReadonlyArray<Tensor> =>
          visited(withoutEps(subject, rule), T.zeros([2]), g.length, (_, t) => T.mul(g[t] as Tensor, scale))
        const plain = along(1)
        return along(2 ** k).flatMap((w, t) => sameBits(w, plain[t] as Tensor, `w^${t + 1}`))
      })
  ),
  erratum(
    {
      id: `${subject.name}/squares-overflow`,
      title: 'Gradients of 1e200 and 1e-200, whose squares are no doubles, give the right steps',
      statement: String.raw`\Delta_1 = -\eta \frac{g}{\sqrt{(1 - \rho) g^2}}`,
      source,
      rows: ['N231-OPT-14']
    },
    {
      printed: { text: 'the square of the gradient, in doubles', judge: firstStepIs(
        (rule, g) => firstStep(float64, rule, g)
      ) },
      corrected: {
        text: 'the root of the mean of squares, without squares that overflow',
        judge: firstStepIs((rule, g) => {
          const optimizer = withoutEps(subject, rule)
          return T.item(optimizer.update(T.fromFlat([1], [g]))(T.zeros([1]))(optimizer.init(T.zeros([1])))[0])
        })
      }
    }
  ),
  claim(
    {
      id: `${subject.name}/not-in-place`,
      title: 'No rule writes to the parameters, the gradient or the memory that it is given',
      statement: String.raw`(w, g, s) \mapsto (\Delta, s')`,
      source: 'Notes on CS231n, optim.py',
      rows: ['N231-OPT-15']
    },
    sampled<{ readonly w: Tensor; readonly g: Tensor; readonly rule: string }>(
      { w: quarters([3], 39), g: quarters([3], 39), rule: fc.constantFrom(...Object.keys(subject.rules)) },
      ({ w, g, rule }) => {
        const optimizer = subject.rules[rule] as Optimizer<Tensor, Memory>
        const [, memory] = optimizer.update(copied(g))(copied(w))(optimizer.init(w))
        const given = { w: copied(w), g: copied(g), memory: copiedAll(memory) }
        optimizer.update(given.g)(given.w)(given.memory)
        return [
          ...sameBits(given.w, w, 'w after the call'), ...sameBits(given.g, g, 'g after the call'),
          ...sameMemory(given.memory, memory)
        ]
      })
  )
]
