import * as data from '../../../src/data/index.js'
import * as T from '../../../src/tensor/index.js'
import type { Argument, Call } from './wrong.js'

// The readers of files: bytes of another kind, and bytes that are no file of the format.

const file = (good: Uint8Array): Argument => ({
  good, atOnce: true,
  wrong: [undefined, null, 5, {}, 'x', [...good], good.buffer, new Float64Array(8), new Uint8Array(3), good.subarray(1)]
})

const ones = T.ones([2])
const named = { good: { x: ones }, wrong: [undefined, null, 5, 'x', [ones], { x: [1, 2] }, { x: 5 }, { __metadata__: ones }] }
const texts = { good: { x: 'y' }, wrong: [null, 5, 'x', ['y'], { x: 5 }, { x: undefined }] }

export const ofReaders: Readonly<Record<string, ReadonlyArray<Call>>> = {
  readSafetensors: [[[file(data.writeSafetensors({ x: ones }))]]],
  writeSafetensors: [[[named, texts]]]
}
