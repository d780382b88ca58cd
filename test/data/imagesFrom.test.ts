import { describe, expect, test } from 'vitest'
import { imagesFrom, resize, writePng } from '../../src/data/index.js'
import * as T from '../../src/tensor/index.js'

const file = (name: string, ...shape: ReadonlyArray<number>): { readonly name: string; readonly bytes: Uint8Array } =>
  ({ name, bytes: writePng(T.mul(T.ones(shape), name.charCodeAt(0))) })
const [a, b] = [file('a', 2, 3, 1), file('b', 2, 3, 1)]

describe('imagesFrom', () => {
  test('gives the images in the order of the labels', () => {
    const { images, labels } = imagesFrom([a, b], 'file,label\nb,3\n"a", 0 \n')
    expect(labels).toEqual([3, 0])
    expect(images).toEqual(T.stack([T.mul(T.ones([1, 2, 3]), 98), T.mul(T.ones([1, 2, 3]), 97)]))
  })
  test('prepares each, and reads as it is told', () => {
    const prepare = (image: T.Tensor): T.Tensor => resize(image, 1, 1)
    expect(imagesFrom([a, file('c', 4, 4, 1)], 'file,label\na,0\nc,1', { prepare }).images.shape).toEqual([2, 1, 1, 1])
    expect(imagesFrom([a], 'file,label\na,0', { read: () => T.ones([1, 2, 3]) }).images.shape).toEqual([1, 3, 1, 2])
  })
  test.each([
    ['name,label\na,0', 'the header file,label in line 1, got "name,label"'],
    ['', 'the header file,label in line 1, got nothing'],
    ['file,label\n', 'one label at least, got none'],
    ['file,label\na,0\nb', 'a file and a label in line 3, got 1 fields'],
    ['file,label\na,0\nb,1\na,0', 'each file once, in line 4, got "a"'],
    ['file,label\na,-1', 'a label in line 2: a whole number from 0, got "-1"'],
    ['file,label\na,0', 'a label for file "b", got none'],
    ['file,label\na,0\nb,1\nc,1', 'a file "c", got none'],
    ['file,label\n"a', 'a quote that closes the field opened in line 2, got none']
  ])('refuses %j', (labels, message) => {
    expect(() => imagesFrom([a, b], labels)).toThrow(`imagesFrom: expected ${message}`)
  })
  test('refuses a file that is broken by its name', () => {
    const broken = { name: 'b', bytes: a.bytes.slice(1) }
    expect(() => imagesFrom([a, broken], 'file,label\na,0\nb,1')).toThrow(/^b: readPng/)
  })
  test('refuses other classes and other shapes', () => {
    expect(() => imagesFrom([a], 'file,label\na,cow', { classes: ['cat', 'dog'] }))
      .toThrow('a label in line 2: cat or dog, got "cow"')
    expect(() => imagesFrom([a, file('c', 4, 4, 1)], 'file,label\na,0\nc,1'))
      .toThrow('imagesFrom: expected images of shape 2x3x1, as "a" is (`prepare` may resize them), got "c" of shape 4x4x1')
  })
})
