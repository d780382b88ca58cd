import { expect, test } from 'vitest'
import { experiment as zeroStart } from '../../proofs-numeric/cs231n-notes/experiments/zero-start.js'
import { experiment as memorise } from '../../proofs-numeric/homework-1/experiments/memorise.js'
import { answered } from '../../src/study/index.js'

test('from weights 0 only the last biases move, from equal ones all hidden units move alike, and drawn ones do not', () => {
  const { findings, results, tables, pictures } = answered(zeroStart.run({ ...zeroStart.documented, epochs: 3 }, 1))
  expect(findings.map(({ verdict }) => verdict)).toEqual(['supported', 'supported'])
  expect(tables[0]?.rows.map(row => row.at(-1))).toEqual(['1 of 5', '1 of 5', '5 of 5'])
  expect(pictures[0]?.svg.match(/<path class="series series-\d" d=/g)).toHaveLength(3)
  expect(results['most']).toMatchObject({ 'hidden.w': 0, 'hidden.b': 0, 'scores.w': 0 })
})

test('the net with 2n + d weights misses no label; one epoch is too short to learn by heart', () => {
  const tiny = { images: 10, test: 10, epochs: 1, hidden: 2, batch: 5, rate: 1e-9, points: 12, dimension: 3 }
  const { results, findings } = answered(memorise.run(tiny, 1))
  expect(results['missed']).toBe(0)
  expect(findings.map(({ id, verdict }) => `${id} ${verdict}`)).toEqual(['memorise/no-error refuted', 'memorise/2n+d supported'])
})
