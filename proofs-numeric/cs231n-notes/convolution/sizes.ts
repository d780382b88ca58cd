import { placesOf } from '../../../src/definition/index.js'
import { type Claim, equal, erratum, type Plain } from '../../../src/claim/index.js'
import { type Rational, rational } from '../../../src/number/index.js'
import { from, type Line, lines, onEvery } from '../../windows.js'

/** Counts the places of the window one by one. */
const counted = ({ size, window, stride, pad }: Line): number =>
  from(0, size + 2 * pad).filter(i => i * stride + window <= size + 2 * pad).length

const quotient = ({ size, window, stride, pad }: Line): Rational =>
  rational.add(rational.of(1), rational.div(rational.of(size + 2 * pad - window), rational.of(stride)))

export const claims: ReadonlyArray<Claim> = [
  erratum(
    {
      id: 'cs231n-notes/convolution/output-size',
      title: 'The size of the output is a quotient only where the stride divides; else it is rounded down',
      statement: String.raw`H' = 1 + \left\lfloor \frac{H + 2P - K}{S} \right\rfloor`,
      source: 'Notes on CS231n, convolutional layer',
      rows: ['N231-CNV-01']
    },
    {
      printed: {
        text: "H' = 1 + (H + 2P - K)/S",
        tex: String.raw`H' = 1 + \frac{H + 2P - K}{S}`,
        judge: onEvery('every stride', lines, line => equal<Plain>(quotient(line), rational.of(counted(line))))
      },
      corrected: {
        text: 'the same, rounded down',
        tex: String.raw`H' = 1 + \left\lfloor \frac{H + 2P - K}{S} \right\rfloor`,
        judge: onEvery('lines below 12 entries, strides below 6, pads below 4, every window', lines, (
          { size, window, stride, pad }
        ) =>
          equal<Plain>(placesOf(size + 2 * pad, window, stride), counted({ size, window, stride, pad })))
      }
    }
  )
]
