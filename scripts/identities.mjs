import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads'

// npm run identities [-- count] [seed]: so many true identities, each made by laws that rewrite a drawn formula, and as many false lines,
// each by an edit that a second opinion tells from the truth. Fails where a true one is refuted, a false one is accepted, or too few are
// judged.

const [count, seed] = [Number(process.argv[2] ?? 5000), Number(process.argv[3] ?? 1)]
const workers = 2
const leastTrue = 0.95
const leastFalse = 0.99
const slow = 2000

const ofWorker = async ({ first }) => {
  const { foundAt } = await import('../out/identities/test/check/identities/campaign.js')
  const now = () => performance.now()
  for (let turn = first; turn < count; turn += workers) parentPort.postMessage(foundAt(seed, turn, now))
}

const collect = () => Promise.all(Array.from({ length: workers }, (_, first) => new Promise((resolve, reject) => {
  const found = []
  new Worker(new URL(import.meta.url), { workerData: { first }, argv: process.argv.slice(2) })
    .on('message', both => found.push(both)).on('error', reject).on('exit', () => resolve(found))
})))

const byOutcome = found => found.reduce((all, { outcome }) => ({ ...all, [outcome]: (all[outcome] ?? 0) + 1 }), {})

const counts = found => Object.entries(byOutcome(found))
  .map(([outcome, n]) => `${n} ${outcome}`).join(', ')

const share = (part, whole) => `${(100 * part / whole).toFixed(2)} %`

const print = (title, found) => {
  if (found.length > 0) console.log(`\n${title}`)
  for (const { statement, outcome, reason, milliseconds } of found) {
    const { turn, edit, tex } = statement
    console.log(`  ${turn}${edit === undefined ? '' : ` (${edit})`}: ${outcome}, ${(milliseconds / 1000).toFixed(2)} s ${reason.slice(0, 240)}\n    ${tex}`)
  }
}

const report = (all, seconds) => {
  const [right, wrong] = [all.map(([identity]) => identity), all.map(([, perturbed]) => perturbed)]
  const holds = ({ outcome }) => outcome === 'proved' || outcome === 'sampled'
  const [held, refuted] = [right.filter(holds), wrong.filter(({ outcome }) => outcome === 'wrong')]
  const [alarms, passes] = [right.filter(({ outcome }) => outcome === 'wrong'), wrong.filter(holds)]
  print('True, and called wrong:', alarms)
  print('False, and called true:', passes)
  print('True, and not judged:', right.filter(found => !holds(found) && !alarms.includes(found)))
  print('False, and not judged:', wrong.filter(found => !refuted.includes(found) && !passes.includes(found)))
  print('Slower than 2 s:', [...right, ...wrong].filter(({ milliseconds }) => milliseconds > slow))
  const used = new Set(right.flatMap(({ statement }) => statement.laws))
  const known = new Set(right.filter(({ outcome }) => outcome === 'proved').flatMap(({ statement }) => statement.laws))
  const times = [...right, ...wrong].map(({ milliseconds }) => milliseconds).sort((a, b) => a - b)
  const at = part => `${(times[Math.min(times.length - 1, Math.floor(part * times.length))] ?? 0).toFixed(0)} ms`
  console.log(`\n${right.length} true identities by ${used.size} laws: ${counts(right)}; ${share(held.length, right.length)} hold`)
  console.log(`${wrong.length} false lines: ${counts(wrong)}; ${share(refuted.length, wrong.length)} wrong`)
  console.log(`By ${used.size - known.size} of the laws no line was proved: ${[...used].filter(law => !known.has(law)).join(', ')}`)
  console.log(`A line took ${at(0.5)} in the median, ${at(0.99)} in 99 of 100, ${at(1)} at most; all of them ${seconds.toFixed(0)} s`)
  return alarms.length + passes.length === 0
    && held.length >= leastTrue * right.length && refuted.length >= leastFalse * wrong.length
}

if (isMainThread) {
  const began = performance.now()
  const all = (await collect()).flat().sort(([a], [b]) => a.statement.turn - b.statement.turn)
  process.exitCode = report(all, (performance.now() - began) / 1000) && all.length === count ? 0 : 1
} else await ofWorker(workerData)
