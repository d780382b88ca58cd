import { atMost, type Claim, claim, erratum, everyCase, type Judge, type Plain } from '../../src/claim/index.js'
import { numericGradient, relativeError } from '../../src/difference/index.js'
import type { Layer, Params } from '../../src/layer/index.js'
import { softmaxCrossEntropy } from '../../src/loss/index.js'
import { fullyConnectedNet, threeLayerConvNet } from '../../src/model/index.js'
import type { Shape } from '../../src/number/index.js'
import { orThrow } from '../../src/prelude/index.js'
import { normals, run, seedOf } from '../../src/random/index.js'
import type { Tensor } from '../../src/tensor/index.js'
import { objective } from '../../src/train/index.js'
import { measured } from '../judges/measured.js'

// The gradient checks that the documents print of whole nets, with draws of our own: what their steps and their weights do.

interface Check {
  readonly net: Layer
  readonly example: Shape
  readonly labels: ReadonlyArray<number>
  readonly h: number
}

/** The relative error of central differences by one parameter, for weights and inputs of this seed. */
const errorsOf = ({ net, example, labels, h }: Check, seed: number) => {
  const built = orThrow(net.build(example))
  const [params, next] = built.init(seedOf(seed))
  const [x] = normals([labels.length, ...example])(next)
  const at = (p: Params) => objective({ model: net, loss: softmaxCrossEntropy })(p, run(built.state, next))(x, labels)
  const { gradient } = at(params)
  const changed = (layer: number, name: string, value: Tensor): Params =>
    params.map((named, k) => (k === layer ? { ...named, [name]: value } : named))
  return (layer: number, name: 'w' | 'b'): number => {
    const [p, g] = [params[layer]?.[name] as Tensor, gradient[layer]?.[name] as Tensor]
    return relativeError(numericGradient(v => at(changed(layer, name, v)).value, { h })(p), g)
  }
}

const seeds = [1, 2]

const agrees = (h: number): Judge => everyCase('the net 15-20-30-10, two examples, one seed', [1], seed => {
  const net = fullyConnectedNet({ hidden: [20, 30], classes: 10, weightScale: 0.05 })
  const error = errorsOf({ net, example: [15], labels: [3, 7], h }, seed)
  return [atMost<Plain>(error(net.names.indexOf('hidden2.affine'), 'b'), 1.26e-6, 'error of b2')]
})

/** The larger error of the biases of the first two layers of the notebook's net, with weights of this deviation. */
const threeLayers = (weightScale: number, h: number, seed: number): number => {
  const net = threeLayerConvNet({ filters: 3, filterSize: 3, hidden: 7, classes: 10, weightScale })
  const error = errorsOf({ net, example: [3, 16, 16], labels: [0, 4], h }, seed)
  return Math.max(error(net.names.indexOf('conv'), 'b'), error(net.names.indexOf('hidden'), 'b'))
}

export const claims: ReadonlyArray<Claim> = [
  measured(erratum(
    {
      id: 'gradient-checks/step-of-one',
      title: 'With the step 1, as printed, differences by b2 do not agree to 1.26e-6, the largest error in print; with 1e-5 they do',
      statement: String.raw`\frac{L(W + h E) - L(W - h E)}{2h},\quad h = 10^{-5}`,
      source: 'Gaze assignment, question 1, fully connected net, gradient check',
      rows: ['E228-FCN-03']
    },
    {
      printed: { text: 'h = 1', tex: 'h = 1', judge: agrees(1) },
      corrected: { text: 'h = 1e-5', tex: 'h = 10^{-5}', judge: agrees(1e-5) }
    }
  )),
  measured(claim(
    {
      id: 'gradient-checks/tiny-weights',
      title: 'The large errors of the three-layer net are those of weights of 1e-3: at weights of .1 they are a thousand times smaller',
      statement: String.raw`e(\sigma = .1,\ h = 10^{-5}) \le 10^{-3} e(\sigma = 10^{-3},\ h = 10^{-6})`,
      source: 'Convolutional networks notebook, three-layer ConvNet, gradient check',
      rows: ['C231-3L-03']
    },
    everyCase('two seeds, the biases of the first two layers', seeds, seed =>
      [atMost<Plain>(1000 * threeLayers(0.1, 1e-5, seed), threeLayers(1e-3, 1e-6, seed), 'a thousand errors at .1 beside one at 1e-3')])
  ))
]
