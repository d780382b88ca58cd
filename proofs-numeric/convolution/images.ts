import { conv2d, type FilterGrids } from '../../src/definition/index.js'
import {
  allOf, array, type ArrayOf, atMost, type Claim, claim, enclosed, equal, equalGrids, erratum, everyCase, exactly, forAll,
  type Judge, type Plain, scalar
} from '../../src/claim/index.js'
import { type Arithmetic, type Divisible, type Grid, grid } from '../../src/number/index.js'

type Image<A> = (channel: number, row: number, column: number) => A

export const image = <A>(channels: number, height: number, width: number, rule: Image<A>): Grid<A> =>
  grid([1, channels, height, width], (_n, c, i, j) => rule(c, i, j))

const noBias = <A>(N: Arithmetic<A>, w: Grid<A>): FilterGrids<A> => ({ w, b: grid([w.shape[0] ?? 0], () => N.of(0)) })

/** One filter with the same 3x3 weights in each channel. */
const inEveryChannel = <A>(N: Arithmetic<A>, channels: number, weights: ReadonlyArray<ReadonlyArray<number>>): Grid<A> =>
  grid([1, channels, 3, 3], (_f, _c, k, l) => N.of(weights[k]?.[l] ?? NaN))

const edges = [[1, 2, 1], [0, 0, 0], [-1, -2, -1]]

const inside = { stride: 1, pad: 0 }
export const valid = <A>(N: Arithmetic<A>, weights: ReadonlyArray<ReadonlyArray<number>>, x: Grid<A>): Grid<A> =>
  conv2d(N)(inside)(noBias(N, inEveryChannel(N, x.shape[1] ?? 0, weights)))(x)

const byFilters = 'Deep learning homework 1, modular networks, image processing; notebook on convolutional networks'
export const assignment = (part: string): string => `Object recognition assignment 2, ${part}`

/** y for an image one pixel taller, moved down by one row, beside y for the image where it was. */
const moved = (relate: (<A>(still: Grid<A>, i: number, j: number) => A)): Judge =>
  exactly<{ readonly x: ArrayOf; readonly w: ArrayOf }>({ x: array([2, 4]), w: array([2, 2]) }, (N, { x, w }) => {
    const row = (shift: number) => image(1, 7, 4, (_c, i, j) => (i - shift >= 2 && i - shift < 4 ? x.at(i - shift - 2, j) : N.of(0)))
    const f = conv2d(N)(inside)(noBias(N, grid([1, 1, 2, 2], (_f, _c, k, l) => w.at(k, l))))
    const [still, after] = [f(row(0)), f(row(1))]
    return grid([4, 3], (i, j) => equal(after.at(0, 0, i + 1, j), relate(still, i, j), `y[${i + 1},${j}]`)).entries
  })

const pixelRange: readonly [number, number] = [0, 255]
const pixels = { a: pixelRange, b: pixelRange, c: pixelRange, d: pixelRange, e: pixelRange, f: pixelRange }

/** The edge filter on two rows of three pixels, the row between them having weight 0, and a bias. */
const edgeResponse = <A>(N: Divisible<A>, { a, b, c, d, e, f }: Readonly<Record<keyof typeof pixels, A>>, bias: number): A => {
  const rows = [[a, b, c], [a, b, c], [d, e, f]]
  const filter = { w: inEveryChannel(N, 1, edges), b: grid([1], () => N.of(bias)) }
  return conv2d(N)(inside)(filter)(image(1, 3, 3, (_c, i, j) => rows[i]?.[j] ?? a)).at(0, 0, 0, 0)
}

/** One value in the upper row, another in the lower. */
const step = <A>(above: A, below: A) => ({ a: above, b: above, c: above, d: below, e: below, f: below })

/** That what is cut from a picture of 6 rows and 6 + d columns is square. */
const squares = (cut: (d: number, height: number) => readonly [number, number]): Judge =>
  everyCase('pictures of 6 rows and 6 to 18 columns', Array.from({ length: 13 }, (_, d) => ({ d })), ({ d }) =>
    [equal<Plain>(Array.from({ length: 6 + d }).slice(...cut(d, 6)).length, 6, 'columns')])

