import { type Claim, claim, equal, everyCase, type Plain } from '../../../src/claim/index.js'
import { fullyConnectedNet, parameterShapes, threeLayerConvNet, twoLayerConvNet } from '../../../src/model/index.js'
import { sizeOf } from '../../../src/number/index.js'

const nets = [
  { net: '15-20-30-10', shapes: parameterShapes(fullyConnectedNet({ hidden: [20, 30] }), [15]), count: 1200 },
  { net: 'three-layer ConvNet', shapes: parameterShapes(threeLayerConvNet(), [3, 32, 32]), count: 824904 },
  { net: 'two-layer ConvNet', shapes: parameterShapes(twoLayerConvNet(), [3, 32, 32]), count: 84320 }
]

export const claims: ReadonlyArray<Claim> = [claim(
  {
    id: 'gaze/initial-loss/weights-of-models',
    title: 'The nets as exported have as many weights as the formula of their penalties counts',
    statement: String.raw`\text{the net 15-20-30-10 and our ConvNets of three layers and of two have 1200, 824904 and 84320 weights}`,
    spoken: 'it is about code, files or time',
    source: 'Gaze assignment, question 1, initial loss; notebooks on convolutional networks, sanity checks',
    rows: ['E228-FCN-02', 'C231-3L-02', 'HW1-CN-06']
  },
  everyCase('three nets, biases not counted', nets, ({ net, shapes, count }) => [equal<Plain>(
    Object.entries(shapes).reduce((n, [name, shape]) => n + (name.endsWith('.w') ? sizeOf(shape) : 0), 0), count, net
  )])
)]
