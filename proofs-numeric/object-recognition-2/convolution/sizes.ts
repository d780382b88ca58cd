import { placesOf } from '../../../src/definition/index.js'
import { type Claim, claim, equal, erratum, everyCase, type Judge, type Plain } from '../../../src/claim/index.js'
import { lines, onEvery } from '../../windows.js'

/** An image of 384 x 512, as the assignment shows it. */
interface Printed {
  readonly layer: string
  readonly window: number
  readonly stride: number
  readonly pad: number
  readonly output: readonly [number, number]
}

const onImage = (given: ReadonlyArray<Printed>): Judge =>
  everyCase('an image of 384x512', given, ({ window, stride, pad, output: [rows, columns] }) => [
    equal<Plain>(placesOf(384 + 2 * pad, window, stride), rows, 'rows'),
    equal<Plain>(placesOf(512 + 2 * pad, window, stride), columns, 'columns')
  ])

const assignment = (part: string): string => `Object recognition assignment 2, ${part}`

export const claims: ReadonlyArray<Claim> = [
  claim(
    {
      id: 'object-recognition-2/convolution/printed-sizes',
      title: 'A 5x5 filter makes 380x508 of 384x512; with stride 16 it makes 24x32, with pad 2 it keeps the size',
      statement: String.raw`(384, 512) \to (380, 508),\ (24, 32),\ (384, 512)`,
      source: assignment('convolution'),
      rows: ['A2-CV-04', 'A2-CV-07', 'A2-CV-09']
    },
    onImage([
      { layer: 'convolution', window: 5, stride: 1, pad: 0, output: [380, 508] },
      { layer: 'with stride', window: 5, stride: 16, pad: 0, output: [24, 32] },
      { layer: 'with pad', window: 5, stride: 1, pad: 2, output: [384, 512] }
    ])
  ),
  claim(
    {
      id: 'object-recognition-2/convolution/laplacian-size',
      title: 'A 3x3 filter with a pad of 1 keeps the size',
      statement: String.raw`(384, 512) \to (384, 512)`,
      source: assignment('a filter made by hand'),
      rows: ['A2-CV-11']
    },
    onImage([{ layer: 'filter', window: 3, stride: 1, pad: 1, output: [384, 512] }])
  ),
  erratum(
    {
      id: 'object-recognition-2/convolution/resolution',
      title: 'Filters preserve the resolution only with a pad of (K - 1)/2; without one, rows are lost',
      statement: String.raw`S = 1:\quad H' = H \iff P = (K - 1)/2`,
      source: assignment('stride'),
      rows: ['A2-CV-06']
    },
    {
      printed: {
        text: 'filters without a pad preserve the resolution',
        judge: onEvery('stride 1, pad 0', lines.filter(({ stride, pad }) => stride === 1 && pad === 0), (
          { size, window, stride, pad }
        ) =>
          equal<Plain>(placesOf(size + 2 * pad, window, stride), size))
      },
      corrected: {
        text: 'those with stride 1 and a pad of (K - 1)/2 do, and no others',
        tex: String.raw`\text{those with stride } 1 \text{ and a pad of } (K - 1)/2 \text{ do, and no others}`,
        judge: onEvery('stride 1', lines.filter(({ stride }) => stride === 1), ({ size, window, stride, pad }) =>
          equal<Plain>(Number(placesOf(size + 2 * pad, window, stride) === size), Number(pad === (window - 1) / 2)))
      }
    }
  ),
  erratum(
    {
      id: 'object-recognition-2/convolution/shrinkage',
      title: 'An output without padding is smaller by K - 1: not in proportion to the size K of the filter',
      statement: String.raw`H - H' = K - 1`,
      source: assignment('padding'),
      rows: ['A2-CV-08']
    },
    {
      printed: {
        text: 'the loss of a filter twice as large is twice the loss',
        judge: onEvery('stride 1, pad 0', lines.filter(({ size, window }) => 2 * window <= size), ({ size, window }) =>
          equal<Plain>(size - placesOf(size, 2 * window, 1), 2 * (size - placesOf(size, window, 1))))
      },
      corrected: {
        text: 'H - H\' = K - 1',
        tex: String.raw`H - H' = K - 1`,
        judge: onEvery('stride 1, pad 0, below 12 entries', lines.filter(({ pad }) => pad === 0), ({ size, window }) =>
          equal<Plain>(size - placesOf(size, window, 1), window - 1))
      }
    }
  ),
  erratum(
    {
      id: 'object-recognition-2/convolution/no-down-sampling',
      title: 'Max pooling over 15x15 with stride 1 does not down-sample: it loses 14 rows; stride 15 does',
      statement: String.raw`(384, 512) \to (370, 498) \ne (25, 34)`,
      source: assignment('max pooling'),
      rows: ['A2-CV-18', 'A2-CV-19']
    },
    {
      printed: {
        text: 'one output for each 15x15 square',
        tex: String.raw`\text{one output for each } 15 \times 15 \text{ square}`,
        judge: onImage([{ layer: 'pooling', window: 15, stride: 1, pad: 0, output: [25, 34] }])
      },
      corrected: {
        text: '370x498 with stride 1, 25x34 with stride 15',
        tex: String.raw`370 \times 498 \text{ with stride } 1 \text{, } 25 \times 34 \text{ with stride } 15`,
        judge: onImage([
          { layer: 'pooling', window: 15, stride: 1, pad: 0, output: [370, 498] },
          { layer: 'pooling', window: 15, stride: 15, pad: 0, output: [25, 34] }
        ])
      }
    }
  )
]
