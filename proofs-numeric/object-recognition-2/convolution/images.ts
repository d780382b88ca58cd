import { conv2d } from '../../../src/definition/index.js'
import {
  array, type ArrayOf, type Claim, claim, equal, erratum, exactly, forAll, type Judge
} from '../../../src/claim/index.js'
import { type Grid, grid } from '../../../src/number/index.js'
import { image, inside, noBias } from '../../filters.js'

const assignment = (part: string): string => `Object recognition assignment 2, ${part}`

/** y for an image one pixel taller, moved down by one row, beside y for the image where it was. */
const moved = (relate: (<A>(still: Grid<A>, i: number, j: number) => A)): Judge =>
  exactly<{ readonly x: ArrayOf; readonly w: ArrayOf }>({ x: array([2, 4]), w: array([2, 2]) }, (N, { x, w }) => {
    const row = (shift: number) => image(
      1, 7, 4, (_c, i, j) => (i - shift >= 2 && i - shift < 4 ? x.at(i - shift - 2, j) : N.of(0))
    )
    const f = conv2d(N)(inside)(noBias(N, grid([1, 1, 2, 2], (_f, _c, k, l) => w.at(k, l))))
    const [still, after] = [f(row(0)), f(row(1))]
    return grid([4, 3], (i, j) => equal(after.at(0, 0, i + 1, j), relate(still, i, j), `y[${i + 1},${j}]`)).entries
  })

export const claims: ReadonlyArray<Claim> = [
  erratum(
    {
      id: 'object-recognition-2/convolution/translation',
      title: 'A convolution is not invariant to translations but equivariant: the output moves along',
      statement: String.raw`w * S x = S (w * x)`,
      source: assignment('convolution'),
      rows: ['A2-CV-02']
    },
    {
      printed: {
        text: 'w * Sx = w * x',
        tex: String.raw`w * Sx = w * x`,
        judge: moved((still, i, j) => still.at(0, 0, i + 1, j))
      },
      corrected: {
        text: 'w * Sx = S(w * x) inside a border of zeros',
        tex: String.raw`w * Sx = S(w * x) \text{ inside a border of zeros}`,
        judge: moved((still, i, j) => still.at(0, 0, i, j))
      }
    }
  ),
  claim(
    {
      id: 'object-recognition-2/convolution/split',
      title: 'The filters w and -w with a ReLU part a derivative into its positive and its negative part',
      statement: String.raw`y_2 = -y_1,\quad z_1 - z_2 = y_1,\quad z_1 + z_2 = |y_1|,\quad z_1 z_2 = 0`,
      source: assignment('rectifier'),
      rows: ['A2-CV-15', 'A2-CV-16']
    },
    forAll({ x: array([3, 4, 2]) }, (N, { x }) => {
      const w = grid([2, 3, 3, 1], (f, _c, k) => N.of((f === 0 ? 1 : -1) * (1 - k)))
      const y = conv2d(N)(inside)(noBias(N, w))(image(3, 4, 2, (c, i, j) => x.at(c, i, j)))
      const relu = (f: number, i: number, j: number) => N.max(N.of(0), y.at(0, f, i, j))
      return grid([2, 2], (i, j) => {
        const [y1, z1, z2] = [y.at(0, 0, i, j), relu(0, i, j), relu(1, i, j)]
        return [
          equal(y.at(0, 1, i, j), N.sub(N.of(0), y1), 'y_2'),
          equal(N.sub(z1, z2), y1, 'z_1 - z_2'),
          equal(N.add(z1, z2), N.max(y1, N.sub(N.of(0), y1)), 'z_1 + z_2'),
          equal(N.mul(z1, z2), N.of(0), 'z_1 z_2')
        ]
      }).entries.flat()
    })
  )
]
