import { describe, expect, test } from 'vitest'
import { readTrainingLog } from '../../../src/data/index.js'

const values = (text: string): ReadonlyArray<number> => readTrainingLog(text).trainLoss.points.map(({ value }) => value)

describe('readTrainingLog', () => {
  test.each([
    ['Train Loss: 2.5', [2.5]],
    ['step 3 | Train  Loss:\t.5 | Val Loss: 1', [0.5]],
    ['Train Loss: 1\rTrain Loss: 2\r\nTrain Loss: 3\n', [1, 2, 3]],
    ['Train Loss: 0.5.', [0.5]],
    ['Train Loss: 0.5, Train Acc: 1', [0.5]],
    ['Train Loss: -NaN\nTrain Loss: +inf\nTrain Loss: -Infinity', [NaN, Infinity, -Infinity]],
    ['Pretrain Loss: 3\nPreTrain Loss: 3\nTrain Loss: 4', [4]]
  ])('%j', (text, expected) => { expect(values(text)).toEqual(expected) })

  test('the documents\' own lines, by epochs and by steps', () => {
    const { trainLoss, trainAccuracy, testAccuracy, others } = readTrainingLog([
      'starting iteration 10', 'Finished epoch 1 / 10: cost 2.194749, train: 0.300000, val 0.148000, lr 9.500000e-05'
    ].join('\n'))
    expect(trainLoss).toEqual({ by: 'epoch', points: [{ at: 1, value: 2.194749, line: 2 }] })
    expect([trainAccuracy.points[0]?.value, testAccuracy.points[0]?.value, others]).toEqual([0.3, 0.148, [1]])
    const byStep = readTrainingLog('(Iteration 21 / 980) loss: 2.098229\n(Epoch 1 / 15) train acc: 0.14; val acc: 0.087\n')
    expect(byStep.trainLoss).toEqual({ by: 'step', points: [{ at: 21, value: 2.098229, line: 1 }] })
    expect(byStep.testAccuracy).toEqual({ by: 'epoch', points: [{ at: 1, value: 0.087, line: 2 }] })
  })

  test.each([
    ['Train Loss:', 'a number after "Train Loss:"', 'the end of the line'],
    ['Train Loss: 1, Train Loss: 2', 'one trainLoss in a line', '"Train Loss: 1, Train Loss: 2"'],
    ['Train Epoch: 3 [6400/50000 (13%)]    Lo', '"%)] Loss:" after a number', '"%)]    Lo"'],
    ['Train Epoch: 3 [6400/0 (13%)] Loss: 1', 'a whole number from 1 after "/"', '"0 (13%)] Loss: 1"'],
    ['Test set: Average loss: 1.2, Accuracy: 4017/1', '"(" after a whole number from 1', 'the end of the line'],
    ['(Epoch 0 Batch 1) loss: 3', '"/" after a whole number', '" Batch 1) loss: 3"']
  ])('names what is not read: %j', (line, expected, got) => {
    const { unread, trainLoss } = readTrainingLog(`Val Acc: 1\n${line}\nTrain Loss: 7`)
    expect(unread.filter(one => one.line === 2)).toEqual([{ line: 2, expected, got }])
    expect(trainLoss.points.map(({ value }) => value)).toEqual([7])
  })

  test('what belongs to no epoch is named where the log has epochs, and places of two kinds are refused', () => {
    const testLine = 'Test set: Average loss: 1.7429, Accuracy: 4017/10000 (40%)'
    const { testLoss, unread } = readTrainingLog(`${testLine}\nTrain Epoch: 3 [0/50000 (0%)] Loss: 2\n${testLine}`)
    expect(testLoss.points).toEqual([{ at: 3, value: 1.7429, line: 3 }])
    expect(unread).toEqual([{ line: 1, expected: 'an epoch or a step, here or above', got: 'none' }])
    expect(() => readTrainingLog('(Iteration 1 / 30) loss: 2.4\nTrain Epoch: 3 [0/50000 (0%)] Loss: 2'))
      .toThrow('trainLoss by step as in line 1, got by epoch in line 2')
  })

  test('of patterns that begin alike the one counts that is there', () => {
    const patterns = ['epoch {epoch} loss {trainLoss}', 'epoch {epoch} acc {testAccuracy}', 'epoch {epoch} loss {} by {testLoss}']
    const { trainLoss, testAccuracy, testLoss } = readTrainingLog('epoch 1 loss .5\nepoch 1 acc .25\nepoch 2 loss 1 by 2', { patterns })
    expect([trainLoss, testAccuracy, testLoss].map(({ points }) => points.map(({ at, value }) => [at, value])))
      .toEqual([[[1, 0.5]], [[1, 0.25]], [[2, 2]]])
  })

  // Digits that are tried anew from each of a million would take hours.
  test.each([
    ['digits', `Train Loss: 1.${'1'.repeat(1e6)}e${'1'.repeat(1e6)}x`], ['blanks', `Train${' '.repeat(1e6)}`.repeat(2)],
    ['numbers', 'Train Loss: 1 '.repeat(1e5)]
  ])('a long line of %s is read in one pass', (_, line) => {
    expect(values(`${line}\nTrain Loss: 5`)).toEqual([5])
  })
})
