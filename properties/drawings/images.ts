import fc, { type Arbitrary } from 'fast-check'
import { readPng } from '../../src/data/index.js'
import * as T from '../../src/tensor/index.js'
import type { Tensor } from '../../src/tensor/index.js'
import type { Element } from './svg.js'

/** The image that an address holds: a PNG in base 64. */
export const imageAt = (uri: string): Tensor =>
  readPng(Uint8Array.from(atob(uri.replace('data:image/png;base64,', '')), letter => letter.charCodeAt(0)))

export const imageIn = ({ attributes: { href = '' } }: Element): Tensor => imageAt(href)

/** Images of these sizes and so many channels, no two of whose sides need be equal. */
export const images = (channels: Arbitrary<number>, most = 4): Arbitrary<Tensor> =>
  fc.tuple(fc.integer({ min: 1, max: most }), fc.integer({ min: 1, max: most }), channels).chain(shape => {
    const length = shape.reduce((a, b) => a * b, 1)
    return fc.array(fc.nat(255), { minLength: length, maxLength: length }).map(entries => T.fromFlat(shape, entries))
  })
