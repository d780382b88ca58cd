import { attempt, chainEither, given, mapEither, pipe, refuse } from '../prelude/index.js'
import { chain, map, of, type Random } from '../random/index.js'
import { checkedShape } from '../tensor/axes.js'
import { givenTensor } from '../tensor/Tensor.js'
import { givenLayer, givenRecords } from './givenLayer.js'
import type { Built, Layer, Params } from './Layer.js'
import { lazilyPulled } from './lazilyPulled.js'
import { traced } from './traced.js'

/**
 * One layer after the other; names join by a dot where a part is itself composed: "block.hidden".
 * (Not called `then`: a module that exports that name is taken for a promise by `import()`.)
 */
export const andThen = (first: Layer, second: Layer): Layer =>
  inTurn('andThen')(givenLayer('andThen', first, 'the first'), givenLayer('andThen', second, 'the second'))

const inTurn = (place: string) => (first: Layer, second: Layer): Layer => {
  const count = first.names.length
  const names = [...first.names, ...second.names]
  const split = (what: 'params' | 'state', p: Params): readonly [Params, Params] => {
    givenRecords(place, what, p, names)
    return [p.slice(0, count), p.slice(count)]
  }
  return {
    names,
    build: input => pipe(first.build(input), chainEither(
      a => pipe(second.build(a.output), mapEither(b => inOrder(a, b)))
    )),
    train: (params, state) => {
      const [[p1, p2], [s1, s2]] = [split('params', params), split('state', state)]
      const [run1, run2] = [first.train(p1, s1), second.train(p2, s2)]
      return x => {
        const one = run1(x)
        const two = run2(one.y)
        return {
          y: two.y,
          state: [...one.state, ...two.state],
          pullback: dy => {
            const later = two.pullback(dy)
            const earlier = one.pullback(later.dx)
            return lazilyPulled(() => earlier.dx, [...earlier.dp, ...later.dp])
          }
        }
      }
    },
    infer: (params, state) => {
      const [[p1, p2], [s1, s2]] = [split('params', params), split('state', state)]
      const [run1, run2] = [first.infer(p1, s1), second.infer(p2, s2)]
      return x => run2(run1(x))
    }
  }
}

const inOrder = (a: Built, b: Built): Built => ({
  output: b.output,
  outputs: [...a.outputs, ...b.outputs],
  init: joined(a.init, b.init),
  state: joined(a.state, b.state)
})

const joined = (first: Random<Params>, second: Random<Params>): Random<Params> =>
  pipe(first, chain(p1 => pipe(second, map(p2 => [...p1, ...p2]))))

/** The layer that does nothing: the unit of `andThen`. */
export const identity: Layer = {
  names: [],
  build: input => attempt(
    () => ({ output: checkedShape('identity', input), outputs: [], init: of([]), state: of([]) })
  ),
  train: (params, state) => {
    givenRecords('identity', 'params', params, [])
    givenRecords('identity', 'state', state, [])
    return x => ({ ...traced('identity', givenTensor('identity', x), dy => ({ dx: dy, dp: [] })), state })
  },
  infer: (params, state) => {
    givenRecords('identity', 'params', params, [])
    givenRecords('identity', 'state', state, [])
    return x => givenTensor('identity', x)
  }
}

/**
 * Layers in order, by name: `sequence({ hidden: Affine(100), relu: Relu, scores: Affine(10) })`. Parameters are then called
 * "hidden.w". Refuses what is no layer, such as the plain function `relu` for the layer `Relu`, and names that look like whole numbers, for
 * JavaScript would put them first.
 */
export const sequence = (layers: Readonly<Record<string, Layer>>): Layer => {
  const named = Object.entries(given.record('sequence', 'layers by name', layers))
  const layersInOrder = named.map(([name, layer]) => renamed(name, givenLayer('sequence', layer, name)))
  // what does nothing would only speak in place of the layer before it
  const [first = identity, ...rest] = layersInOrder.filter(({ infer }) => infer !== identity.infer)
  return rest.reduce(inTurn('sequence'), first)
}

const renamed = (name: string, layer: Layer): Layer => ({
  ...layer,
  names: /^\d+$/.test(name)
    ? refuse('input', 'sequence', 'a name that is not a whole number', JSON.stringify(name))
    : layer.names.length === 1 ? [name] : layer.names.map(inner => `${name}.${inner}`)
})
