import { atMost, type Claim, erratum, everyCase, type Judge, type Plain } from '../../../../src/claim/index.js'
import { fullyConnectedNet } from '../../../../src/model/index.js'
import { measured } from '../../../../properties/judges/measured.js'
import { parameterErrors } from '../../../../properties/judges/parameterErrors.js'

const agrees = (h: number): Judge => everyCase('the net 15-20-30-10, two examples, one seed', [1], seed => {
  const net = fullyConnectedNet({ hidden: [20, 30], classes: 10, weightScale: 0.05 })
  const error = parameterErrors({ net, example: [15], labels: [3, 7], h }, seed)
  return [atMost<Plain>(error(net.names.indexOf('hidden2.affine'), 'b'), 1.26e-6, 'error of b2')]
})

export const claims: ReadonlyArray<Claim> = [
  measured(erratum(
    {
      id: 'gaze/gradient-checks/step-of-one',
      title: 'With the step 1, as printed, differences by b2 do not agree to 1.26e-6; with 1e-5 they do',
      statement: String.raw`\text{for the net 15-20-30-10, two examples and one seed, central differences of the loss by the second biases, with the step 1e-5, have a relative error of at most 1.26e-6}`,
      spoken: 'it is about code, files or time',
      source: 'Gaze assignment, question 1, fully connected net, gradient check',
      rows: ['E228-FCN-03']
    },
    {
      printed: { text: 'h = 1', tex: 'h = 1', judge: agrees(1) },
      corrected: { text: 'h = 1e-5', tex: 'h = 10^{-5}', judge: agrees(1e-5) }
    }
  ))
]
