import { expect, test } from 'vitest'
import { layerLaws } from '../../properties/index.js'
import { effort } from '../../src/claim/index.js'
import { wrongLayers } from './wrongLayers.js'

test.each(wrongLayers)('$bug: refuted by $law', ({ law, subject }) => {
  const judged = layerLaws(subject).map(({ id, judge }) => [id.split('/')[1], judge(effort(100)).verdict])
  expect(judged.filter(([, verdict]) => verdict === 'refuted').map(([name]) => name)).toContain(law)
})

test.each(wrongLayers.filter(({ law }) => law === 'form'))('$bug: refused once, by the form alone', ({ subject }) => {
  const verdicts = layerLaws(subject).map(({ judge }) => judge(effort(40)).verdict)
  expect(verdicts.filter(verdict => verdict === 'refuted')).toHaveLength(1)
})
