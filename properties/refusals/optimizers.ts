import type { Claim, Law } from '../../src/claim/index.js'
import type { Params } from '../../src/layer/index.js'
import type * as optimizers from '../../src/optimizer/index.js'
import type { AnyOptimizer, Memory } from '../../src/optimizer/index.js'
import * as T from '../../src/tensor/index.js'
import type { Tensor } from '../../src/tensor/index.js'
import { allRefused, type Wrong } from './wrong.js'

/** The optimizers. */
export interface OptimizerRefusalSubject {
  readonly name: string
  readonly optimizer: Optimizers
}

type Optimizers = Readonly<typeof optimizers>

const w = T.ones([2, 3])

type Rules = Readonly<Record<string, () => AnyOptimizer<Tensor, Memory>>>

const rulesOf = (O: Optimizers): Rules => ({
  sgd: () => O.sgd({ learningRate: 1 }),
  momentum: () => O.momentum({ learningRate: 1 }),
  nesterov: () => O.nesterov({ learningRate: 1 }),
  rmsprop: () => O.rmsprop({ learningRate: 1 }),
  adam: () => O.adam(),
  weightDecay: () => O.weightDecay(0.1)
})

const gradients = (O: Optimizers): ReadonlyArray<Wrong> => [[5, 2, 3], [3], [1, 3], []].flatMap(shape => {
  const [g, wrong] = [T.ones(shape), `a gradient of shape [${shape.join(', ')}]`]
  return [
    ...Object.entries(rulesOf(O)).map(
      ([place, rule]) => ({ place, wrong, call: () => rule().update(g)(w)(rule().init(w) as never) })
    ),
    { place: 'addParams', wrong, call: () => O.addParams([{ w }], [{ w: g }]) },
    { place: 'onEach', wrong, call: () => O.onEach(O.sgd({ learningRate: 1 })).update([{ w: g }])([{ w }])([{}]) }
  ]
})

const slots: Readonly<Record<string, ReadonlyArray<string>>> = {
  momentum: ['velocity'], nesterov: ['velocity'], rmsprop: ['root'], adam: ['mean', 'root', 'power1', 'power2']
}

const slotsOf = (place: string): ReadonlyArray<string> => slots[place] ?? []

const misspelt = (memory: Memory, slot: string): Memory =>
  Object.fromEntries(Object.entries(memory).map(([name, t]) => [name === slot ? `${slot}s` : name, t]))

/** The parameters of another model: of two layers instead of one. */
const others: Params = [{ w: T.ones([2, 3]), b: T.ones([3]) }, {}, { w: T.ones([3, 2]), b: T.ones([2]) }]

const memories = (O: Optimizers): ReadonlyArray<Wrong> => {
  const rules = Object.entries(rulesOf(O))
  const ofModel = (params: Params) => () =>
    O.onEach(O.adam()).update([{ w }])([{ w }])(O.onEach(O.adam()).init(params))
  return [
    ...rules.flatMap(([place, rule]) => {
      const updated = (memory: Memory): unknown => rule().update(w)(w)(memory as never)
      return [
        ...rules.filter(([other]) => slotsOf(other).join() !== slotsOf(place).join()).map(
          ([name, other]) => ({ place, wrong: `the memory of ${name}`, call: () => updated(other().init(w)) })
        ),
        ...slotsOf(place).flatMap(slot => [
          { place, wrong: `${slot}s for ${slot}`, call: () => updated(misspelt(rule().init(w), slot)) },
          {
            place, wrong: `${slot} of another shape`,
            call: () => updated({ ...rule().init(w), [slot]: T.ones([7]) })
          }
        ])
      ]
    }),
    { place: 'onEach', wrong: 'slots of a parameter that the model has not', call: ofModel([{ w, b: w }]) },
    { place: 'onEach', wrong: 'the memory of another model', call: ofModel(others) }
  ]
}

/** That optimizers refuse what belongs to something else. */
export const optimizerRefusalLaws: Law<OptimizerRefusalSubject> = ({ name, optimizer }): ReadonlyArray<Claim> => [
  allRefused(
    `${name}/refused-gradients`,
    'A gradient or a step of another shape than the parameter is refused, and not broadcast',
    gradients(optimizer)
  ),
  allRefused(
    `${name}/refused-memories`,
    'The memory of another optimizer, and one with a misspelt slot, are refused',
    memories(optimizer)
  )
]
