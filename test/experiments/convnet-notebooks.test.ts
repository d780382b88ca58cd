import { expect, test } from 'vitest'
import { drawnCifar, examplesOf, lessMeanImage, readCifar } from '../../proofs-numeric/convnet-notebooks/experiments/cifar.js'
import { experiment as threeLayer } from '../../proofs-numeric/convnet-notebooks/experiments/three-layer-convnet.js'
import { answered } from '../../src/study/index.js'
import * as T from '../../src/tensor/index.js'

const tiny = {
  training: 20, test: 10, epochs: 2, batch: 2, rate: 1e-3, penalty: 1e-3,
  filters: 2, size: 3, hidden: 4, weightScale: 1e-30
}
const image = (label: number, grey: number): ReadonlyArray<number> => [label, ...new Array<number>(3072).fill(grey)]
const file = (name: string, ...images: ReadonlyArray<ReadonlyArray<number>>) =>
  ({ name, bytes: Uint8Array.from(images.flat()) })

test('three-layer convnet: weights near 0 answer all classes alike, so the first loss is that of ten equal scores', () => {
  const { results, findings, pictures } = answered(threeLayer.run(tiny, 1))
  expect(results['steps']).toBe(20)
  expect(results['firstLoss']).toBe(Math.log(10))
  expect(findings).toEqual([])
  expect(pictures.map(({ name }) => name)).toEqual(['course', 'filters'])
})

test('drawn images have each class as often as the others, and their mean image becomes 0', () => {
  const { training, test: other } = drawnCifar({ training: 20, test: 10 }, 1)
  expect(training.labels.filter(label => label === 3)).toHaveLength(2)
  expect(training.bytes.subarray(0, 30720)).not.toEqual(other.bytes)
  const pair = { bytes: Uint8Array.from([...image(0, 2).slice(1), ...image(0, 6).slice(1)]), labels: [0, 1] }
  const { x, target } = examplesOf(pair, lessMeanImage(pair)).take([1, 0])
  expect([T.at(x, [0, 2, 31, 31]), T.at(x, [1, 0, 0, 0]), target]).toEqual([2, -2, [1, 0]])
})

test('files of CIFAR-10 are read up to as many images as wanted, one after another', () => {
  const files = [
    file('data_batch_1.bin', image(1, 10), image(2, 20)), file('data_batch_2.bin', image(3, 30), image(4, 40)),
    file('test_batch.bin', image(5, 50)), file('batches.meta.txt')
  ]
  const { training, test: other } = readCifar(files, { training: 3, test: 9 })
  expect([training.labels, other.labels]).toEqual([[1, 2, 3], [5]])
  expect([...training.bytes.filter((_, i) => i % 3072 === 0)]).toEqual([10, 20, 30])
  expect(() => readCifar(files.slice(2), { training: 3, test: 9 })).toThrow('expected a file *.bin with "train" in its name, got none')
  expect(() => readCifar([...files, file('train.bin', [1, 2])], { training: 3, test: 9 })).toThrow('train.bin')
})
