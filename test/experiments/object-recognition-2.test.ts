import { expect, test } from 'vitest'
import { experiment as blocks } from '../../proofs-numeric/object-recognition-2/experiments/convolution-blocks.js'
import { writePng } from '../../src/data/index.js'
import { answered } from '../../src/study/index.js'
import * as T from '../../src/tensor/index.js'

const tiny = { height: 24, width: 33, filters: 2, size: 5, stride: 7, window: 4 }

test('the blocks of a convolutional network: shapes, and what is found of each statement', () => {
  const { results, findings, pictures } = answered(blocks.run(tiny, 1))
  expect(results).toEqual({
    picture: [1, 3, 24, 33], plain: [1, 2, 20, 29], strided: [1, 2, 3, 5], padded: [1, 2, 24, 33],
    laplacian: [1, 1, 24, 33], grey: [1, 1, 24, 33], split: [1, 2, 22, 33], pooled: [1, 3, 21, 30]
  })
  expect(findings.filter(({ expected, verdict }) => (verdict === 'supported') !== (expected === 'holds'))).toEqual([])
  expect(findings.filter(({ expected }) => expected === 'erratum')).toHaveLength(3)
  expect(pictures.map(({ svg }) => svg.match(/<image /g)?.length)).toEqual([1, 2, 2, 2, 2, 4, 2])
})

test('a picture of one colour is filtered and drawn too', () => {
  const bytes = writePng(T.full([20, 20, 1], 7))
  const { findings } = answered(blocks.run(tiny, 1, [{ name: 'flat.png', bytes }]))
  expect(findings.find(({ id }) => id === 'convolution-blocks/split')?.verdict).toBe('supported')
  expect(() => answered(blocks.run(tiny, 1, [{ name: 'flat.txt', bytes }]))).toThrow('expected one PNG or JPEG file')
})
