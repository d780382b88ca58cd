import { type Claim, erratum, everyCase, type Judge } from '../../../src/claim/index.js'
import * as definition from '../../../src/definition/index.js'
import { type Loss, softmaxCrossEntropy } from '../../../src/loss/index.js'
import * as T from '../../../src/tensor/index.js'
import { besideDefinition, far, inside } from '../../../properties/losses/besideDefinition.js'

/** As the gaze assignment prints it: the logarithm of a softmax, times the onehot rows. */
const printedSoftmaxLoss: Loss<ReadonlyArray<number>> = labels => scores => {
  const onehot = T.tabulate(scores.shape, (i, j) => (labels[i] === j ? 1 : 0))
  const powers = T.exp(T.sub(scores, T.max(scores, { axis: 1, keepdims: true })))
  const shares = T.div(powers, T.sum(powers, { axis: 1, keepdims: true }))
  return {
    value: -T.item(T.sum(T.mul(onehot, T.log(shares)))) / labels.length,
    gradient: T.div(T.sub(shares, onehot), labels.length)
  }
}

const isRight = (loss: Loss<ReadonlyArray<number>>): Judge =>
  everyCase('two scores 700 to 10000 apart, either one the label\'s', far, given =>
    inside(besideDefinition(loss, definition.softmaxCrossEntropy)(given)))

export const claims: ReadonlyArray<Claim> = [
  erratum(
    {
      id: 'gaze/softmax-loss/safe',
      title: 'Taking off the largest score does not make a softmax\'s log safe: at gaps of 746 it is not finite',
      statement: String.raw`\text{for two scores that are 700 to 10000 apart, either one of the right class, the softmax loss and its gradient in doubles are those of the definition, but for eight roundings}`,
      source: 'Gaze assignment, question 1, softmax loss', spoken: 'it is about code, files or time',
      rows: ['E228-SM-02']
    },
    {
      printed: { text: 'the sum of onehot times the logarithm of the shifted softmax', judge: isRight(
        printedSoftmaxLoss
      ) },
      corrected: { text: 'the logarithm of the sum, and the label\'s score taken off', judge: isRight(
        softmaxCrossEntropy
      ) }
    }
  )
]
