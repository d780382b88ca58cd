import fc from 'fast-check'
import { atMost, type Claim, claim, equal, equalEntries, everyCase, type Plain, sampled } from '../../src/claim/index.js'
import { scaledToRange } from '../../src/data/index.js'
import { ball, point, toInterval } from '../../src/number/index.js'
import { normals, run, seedOf } from '../../src/random/index.js'
import * as T from '../../src/tensor/index.js'
import type { Tensor } from '../../src/tensor/index.js'
import { sparsely } from '../cases/sparsely.js'

// Scaling pictures and filters so that they can be shown, with the min-max scaling that is exported: all pixels are one column.

const scaled = (picture: Tensor): Tensor => {
  const column = T.reshape(picture, [-1, 1])
  return T.reshape(scaledToRange(column)(column), picture.shape)
}

/** 255 (x - min) / (max - min), and 127.5 where a picture has one value only. */
const bytes = (picture: Tensor): Tensor => T.mul(T.add(scaled(picture), 1), 127.5)

const quarters = fc.array(fc.integer({ min: -40, max: 40 }).map(k => k / 4), { minLength: 1, maxLength: 6 })
const coarse = ball(40)

const toBytes: Claim = sparsely(claim(
  {
    id: 'pixels/to-bytes',
    title: 'Min-max scaling maps a picture to [0, 255], its ends to 0 and 255; of one value it makes 127.5, where the quotient is 0 / 0',
    statement: String.raw`255\, \frac{x - \min}{\max - \min} = 127.5 \left(1 + \frac{(x - \min) - (\max - x)}{\max - \min}\right)`,
    source: 'Deep learning homework 1, showing filtered pictures and trained filters',
    rows: ['HW1-MN-09', 'HW1-PT-04', 'HW1-SYS-21']
  },
  sampled<{ readonly x: ReadonlyArray<number> }>({ x: quarters }, ({ x }) => {
    const [low, high] = [Math.min(...x), Math.max(...x)]
    return [...bytes(T.fromNested(x)).data].flatMap((shown, i) => {
      const part = low === high ? coarse.of(0.5) : coarse.div(coarse.of((x[i] ?? NaN) - low), coarse.of(high - low))
      return [
        equal<Plain>(point(shown), toInterval(coarse.mul(coarse.of(255), part)), `pixel ${i}`),
        atMost<Plain>(0, shown, `pixel ${i}, from below`),
        atMost<Plain>(shown, 255, `pixel ${i}, from above`),
        ...(low < high && x[i] === low ? [equal<Plain>(shown, 0, 'the smallest')] : []),
        ...(low < high && x[i] === high ? [equal<Plain>(shown, 255, 'the largest')] : [])
      ]
    })
  })
))

const thereAndBack: Claim = claim(
  {
    id: 'pixels/there-and-back',
    title: 'To [-1, 1] and back: a byte comes back bit for bit from 64 on, and within 2^-55 below',
    statement: String.raw`y = (x - .5) / .5,\quad y / 2 + .5 = x`,
    source: 'Object recognition assignment 2, data loading and display',
    rows: ['A2-CI-02']
  },
  everyCase('the 256 bytes', [T.div(T.arange(256), 255)], x => {
    const back = T.add(T.div(scaled(x), 2), 0.5)
    // doubles that are this close have an exact difference
    return [...T.abs(T.sub(back, x)).data].map((away, k) => atMost<Plain>(away, k < 64 ? 2 ** -55 : 0, `byte ${k}`))
  })
)

const [across, border, count] = [4, 2, 16]

/** Tiles in rows of four, with a border of zeros around each, shared by neighbours. */
const tiled = (tiles: ReadonlyArray<Tensor>): Tensor => {
  const framed = tiles.map(tile => T.pad(tile, [[0, 0], [border, 0], [border, 0]]))
  const inRows = Array.from({ length: Math.ceil(framed.length / across) }, (_, k) =>
    T.concatenate(framed.slice(k * across, (k + 1) * across), 2))
  return T.pad(T.concatenate(inRows, 1), [[0, 0], [0, border], [0, border]])
}

const filterGrid: Claim = claim(
  {
    id: 'pixels/filter-grid',
    title: 'Sixteen 5x5 filters, each scaled to [0, 1] by itself, fill 30x30 pixels in rows of four with borders of two',
    statement: String.raw`4 (5 + 2) + 2 = 30`,
    source: 'Object recognition assignment 2, task 3.5',
    rows: ['A2-CI-22', 'HW1-SYS-22']
  },
  everyCase('filters as a net starts with them, seeds 1 to 3', [1, 2, 3], seed => {
    const filters = run(normals([count, 3, 5, 5]), seedOf(seed))
    const tiles = Array.from({ length: count }, (_, k) => T.div(T.add(scaled(T.row(filters, k)), 1), 2))
    const picture = tiled(tiles)
    const count01 = (value: number): number => T.item(T.sum(T.equalEntries(T.stack(tiles), value)))
    return [
      ...[3, 30, 30].map((size, axis) => equal<Plain>(picture.shape[axis] ?? NaN, size, `size of axis ${axis}`)),
      atMost<Plain>(0, T.item(T.min(picture)), 'the smallest'),
      atMost<Plain>(T.item(T.max(picture)), 1, 'the largest'),
      equal<Plain>(count01(0), count, 'smallest weights, one of each filter'),
      equal<Plain>(count01(1), count, 'largest weights, one of each filter'),
      ...equalEntries(T.slice(picture, [{}, { start: 9, stop: 14 }, { start: 16, stop: 21 }]), tiles[6] ?? picture, 'the seventh')
    ]
  })
)

export const claims: ReadonlyArray<Claim> = [toBytes, thereAndBack, filterGrid]
