import { allOf, atMost, type Claim, claim, equal, erratum, everyCase, exactly, printsAs, scalar, vector } from '../src/claim/index.js'
import { momentumStep } from '../src/definition/index.js'
import { type Divisible, fraction, power, rational } from '../src/number/index.js'

// What the printed logs and update rules say, without the data that they were made from.

/** Training and validation accuracy after each epoch, in thousandths; epoch 0 is the first iteration. */
const overfitting: ReadonlyArray<readonly [number, number]> = [
  [200, 137], [140, 87], [240, 94], [510, 173], [520, 188], [630, 167], [750, 229], [790, 247],
  [820, 252], [820, 178], [900, 206], [820, 201], [920, 211], [930, 213], [960, 212], [990, 220]
]

const gazeNets = 'Gaze assignment, question 2, training'

/** The printed loss of the first epoch, 0.819, as a mean over its 175 batches. */
const firstMean = <A>(N: Divisible<A>): A => N.div(N.mul(N.of(819), N.of(256)), N.of(175000))

/** 0.01 times 0.9 for every two steps of the schedule. */
const rateAfter = <A>(N: Divisible<A>, steps: number): A => N.div(power(N)(N.div(N.of(9), N.of(10)), Math.floor(steps / 2)), N.of(100))

/** The last step of the rule as the class has it: v <- mu v + g, then the step -eta v. */
const classStep = <A>(N: Divisible<A>, eta: A, mu: A, gradients: ReadonlyArray<A>): A =>
  N.sub(N.of(0), N.mul(eta, gradients.reduce((v, g) => N.add(N.mul(mu, v), g), N.of(0))))

export const claims: ReadonlyArray<Claim> = [
  claim(
    {
      id: 'training-logs/best-kept',
      title: 'The accuracies reported as final are those of the epoch with the best validation accuracy, not of the last',
      statement: String.raw`(0.82, 0.252) = \text{epoch } 8 = \arg\max \text{ validation}`,
      source: 'Convolutional networks notebook, overfitting a small set',
      rows: ['C231-3L-05']
    },
    everyCase('the sixteen lines of the log', [...overfitting.entries()], ([epoch, [train, validation]]) => [
      atMost(validation, 252, `validation accuracy of epoch ${epoch}`),
      equal(Number(validation === 252), Number(epoch === 8), `epoch ${epoch} is the best`),
      equal(Number(epoch === 8 && train !== 820), 0, 'its training accuracy')
    ])
  ),
  claim(
    {
      id: 'training-logs/whole-examples',
      title: 'The printed training accuracy is a whole number of the 49000 examples, rounded to a double',
      statement: String.raw`0.4761836734693878 = 23333 / 49000`,
      source: 'Convolutional networks notebook, one epoch',
      rows: ['C231-3L-06']
    },
    everyCase('as it stands', [23333], right => {
      const away = rational.sub(rational.of(0.4761836734693878), fraction(BigInt(right), 49000n))
      return [atMost(rational.max(away, rational.sub(rational.of(0), away)), rational.of(2 ** -55), 'accuracy')]
    })
  ),
  erratum(
    {
      id: 'training-logs/mean-loss',
      title: 'The printed losses are sums over 175 batches divided by the 256 examples of one: as means they are higher by 256 / 175',
      statement: String.raw`0.819 \cdot 256 / 175 = 1.198`,
      source: gazeNets,
      rows: ['E228-CNN-02']
    },
    {
      printed: { text: 'the mean loss of the first epoch is 0.819', judge: printsAs('0.819', firstMean) },
      corrected: { text: 'the mean loss of the first epoch is 1.198', judge: printsAs('1.198', firstMean) }
    }
  ),
  claim(
    {
      id: 'training-logs/schedule',
      title: 'A schedule stepped at every batch, as printed, is over within the first epoch; stepped at every epoch it ends at .006561',
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
  ),
  claim(
    {
      id: 'momentum/class-form',
      title: 'With a constant learning rate and no velocity at first, the form of the class takes the same steps',
      statement: String.raw`v = \mu v + g,\ w = w - \eta v:\quad \Delta_T = -\eta \sum_t \mu^{T-t} g_t`,
      source: 'Gaze assignment, question 1, momentum',
      rows: ['E228-MOM-01', 'E228-MOM-03']
    },
    exactly({ eta: scalar, mu: scalar, g: vector(5) }, (N, { eta, mu, g }) =>
      g.entries.map((_, t) => {
        const soFar = g.entries.slice(0, t + 1)
        return equal(classStep(N, eta, mu, soFar), momentumStep(N)(eta, mu, soFar), `step ${t + 1}`)
      }))
  )
]