export const claims: ReadonlyArray<Claim> = [
  claim(
    {
      id: 'convolution/gray',
      title: 'A filter that is zero but for its middle mixes channels: .3, .6 and .1 have sum 1, so white stays white',
      statement: String.raw`y = .3 R + .6 G + .1 B`,
      source: byFilters,
      rows: ['HW1-MN-06', 'C231-IMG-01']
    },
    exactly({ x: array([3, 2, 3]), white: scalar }, (N, { x, white }) => {
      const tenths = [3, 6, 1].map(t => N.div(N.of(t), N.of(10)))
      const w = grid([1, 3, 3, 3], (_f, c, k, l) => (k === 1 && l === 1 ? tenths[c] ?? N.of(0) : N.of(0)))
      const gray = (picture: Grid<typeof white>) => conv2d(N)({ stride: 1, pad: 1 })(noBias(N, w))(picture)
      const mixed = image(1, 2, 3, (_c, i, j) => tenths.map((t, c) => N.mul(t, x.at(c, i, j))).reduce(N.add))
      return [
        ...equalGrids(gray(image(3, 2, 3, (c, i, j) => x.at(c, i, j))), mixed, 'y'),
        ...equalGrids(gray(image(3, 2, 3, () => white)), image(1, 2, 3, () => white), 'white')
      ]
    })
  ),
  claim(
    {
      id: 'convolution/edges',
      title: 'The edge filter answers to what changes from row to row, top minus bottom, and to nothing that changes along rows only',
      statement: String.raw`x_{ij} = u_i + v_j:\quad y_{ij} = 4 (u_i - u_{i+2})`,
      source: byFilters,
      rows: ['HW1-MN-07', 'C231-IMG-02']
    },
    exactly({ u: array([4]), v: array([5]) }, (N, { u, v }) => equalGrids(
      valid(N, edges, image(1, 4, 5, (_c, i, j) => N.add(u.at(i), v.at(j)))),
      image(1, 2, 3, (_c, i) => N.mul(N.of(4), N.sub(u.at(i), u.at(i + 2)))), 'y'))
  ),
  erratum(
    {
      id: 'convolution/bias-128',
      title: 'A bias of 128 does not keep the edge filter from going below 0 on pixels from 0 to 255: it reaches -1020, and takes 1020',
      statement: String.raw`-1020 \le y - b \le 1020,\quad y - b = \mp 1020 \text{ where } 0 \text{ borders on } 255`,
      source: byFilters,
      rows: ['HW1-MN-08', 'C231-IMG-03']
    },
    {
      printed: { text: 'bias 128: y >= 0', judge: enclosed(pixels, (N, given) => atMost(N.of(0), edgeResponse(N, given, 128))) },
      corrected: {
        text: 'bias 1020: y >= 0, and y = 0 where 0 is above 255',
        judge: allOf('six pixels from 0 to 255', [
          { label: 'y - b >= -1020', judge: enclosed(pixels, (N, given) => atMost(N.of(0), edgeResponse(N, given, 1020))) },
          { label: 'y - b <= 1020', judge: enclosed(pixels, (N, given) => atMost(edgeResponse(N, given, 0), N.of(1020))) },
          { label: '0 above 255', judge: exactly({}, N => equal(edgeResponse(N, step(N.of(0), N.of(255)), 0), N.of(-1020))) },
          { label: '255 above 0', judge: exactly({}, N => equal(edgeResponse(N, step(N.of(255), N.of(0)), 0), N.of(1020))) }
        ])
      }
    }
  ),
  erratum(
    {
      id: 'convolution/translation',
      title: 'A convolution is not invariant to translations but equivariant: the output moves along',
      statement: String.raw`w * S x = S (w * x)`,
      source: assignment('convolution'),
      rows: ['A2-CV-02']
    },
    {
      printed: { text: 'w * Sx = w * x', judge: moved((still, i, j) => still.at(0, 0, i + 1, j)) },
      corrected: { text: 'w * Sx = S(w * x) inside a border of zeros', judge: moved((still, i, j) => still.at(0, 0, i, j)) }
    }
  ),
  claim(
    {
      id: 'convolution/split',
      title: 'The filters w and -w with a ReLU after them part a derivative into its positive and its negative part',
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
  ),
  erratum(
    {
      id: 'convolution/center-crop',
      title: 'The middle of a wide picture, cut from d/2 to -d/2, has the right width for every d but 0: then nothing is left',
      statement: String.raw`d = W - H:\quad x[:, \lfloor d/2 \rfloor : \lfloor d/2 \rfloor + H]`,
      source: byFilters,
      rows: ['HW1-MN-10', 'C231-IMG-04']
    },
    {
      printed: { text: 'from d/2 to -d/2', judge: squares(d => [Math.floor(d / 2), Math.floor(-d / 2)]) },
      corrected: { text: 'from d/2 to d/2 + H', judge: squares((d, height) => [Math.floor(d / 2), Math.floor(d / 2) + height]) }
    }
  )
]
