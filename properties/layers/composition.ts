import fc from 'fast-check'
import { claim, equal, judgedBy, type Law, type Plain, type Relation, sampled } from '../../src/claim/index.js'
import { Affine, BatchNorm, Dropout, identity, type Layer, type Params, Tanh } from '../../src/layer/index.js'
import { orThrow } from '../../src/prelude/index.js'
import { run, seedOf } from '../../src/random/index.js'
import * as T from '../../src/tensor/index.js'
import type { Tensor } from '../../src/tensor/index.js'
import { sameBits } from '../judges/sameBits.js'
import { sparsely } from '../cases/sparsely.js'
import { numerators, tensors } from '../cases/numbers.js'

/** A way to put one layer after another. */
export interface CompositionSubject {
  readonly name: string
  readonly andThen: (first: Layer, second: Layer) => Layer
}

const draws = {
  x: tensors([3, 4], numerators), dy: tensors([3, 2], numerators), seed: fc.integer({ min: 0, max: 1000 })
}

interface Drawn {
  readonly x: Tensor
  readonly dy: Tensor
  readonly seed: number
}

const sameParams = (left: Params, right: Params, name: string): ReadonlyArray<Relation<Plain>> => [
  equal(left.length, right.length, `${name}: how many records`),
  ...left.flatMap((record, k) => Object.entries(record).flatMap(([key, t]) =>
    sameBits(t, right[k]?.[key] ?? T.zeros([0]), `${name}[${k}].${key}`)))
]

/** That two layers are the same: in names, in what they start from, and in all that two steps of training and an inference give. */
const sameLayer = (one: Layer, other: Layer, { x, dy, seed }: Drawn): ReadonlyArray<Relation<Plain>> => {
  const [left, right] = [one, other].map(layer => judgedBy('andThen', () => {
    const { init, state } = orThrow(layer.build([4]))
    const [params, after] = init(seedOf(seed))
    const first = layer.train(params, run(state, after))(x)
    const second = layer.train(params, first.state)(x)
    return {
      params, state: second.state, y: second.y, ...second.pullback(dy), inferred: layer.infer(params, second.state)(x)
    }
  }))
  if (left === undefined || right === undefined) return []
  return [
    equal(one.names.join() === other.names.join() ? 1 : 0, 1, 'names are the same'),
    ...sameParams(left.params, right.params, 'params'),
    ...sameParams(left.state, right.state, 'state'),
    ...sameParams(left.dp, right.dp, 'dp'),
    ...sameBits(left.y, right.y, 'y'),
    ...sameBits(left.dx, right.dx, 'dx'),
    ...sameBits(left.inferred, right.inferred, 'inference')
  ]
}

const source = 'the definition of composition'

/** Composition is associative, has a unit, and its pullback is that of the parts in reverse order. */
export const compositionLaws: Law<CompositionSubject> = ({ name, andThen }) => {
  const parts = {
    first: Affine(3, { weightScale: 1 }),
    second: BatchNorm({ momentum: 0.5 }),
    third: andThen(Dropout({ keepProbability: 0.5 }), Affine(2))
  }
  const whole = andThen(andThen(parts.first, parts.second), parts.third)
  const laws = [
    claim(
      {
        id: `${name}/chain-rule`,
        title: 'The pullback of a composition is that of the last layer, then that of the one before',
        statement: String.raw`(g \circ f)^* = f^* \circ g^*`,
        source,
        rows: ['HW1-SYS-16']
      },
      sampled<Drawn>(draws, ({ x, dy, seed }) => {
        const pair = andThen(Affine(2, { weightScale: 1 }), Tanh)
        const params = run(orThrow(pair.build([4])).init, seedOf(seed))
        const [f, g] = [Affine(2).train(params.slice(0, 1), [{}])(x), (t: Tensor) =>
          Tanh.train(params.slice(1), [{}])(t)]
        const after = g(f.y)
        const [expected, given] = [f.pullback(after.pullback(dy).dx), pair.train(params, [{}, {}])(x)]
        return [
          ...sameBits(given.y, after.y, 'y'),
          ...sameBits(given.pullback(dy).dx, expected.dx, 'dx'),
          ...sameParams(given.pullback(dy).dp.slice(0, 1), expected.dp, 'dp')
        ]
      })),
    claim(
      {
        id: `${name}/associative`,
        title: 'Composition is associative: names, parameters, state, values and pullbacks agree bit for bit',
        statement: String.raw`(h \circ g) \circ f = h \circ (g \circ f)`,
        source
      },
      sampled<Drawn>(
        draws, drawn => sameLayer(whole, andThen(parts.first, andThen(parts.second, parts.third)), drawn)
      )),
    claim(
      {
        id: `${name}/identity`,
        title: 'The layer that does nothing changes nothing, before or after another',
        statement: String.raw`\mathrm{id} \circ f = f = f \circ \mathrm{id}`,
        source
      },
      sampled<Drawn>(draws, drawn =>
        [andThen(identity, whole), andThen(whole, identity)].flatMap(layer => sameLayer(layer, whole, drawn))))
  ]
  return laws.map(sparsely)
}
