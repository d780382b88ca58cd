import { parentPort } from 'node:worker_threads'
import { isSmall } from './small.mjs'

// Judges the claims of one topic, in the order of the registries, until one is not as expected.

const effort = { seed: 20, runs: 200, cancelled: () => false }

const topicOf = id => id.split('/', 1)[0]

const claimsAt = async urls => (await Promise.all(urls.map(url => import(url)))).flatMap(({ claims }) => claims)

const isExpected = ({ expected }, { verdict }) =>
  expected === 'erratum' ? verdict === 'erratum' : verdict === 'proved' || verdict === 'supported'

const shown = judgement => {
  const { counterexample, reason = '' } = judgement
  return counterexample === undefined ? reason : `${counterexample.input}; ${counterexample.detail}`
}

// Only what was drawn was shrunk.
const smallness = ({ counterexample, evidence }) =>
  counterexample?.path !== undefined && evidence.strength === 'sampled' ? { small: isSmall(counterexample.input) } : {}

// A claim that fails without any edit would kill every mutant.
const soundness = new Map()
const isSound = subject => {
  if (!soundness.has(subject.id)) soundness.set(subject.id, isExpected(subject, subject.judge(effort)))
  return soundness.get(subject.id)
}

const firstUnexpected = claims => {
  for (const subject of claims) {
    const judgement = subject.judge(effort)
    if (!isExpected(subject, judgement)) return { subject, judgement }
  }
  return undefined
}

const judge = async ({ row, urls, baseUrls }) => {
  const claims = await claimsAt(baseUrls)
  const named = claims.find(({ id }) => id === row.refutedBy)
  if (named === undefined) return { killed: false, detail: `there is no claim ${row.refutedBy}` }
  if (!isSound(named)) return { killed: false, detail: `${row.refutedBy} is not as expected before any edit` }
  // Claims that do not depend on the edited module are those of the first copy: they have their verdict.
  const untouched = new Set(claims)
  const found = firstUnexpected((await claimsAt(urls))
    .filter(subject => topicOf(subject.id) === topicOf(row.refutedBy) && !untouched.has(subject)))
  if (found === undefined) return { killed: false, detail: `survives all claims of ${topicOf(row.refutedBy)}` }
  const { subject, judgement } = found
  const detail = shown(judgement)
  if (subject.id !== row.refutedBy) return { killed: false, detail: `first met by ${subject.id} (${judgement.verdict}): ${detail}` }
  const killed = subject.expected === 'erratum' || judgement.verdict === 'refuted'
  return { killed, detail: killed ? detail : `${judgement.verdict}: ${detail}`, ...smallness(judgement) }
}

parentPort.on('message', async task => {
  const began = performance.now()
  const outcome = await judge(task).catch(error => ({ killed: false, detail: `raised ${error}` }))
  parentPort.postMessage({ ...outcome, seconds: (performance.now() - began) / 1000 })
})
