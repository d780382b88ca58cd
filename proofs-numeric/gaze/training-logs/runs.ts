import { allOf, type Claim, claim, equal, everyCase, printsAs } from '../../../src/claim/index.js'
import { power, sum } from '../../../src/number/index.js'

/** What can be computed of two runs from their printed results and settings alone. */
export const claims: ReadonlyArray<Claim> = [
  claim(
    {
      id: 'gaze/training-logs/validation-and-test',
      title: 'Validation and test accuracy of the best net are five deviations apart: not of one kind',
      statement: String.raw`\frac{p_2 - p_1}{\sqrt{(p_1 (1 - p_1) + p_2 (1 - p_2)) / 9000}} = 5.01,\quad p_1 = .6373,\ p_2 = .6728`,
      source: 'Gaze assignment, question 1, best model',
      rows: ['E228-BEST-01']
    },
    printsAs('5.01', N => {
      const [p1, p2] = [N.div(N.of(6373), N.of(10000)), N.div(N.of(6728), N.of(10000))]
      const variance = (p: typeof p1) => N.div(N.mul(p, N.sub(N.of(1), p)), N.of(9000))
      return N.div(N.sub(p2, p1), N.sqrt(N.add(variance(p1), variance(p2))))
    })
  ),
  claim(
    {
      id: 'gaze/training-logs/two-layer-run',
      title: 'Ten epochs of 176 batches at 1e-3 and .8 have .7855 as the sum of their rates',
      statement: String.raw`176 \cdot 10^{-3} \sum_{k<10} .8^k = .7855,\quad \tfrac{25289}{45000} = .56198,\ \tfrac{4930}{9000} = .54778`,
      source: 'Gaze assignment, question 1, training the two-layer net',
      rows: ['E228-TL-07']
    },
    allOf('as printed', [
      { label: 'batches', judge: everyCase(
        '45000 examples in batches of 256', [256], size => [equal(Math.ceil(45000 / size), 176)]
      ) },
      {
        label: 'rates', judge: printsAs('.7855', N =>
          N.mul(N.div(N.of(176), N.of(1000)), sum(N)([10], k => power(N)(N.div(N.of(4), N.of(5)), k))))
      },
      { label: 'training', judge: printsAs('.56197778', N => N.div(N.of(25289), N.of(45000))) },
      { label: 'validation', judge: printsAs('.54777778', N => N.div(N.of(4930), N.of(9000))) }
    ])
  )
]
