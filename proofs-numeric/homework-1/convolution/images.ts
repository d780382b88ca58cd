import { conv2d } from '../../../src/definition/index.js'
import {
  allOf, array, atMost, type Claim, claim, enclosed, equal, equalGrids, erratum, everyCase, exactly, type Judge,
  type Plain, scalar
} from '../../../src/claim/index.js'
import { type Divisible, type Grid, grid } from '../../../src/number/index.js'
import { image, inEveryChannel, inside, noBias, valid } from '../../filters.js'
import { at } from '../../../src/prelude/index.js'

const edges = [[1, 2, 1], [0, 0, 0], [-1, -2, -1]]

const byFilters = 'Deep learning homework 1, modular networks, image processing; notebook on convolutional networks'
const pixelRange: readonly [number, number] = [0, 255]
const pixels = { a: pixelRange, b: pixelRange, c: pixelRange, d: pixelRange, e: pixelRange, f: pixelRange }

/** The edge filter on two rows of three pixels, the row between them having weight 0, and a bias. */
const edgeResponse = <A>(
  N: Divisible<A>, { a, b, c, d, e, f }: Readonly<Record<keyof typeof pixels, A>>, bias: number
): A => {
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
      id: 'homework-1/convolution/gray',
      title: 'A filter that is zero but for its middle mixes channels: .3, .6 and .1 keep white',
      statement: String.raw`y = .3 R + .6 G + .1 B`,
      source: byFilters,
      rows: ['HW1-MN-06', 'C231-IMG-01']
    },
    exactly({ x: array([3, 2, 3]), white: scalar }, (N, { x, white }) => {
      const tenths = [3, 6, 1].map(t => N.div(N.of(t), N.of(10)))
      const w = grid([1, 3, 3, 3], (_f, c, k, l) => (k === 1 && l === 1 ? at(tenths, c) : N.of(0)))
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
      id: 'homework-1/convolution/edges',
      title: 'The edge filter answers to what changes from row to row, top minus bottom, and to nothing else',
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
      id: 'homework-1/convolution/bias-of-grey',
      title: 'A bias of 128 does not keep the edge filter above 0 on pixels of 0 to 255: that takes 1020',
      statement: String.raw`-1020 \le y - b \le 1020,\quad y - b = \mp 1020 \text{ where } 0 \text{ borders on } 255`,
      source: byFilters,
      rows: ['HW1-MN-08', 'C231-IMG-03']
    },
    {
      printed: {
        text: 'bias 128: y >= 0',
        tex: String.raw`\text{bias } 128: \quad y \ge 0`,
        judge: enclosed(pixels, (N, given) => atMost(N.of(0), edgeResponse(N, given, 128)))
      },
      corrected: {
        text: 'bias 1020: y >= 0, and y = 0 where 0 is above 255',
        tex: String.raw`\text{bias } 1020: \quad y \ge 0 \text{, and } y = 0 \text{ where } 0 \text{ is above } 255`,
        judge: allOf('six pixels from 0 to 255', [
          { label: 'y - b >= -1020', judge: enclosed(
            pixels, (N, given) => atMost(N.of(0), edgeResponse(N, given, 1020))
          ) },
          { label: 'y - b <= 1020', judge: enclosed(
            pixels, (N, given) => atMost(edgeResponse(N, given, 0), N.of(1020))
          ) },
          { label: '0 above 255', judge: exactly(
            {}, N => equal(edgeResponse(N, step(N.of(0), N.of(255)), 0), N.of(-1020))
          ) },
          { label: '255 above 0', judge: exactly(
            {}, N => equal(edgeResponse(N, step(N.of(255), N.of(0)), 0), N.of(1020))
          ) }
        ])
      }
    }
  ),
  erratum(
    {
      id: 'homework-1/convolution/center-crop',
      title: 'The middle of a picture, cut from d/2 to -d/2, has the right width for every d but 0',
      statement: String.raw`d = W - H:\quad x[:, \lfloor d/2 \rfloor : \lfloor d/2 \rfloor + H]`,
      source: byFilters,
      rows: ['HW1-MN-10', 'C231-IMG-04']
    },
    {
      printed: {
        text: 'from d/2 to -d/2',
        tex: String.raw`\text{from } d/2 \text{ to } {-d/2}`,
        judge: squares(d => [Math.floor(d / 2), Math.floor(-d / 2)])
      },
      corrected: {
        text: 'from d/2 to d/2 + H',
        tex: String.raw`\text{from } d/2 \text{ to } d/2 + H`,
        judge: squares((d, height) => [Math.floor(d / 2), Math.floor(d / 2) + height])
      }
    }
  )
]
