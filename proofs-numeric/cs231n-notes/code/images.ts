import fc from 'fast-check'
import { atMost, type Claim, claim, equal, equalEntries, everyCase, sampled } from '../../../src/claim/index.js'
import * as T from '../../../src/tensor/index.js'
import type { Tensor } from '../../../src/tensor/index.js'
import { sparsely } from '../../../properties/cases/sparsely.js'

/** What the chapters on pictures and plots do with arrays, of the functions as exported. */
const [height, width] = [2, 3]

const factors = [1, 0.95, 0.9]

const pictures = fc.array(fc.nat({ max: 255 }), { minLength: height * width * 3, maxLength: height * width * 3 })
  .map(levels => T.fromFlat([height, width, 3], levels))

export const claims: ReadonlyArray<Claim> = [
  sparsely(claim(
    {
      id: 'cs231n-notes/images/tint',
      title: 'A picture times three factors has each channel times its own: red keeps every bit',
      statement:
        '\\text{Pictures of 2x3 pixels with drawn bytes are multiplied by the factors 1, .95 ' +
        'and .9: each entry is exactly that of the picture times the factor of its colour.}',
      spoken: 'it is about code, files or time',
      source: 'Notes on CS231n, image tinting',
      rows: ['N231-IM-02']
    },
    sampled<{ readonly x: Tensor }>({ x: pictures }, ({ x }) => equalEntries(
      T.mul(x, T.fromNested(factors)), T.tabulate(x.shape, (i, j, c) => T.at(x, [i, j, c]) * (factors[c] ?? NaN)), 'y'))
  )),
  claim(
    {
      id: 'cs231n-notes/images/plotted-range',
      title: 'The range from 0 to 3 pi in steps of .1 has 95 points, the last of them 9.4',
      statement:
        '\\text{The range from 0 up to 3 pi in steps of .1 has, as exported, ' +
        '95 entries, and the last of them is 9.4, but for one rounding.}',
      spoken: 'it is about code, files or time',
      source: 'Notes on CS231n, plotting',
      rows: ['N231-IM-07']
    },
    everyCase('as it stands', [3 * Math.PI], stop => {
      const x = T.arange(0, stop, 0.1)
      return [equal(x.shape[0] ?? NaN, 95, 'points'), atMost(
        Math.abs((x.data[94] ?? NaN) - 9.4), 2 ** -49, 'the last, to one rounding'
      )]
    })
  )
]
