import fc, { type Arbitrary } from 'fast-check'
import {
  atMost, type Claim, claim, equal, equalEntries, everyCase, type Plain, sampled
} from '../../../../src/claim/index.js'
import type { Layer } from '../../../../src/layer/index.js'
import { l2Penalty, softmaxCrossEntropy } from '../../../../src/loss/index.js'
import * as model from '../../../../src/model/index.js'
import type { Normalization } from '../../../../src/model/index.js'
import { type Shape, showShape, sizeOf } from '../../../../src/number/index.js'
import { orThrow } from '../../../../src/prelude/index.js'
import { normals, run, seedOf } from '../../../../src/random/index.js'
import * as T from '../../../../src/tensor/index.js'
import type { Tensor } from '../../../../src/tensor/index.js'
import { objective } from '../../../../src/train/index.js'
import { byName } from '../../../../properties/models/namedParams.js'
import { refuses } from '../../../../properties/judges/refuses.js'
import { rarely, sparsely } from '../../../../properties/cases/sparsely.js'
import type { Named } from '../../../../properties/layers/subject.js'

const notes = 'Notes on CS231n, fully connected nets'

/** Models that keep nothing while they train, each with the shape of an example. */
const stateless: ReadonlyArray<{ readonly net: Layer; readonly shape: Shape }> = [
  { net: model.linearClassifier({ classes: 3 }), shape: [2, 2] },
  { net: model.twoLayerNet({ hidden: 4, classes: 3 }), shape: [3] },
  { net: model.fullyConnectedNet({ hidden: [4, 3], classes: 2, normalization: 'layernorm' }), shape: [3] },
  { net: model.twoLayerConvNet({ filters: 2, filterSize: 3, classes: 2 }), shape: [1, 4, 4] },
  { net: model.threeLayerConvNet({ filters: 2, filterSize: 3, hidden: 4, classes: 2 }), shape: [2, 4, 4] }
]

const startOf = (net: Layer, shape: Shape, seed: number): Named =>
  byName(net, run(orThrow(net.build(shape)).init, seedOf(seed)))

interface Drawn {
  readonly hidden: ReadonlyArray<number>
  readonly classes: number
  readonly norm: Normalization | 'none'
  readonly seed: number
}

const nets: { readonly [K in keyof Drawn]: Arbitrary<Drawn[K]> } = {
  hidden: fc.array(fc.integer({ min: 1, max: 3 }), { maxLength: 3 }), classes: fc.integer({ min: 2, max: 4 }),
  norm: fc.constantFrom('none', 'batchnorm', 'layernorm'), seed: fc.nat()
}

interface Stored {
  readonly shape: Shape
  /** What every entry starts from, where it is not drawn. */
  readonly start?: number
}

/** What the notes store of a fully connected net on two features, by name. */
const parametersOf = ({ hidden, classes, norm }: Drawn): Readonly<Record<string, Stored>> =>
  Object.fromEntries([...hidden, classes].flatMap((units, k) => {
    const last = k === hidden.length
    const [name, inputs] = [last ? 'scores' : `hidden${k + 1}.affine`, hidden[k - 1] ?? 2]
    return [
      [`${name}.w`, { shape: [inputs, units] }], [`${name}.b`, { shape: [units], start: 0 }],
      ...(last || norm === 'none' ? [] : [
        [`hidden${k + 1}.norm.gamma`, { shape: [units], start: 1 }],
        [`hidden${k + 1}.norm.beta`, { shape: [units], start: 0 }]
      ])
    ] as ReadonlyArray<readonly [string, Stored]>
  }))

const starts = [
  { net: model.linearClassifier(), shape: [3072], deviation: 1e-3 },
  { net: model.fullyConnectedNet({ hidden: [200, 100], classes: 10, weightScale: 0.5 }), shape: [100], deviation: 0.5 }
]

const weightsOf = (named: Named): ReadonlyArray<readonly [string, Tensor]> =>
  Object.entries(named).filter(([name]) => name.endsWith('.w'))

const shareWithin = (w: Tensor, size: number): number => T.item(T.mean(T.less(T.abs(w), size)))

// Hoeffding: the share of n weights is farther from its probability once in 10^9 times.
const farthest = (n: number): number => Math.sqrt(Math.log(2e9) / (2 * n))

/** The probable error of a standard normal number: half of them are nearer to 0. */
const quartile = 0.6744897501960817

const shapesIn = (named: Named): string =>
  Object.entries(named).map(([name, { shape }]) => `${name} ${showShape(shape)}`).join(', ')

const joined = (names: Iterable<string>): string => [...names].join()

