import type { Claim } from '../../../src/claim/index.js'
import { fullyConnectedNet, reluConvNet } from '../../../src/model/index.js'
import type { Shape } from '../../../src/number/index.js'
import { miscounted } from '../../../properties/judges/counted.js'

const eyes: Shape = [1, 36, 120]
const gaze = 'Gaze assignment, question 2, number of parameters'

export const claims: ReadonlyArray<Claim> = [
  miscounted({
    id: 'gaze/parameter-count/convnet', title: 'The printed count leaves out the biases of both affine layers',
    rows: ['E228-PAR-01'],
    model: reluConvNet(), example: eyes, source: gaze
  }, 667052, 667312),
  miscounted({
    id: 'gaze/parameter-count/convnet-batch-norm', rows: ['E228-PAR-02'],
    title: 'The printed count leaves out gamma and beta of both norms as well',
    model: reluConvNet({ batchNorm: true }), example: eyes, source: gaze
  }, 667052, 667356),
  miscounted({
    id: 'gaze/parameter-count/fully-connected', title: 'The printed count leaves out all biases',
    rows: ['E228-PAR-03', 'E228-DATA-03'],
    model: fullyConnectedNet({ hidden: [100, 100, 100], classes: 4 }), example: [36, 120], source: gaze
  }, 452400, 452704)
]
