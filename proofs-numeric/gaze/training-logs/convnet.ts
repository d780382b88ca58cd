import { allOf, type Claim, claim, erratum, printsAs } from '../../../src/claim/index.js'
import { type Divisible, power } from '../../../src/number/index.js'

// What the printed logs and update rules say, without the data that they were made from.

const gazeNets = 'Gaze assignment, question 2, training'

/** The printed loss of the first epoch, 0.819, as a mean over its 175 batches. */
const firstMean = <A>(N: Divisible<A>): A => N.div(N.mul(N.of(819), N.of(256)), N.of(175000))

/** 0.01 times 0.9 for every two steps of the schedule. */
const rateAfter = <A>(N: Divisible<A>, steps: number): A =>
  N.div(power(N)(N.div(N.of(9), N.of(10)), Math.floor(steps / 2)), N.of(100))

export const claims: ReadonlyArray<Claim> = [
  erratum(
    {
      id: 'gaze/training-logs/mean-loss',
      title: 'The printed losses are sums over 175 batches divided by 256: as means they are 256 / 175 as high',
      statement: String.raw`0.819 \cdot 256 / 175 = 1.198`,
      source: gazeNets,
      rows: ['E228-CNN-02']
    },
    {
      printed: {
        text: 'the mean loss of the first epoch is 0.819',
        tex: String.raw`\text{the mean loss of the first epoch is } 0.819`,
        judge: printsAs('0.819', firstMean)
      },
      corrected: {
        text: 'the mean loss of the first epoch is 1.198',
        tex: String.raw`\text{the mean loss of the first epoch is } 1.198`,
        judge: printsAs('1.198', firstMean)
      }
    }
  ),
  claim(
    {
      id: 'gaze/training-logs/schedule',
      title: 'Stepped at every batch, as printed, a schedule is over within the first epoch',
      statement: String.raw`0.01 \cdot 0.9^{\lfloor 9 / 2 \rfloor} = 0.006561,\quad 0.01 \cdot 0.9^{\lfloor 175 / 2 \rfloor} \approx 10^{-6}`,
      source: gazeNets,
      rows: ['E228-CNN-03']
    },
    allOf('epochs 1, 3 and 10, and the first epoch by batches', [
      { label: 'epoch 1', judge: printsAs('.01', N => rateAfter(N, 0)) },
      { label: 'epoch 3', judge: printsAs('.009', N => rateAfter(N, 2)) },
      { label: 'epoch 10', judge: printsAs('.006561', N => rateAfter(N, 9)) },
      { label: 'after 175 batches', judge: printsAs('1.04e-6', N => rateAfter(N, 175)) }
    ])
  )
]
