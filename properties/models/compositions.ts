import fc, { type Arbitrary } from 'fast-check'
import * as definition from '../../src/definition/index.js'
import type { Law } from '../../src/claim/index.js'
import type { Layer } from '../../src/layer/index.js'
import { parameterShapes } from '../../src/model/index.js'
import {
  type Analytic, type Divisible, float64, type Grid, mapGrid, type Shape, sizeOf
} from '../../src/number/index.js'
import { orThrow, refuse } from '../../src/prelude/index.js'
import { run, seedOf } from '../../src/random/index.js'
import * as T from '../../src/tensor/index.js'
import type { Tensor } from '../../src/tensor/index.js'
import { byName, paramsOf } from './namedParams.js'
import { hashed } from '../cases/hashed.js'
import { double } from '../judges/precision.js'
import { answerOf } from '../layers/answer.js'
import type { Bound } from '../layers/bound.js'
import type { Given } from '../layers/drawn.js'
import { turned } from '../layers/drawn.js'
import { quarters } from '../cases/quarters.js'
import { lawsOf } from '../layers/layer.js'

type Values<A> = Readonly<Record<string, Grid<A>>>

/** A model, the shape of an example, and its formula as the document has it, given the parameters by name. */
export interface Composition {
  readonly model: Layer
  readonly shape: Shape
  readonly formula: <A>(steps: Steps<A>) => (x: Grid<A>) => Grid<A>
}

/** The layers of the documents, over any number system, by the name of their parameters. */
export interface Steps<A> {
  readonly affine: (name: string) => (x: Grid<A>) => Grid<A>
  readonly conv: (name: string, pad: number) => (x: Grid<A>) => Grid<A>
  readonly pool: (x: Grid<A>) => Grid<A>
  readonly relu: (x: Grid<A>) => Grid<A>
}

const stepsOver = <A>(N: Divisible<A>, p: Values<A>): Steps<A> => {
  const parameters = (name: string) => ({ w: p[`${name}.w`] as Grid<A>, b: p[`${name}.b`] as Grid<A> })
  return {
    affine: name => x => definition.affine(N)(parameters(name))(definition.flatten(x)),
    conv: (name, pad) => definition.conv2d(N)({ stride: 1, pad })(parameters(name)),
    pool: definition.maxPool2d(N)({ height: 2, width: 2, stride: 2 }),
    relu: definition.relu(N)
  }
}

const examples = 2

const shapesOf = ({ model: net, shape }: Composition): Readonly<Record<string, Shape>> =>
  ({ x: [examples, ...shape], ...parameterShapes(net, shape) })

type Compositions = Readonly<Record<string, Composition>>

/** Models of anyone's own, each by its name. */
export interface CompositionsSubject {
  readonly name: string
  readonly compositions: Compositions
  readonly rows: Readonly<Record<string, ReadonlyArray<string>>>
}

const compositionOf = (of: Compositions, name: string): Composition =>
  of[name] ?? refuse('input', 'models', 'a model by its name', name)

const define = <A>(N: Divisible<A>) => ({ formula }: Composition) => (values: Values<A>): Grid<A> =>
  formula(stepsOver(N, values))(values['x'] as Grid<A>)

/**
 * The largest k, at most 39, for which doubles hold every value on the way when inputs are quarters up to k / 4: values with every input at
 * k / 4 bound all others, each of up to four layers with parameters makes the unit a quarter, and a derivative has a term for each layer.
 */
const largestNumerator = (composition: Composition): number => {
  const bound = (k: number): number => {
    const shapes = Object.entries(shapesOf(composition))
    const all = Object.fromEntries(shapes.map(([key, shape]) => [key, T.toGrid(T.full(shape, k / 4))]))
    const scores = define(float64)(composition)(all)
    return 5 * sizeOf(scores.shape) * Math.max(...mapGrid(Math.abs)(scores).entries) * (k / 4) * 4 ** 6
  }
  return [39, 19, 9, 4, 2].find(k => bound(k) < 2 ** 52)
    ?? refuse('domain', 'models', 'a model that doubles can be exact for', composition.model.names.join(', '))
}

type Chosen = { readonly name: string }

const casesOf = (name: string, composition: Composition): Arbitrary<Given> => {
  const k = largestNumerator(composition)
  const tensors = Object.fromEntries(
    Object.entries(shapesOf(composition)).map(([key, shape]) => [key, quarters(shape, k, 0)])
  )
  return fc.record({ options: fc.constant({ name }), inputs: fc.record(tensors) })
}

/** Odd quarters as large as the inputs: with them doubles hold each cotangent. */
const cotangentFor = (of: Compositions) => (options: object | undefined, seed: number, shape: Shape): Tensor => {
  const half = Math.ceil(largestNumerator(compositionOf(of, (options as Chosen).name)) / 2)
  return T.fromFlat(shape, Array.from(
    { length: sizeOf(shape) }, (_, i) => (2 * (hashed(seed, 'dy', i) % (2 * half) - half) + 1) / 4
  ))
}

const bind = (of: Compositions) => (options?: object): Bound => {
  const { name } = options as Chosen
  const composition = compositionOf(of, name)
  const { model: net, shape } = composition
  return {
    name, varying: Object.keys(shapesOf(composition)), precision: double, atKinks: 'definition', printed: undefined,
    define: <A>(N: Analytic<A>) => define(N)(composition),
    run: inputs => {
      const { x, ...named } = inputs
      const { y, pullback } = net.train(paramsOf(net, named), run(orThrow(net.build(shape)).state, seedOf(1)))(
        x as Tensor
      )
      const pulled = (dy: Tensor) => {
        const { dx, dp } = pullback(dy)
        return { dx, dp: byName(net, dp) }
      }
      return answerOf(name, inputs, Object.keys(inputs), true, { y, pullback: pulled })
    }
  }
}

// Convolutions of 14x14 images take a hundred times as long as the rest.
const weights: Readonly<Record<string, number>> = { reluConvNet: 1, threeLayerConvNet: 4, twoLayerConvNet: 4 }

/** The laws of models that are piecewise polynomial: value and pullback are those of the composition that the documents print. */
export const compositionsLaws: Law<CompositionsSubject> = ({ name, compositions, rows }) => {
  const cases = fc.oneof(...Object.entries(compositions).map(([model, composition]) =>
    ({ weight: weights[model] ?? 20, arbitrary: casesOf(model, composition) })))
  return lawsOf({ name, source: 'The networks of the documents', rows }, {
    cases, pairs: cases.map(given => [given, { ...given, inputs: turned(given.inputs) }] as const), extremes: undefined,
    bind: bind(compositions), optionNames: ['name'], hasDefinition: true, hasPrinted: false,
    cotangentFor: cotangentFor(compositions)
  })
}
