import { type Claim, claim, everyCase } from '../../../src/claim/index.js'
import { momentum } from '../../../src/optimizer/index.js'
import * as T from '../../../src/tensor/index.js'
import { roundsEach } from '../../../properties/judges/roundsEach.js'
import { spaced } from './spaced.js'

const momentumTest = {
  w: spaced(-0.4, 0.6, [4, 5]), gradient: spaced(-0.6, 0.4, [4, 5]), velocity: spaced(0.6, 0.9, [4, 5]),
  next: [
    0.1406, 0.20738947, 0.27417895, 0.34096842, 0.40775789, 0.47454737, 0.54133684, 0.60812632, 0.67491579, 0.74170526,
    0.80849474, 0.87528421, 0.94207368, 1.00886316, 1.07565263, 1.14244211, 1.20923158, 1.27602105, 1.34281053, 1.4096
  ],
  after: [
    0.5406, 0.55475789, 0.56891579, 0.58307368, 0.59723158, 0.61138947, 0.62554737, 0.63970526, 0.65386316, 0.66802105,
    0.68217895, 0.69633684, 0.71049474, 0.72465263, 0.73881053, 0.75296842, 0.76712632, 0.78128421, 0.79544211, 0.8096
  ]
}

export const claims: ReadonlyArray<Claim> = [
  claim(
    {
      id: 'gaze/momentum/printed-test', title: 'A step of momentum gives the printed parameters and velocities',
      source: 'Gaze assignment, question 1, test of momentum', spoken: 'it is about code, files or time',
      statement: String.raw`\text{a step of our momentum, of rate 1e-3 with a share of .9, from 20 parameters, gradients and velocities at even distances, gives the 20 printed parameters and velocities, to eight decimals}`,
      rows: ['E228-MOM-02']
    },
    everyCase('the printed test', [momentumTest], ({ w, gradient, velocity, next, after }) => {
      const [step, memory] = momentum({ learningRate: 1e-3 }).update(gradient)(w)({ velocity })
      return [
        ...roundsEach(T.add(w, step), next, 8, 'w'), ...roundsEach(memory['velocity'] ?? w, after, 8, 'velocity')
      ]
    })
  )
]
