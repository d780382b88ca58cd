import fc, { type Arbitrary } from 'fast-check'
import * as definition from '../../src/definition/index.js'
import type { Claim } from '../../src/claim/index.js'
import type { Layer } from '../../src/layer/index.js'
import * as model from '../../src/model/index.js'
import { type Analytic, type Divisible, float64, type Grid, mapGrid, type Shape, sizeOf } from '../../src/number/index.js'
import { orThrow, refuse } from '../../src/prelude/index.js'
import { run, seedOf } from '../../src/random/index.js'
import * as T from '../../src/tensor/index.js'
import type { Tensor } from '../../src/tensor/index.js'
import { byName, paramsOf } from './namedParams.js'
import { hashed } from '../cases/hashed.js'
import { double } from '../judges/precision.js'
import { answerOf } from '../layers/answer.js'
import type { Bound, Given } from '../layers/bound.js'
import { turned } from '../layers/drawn.js'
import { quarters } from '../layers/exactCases.js'
import { lawsOf } from '../layers/layer.js'

type Values<A> = Readonly<Record<string, Grid<A>>>

/** A model, the shape of an example, and its formula as the document has it, given the parameters by name. */
interface Composition {
  readonly model: Layer
  readonly shape: Shape
  readonly formula: <A>(steps: Steps<A>) => (x: Grid<A>) => Grid<A>
}

/** The layers of the documents, over any number system, by the name of their parameters. */
interface Steps<A> {
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

const compositions: Readonly<Record<string, Composition>> = {
  linearClassifier: { model: model.linearClassifier({ classes: 3 }), shape: [4], formula: s => s.affine('scores') },
  twoLayerNet: {
    model: model.twoLayerNet({ hidden: 4, classes: 3 }), shape: [3], formula: s => x => s.affine('scores')(s.relu(s.affine('hidden')(x)))
  },
  fullyConnectedNet: {
    model: model.fullyConnectedNet({ hidden: [3, 2], classes: 2 }), shape: [3],
    formula: s => x => s.affine('scores')(s.relu(s.affine('hidden2.affine')(s.relu(s.affine('hidden1.affine')(x)))))
  },
  logisticNet: {
    model: model.logisticNet({ hidden: 3 }), shape: [2], formula: s => x => s.affine('output')(s.relu(s.affine('hidden')(x)))
  },
  twoLayerConvNet: {
    model: model.twoLayerConvNet({ filters: 2, filterSize: 3, classes: 2 }), shape: [1, 4, 4],
    formula: s => x => s.affine('scores')(s.pool(s.relu(s.conv('conv', 1)(x))))
  },
  threeLayerConvNet: {
    model: model.threeLayerConvNet({ filters: 1, filterSize: 3, hidden: 2, classes: 2 }), shape: [2, 4, 4],
    formula: s => x => s.affine('scores')(s.relu(s.affine('hidden')(s.pool(s.relu(s.conv('conv', 1)(x))))))
  },
  gazeConvNet: {
    model: model.gazeConvNet({ filters: [1, 1], hidden: 2, classes: 2 }), shape: [1, 14, 14],
    formula: s => x => s.affine('scores')(s.relu(s.affine('hidden')(
      s.pool(s.relu(s.conv('conv2', 0)(s.pool(s.relu(s.conv('conv1', 0)(x)))))))))
  }
}

const examples = 2

const shapesOf = ({ model: net, shape }: Composition): Readonly<Record<string, Shape>> =>
  ({ x: [examples, ...shape], ...model.parameterShapes(net, shape) })

const compositionOf = (name: string): Composition => compositions[name] ?? refuse('input', 'models', 'a model by its name', name)

const define = <A>(N: Divisible<A>) => (name: string) => (values: Values<A>): Grid<A> =>
  compositionOf(name).formula(stepsOver(N, values))(values['x'] as Grid<A>)

/**
 * The largest k, at most 39, for which doubles hold every value on the way when inputs are quarters up to k / 4: values with every input at
 * k / 4 bound all others, each of up to four layers with parameters makes the unit a quarter, and a derivative has a term for each layer.
 */
const largestNumerator = (name: string): number => {
  const bound = (k: number): number => {
    const shapes = Object.entries(shapesOf(compositionOf(name)))
    const all = Object.fromEntries(shapes.map(([key, shape]) => [key, T.toGrid(T.full(shape, k / 4))]))
    const scores = define(float64)(name)(all)
    return 5 * sizeOf(scores.shape) * Math.max(...mapGrid(Math.abs)(scores).entries) * (k / 4) * 4 ** 6
  }
  return [39, 19, 9, 4, 2].find(k => bound(k) < 2 ** 52) ?? refuse('domain', 'models', 'a model that doubles can be exact for', name)
}

type Chosen = { readonly name: string }

const casesOf = (name: string): Arbitrary<Given> => {
  const [composition, k] = [compositionOf(name), largestNumerator(name)]
  const tensors = Object.fromEntries(Object.entries(shapesOf(composition)).map(([key, shape]) => [key, quarters(shape, k, 0)]))
  return fc.record({ options: fc.constant({ name }), inputs: fc.record(tensors) })
}

/** Odd quarters as large as the inputs: with them doubles hold each cotangent. */
const cotangentFor = (options: object | undefined, seed: number, shape: Shape): Tensor => {
  const half = Math.ceil(largestNumerator((options as Chosen).name) / 2)
  return T.fromFlat(shape, Array.from({ length: sizeOf(shape) }, (_, i) => (2 * (hashed(seed, 'dy', i) % (2 * half) - half) + 1) / 4))
}

const bind = (options?: object): Bound => {
  const { name } = options as Chosen
  const { model: net, shape } = compositionOf(name)
  return {
    name, varying: Object.keys(shapesOf(compositionOf(name))), precision: double, atKinks: 'definition', printed: undefined,
    define: <A>(N: Analytic<A>) => define(N)(name),
    run: inputs => {
      const { x, ...named } = inputs
      const { y, pullback } = net.train(paramsOf(net, named), run(orThrow(net.build(shape)).state, seedOf(1)))(x as Tensor)
      const pulled = (dy: Tensor) => {
        const { dx, dp } = pullback(dy)
        return { dx, dp: byName(net, dp) }
      }
      return answerOf(name, inputs, Object.keys(inputs), true, { y, pullback: pulled })
    }
  }
}

// Convolutions of 14x14 images take a hundred times as long as the rest.
const weights: Readonly<Record<string, number>> = { gazeConvNet: 1, threeLayerConvNet: 4, twoLayerConvNet: 4 }

const cases = fc.oneof(...Object.keys(compositions).map(name => ({ weight: weights[name] ?? 20, arbitrary: casesOf(name) })))

/** The laws of the models that are piecewise polynomial: value and pullback are those of the composition that the documents print. */
export const claims: ReadonlyArray<Claim> = lawsOf(
  {
    name: 'models', source: 'The networks of the documents',
    rows: { value: ['N231-NET-01', 'N231-FC-01', 'N231-NN-01'], pullback: ['HW1-SYS-18'] }
  },
  {
    cases, pairs: cases.map(given => [given, { ...given, inputs: turned(given.inputs) }] as const), extremes: undefined,
    bind, optionNames: ['name'], hasDefinition: true, hasPrinted: false, cotangentFor
  })
