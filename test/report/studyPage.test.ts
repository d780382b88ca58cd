import { expect, test } from 'vitest'
import { experiment } from '../../proofs-numeric/convnet-notebooks/experiments/image-filters.js'
import { studyPage } from '../../src/report/study/page.js'
import { answered } from '../../src/study/index.js'

const settings = { size: 20 }
const outcome = answered(experiment.run(settings, 1))
const page = (from: { readonly data?: string } = {}): string =>
  studyPage({ study: experiment, settings, seed: 1, outcome, ...from })

test('a page says where its data are from, and how others are read', () => {
  expect(page()).toContain('<dt>data</dt><dd>drawn at random from the seed; --data DIR takes two pictures')
  expect(page({ data: '/a/folder' })).toContain('<dt>data</dt><dd>/a/folder</dd>')
})

test('what is refuted, as was expected, is called an error of the document, with the case that refutes it', () => {
  expect(page()).toContain('<span class="badge erratum">error of the document</span></dt><dd>with a bias of 128 no output')
  expect(page()).toContain('fails for a dark upper half, a bright lower one: least output -')
})

test('a page says once where its rows can be read', () => {
  expect(page().match(/<code>lemmata ledger C231-IMG-02<\/code>/g)).toHaveLength(1)
  const unnamed = { ...outcome, findings: outcome.findings.map(finding => ({ ...finding, rows: [] })) }
  expect(studyPage({ study: experiment, settings, seed: 1, outcome: unnamed })).not.toContain('lemmata ledger')
})
