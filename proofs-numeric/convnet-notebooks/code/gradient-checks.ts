import { atMost, type Claim, claim, everyCase, type Plain } from '../../../src/claim/index.js'
import { threeLayerConvNet } from '../../../src/model/index.js'
import { measured } from '../../../properties/judges/measured.js'
import { parameterErrors } from '../../../properties/judges/parameterErrors.js'

/** The larger error of the biases of the first two layers of the notebook's net, with weights of this deviation. */
const threeLayers = (weightScale: number, h: number, seed: number): number => {
  const net = threeLayerConvNet({ filters: 3, filterSize: 3, hidden: 7, classes: 10, weightScale })
  const error = parameterErrors({ net, example: [3, 16, 16], labels: [0, 4], h }, seed)
  return Math.max(error(net.names.indexOf('conv'), 'b'), error(net.names.indexOf('hidden'), 'b'))
}

export const claims: ReadonlyArray<Claim> = [
  measured(claim(
    {
      id: 'convnet-notebooks/gradient-checks/tiny-weights',
      title: 'The three-layer net\'s large errors are those of weights of 1e-3: at .1 they are a thousandth',
      statement:
        '\\text{The largest error of the biases of the first two layers, for two seeds, with weights of deviation ' +
        '.1 and steps of 1e-5, is at most a thousandth of that with weights of 1e-3 and steps of 1e-6.}',
      spoken: 'it is about code, files or time',
      source: 'Convolutional networks notebook, three-layer ConvNet, gradient check',
      rows: ['C231-3L-03']
    },
    everyCase('two seeds, the biases of the first two layers', [1, 2], seed =>
      [atMost<Plain>(
        1000 * threeLayers(0.1, 1e-5, seed), threeLayers(1e-3, 1e-6, seed), 'a thousand errors at .1 beside one at 1e-3'
      )])
  ))
]
