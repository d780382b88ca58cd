import { atMost, type Claim, claim, equal, equalEntries, everyCase, type Plain } from '../../../src/claim/index.js'
import { normals, run, seedOf } from '../../../src/random/index.js'
import * as T from '../../../src/tensor/index.js'
import type { Tensor } from '../../../src/tensor/index.js'
import { scaledPicture } from '../../../properties/cases/scaledPicture.js'

// Pictures and filters scaled so that they can be shown.

const thereAndBack: Claim = claim(
  {
    id: 'object-recognition-2/pixels/there-and-back',
    title: 'To [-1, 1] and back: a byte comes back bit for bit from 64 on, and within 2^-55 below',
    statement: String.raw`y = (x - .5) / .5,\quad y / 2 + .5 = x`,
    source: 'Object recognition assignment 2, data loading and display',
    rows: ['A2-CI-02']
  },
  everyCase('the 256 bytes', [T.div(T.arange(256), 255)], x => {
    const back = T.add(T.div(scaledPicture(x), 2), 0.5)
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
    id: 'object-recognition-2/pixels/filter-grid',
    title: 'Sixteen 5x5 filters, each scaled to [0, 1], fill 30x30 pixels in rows of four with borders of two',
    statement: String.raw`4 (5 + 2) + 2 = 30`,
    source: 'Object recognition assignment 2, task 3.5',
    rows: ['A2-CI-22', 'HW1-SYS-22']
  },
  everyCase('filters as a net starts with them, seeds 1 to 3', [1, 2, 3], seed => {
    const filters = run(normals([count, 3, 5, 5]), seedOf(seed))
    const tiles = Array.from({ length: count }, (_, k) => T.div(T.add(scaledPicture(T.row(filters, k)), 1), 2))
    const picture = tiled(tiles)
    const count01 = (value: number): number => T.item(T.sum(T.equalEntries(T.stack(tiles), value)))
    return [
      ...[3, 30, 30].map((size, axis) => equal<Plain>(picture.shape[axis] ?? NaN, size, `size of axis ${axis}`)),
      atMost<Plain>(0, T.item(T.min(picture)), 'the smallest'),
      atMost<Plain>(T.item(T.max(picture)), 1, 'the largest'),
      equal<Plain>(count01(0), count, 'smallest weights, one of each filter'),
      equal<Plain>(count01(1), count, 'largest weights, one of each filter'),
      ...equalEntries(
        T.slice(picture, [{}, { start: 9, stop: 14 }, { start: 16, stop: 21 }]), tiles[6] ?? picture, 'the seventh'
      )
    ]
  })
)

export const claims: ReadonlyArray<Claim> = [thereAndBack, filterGrid]
