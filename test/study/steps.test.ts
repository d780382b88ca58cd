import { expect, test } from 'vitest'
import { labelled } from '../../src/data/index.js'
import { Affine, sequence } from '../../src/layer/index.js'
import { orThrow } from '../../src/prelude/index.js'
import { solve, solver } from '../../src/solver/index.js'
import {
  answered, eachOf, fileWith, fromFile, type Steps, studyOf, timed, told, trained
} from '../../src/study/index.js'
import * as T from '../../src/tensor/index.js'

const examples = labelled(T.eye(2), [0, 1])
const linear = solver({ model: sequence({ scores: Affine(2) }), examples, validation: examples, epochs: 3 })

const all = function* (): Steps<ReadonlyArray<unknown>> {
  const squares = yield* eachOf('squares', [1, 2, 3], n => n * n)
  yield* told('half')
  const { value, milliseconds } = yield* timed(() => 7)
  const solved = yield* trained('net', linear, 5)
  return [squares, value, milliseconds, solved]
}

test('an experiment is answered as it asks', () => {
  const solved = solve(linear)(orThrow(linear.begin(5)))
  expect(answered(all())).toEqual([[1, 4, 9], 7, 0, solved])
})

test('whoever runs it hears how far it is, and gives the time', () => {
  const steps = all()
  const heard = [1, 2, 3, 4].map(() => steps.next().value)
  expect(heard).toEqual([
    ...[0, 1, 2].map(done => ({ tag: 'progress', what: 'squares', done, of: 3 })), { tag: 'tell', text: 'half' }
  ])
  expect(steps.next().value).toEqual({ tag: 'clock' })
  expect(steps.next(100).value).toEqual({ tag: 'clock' })
  expect(steps.next(130).value).toMatchObject({ tag: 'train', name: 'net', seed: 5 })
  const { tag, solving } = solve(linear)(orThrow(linear.begin(1)))
  expect(steps.next({ tag: tag as 'finished', solving }).value).toMatchObject([[1, 4, 9], 7, 30, { solving }])
})

test('data are drawn, or read, or refused', () => {
  const settings = { size: 2 }
  const about = {
    name: 'mine', document: 'd', place: 'p', title: 't', about: 'a', reported: 'r', documented: settings, short: settings,
    seconds: { short: 1, documented: 1 }, draw: ({ size }: typeof settings, seed: number) => size * seed,
    run: function* ({ data }: { readonly data: number }) {
      yield* told('')
      return { results: { data }, tables: [], pictures: [], findings: [] }
    }
  }
  const files = [{ name: 'a.bin', bytes: new Uint8Array(5) }]
  const reading = studyOf({ ...about, read: ([file]) => fromFile(file!, bytes => bytes.length) })
  expect(answered(reading.run({ size: 3 }, 7)).results).toEqual({ data: 21 })
  expect(answered(reading.run({ size: 3 }, 7, files)).results).toEqual({ data: 5 })
  expect(() => studyOf(about).run(settings, 1, files)).toThrow('mine: expected no files, for it needs none, got 1')
  const broken = studyOf({ ...about, read: given => fromFile(fileWith('mine', given, 'a'), () => T.at(T.eye(2), [5, 5])) })
  expect(() => broken.run(settings, 1, files)).toThrow(/^a\.bin: at: /)
  expect(() => fileWith('mine', files, 'train')).toThrow('mine: expected one file with "train" in its name, got a.bin')
})
