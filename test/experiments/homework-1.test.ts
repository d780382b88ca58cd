import { expect, test } from 'vitest'
import { experiment as tenFilters } from '../../proofs-numeric/homework-1/experiments/cifar-ten-filters.js'
import { experiment as twoLayers } from '../../proofs-numeric/homework-1/experiments/two-layer-convnet.js'
import { answered } from '../../src/study/index.js'

const tiny = { training: 20, test: 10, epochs: 2, batch: 10 }

test.each([['two layers', twoLayers], ['ten filters', tenFilters]])('%s: a training with its curves and filters', (_, study) => {
  const settings = { ...study.short, ...tiny, filters: 2 }
  const [one, two] = [1, 1].map(seed => answered(study.run(settings, seed)))
  expect(one?.results).toEqual(two?.results)
  expect(one?.results['ended']).toBe('finished')
  // after the first step and after each epoch of two steps
  expect(one?.tables[0]?.rows.map(([epoch, step]) => [epoch, step])).toEqual([['0', '1'], ['1', '2'], ['2', '4']])
  expect(one?.pictures.map(({ name }) => name)).toEqual(['course', 'filters'])
})
