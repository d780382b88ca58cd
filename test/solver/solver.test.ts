import { describe, expect, test } from 'vitest'
import { Affine, sequence } from '../../src/layer/index.js'
import { momentum } from '../../src/optimizer/index.js'
import { orThrow } from '../../src/prelude/index.js'
import {
  histories, jsonLine, patience, solve, solver, type SolverOptions, type SolverStep
} from '../../src/solver/index.js'
import * as T from '../../src/tensor/index.js'
import { labelled } from '../../src/train/index.js'

const examples = labelled(T.eye(4), [0, 1, 0, 1])
const options: SolverOptions = {
  model: sequence({ scores: Affine(2) }), examples, validation: examples, batchSize: 2, epochs: 3
}
const steady = solver(options)
const start = orThrow(steady.begin(1))

describe('events', () => {
  test('a step is taken when it is asked for, and not before', () => {
    let taken = 0
    const counting = { ...examples, take: (at: ReadonlyArray<number>) => {
      taken += 1
      return examples.take(at)
    } }
    const counted = solver({ ...options, examples: counting, score: () => () => 0 })
    const events = counted.events(orThrow(counted.begin(1)))
    expect(taken).toBe(0)
    events.next()
    expect(taken).toBe(1)
  })
  test('after the last epoch there are none', () => {
    expect([...steady.events(solve(steady)(start).solving)]).toEqual([])
    expect([...solver({ ...options, epochs: 0 }).events(start)]).toEqual([])
  })
  test('more epochs go on where fewer ended', () => {
    const more = solver({ ...options, epochs: 5 })
    const after = solve(more)(solve(steady)(start).solving)
    expect(after).toEqual(solve(more)(start))
  })
  test('each has the rate that its step was taken with', () => {
    const falling = solver({ ...options, learningRate: t => 1 / (t + 1), decay: 0.5 })
    const rates = [...falling.events(start)].map(event => (event as SolverStep).learningRate)
    expect(rates).toEqual([1, 1 / 2, 1 / 6, 1 / 8, 1 / 20, 1 / 24])
  })
  test('a divergence is the last, and keeps what was before it', () => {
    const broken = solver({ ...options, rule: learningRate => momentum({ learningRate }), learningRate: 1e308 })
    const events = [...broken.events(orThrow(broken.begin(1)))]
    const [last, before] = [events.at(-1), events.at(-2)]
    expect(last).toMatchObject({ tag: 'diverged', step: events.length })
    expect(last?.solving).toEqual(before?.solving ?? start)
    expect(solve(broken)(orThrow(broken.begin(1)))).toEqual(last)
  })
})

describe('stopping early', () => {
  test('so many looks without a better one', () => {
    const seen = [0.5, 0.5, 0.75, 0.25, 0.75, 0.5, 1]
    const step = (looks: number): SolverStep => {
      const checks = seen.slice(0, looks).map((validation, k) => ({ step: k + 1, epoch: k, training: 0, validation }))
      const best = checks.reduce((most, { step: at, validation }) =>
        (validation > most.accuracy ? { ...most, step: at, accuracy: validation } : most), start.best)
      return { tag: 'stepped', step: looks, epoch: 0, learningRate: 1, loss: 1, solving: { ...start, checks, best } }
    }
    expect(seen.map((_, k) => patience(2)(step(k + 1)))).toEqual([false, false, false, false, true, true, false])
  })
  test('where the condition holds first', () => {
    const stopped = solve(steady, ({ step }) => step >= 4)(start)
    expect([stopped.tag, stopped.solving.training.step]).toEqual(['stopped', 4])
  })
})

describe('histories', () => {
  test('the start has none', () => {
    expect(histories(start)).toEqual({ losses: [], steps: [], training: [], validation: [] })
  })
  test('what was noted, in order', () => {
    const events = [...steady.events(start)] as ReadonlyArray<SolverStep>
    const { losses, steps, training } = histories(events.at(-1)?.solving ?? start)
    expect(losses).toEqual(events.map(({ loss }) => loss))
    expect(steps).toEqual([1, 2, 4, 6])
    expect(training.length).toBe(4)
  })
})

describe('lines of JSON', () => {
  const [first, ...later] = [...steady.events(start)]
  test('one for each event, each of which is JSON', () => {
    const lines = [first, ...later].map(event => jsonLine(event as SolverStep))
    expect(lines.every(line => line.endsWith('}\n') && line.indexOf('\n') === line.length - 1)).toBe(true)
    expect(lines.map(line => (JSON.parse(line) as { step: number }).step)).toEqual([1, 2, 3, 4, 5, 6])
    expect(JSON.parse(lines[2] ?? '')).toEqual({ step: 3, epoch: 1, learningRate: 0.01, loss: later[1]?.loss })
  })
  test('what JSON has no number for is a text', () => {
    expect(jsonLine({ tag: 'diverged', step: 7, cause: 'hidden.w', loss: Infinity, solving: start })).toBe(
      '{"step":7,"diverged":"hidden.w","loss":"Infinity"}\n'
    )
  })
})

test('the losses of 2,000 steps are kept in few chunks, so that noting one more copies little', () => {
  const many = solver({ ...options, epochs: 1000, score: () => () => 0 })
  const { losses } = [...many.events(start)].at(-1)?.solving ?? start
  expect(losses.flat().length).toBe(2000)
  expect(losses.length).toBeLessThanOrEqual(Math.ceil(Math.log2(2000)))
})
