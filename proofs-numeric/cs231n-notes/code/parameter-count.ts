import type { Claim } from '../../../src/claim/index.js'
import { fullyConnectedNet } from '../../../src/model/index.js'
import { counted } from '../../../properties/judges/counted.js'

const notes = 'Notes on CS231n, neural network architectures'

export const claims: ReadonlyArray<Claim> = [
  counted({
    id: 'cs231n-notes/parameter-count/three-four-two', title: 'The net 3-4-2 has 26 parameters', rows: ['N231-NN-05'],
    model: fullyConnectedNet({ hidden: [4], classes: 2 }), example: [3], source: notes
  }, 26),
  counted({
    id: 'cs231n-notes/parameter-count/three-four-four-one',
    title: 'The net 3-4-4-1 has 32 weights and 9 biases, 41 parameters', rows: ['N231-NN-06'],
    model: fullyConnectedNet({ hidden: [4, 4], classes: 1 }), example: [3], source: notes
  }, 41)
]
