import { expect, test } from 'vitest'
import { experiment as fast } from '../../proofs-numeric/convnet-notebooks/experiments/fast-layers.js'
import { experiment as filters } from '../../proofs-numeric/convnet-notebooks/experiments/image-filters.js'
import { writePng } from '../../src/data/index.js'
import { answered } from '../../src/study/index.js'
import * as T from '../../src/tensor/index.js'

test('filters made by hand: the outputs at edges, and pictures of one colour', () => {
  const flat = { name: 'a.png', bytes: writePng(T.full([9, 7, 1], 100)) }
  const { results, findings } = answered(filters.run({ size: 6 }, 1, [flat, { ...flat, name: 'b.png' }]))
  expect(results).toMatchObject({ shape: [2, 2, 6, 6], darkAboveBright: 128 - 4 * 255, brightAboveDark: 128 + 4 * 255 })
  expect(findings.map(({ verdict }) => verdict)).toEqual(['supported', 'refuted', 'supported'])
  // Zeros around a picture draw a border: 4 x 100 above, and less below.
  expect(results['edges']).toEqual([[128 - 400, 128 + 400], [128 - 400, 128 + 400]])
  expect(() => answered(filters.run({ size: 6 }, 1, [flat]))).toThrow('expected two pictures')
})

test('layers and their definitions: the same on small images', () => {
  const { findings, results } = answered(fast.run({ images: 2, side: 5, filters: 2 }, 1))
  expect(findings.map(({ verdict }) => verdict)).toEqual(['supported', 'supported'])
  expect(results).toMatchObject({ pooled: 0, dPooled: 0 })
})
