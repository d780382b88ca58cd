import { expect, test } from 'vitest'
import { experiment as tenFilters } from '../../proofs-numeric/homework-1/experiments/cifar-ten-filters.js'
import { experiment as twoLayers } from '../../proofs-numeric/homework-1/experiments/two-layer-convnet.js'
import { experiment as logPlots } from '../../proofs-numeric/homework-1/experiments/log-plots.js'
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

test('log-plots: the logs in print by default, and files with what is not read of them', () => {
  const outcome = answered(logPlots.run(logPlots.short, 1))
  expect(outcome.findings.map(({ verdict }) => verdict)).toEqual(['supported'])
  expect(outcome.results).toEqual({
    'fifty-images': { numbers: 33, unread: 0, others: 0 }, convnet: { numbers: 50, unread: 0, others: 0 }
  })
  expect(outcome.pictures.map(({ name }) => name)).toEqual(['fifty-images', 'convnet'])

  const file = (name: string, text: string) => ({ name, bytes: new TextEncoder().encode(text) })
  const own = answered(logPlots.run(logPlots.short, 1, [
    file('my "run".log', 'begin\nTrain Loss: 1\nTrain Loss: nan\nVal Loss: 2\nTrain Lo\nVal Acc: .'), file('a.png', '')
  ]))
  expect(own.results).toEqual({ 'my--run-.log': { numbers: 3, unread: 1, others: 2 } })
  expect(own.tables.map(({ rows }) => rows)).toEqual([
    [['my--run-.log', 'training loss', '2', 'NaN', '1', '3'], ['my--run-.log', 'validation loss', '1', '2', '0', '']],
    [['my--run-.log', '6', 'a number after "Val Acc:"', '"."']]
  ])
  expect(() => answered(logPlots.run(logPlots.short, 1, [file('a.png', '')]))).toThrow('a file whose name ends in .log or .txt')
  expect(() => answered(logPlots.run(logPlots.short, 1, [file('a.log', 'x')]))).toThrow('a.log: readTrainingLog')
})
