import fc, { type Arbitrary } from 'fast-check'
import * as definition from '../../src/definition/index.js'
import { type Claim, claim, equal, everyCase, type Plain } from '../../src/claim/index.js'
import * as T from '../../src/tensor/index.js'
import type { Tensor } from '../../src/tensor/index.js'
import { exponents, largestNumerator, type LayerCase } from './exactCases.js'
import { oddQuarters, quarters } from '../cases/quarters.js'
import type { Named } from './subject.js'
import { sizesOfWindows } from './windows.js'

// What the suites of both poolings share: their options, their cases, and the size of the output.

export type Pool = { readonly height: number; readonly width: number; readonly stride: number }

/** A pooling of batches of images, as a person might write it. */
export interface PoolingSubject {
  readonly name: string
  readonly pool: (options: Pool) => (x: Tensor) => {
    readonly y: Tensor; readonly pullback: (dy: Tensor) => { readonly dx: Tensor }
  }
}

const upTo = (most: number): Arbitrary<number> => fc.integer({ min: 1, max: most })

// Windows that are no squares, that overlap, leave gaps, or do not reach the last rows and columns.
const sizes = fc.record({ n: upTo(2), c: upTo(2), below: fc.nat(4), beside: fc.nat(4) })

export const options: { readonly [K in keyof Pool]: Arbitrary<number> } = {
  height: upTo(3), width: upTo(3), stride: upTo(3)
}

export const casesOf = ({ height, width, stride }: Pool, draw: typeof quarters): Arbitrary<LayerCase<Pool>> =>
  fc.tuple(sizes, exponents, exponents).chain(([{ n, c, below, beside }, ofX, ofY]) => {
    const image = [n, c, height + below, width + beside]
    const output = [n, c, definition.placesOf(height + below, height, stride), definition.placesOf(
      width + beside, width, stride
    )]
    const k = largestNumerator(4 * image.reduce((a, b) => a * b))
    return fc.record({
      options: fc.constant({ height, width, stride }),
      inputs: fc.record({ x: draw(image, k, ofX) }),
      directions: fc.record({ x: oddQuarters(image, k, ofX) }),
      dy: oddQuarters(output, k, ofY)
    })
  })

export const source = 'Notes on CS231n, max pooling layer'

/** That the output has its size. */
export const sizeLaw = ({ name, pool }: PoolingSubject, rows: ReadonlyArray<string>): Claim => claim(
  {
    id: `${name}/size`,
    title: 'The output has an entry for every place of the window on the image, rows and columns apart',
    statement: String.raw`H' = \lfloor (H - h) / s \rfloor + 1`,
    source,
    rows
  },
  everyCase(
    'images up to 7x9, strides 1 to 5', sizesOfWindows(0), ({ image, window: [height, width], stride, places }) => {
      const { y } = pool({ height, width, stride })(T.ones([1, 1, ...image]))
      return places.map((count, axis) => equal<Plain>(y.shape[axis + 2] ?? NaN, count, `axis ${axis + 2}`))
    }
  )
)

export const inputsOf = ({ inputs }: LayerCase<Pool>): Named => inputs

export const indices = (n: number): ReadonlyArray<number> => Array.from({ length: n }, (_, i) => i)