/** What the notes and the notebook state of the models by name: what they give, what they start from, and what they refuse. */
export const claims: ReadonlyArray<Claim> = [
  claim(
    {
      id: 'cs231n-notes/networks/inference',
      title: 'Without labels a model gives scores; with labels, loss and a gradient of each parameter\'s shape',
      statement:
        '\\text{For five models and two examples each: the loss of the scores, which need no labels, is the ' +
        'one that is found with labels, and the gradient has the names and the shapes of the parameters.}',
      spoken: 'it is about code, files or time',
      source: 'Notes on CS231n, two-layer net', rows: ['N231-NET-03']
    },
    everyCase('five models, two examples each', stateless, ({ net, shape }) => {
      const { init, state } = orThrow(net.build(shape))
      const [params, seed] = init(seedOf(5))
      const kept = run(state, seed)
      const x = run(normals([2, ...shape]), seed)
      const { value, gradient } = objective({ model: net, loss: softmaxCrossEntropy })(params, kept)(x, [0, 1])
      const [given, wanted] = [byName(net, gradient), byName(net, params)]
      return [
        equal<Plain>(softmaxCrossEntropy([0, 1])(net.infer(params, kept)(x)).value, value, 'loss of the scores'),
        equal<Plain>(Number(shapesIn(given) === shapesIn(wanted)), 1, `the shapes are those of ${shapesIn(wanted)}`)
      ]
    })
  ),
  sparsely(claim(
    {
      id: 'cs231n-notes/networks/start',
      title: 'Each layer of a fully connected net has weights and a bias, each but the last a scale and a shift',
      statement:
        '\\text{Fully connected nets with up to three hidden layers, of 1 to 3 units, start with exactly ' +
        'the parameters expected of each layer: their names and shapes, biases and shifts 0, scales 1.}',
      spoken: 'it is about code, files or time',
      source: notes, rows: ['N231-FC-02']
    },
    sampled<Drawn>(nets, drawn => {
      const { hidden, classes, norm, seed } = drawn
      const net = model.fullyConnectedNet({ hidden, classes, ...(norm === 'none' ? {} : { normalization: norm }) })
      const [given, wanted] = [startOf(net, [2], seed), parametersOf(drawn)]
      return [
        equal<Plain>(Number(
          joined(Object.keys(given)) === joined(Object.keys(wanted))
        ), 1, `the names are ${joined(Object.keys(wanted))}`),
        ...Object.entries(wanted).flatMap(([name, { shape, start }]) => {
          const p = given[name] ?? T.zeros([0])
          return equalEntries(start === undefined ? T.zeros(p.shape) : p, T.full(shape, start ?? 0), name)
        })
      ]
    })
  )),
  rarely(claim(
    {
      id: 'cs231n-notes/networks/start-weights',
      title: 'Weights start with the deviation asked for: half of 30720 are within .6745 of it, to .019',
      statement:
        '\\text{Weights are drawn for a linear classifier, of deviation .001, and a net of three layers, of .5: ' +
        'in each array the share within .6745 deviations is nearer to a half than in all but one of 1e9 draws.}',
      spoken: 'it is about code, files or time',
      source: notes, rows: ['N231-FC-02', 'N231-LC-02']
    },
    sampled<{ readonly seed: number }>({ seed: fc.integer({ min: 0, max: 2 ** 32 }) }, ({ seed }) =>
      starts.flatMap(({ net, shape, deviation }) => weightsOf(startOf(net, shape, seed)).map(([name, w]) =>
        atMost<Plain>(
          Math.abs(shareWithin(w, quartile * deviation) - 0.5), farthest(sizeOf(w.shape)), `${name}: how far from 1/2`
        ))))
  )),
  sparsely(claim(
    {
      id: 'cs231n-notes/networks/only-weights-penalised',
      title: 'A penalty adds lambda/2 of the squared weights to the loss and lambda W to their gradient alone',
      statement:
        '\\text{In a net with layer normalisation the penalty adds lambda/2 times the sum of the squared weights ' +
        'to the loss, but for rounding, exactly lambda W to the gradients of weights, and nothing to the others.}',
      spoken: 'it is about code, files or time',
      source: notes, rows: ['N231-FC-03']
    },
    sampled<{ readonly seed: number; readonly lambda: number }>(
      { seed: fc.nat(), lambda: fc.constantFrom(0.25, 0.5, 2) },
      ({ seed, lambda }) => stateless.slice(2, 3).flatMap(({ net, shape }) => {
        const [params, next] = orThrow(net.build(shape)).init(seedOf(seed))
        const [x] = normals([2, ...shape])(next)
        const state = run(orThrow(net.build(shape)).state, next)
        const at = (penalty: number) =>
          objective({ model: net, loss: softmaxCrossEntropy, penalty: l2Penalty(penalty, 'half') })(params, state)(
            x, [0, 1]
          )
        const [plain, penalised, named] = [at(0), at(lambda), byName(net, params)]
        const [before, after] = [byName(net, plain.gradient), byName(net, penalised.gradient)]
        const squares = weightsOf(named).reduce((s, [, w]) => s + T.dot(w, w), 0)
        return [
          // powers of two scale exactly; sums of squares in another order are off by their number of roundings
          atMost<Plain>(
            Math.abs(penalised.value - plain.value - lambda / 2 * squares), 64 * 2 ** -53 * penalised.value, 'value'
          ),
          ...Object.entries(named).flatMap(([name, p]) => equalEntries(
            after[name] ?? T.zeros([0]),
            name.endsWith('.w') ? T.add(before[name] ?? p, T.mul(p, lambda)) : before[name] ?? p, `d${name}`))
        ]
      }))
  )),
  sparsely(claim(
    {
      id: 'cs231n-notes/networks/normalization',
      title: 'A normalization that is neither batchnorm nor layernorm is refused when the net is made',
      statement:
        '\\text{A fully connected net is asked for with a drawn word that is neither batchnorm nor ' +
        'layernorm, such as bogus, BatchNorm or constructor, as its normalization: each is refused.}',
      spoken: 'it is about code, files or time',
      source: notes,
      rows: ['N231-FC-05']
    },
    sampled<{ readonly name: string; readonly hidden: ReadonlyArray<number> }>(
      {
        name: fc.oneof(fc.string({ maxLength: 8 }), fc.constantFrom(
          'bogus', 'BatchNorm', 'constructor', 'toString', '__proto__'
        ))
          .filter(name => name !== 'batchnorm' && name !== 'layernorm'),
        hidden: nets.hidden
      },
      ({ name, hidden }) => refuses(
        () => model.fullyConnectedNet({ hidden, normalization: name as Normalization }), 'fullyConnectedNet'
      ))
  ))
]
