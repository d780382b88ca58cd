import { type Claim, claim, equal, everyCase, type Plain } from '../../../src/claim/index.js'
import { fullyConnectedNet, parameterCount } from '../../../src/model/index.js'

/** The sums of the page of this name, of the nets as exported. */
export const claims: ReadonlyArray<Claim> = [
  claim(
    {
      id: 'cs231n-notes/parameter-count/nets',
      title: 'The fully connected nets as exported have the parameters that are counted by hand',
      statement: String.raw`\text{The net 3-4-2 as exported has 26 parameters, and the net 3-4-4-1 has 41.}`,
      spoken: 'it is about code, files or time',
      source: 'Notes on CS231n, neural network architectures',
      rows: ['N231-NN-05', 'N231-NN-06']
    },
    everyCase('both nets', [{ hidden: [4], classes: 2, count: 26 }, { hidden: [4, 4], classes: 1, count: 41 }],
      ({ count, ...net }) => [equal<Plain>(parameterCount(fullyConnectedNet(net), [3]), count, 'parameters')])
  )
]
