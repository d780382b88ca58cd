import { expect, test } from 'vitest'
import { experiment as diagrams } from '../../proofs-numeric/cs231n-notes/experiments/diagrams.js'
import { experiment as lossCurves } from '../../proofs-numeric/cs231n-notes/experiments/loss-curves.js'
import { experiment as twoLayerNet } from '../../proofs-numeric/cs231n-notes/experiments/two-layer-net.js'
import { answered } from '../../src/study/index.js'

test('the circuit has the values and the derivatives of the notes', () => {
  const { results, findings } = answered(diagrams.run(diagrams.documented, 1))
  expect(results).toEqual({ values: [-2, 5, -4, 3, -12], derivatives: [-4, -4, 3, -4, 1], slopes: [-4, -4, 3] })
  expect(findings.map(({ verdict }) => verdict)).toEqual(['supported'])
})

test.each([[2, 7], [1, 1], [3, 2]])('a net of %d inputs and %d hidden units has a circle for each unit, and an arrow for each weight', (
  inputs, hidden
) => {
  const { pictures: [network] } = answered(diagrams.run({ ...diagrams.documented, inputs, hidden }, 1))
  const counted = (what: RegExp) => network?.svg.match(what)?.length
  expect([counted(/<circle /g), counted(/<path class="frame"/g)]).toEqual([inputs + hidden + 1, inputs * hidden + hidden])
})

test('a rate of 0 keeps the loss of the first step, as all begin alike; the very high one is told as diverged', () => {
  const settings = {
    ...lossCurves.documented, training: 20, batch: 20, hidden: 3, epochs: 5, rates: [0, 1e300], weightScale: 1e-30
  }
  const { results, tables } = answered(lossCurves.run(settings, 1))
  expect((results['ends'] as ReadonlyArray<unknown>)[1]).toBe('diverged')
  expect(tables[0]?.rows.map(row => row[2])).toEqual(['2.3026', 'diverged'])
})

test('the weights of each hidden unit are a picture', () => {
  const settings = { ...twoLayerNet.short, training: 20, test: 10, epochs: 1, batch: 10, hidden: 3 }
  const { results, pictures, findings } = answered(twoLayerNet.run(settings, 1))
  expect(results['ended']).toBe('finished')
  expect(pictures.map(({ name }) => name)).toEqual(['course', 'filters'])
  expect(findings).toEqual([])
})
