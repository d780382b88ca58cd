import { type Claim, equal, erratum, everyCase, type Judge } from '../../../src/claim/index.js'

// Forward mode, question 5c: the order of the lines in print. What they say is on the page beside this.

/** That line i is about the i-th variable. */
const inOrder = (variables: ReadonlyArray<number>): Judge =>
  everyCase('the lines as they stand', variables.map((about, k) => ({ line: k + 1, about })), ({ line, about }) =>
    [equal(about, line)])

export const claims: ReadonlyArray<Claim> = [
  erratum(
    {
      id: 'homework-1/automatic-differentiation/tangent-lines',
      title: 'The derivatives are said to be found for w1 to w11 in order, but the tenth line is again of w9',
      statement: String.raw`\text{each of the eleven lines gives the derivatives of the next variable}`,
      spoken: 'it is about code, files or time',
      source: 'Deep learning homework 1, question 5c, part i',
      rows: ['HW1-AD-23']
    },
    {
      printed: {
        text: 'w1, ..., w8, w9, w9, w10, w11',
        tex: String.raw`w_1, \dots, w_8, w_9, w_9, w_{10}, w_{11}`,
        judge: inOrder([1, 2, 3, 4, 5, 6, 7, 8, 9, 9, 10, 11])
      },
      corrected: {
        text: 'w1, ..., w8, w9, w10, w11',
        tex: String.raw`w_1, \dots, w_8, w_9, w_{10}, w_{11}`,
        judge: inOrder([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11])
      }
    }
  )
]
