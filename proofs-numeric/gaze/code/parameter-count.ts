import { type Claim, claim, equal, everyCase, type Plain } from '../../../src/claim/index.js'
import { fullyConnectedNet, parameterCount, reluConvNet } from '../../../src/model/index.js'

const eyes = [1, 36, 120]

const nets = [
  { net: 'convolutional', model: reluConvNet(), count: 667312 },
  { net: 'with batch norm', model: reluConvNet({ batchNorm: true }), count: 667356 },
  { net: 'fully connected', model: fullyConnectedNet({ hidden: [100, 100, 100], classes: 4 }), count: 452704 }
]

export const claims: ReadonlyArray<Claim> = [claim(
  {
    id: 'gaze/parameter-count/of-models', title: 'The nets as exported have as many parameters as the formulas count',
    statement: String.raw`\text{our three nets, built for a picture 1x36x120, have 667312, 667356 and 452704 parameters}`,
    spoken: 'it is about code, files or time',
    source: 'Gaze assignment, question 2, number of parameters', rows: ['E228-PAR-01', 'E228-PAR-02', 'E228-PAR-03']
  },
  everyCase('three nets', nets, ({ net, model, count }) => [equal<Plain>(parameterCount(model, eyes), count, net)])
)]
