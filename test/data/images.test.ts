import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { centredByChannel, centredByPixel, channelsFirst, channelsLast } from '../../src/data/index.js'
import * as T from '../../src/tensor/index.js'

// whole entries from 0 to 255, and powers of two of them: their sums and means are exact
const images = (count: number): fc.Arbitrary<T.Tensor> => fc.integer({ min: 1, max: 3 }).chain(channels =>
  fc.array(fc.nat(255), { minLength: 4 * count * channels, maxLength: 4 * count * channels })
    .map(entries => T.fromFlat([count, channels, 2, 2], entries)))

describe('the axes of images', () => {
  test('an entry is found under its channel in either order', () => {
    fc.assert(fc.property(images(2), x => {
      const last = channelsLast(x)
      const channel = x.data.length / 8 - 1
      for (const [n, c, h, w] of [[0, 0, 0, 1], [1, channel, 1, 0]] as const) {
        expect(T.at(last, [n, h, w, c])).toBe(T.at(x, [n, c, h, w]))
      }
      expect(channelsFirst(last)).toEqual(x)
    }))
  })
})

describe('centred images', () => {
  test('have the mean image 0', () => {
    fc.assert(fc.property(images(4), x => {
      const sums = T.sum(centredByPixel(x)(x), { axis: 0 })
      expect([...sums.data]).toEqual([...T.zeros(sums.shape).data])
    }))
  })
  test('have the mean colour 0', () => {
    fc.assert(fc.property(images(4), x => {
      const sums = T.sum(centredByChannel(x)(x), { axis: [0, 2, 3] })
      expect([...sums.data]).toEqual([...T.zeros(sums.shape).data])
    }))
  })
  test('of one colour each differ by it alone', () => {
    fc.assert(fc.property(images(2), x => {
      const channels = x.data.length / 8
      const colour = T.tabulate([1, channels, 1, 1], (_, c) => 2 ** c)
      const moved = T.add(x, colour)
      expect(centredByChannel(moved)(moved)).toEqual(centredByChannel(x)(x))
      const apart = T.sub(centredByChannel(x)(moved), centredByChannel(x)(x))
      expect(apart).toEqual(T.broadcastTo(colour, x.shape))
    }))
  })
  test('take the mean of those given first', () => {
    const fit = T.fromFlat([2, 1, 1, 2], [0, 2, 4, 6])
    const x = T.fromFlat([1, 1, 1, 2], [10, 10])
    expect(T.toNested(centredByPixel(fit)(x))).toEqual([[[[8, 6]]]])
    expect(T.toNested(centredByChannel(fit)(x))).toEqual([[[[7, 7]]]])
    expect(T.toNested(centredByChannel(fit)(T.ones([1, 1, 2, 1])))).toEqual([[[[-2], [-2]]]])
    expect(centredByPixel(fit)(T.zeros([0, 1, 1, 2])).shape).toEqual([0, 1, 1, 2])
  })
})
