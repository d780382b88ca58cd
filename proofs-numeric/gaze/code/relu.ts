import { type Claim, claim, equal, everyCase, type Plain } from '../../../src/claim/index.js'
import { relativeError } from '../../../src/difference/index.js'
import { relu } from '../../../src/layer/index.js'
import * as T from '../../../src/tensor/index.js'
import { spaced } from './spaced.js'

const printedRelu = [
  [0, 0, 0, 0],
  [0, 0, 0.04545455, 0.13636364],
  [0.22727273, 0.31818182, 0.40909091, 0.5]
]

export const claims: ReadonlyArray<Claim> = [
  claim(
    {
      id: 'gaze/relu/printed-test',
      title: 'The relu gives the twelve printed numbers, and beside them the printed error to its last digit',
      source: 'Gaze assignment, question 1, test of the relu', spoken: 'it is about code, files or time',
      statement: String.raw`\text{what our relu makes of twelve numbers at even distances from -0.5 to 0.5 is off from the twelve printed ones by a relative error of 4.999999798022158e-8, as printed}`,
      rows: ['E228-RELU-01']
    },
    everyCase('the printed test', [printedRelu], printed =>
      [equal<Plain>(
        relativeError(relu(spaced(-0.5, 0.5, [3, 4])).y, T.fromNested(printed)), 4.999999798022158e-8, 'relative error'
      )])
  )
]
