import { parentPort } from 'node:worker_threads'
import { isSmall } from './small.mjs'

// Judges one claim before and after an edit of what it depends on.

const effort = { seed: 20, runs: 200, cancelled: () => false }

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

const claimAt = async (url, id) => (await import(url)).claims.find(one => one.id === id)

const survives = detail => ({ killed: false, detail })

const judge = async ({ id, file, urls }) => {
  if (urls.after === urls.before) return survives(`survives: ${id} does not depend on ${file}`)
  if (!isSound(await claimAt(urls.before, id))) return survives(`${id} is not as expected before any edit`)
  const edited = await claimAt(urls.after, id)
  if (edited === undefined) return survives(`after the edit there is no claim ${id}`)
  const judgement = edited.judge(effort)
  if (isExpected(edited, judgement)) return survives(`survives: ${id} is ${judgement.verdict} after the edit`)
  const killed = edited.expected === 'erratum' || judgement.verdict === 'refuted'
  const detail = shown(judgement)
  return { killed, detail: killed ? detail : `${judgement.verdict}: ${detail}`, ...smallness(judgement) }
}

parentPort.on('message', async task => {
  const began = performance.now()
  const outcome = await judge(task).catch(error => ({ killed: false, detail: `raised ${error}` }))
  parentPort.postMessage({ ...outcome, seconds: (performance.now() - began) / 1000 })
})
