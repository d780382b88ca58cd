import { conv2d, placesOf } from '../../../src/definition/index.js'
import {
  allOf, array, type Claim, claim, equal, erratum, everyCase, exactly, type Judge, type Plain
} from '../../../src/claim/index.js'
import { type Arithmetic, dot, type Grid, grid, sizes, sum } from '../../../src/number/index.js'

/** A convolution of one channel: sizes that are no squares, so that rows and columns cannot stand in for each other. */
interface Setting {
  readonly image: readonly [number, number]
  readonly filter: readonly [number, number]
  readonly stride: number
  readonly pad: number
}

const settings: ReadonlyArray<Setting> = [1, 2, 3].flatMap(stride => [0, 1, 2, 3].map(pad =>
  ({ image: [3, 4] as const, filter: [2, 1] as const, stride, pad })))

const outputOf = ({ image, filter, stride, pad }: Setting): readonly [number, number] =>
  [placesOf(image[0] + 2 * pad, filter[0], stride), placesOf(image[1] + 2 * pad, filter[1], stride)]

const plane = <A>(x: Grid<A>, i: number, j: number, outside: A): A => {
  const [, , height, width] = sizes(x, 4)
  return i >= 0 && i < height && j >= 0 && j < width ? x.at(0, 0, i, j) : outside
}

/** The cotangent with stride - 1 zeros between its entries: where they stand, and 0 elsewhere. */
const dilated = <A>(N: Arithmetic<A>, dy: Grid<A>, stride: number) => (i: number, j: number): A =>
  i % stride === 0 && j % stride === 0 ? plane(dy, i / stride, j / stride, N.of(0)) : N.of(0)

/** dw: the padded image correlated with the dilated cotangent. */
const pulledFilter = <A>(N: Arithmetic<A>, { image, filter, stride, pad }: Setting, x: Grid<A>, dy: Grid<A>): Grid<A> =>
  grid([1, 1, ...filter], (_f, _c, k, l) => sum(N)([image[0] + 2 * pad, image[1] + 2 * pad], (i, j) =>
    N.mul(plane(x, i + k - pad, j + l - pad, N.of(0)), dilated(N, dy, stride)(i, j))))

/** dx: the dilated cotangent, in a border of zeros, correlated with the filter turned by half a turn; the pad is cut off. */
const pulledImage = <A>(
  N: Arithmetic<A>, { image, filter: [rows, columns], stride, pad }: Setting, w: Grid<A>, dy: Grid<A>
): Grid<A> =>
  grid([1, 1, ...image], (_n, _c, u, v) => sum(N)([rows, columns], (k, l) =>
    N.mul(dilated(N, dy, stride)(u + pad - (rows - 1) + k, v + pad - (columns - 1) + l), w.at(
      0, 0, rows - 1 - k, columns - 1 - l
    ))))

const describe = ({ stride, pad }: Setting): string => `stride ${stride}, pad ${pad}`

/** <dy, w * x + b> as it is linear in x, in w and in b: the gradients are what it is the inner product with. */
const isAdjoint = (setting: Setting): Judge => {
  const shape = [1, 1, ...outputOf(setting)]
  return exactly({ x: array([1, 1, ...setting.image]), w: array([1, 1, ...setting.filter]), dy: array(shape) }, (
    N, { x, w, dy }
  ) => {
    const zero = grid([1], () => N.of(0))
    const y = dot(N)(flat(conv2d(N)(setting)({ w, b: zero })(x)), flat(dy))
    return [
      equal(dot(N)(flat(pulledImage(N, setting, w, dy)), flat(x)), y, '<dx, x>'),
      equal(dot(N)(flat(pulledFilter(N, setting, x, dy)), flat(w)), y, '<dw, w>')
    ]
  })
}

const flat = <A>(x: Grid<A>): Grid<A> => grid([x.entries.length], i => x.entries[i] as A)

const source = 'Notes on CS231n, backward pass of the convolutional layer'

interface Crop {
  readonly size: number
  readonly pad: number
}

const crops: ReadonlyArray<Crop> = [1, 2, 3, 4].flatMap(size => [0, 1, 2, 3].map(pad => ({ size, pad })))

/** Which of the padded rows a slice keeps. Slices of arrays here and in the document count negative ends from the end, and -0 is 0. */
const keeps = (ends: (given: Crop) => readonly [number, number]): Judge =>
  everyCase('lines of 1 to 4, pads 0 to 3', crops, given => {
    const padded = Array.from({ length: given.size + 2 * given.pad }, (_, i) => i - given.pad)
    const kept = padded.slice(...ends(given))
    return [equal<Plain>(kept.length, given.size, 'rows kept'), ...kept.map(
      (row, i) => equal<Plain>(row, i, `row ${i}`)
    )]
  })

/** How many entries a correlation of the padded image with the dilated cotangent has, the cotangent with this many zeros after it. */
const rowsOfCorrelation = (zerosAfter: (setting: Setting) => number): Judge =>
  everyCase(
    'images of 3 to 6 rows, filters of 2, strides 1 to 3, pads 0 to 3', [3, 4, 5, 6].flatMap(height => settings.map(s =>
      ({ ...s, image: [height, 4] as const }))), setting => {
      const span = (outputOf(setting)[0] - 1) * setting.stride + 1 + zerosAfter(setting)
      return [equal<Plain>(setting.image[0] + 2 * setting.pad - span + 1, setting.filter[0], 'rows of dw')]
    }
  )

export const claims: ReadonlyArray<Claim> = [
  claim(
    {
      id: 'cs231n-notes/convolution/backward',
      title: 'The gradients of filters and image are correlations with the dilated cotangent',
      statement: String.raw`dw = x_p \star \operatorname{dil}_s dy,\quad dx = \operatorname{dil}_s dy \star \operatorname{rot}_{180} w`,
      source,
      rows: ['N231-CNV-04']
    },
    allOf('every real 3x4 image and 2x1 filter, strides 1 to 3, pads 0 to 3',
      settings.map(s => ({ label: describe(s), judge: isAdjoint(s) })))
  ),
  erratum(
    {
      id: 'cs231n-notes/convolution/crop',
      title: 'To cut the pad off from P to -P keeps nothing where there is no pad',
      statement: String.raw`dx = dx_p[P : P + H]`,
      source,
      rows: ['N231-CNV-05']
    },
    {
      printed: { text: 'dx_p[P : -P]', tex: String.raw`dx_p[P : -P]`, judge: keeps(({ pad }) => [pad, -pad]) },
      corrected: {
        text: 'dx_p[P : P + H]',
        tex: String.raw`dx_p[P : P + H]`,
        judge: keeps(({ size, pad }) => [pad, pad + size])
      }
    }
  ),
  erratum(
    {
      id: 'cs231n-notes/convolution/remainder',
      title: 'Where the stride does not divide, the dilated cotangent ends in a zero for each row never reached',
      statement: String.raw`r = (H + 2P - K) \bmod S`,
      source,
      rows: ['N231-CNV-06']
    },
    {
      printed: { text: 'no zeros after the dilated cotangent', judge: rowsOfCorrelation(() => 0) },
      corrected: {
        text: '(H + 2P - K) mod S zeros after it',
        tex: String.raw`(H + 2P - K) \bmod S \text{ zeros after it}`,
        judge: rowsOfCorrelation(({ image, filter, stride, pad }) => (image[0] + 2 * pad - filter[0]) % stride)
      }
    }
  )
]
