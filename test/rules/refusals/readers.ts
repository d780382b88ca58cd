import * as data from '../../../src/data/index.js'
import * as T from '../../../src/tensor/index.js'
import { type Argument, type Call, list, options, shape, tensor, whole } from './wrong.js'

// The readers of files: bytes of another kind, and bytes that are no file of the format. What is done to images that are read.

const file = (good: Uint8Array): Argument => ({
  good, atOnce: true,
  wrong: [undefined, null, 5, {}, 'x', [...good], good.buffer, new Float64Array(8), new Uint8Array(3), good.subarray(1)]
})

const texts = (...parts: ReadonlyArray<string | number>): Uint8Array =>
  Uint8Array.from(parts.flatMap(part => (typeof part === 'number' ? [part] : [...new TextEncoder().encode(part)])))
const npy = "{'descr': '|u1', 'fortran_order': False, 'shape': (0,), }\n"
const mat = texts('\0'.repeat(125), 1, 'IM')

const ones = T.ones([2])
const named = { good: { x: ones }, wrong: [undefined, null, 5, 'x', [ones], { x: [1, 2] }, { x: 5 }, { __metadata__: ones }] }
const metadata = { good: { x: 'y' }, wrong: [null, 5, 'x', ['y'], { x: 5 }, { x: undefined }] }
const [image, images] = [T.ones([2, 2, 3]), T.ones([2, 3, 4, 5])]

export const ofReaders: Readonly<Record<string, ReadonlyArray<Call>>> = {
  readCifar10: [[[file(new Uint8Array(3073))]]],
  readIdx: [[[file(texts(0, 0, 8, 1, 0, 0, 0, 0))]]],
  readNpy: [[[file(texts(0x93, 'NUMPY', 1, 0, npy.length, 0, npy))]]],
  readNpz: [[[file(texts('PK', 5, 6, '\0'.repeat(18))), options({ name: 'x', mostUnpacked: 9 }, { name: 5 }, { mostUnpacked: -1 })]]],
  readMat: [[[file(mat), list([], ['X'], [5]), options({}, { mostUnpacked: -1 }, { mostUnpacked: '1' })]]],
  readCsv: [[[{ good: '1,2', wrong: [undefined, null, 5, {}, ['1'], '', 'a,b\n2', '"'] },
    options({ header: true }, { header: 'yes' }, { header: 1 })]]],
  readTrainingLog: [[[{ good: 'a 1', wrong: [undefined, null, 5, {}, ['a 1'], '', 'a', 'a x', 'a 1 a 2'] },
    options({ patterns: ['a {trainLoss}'] }, { patterns: 'a {trainLoss}' }, { patterns: [] }, { patterns: [5] },
      { patterns: ['{trainLoss}'] }, { patterns: ['a {loss}'] }, { patterns: ['a'] }, { patterns: ['a {trainLoss}{}'] })]]],
  readSafetensors: [[[file(data.writeSafetensors({ x: ones }))]]],
  writeSafetensors: [[[named, metadata]]],
  readPng: [[[file(data.writePng(T.ones([1, 1, 1]))), options({ mostPixels: 9 }, { mostPixels: 0 }, { mostPixels: '1' })]]],
  imagesFrom: [[[
    list([{ name: 'a', bytes: data.writePng(image) }], [{ name: 5 }], [5]),
    { good: 'file,label\na,0', wrong: [undefined, null, 5, {}, '', 'file,label\nb,0'] },
    options({}, { classes: 5 }, { read: 5 }, { prepare: 5 })]]],
  writePng: [[[tensor(image, [2], [2, 2, 5])]]],
  cropCentre: [[[tensor(image, [2], [0, 2, 3]), whole(1, 1), whole(2, 1)]]],
  resize: [[[tensor(image, [2], [0, 2, 3]), whole(3, 1), whole(4, 1)]]],
  tint: [[[tensor(image, [2], [0, 2, 3]), list([1, 1, 1], [1, 1], [1, 1, '1'], [1, 1, Infinity])]]],
  stretched: [[[tensor(image, [0])]]],
  filterGrid: [[[tensor(images, [2], [0, 3, 4, 5], [2, 2, 4, 5]),
    options({ gap: 1, together: true }, { gap: -1 }, { gap: '1' }, { together: 1 })]]],
  gratings: [[[whole(1, 0)]]], eyes: [[[whole(1, 0)]]],
  noisePixels: [[[shape([2])]]], randomLabels: [[[whole(2, 0), whole(3, 1)]]],
  channelsFirst: [[[tensor(images, [2], [3, 4, 5])]]], channelsLast: [[[tensor(images, [2], [3, 4, 5])]]],
  centredByPixel: [[[tensor(images, [2], [0, 3, 4, 5])], [tensor(images, [2, 3, 4], [2, 3, 5, 4])]]],
  centredByChannel: [[[tensor(images, [2], [0, 3, 4, 5])], [tensor(images, [2, 3, 4], [2, 4, 4, 5])]]]
}
